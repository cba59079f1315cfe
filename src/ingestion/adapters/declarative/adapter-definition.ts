import { z } from "zod";
import { InvalidInput } from "../../../shared/input.errors.js";

/** What a definition may be at most. */
export const DEFINITION_LIMITS = {
  /** Characters of the definition as JSON. */
  characters: 64 * 1024,
  columns: 500,
  rows: 10,
};

const name = z.string().min(1).max(200);
const text = z.string().max(1_000);
const map = z.record(z.string().max(200), z.string().max(200));

/** Where a value comes from: fields of the record, a constant, or an expression (CEL). */
const source = z.union([
  z.strictObject({ from: z.union([name, z.array(name).min(1).max(5)]), else: text.optional() }),
  z.strictObject({ const: text }),
  z.strictObject({ expression: z.string().min(1).max(2_000) }),
]);

const mapped = z.union([
  z.strictObject({
    from: name,
    map,
    /** What becomes of a value that the map does not have. Default: the line is refused. */
    otherwise: z.union([z.literal("KEEP"), z.strictObject({ const: text })]).optional(),
  }),
  ...source.options,
]);

const amountSource = z.strictObject({
  value: source.optional(),
  /** Two columns instead of one: what came in and what went out. */
  credit: source.optional(),
  debit: source.optional(),
  /** MAJOR: units of the currency; MINOR: its minor units; a number: units of ten to minus that. */
  scale: z.union([z.enum(["MAJOR", "MINOR"]), z.int().min(0).max(12)]).default("MAJOR"),
  decimalMark: z.enum([".", ","]).default("."),
  /** What becomes of digits beyond the currency's. Default: the line is refused. */
  rounding: z.enum(["REFUSE", "HALF_UP", "HALF_EVEN", "DOWN"]).default("REFUSE"),
});

const direction = z.union([
  z.strictObject({ const: z.enum(["IN", "OUT"]) }),
  /** The sign of the amount; `positive` says what no sign means. */
  z.strictObject({ bySign: z.strictObject({ positive: z.enum(["IN", "OUT"]) }) }),
  z.strictObject({ from: name, map: z.record(z.string().max(200), z.enum(["IN", "OUT"])) }),
  z.strictObject({ expression: z.string().min(1).max(2_000) }),
]);

const moment = z.strictObject({
  value: source,
  /** ISO, UNIX_SECONDS, UNIX_MS, or a pattern such as "yyyy-MM-dd HH:mm:ss". */
  format: z.string().min(1).max(40).default("ISO"),
  /** IANA name; default: that of the definition. */
  zone: name.optional(),
  /** A field that names the zone of its record. */
  zoneFrom: name.optional(),
});

const row = z.strictObject({
  /** A condition; a record without any row is counted as no payment. */
  when: z.string().min(1).max(2_000).optional(),
  /** A list within the record: a row for each of its items, which are then `item`. */
  each: name.optional(),
  externalId: source,
  type: mapped,
  amount: amountSource,
  direction: direction.optional(),
  currency: mapped,
  occurredAt: moment,
  valueDate: moment.optional(),
  counterparty: source.optional(),
  reference: source.optional(),
  remittance: source.optional(),
  reversalOf: source.optional(),
  account: source.optional(),
});

const columns = z.array(name).min(1).max(DEFINITION_LIMITS.columns);

const format = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("JSON"),
    /** The list of records, as a path; "" when the document is the list, or one record. */
    records: z.string().max(200).default(""),
  }),
  z.strictObject({ kind: z.literal("NDJSON") }),
  z.strictObject({
    kind: z.literal("DELIMITED"),
    delimiter: z.string().min(1).max(3).default(","),
    quote: z.enum(['"', "'", ""]).default('"'),
    /** Names of the columns; left out, the first line has them. */
    columns: columns.optional(),
    skipLines: z.int().min(0).max(100).default(0),
    encoding: z.enum(["UTF-8", "WINDOWS-1252", "ISO-8859-1"]).default("UTF-8"),
    /** Files of several kinds of lines: what the first column says of data and of their header. */
    mark: z.strictObject({ data: name, header: name.optional() }).optional(),
  }),
  z.strictObject({
    kind: z.literal("FIXED_WIDTH"),
    encoding: z.enum(["UTF-8", "WINDOWS-1252", "ISO-8859-1"]).default("ISO-8859-1"),
    /** Only lines that have `text` at `start` are records. */
    mark: z.strictObject({ start: z.int().min(1), text: name }).optional(),
    fields: z
      .array(z.strictObject({ name, start: z.int().min(1), length: z.int().min(1).max(1_000) }))
      .min(1)
      .max(DEFINITION_LIMITS.columns),
  }),
  z.strictObject({
    kind: z.literal("XML"),
    /** Path of the record's element from the root, such as "Report/Payments/Payment". */
    record: name,
  }),
]);

/** A total that a line of the document declares; the line is found by its first column. */
const controlTotal = z.strictObject({
  mark: name,
  /** Counted from 1. */
  column: z.int().min(1).max(DEFINITION_LIMITS.columns),
  kind: z.enum(["COUNT", "SUM_IN", "SUM_OUT"]),
  /** The column with the currency of a sum; left out, the document has one. */
  currencyColumn: z.int().min(1).max(DEFINITION_LIMITS.columns).optional(),
  scale: z.enum(["MAJOR", "MINOR"]).default("MAJOR"),
});

const definition = z.strictObject({
  format,
  /** IANA name of the zone of times that name none. */
  zone: name.default("UTC"),
  rows: z.array(row).min(1).max(DEFINITION_LIMITS.rows),
  controlTotals: z.array(controlTotal).max(20).default([]),
  /** Endings of the names of files that are this adapter's, such as ".csv". */
  files: z.array(z.string().min(1).max(40)).max(20).default([]),
});

/** How a partner's format is read, as data. */
export type AdapterDefinition = z.infer<typeof definition>;
export type RowDefinition = AdapterDefinition["rows"][number];
export type SourceDefinition = z.infer<typeof source>;
export type MappedDefinition = z.infer<typeof mapped>;
export type MomentDefinition = z.infer<typeof moment>;
export type AmountDefinition = z.infer<typeof amountSource>;
export type DirectionDefinition = z.infer<typeof direction>;
export type ControlTotalDefinition = z.infer<typeof controlTotal>;
export type DelimitedFormat = Extract<AdapterDefinition["format"], { kind: "DELIMITED" }>;
export type FixedWidthFormat = Extract<AdapterDefinition["format"], { kind: "FIXED_WIDTH" }>;

/**
 * Reads a definition from JSON. Whether its expressions and patterns are good, compiling it says.
 * @throws InvalidInput with the path of what is wrong
 */
export function readDefinition(value: unknown): AdapterDefinition {
  if (JSON.stringify(value ?? null).length > DEFINITION_LIMITS.characters) {
    const limit = DEFINITION_LIMITS.characters;
    throw new InvalidInput(`A definition has at most ${limit} characters`, ["definition"]);
  }
  const read = definition.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const path = (issue?.path ?? []).map((step) => (typeof step === "number" ? step : String(step)));
  const where = path.length === 0 ? "" : ` at ${path.join(".")}`;
  throw new InvalidInput(
    `The definition is wrong${where}: ${issue?.message ?? "it is no object"}`,
    ["definition", ...path],
  );
}
