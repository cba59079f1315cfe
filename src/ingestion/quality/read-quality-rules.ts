import { z } from "zod";
import { InvalidInput } from "../../shared/input.errors.js";
import { isCurrency } from "../../shared/money.js";
import type { QualityRule } from "./quality-rule.rules.js";

export const QUALITY_RULE_LIMITS = {
  rules: 50,
  /** Characters of all rules as JSON. */
  characters: 64 * 1024,
};

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(64);
const currency = z.string().refine(isCurrency, "a currency that the hub knows is expected");
const minor = z.string().regex(/^\d{1,19}$/);
const field = z.enum(["externalId", "type", "counterparty", "reference"]);
const keyField = z.enum([
  ...field.options,
  "amountMinor",
  "currency",
  "direction",
  "occurredAt",
  "day",
]);

const rule = z.discriminatedUnion("kind", [
  z.strictObject({
    id,
    kind: z.literal("SCHEMA"),
    field,
    required: z.boolean().default(true),
    minLength: z.int().min(1).max(1_000).optional(),
    maxLength: z.int().min(1).max(1_000).optional(),
    startsWith: z.string().min(1).max(100).optional(),
    characters: z.enum(["DIGITS", "LETTERS_AND_DIGITS"]).optional(),
  }),
  z.strictObject({ id, kind: z.literal("CURRENCY"), allowed: z.array(currency).min(1).max(200) }),
  z.strictObject({
    id,
    kind: z.literal("TYPE"),
    allowed: z.array(z.string().min(1).max(64)).min(1).max(200),
  }),
  z.strictObject({
    id,
    kind: z.literal("AMOUNT"),
    /** Bounds are minor units of one currency. */
    currency,
    /** Left out, it is about all of them. */
    types: z.array(z.string().min(1).max(64)).min(1).max(200).optional(),
    minMinor: minor.optional(),
    maxMinor: minor.optional(),
  }),
  z.strictObject({
    id,
    kind: z.literal("TIME"),
    maxAgeHours: z.int().min(1).max(87_600).optional(),
    maxAheadMinutes: z.int().min(0).max(525_600).optional(),
  }),
  z.strictObject({
    id,
    kind: z.literal("DUPLICATE"),
    fields: z.array(keyField).min(1).max(9),
    withinDays: z.int().min(1).max(366).default(31),
  }),
  z.strictObject({
    id,
    kind: z.literal("SEQUENCE"),
    field: z.enum(["externalId", "reference"]),
    /** Only values that begin so are of the sequence; the number is what follows. */
    prefix: z.string().max(100).default(""),
  }),
  z.strictObject({
    id,
    kind: z.literal("CONTROL_TOTALS"),
    /** Kinds of totals that a document has to state, such as FILE_SUM. */
    stated: z.array(z.string().min(1).max(64)).max(20).default([]),
    /** Whether opening and movements of a statement have to lead to its closing. */
    balances: z.boolean().default(false),
  }),
  z.strictObject({
    id,
    kind: z.literal("FRESHNESS"),
    everyMinutes: z.int().min(1).max(527_040),
  }),
]);

const rules = z.array(rule).max(QUALITY_RULE_LIMITS.rules);

/** Reads the rules of a source from JSON. @throws InvalidInput with the path of what is wrong */
export function readQualityRules(value: unknown): QualityRule[] {
  if (JSON.stringify(value ?? null).length > QUALITY_RULE_LIMITS.characters) {
    const limit = QUALITY_RULE_LIMITS.characters;
    throw new InvalidInput(`The rules of a source have at most ${limit} characters`, ["rules"]);
  }
  const read = rules.safeParse(value);
  if (!read.success) throw wrong(read.error.issues[0]);
  const names = new Set(read.data.map((each) => each.id));
  if (names.size === read.data.length) return read.data;
  throw new InvalidInput("Two rules have the same id", ["rules"]);
}

function wrong(issue: z.core.$ZodIssue | undefined): InvalidInput {
  const path = (issue?.path ?? []).map((step) => (typeof step === "number" ? step : String(step)));
  const where = path.length === 0 ? "" : ` at ${path.join(".")}`;
  const message = `The rules are wrong${where}: ${issue?.message ?? "they are no list"}`;
  return new InvalidInput(message, ["rules", ...path]);
}
