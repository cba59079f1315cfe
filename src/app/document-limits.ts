import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { DomainError } from "../shared/errors.js";

/** The largest body of a request, and the largest message on a WebSocket. */
export const MAX_BODY_BYTES = 2 * 1024 * 1024;
/** The most tokens of a document; parsing stops there. */
export const MAX_TOKENS = 4_000;

/** What a document may ask for at most, fragments counted wherever they are spread. */
export const DOCUMENT_LIMITS = {
  /** Fields within fields. Introspection as tools do it needs 15. */
  depth: 16,
  aliases: 100,
  directives: 50,
  fields: 2_000,
  /** The same selected again beside itself: held against each other pair by pair. */
  repetitions: 100,
} as const;

type Measure = Record<keyof typeof DOCUMENT_LIMITS, number>;

export class DocumentTooLarge extends DomainError {
  constructor(what: string, count: number | string, limit: number) {
    super("PAYLOAD_TOO_LARGE", `The document has ${count} ${what}, ${limit} is the limit`);
  }
}

/** @throws DocumentTooLarge */
export function assertWithinLimits(document: DocumentNode): void {
  const measure = measurer(document);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const size = measure(definition.selectionSet);
    size.directives += definition.directives?.length ?? 0;
    for (const what of Object.keys(DOCUMENT_LIMITS) as (keyof Measure)[]) {
      const limit = DOCUMENT_LIMITS[what];
      if (size[what] > limit) throw new DocumentTooLarge(nounOf(what), size[what], limit);
    }
  }
}

function nounOf(what: keyof Measure): string {
  return what === "depth" ? "levels" : what;
}

/**
 * Each fragment is measured once, so that spreading it a thousand times costs a thousand additions.
 */
function measurer(document: DocumentNode): (set: SelectionSetNode) => Measure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const measured = new Map<string, Measure>();

  const ofSet = (set: SelectionSetNode): Measure => {
    const total = nothing();
    for (const selection of set.selections) add(total, ofSelection(selection));
    total.repetitions += repetitionsIn(set);
    return total;
  };

  const ofSelection = (selection: SelectionNode): Measure => {
    const inner = innerOf(selection);
    const isField = selection.kind === Kind.FIELD;
    return {
      depth: inner.depth + (isField ? 1 : 0),
      aliases: inner.aliases + (isField && selection.alias ? 1 : 0),
      directives: inner.directives + (selection.directives?.length ?? 0),
      fields: inner.fields + (isField ? 1 : 0),
      repetitions: inner.repetitions,
    };
  };

  const innerOf = (selection: SelectionNode): Measure => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    return selection.selectionSet ? ofSet(selection.selectionSet) : nothing();
  };

  const ofFragment = (name: string): Measure => {
    const known = measured.get(name);
    if (known) return known;
    // Stands while the fragment is measured: one that spreads itself is refused by the validation.
    measured.set(name, nothing());
    const fragment = fragments.get(name);
    const size = fragment ? ofSet(fragment.selectionSet) : nothing();
    measured.set(name, size);
    return size;
  };

  return ofSet;
}

function nothing(): Measure {
  return { depth: 0, aliases: 0, directives: 0, fields: 0, repetitions: 0 };
}

function repetitionsIn({ selections }: SelectionSetNode): number {
  const named = selections.filter((each) => each.kind !== Kind.INLINE_FRAGMENT);
  const names = named.map((each) =>
    each.kind === Kind.FIELD ? (each.alias ?? each.name).value : `...${each.name.value}`,
  );
  return names.length - new Set(names).size;
}

function add(total: Measure, part: Measure): void {
  total.depth = Math.max(total.depth, part.depth);
  total.aliases += part.aliases;
  total.directives += part.directives;
  total.fields += part.fields;
  total.repetitions += part.repetitions;
}
