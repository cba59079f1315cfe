import type { CanonicalDocument } from "./canonical-transaction.js";
import type { Adapter, AdapterOptions, ParsedDocument, Refusal } from "./adapters/index.js";
import { ARCHIVE_LIMITS, type ArchiveLimits } from "./archive-expansion.js";
import { openInput, type InputSource } from "./archive-members.js";

/** What became of one document or file of an input. */
export type DocumentOutcome =
  | { kind: "accepted"; file: string; document: CanonicalDocument }
  | { kind: "refused"; file: string; refusal: Refusal }
  | { kind: "skipped"; file: string; note: string };

export interface ReadingOptions extends AdapterOptions {
  limits?: ArchiveLimits;
}

/**
 * Reads inputs through an adapter, archives opened, one document in memory at a time and only when
 * asked for the next. A refused document stops nothing: the others go on.
 */
export async function* readDocuments(
  adapter: Adapter,
  sources: AsyncIterable<InputSource> | Iterable<InputSource>,
  options: ReadingOptions = {},
): AsyncGenerator<DocumentOutcome> {
  for await (const source of sources) yield* readInput(adapter, source, options);
}

async function* readInput(
  adapter: Adapter,
  source: InputSource,
  options: ReadingOptions,
): AsyncGenerator<DocumentOutcome> {
  const { limits = ARCHIVE_LIMITS, ...adapterOptions } = options;
  const accepts = (name: string): boolean => adapter.accepts(name);
  for await (const member of openInput(source, accepts, limits)) {
    if (member.kind === "skipped") {
      yield { kind: "skipped", file: member.name, note: member.note };
    } else if (member.kind === "refused") {
      yield { kind: "refused", file: member.refusal.file, refusal: member.refusal };
    } else {
      const parsed = adapter.parse(member.bytes, member, adapterOptions);
      for await (const document of parsed) yield outcomeOf(member.name, document);
    }
  }
}

function outcomeOf(file: string, parsed: ParsedDocument): DocumentOutcome {
  if (!parsed.ok) return { kind: "refused", file, refusal: parsed.refusal };
  const { ok: _, ...document } = parsed;
  return { kind: "accepted", file, document };
}
