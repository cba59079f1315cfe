import type { CommandContext } from "../shared/commands/command-context.js";
import { poolSql } from "../shared/database/sql.js";
import { InvalidInput } from "../shared/input.errors.js";
import {
  declarativeAdapter,
  readDefinition,
  type Adapter,
  type Refusal,
} from "./adapters/index.js";
import type { CanonicalDocument, RefusedLine } from "./canonical-document.js";
import type { CanonicalTransaction, ControlTotal } from "./canonical-transaction.js";
import { totalsOf, type DocumentTotal } from "./document.rules.js";
import { definitionOf } from "./draft-adapter.js";
import { findAdapter } from "./find-adapter.js";
import { readFile } from "./read-file.js";

/** What a sample is tried with: an adapter, or a definition that is not drafted yet. */
export interface DryRunAdapter {
  adapter?: string | null;
  version?: number | null;
  /** JSON. */
  definition?: string | null;
  fileName: string;
  /** Base64. */
  sample: string;
}

export const DRY_RUN_LIMITS = {
  /** Characters of the sample in Base64: 3 MiB. */
  sampleCharacters: 4 * 1024 ** 2,
  /** Rows, and refused lines, that are listed. */
  listed: 100,
};

/** How many of the rows have a field. */
export interface FieldCoverage {
  field: string;
  filled: number;
}

/** What an adapter makes of a sample; nothing of it is kept. */
export interface DryRun {
  refusal: Refusal | null;
  format: string | null;
  /** Rows that would be posted. */
  transactions: number;
  unposted: number;
  refused: number;
  totals: DocumentTotal[];
  rows: CanonicalTransaction[];
  coverage: FieldCoverage[];
  refusedLines: RefusedLine[];
  controlTotals: ControlTotal[];
}

const FIELDS = [
  "externalId",
  "occurredAt",
  "valueDate",
  "amountMinor",
  "currency",
  "direction",
  "type",
  "counterparty",
  "counterpartyName",
  "reference",
  "remittance",
  "bankReference",
  "reversalOf",
  "returnReason",
  "account",
] as const satisfies readonly (keyof CanonicalTransaction)[];

/** Reads a sample and says what would come of it. @throws InvalidInput, UnknownAdapter */
export async function dryRunAdapter(ctx: CommandContext, input: DryRunAdapter): Promise<DryRun> {
  const adapter = await adapterOf(ctx, input);
  const bytes = sampleOf(input.sample);
  const { content } = await readFile(adapter, { name: input.fileName, bytes: once(bytes) });
  return "refusal" in content
    ? { ...summaryOf([]), refusal: content.refusal }
    : summaryOf(content.documents);
}

async function adapterOf(ctx: CommandContext, input: DryRunAdapter): Promise<Adapter> {
  const { adapter, version, definition } = input;
  if (definition) {
    return declarativeAdapter("draft", "0", readDefinition(definitionOf(definition)));
  }
  if (adapter) return findAdapter(poolSql(ctx.database.pool), adapter, version);
  throw new InvalidInput('Name the "adapter", or give a "definition"', ["adapter"]);
}

function sampleOf(base64: string): Buffer {
  const limit = DRY_RUN_LIMITS.sampleCharacters;
  if (base64.length > limit) {
    throw new InvalidInput(`A sample has at most ${limit} characters in Base64`, ["sample"]);
  }
  return Buffer.from(base64, "base64");
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function summaryOf(documents: readonly CanonicalDocument[]): DryRun {
  const rows = documents.flatMap(({ transactions }) => transactions);
  const refusedLines = documents.flatMap((document) => document.refusedLines ?? []);
  const { listed } = DRY_RUN_LIMITS;
  return {
    refusal: null,
    format: documents[0]?.format ?? null,
    transactions: rows.length,
    unposted: documents.reduce((sum, { unposted }) => sum + unposted.length, 0),
    refused: refusedLines.length,
    totals: totalsOf(rows),
    rows: rows.slice(0, listed),
    coverage: FIELDS.map((field) => ({
      field,
      filled: rows.reduce((sum, row) => sum + (row[field] === undefined ? 0 : 1), 0),
    })),
    refusedLines: refusedLines.slice(0, listed),
    controlTotals: documents.flatMap(({ controlTotals }) => controlTotals).slice(0, listed),
  };
}
