import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { DomainError } from "../shared/errors.js";
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from "../shared/graphql/page.type.js";

/** The most that one operation may cost. */
export const MAX_OPERATION_COST = 30_000;
/** What a list without a page size is taken to have. */
const ASSUMED_ITEMS = 10;

export class OperationTooCostly extends DomainError {
  constructor(cost: number) {
    super(
      "PAYLOAD_TOO_LARGE",
      `The operation may read ${cost} rows, ${MAX_OPERATION_COST} is the limit: ask for smaller ` +
        "pages, or for less in each item",
    );
  }
}

type Variables = Readonly<Record<string, unknown>>;
/** Rows that may be read, with the variables of a request. */
type Cost = (variables: Variables) => number;

/** Tells what an operation costs: the rows that it may read at most, and one for itself. */
export class OperationCosts {
  readonly #schema: GraphQLSchema;
  readonly #known = new WeakMap<OperationDefinitionNode, Cost>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /**
   * Analysed once for each operation; only page sizes are looked up anew.
   * @throws OperationTooCostly
   */
  requested(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables | null | undefined,
  ): number {
    let cost = this.#known.get(operation);
    if (!cost)
      this.#known.set(operation, (cost = new Analysis(this.#schema, document).of(operation)));
    const rows = 1 + cost(variables ?? {});
    if (rows > MAX_OPERATION_COST) throw new OperationTooCostly(rows);
    return rows;
  }
}

const NOTHING: Cost = () => 0;

/** The cost of one operation as a function of its variables. */
class Analysis {
  readonly #schema: GraphQLSchema;
  readonly #document: DocumentNode;
  readonly #fragments = new Map<string, Cost>();
  readonly #defaults = new Map<string, unknown>();

  constructor(schema: GraphQLSchema, document: DocumentNode) {
    this.#schema = schema;
    this.#document = document;
  }

  of(operation: OperationDefinitionNode): Cost {
    for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
      if (defaultValue?.kind !== Kind.INT) continue;
      this.#defaults.set(variable.name.value, Number(defaultValue.value));
    }
    return this.#ofSet(operation.selectionSet, this.#schema.getRootType(operation.operation));
  }

  #ofSet(set: SelectionSetNode, parent: GraphQLNamedType | null | undefined): Cost {
    if (!parent) return NOTHING;
    const costs = set.selections
      .map((each) => this.#ofSelection(each, parent))
      .filter((cost) => cost !== NOTHING);
    if (costs.length === 0) return NOTHING;
    return (variables) => costs.reduce((sum, cost) => sum + cost(variables), 0);
  }

  #ofSelection(selection: SelectionNode, parent: GraphQLNamedType): Cost {
    if (selection.kind === Kind.FIELD) return this.#ofField(selection, parent);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.#ofFragment(selection.name.value);
    const on = selection.typeCondition?.name.value;
    return this.#ofSet(selection.selectionSet, on ? this.#schema.getType(on) : parent);
  }

  #ofFragment(name: string): Cost {
    const known = this.#fragments.get(name);
    if (known) return known;
    const fragment = this.#document.definitions.find(
      (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name,
    );
    if (fragment?.kind !== Kind.FRAGMENT_DEFINITION) return NOTHING;
    const on = this.#schema.getType(fragment.typeCondition.name.value);
    const cost = this.#ofSet(fragment.selectionSet, on);
    this.#fragments.set(name, cost);
    return cost;
  }

  #ofField(node: FieldNode, parent: GraphQLNamedType): Cost {
    const hasFields = isObjectType(parent) || isInterfaceType(parent);
    const field = hasFields ? parent.getFields()[node.name.value] : undefined;
    if (!field || !node.selectionSet) return NOTHING;
    const type = getNamedType(field.type);
    const inner = this.#ofSet(node.selectionSet, type);
    if (isPartOfPage(parent)) return inner; // the page counts its items
    const items = this.#itemsOf(node, field);
    if (items) return (variables) => items(variables) * (1 + inner(variables));
    return isRow(type) ? (variables) => 1 + inner(variables) : inner;
  }

  /** How many items a list may have; null for what is no list. */
  #itemsOf(
    { arguments: given = [] }: FieldNode,
    field: GraphQLField<unknown, unknown>,
  ): Cost | null {
    const isPage = getNamedType(field.type).name.endsWith("Connection");
    if (!isPage && !isListType(getNullableType(field.type))) return null;
    const size = given.find(({ name }) => SIZES.has(name.value))?.value;
    if (size?.kind === Kind.INT) return () => withinPage(Number(size.value));
    if (size?.kind === Kind.LIST) return () => size.values.length;
    const fallback = isPage ? DEFAULT_PAGE_SIZE : ASSUMED_ITEMS;
    if (size?.kind !== Kind.VARIABLE) return () => fallback;
    const name = size.name.value;
    return (variables) => sizeOf(variables[name] ?? this.#defaults.get(name) ?? fallback);
  }
}

/** Arguments that say how many items a list has at most. */
const SIZES = new Set(["first", "last", "ids"]);

function sizeOf(value: unknown): number {
  return Array.isArray(value) ? value.length : withinPage(Number(value));
}

/** Sizes that no page has are refused when the list is read. */
function withinPage(size: number): number {
  return Math.min(Math.max(Math.trunc(size) || 1, 1), MAX_PAGE_SIZE);
}

function isPartOfPage({ name }: GraphQLNamedType): boolean {
  return name.endsWith("Connection") || name.endsWith("Edge");
}

function isRow(type: GraphQLNamedType): boolean {
  if (isInterfaceType(type)) return type.name === "Node";
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === "Node");
}
