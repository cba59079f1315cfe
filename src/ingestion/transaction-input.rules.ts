import type { PartnerTransaction } from "../ledger/index.js";
import { InvalidInput } from "../shared/input.errors.js";
import { parseMinor } from "../shared/money.js";

/** What a transaction that a caller sends may have; what else it has would be lost unseen. */
const FIELDS: ReadonlySet<string> = new Set([
  "externalId",
  "type",
  "direction",
  "amount",
  "amountMinor",
  "currency",
  "occurredAt",
  "counterparty",
  "reference",
]);

/** An amount as a caller gives it: in major units as a decimal, or in minor units; not both. */
export interface AmountInput {
  amount?: unknown;
  amountMinor?: unknown;
  currency: string;
}

/**
 * A partner's transaction from a JSON value. Checked by hand, because this runs for every line of a
 * stream; what the ledger's core checks anyway is left to it.
 * @throws InvalidInput, InvalidAmount, UnknownCurrency
 */
export function transactionOf(value: unknown, partnerId: string): PartnerTransaction {
  const fields = fieldsOf(value);
  const currency = text(fields, "currency");
  return {
    partnerId,
    externalId: text(fields, "externalId"),
    type: text(fields, "type"),
    direction: directionOf(fields["direction"]),
    amountMinor: amountMinorOf(fields as object as AmountInput),
    currency,
    occurredAt: momentOf(fields["occurredAt"]),
    counterparty: optionalText(fields, "counterparty"),
    reference: optionalText(fields, "reference"),
  };
}

function fieldsOf(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new InvalidInput("A transaction is a JSON object");
  }
  for (const name in value) if (!FIELDS.has(name)) throw unknownField(name);
  return value as Record<string, unknown>;
}

function unknownField(name: string): InvalidInput {
  const known = [...FIELDS].join(", ");
  const message = `"${name.slice(0, 64)}" is not a field of a transaction; there are ${known}`;
  return new InvalidInput(message, [name.slice(0, 64)]);
}

const TEXTS = ["externalId", "type", "counterparty", "reference"] as const;

/** @throws InvalidInput for a text with half a surrogate pair, which Postgres cannot keep */
export function assertUnicode(texts: { [Name in (typeof TEXTS)[number]]?: string | null }): void {
  for (const name of TEXTS) {
    if (texts[name]?.isWellFormed() === false) throw notUnicode(name);
  }
}

function notUnicode(name: string): InvalidInput {
  return new InvalidInput(`"${name}" is not a string of Unicode characters`, [name]);
}

function text(fields: Record<string, unknown>, name: string): string {
  const value = optionalText(fields, name);
  if (value !== null) return value;
  throw new InvalidInput(`"${name}" is missing`, [name]);
}

function optionalText(fields: Record<string, unknown>, name: string): string | null {
  const value = fields[name] ?? null;
  if (value === null || (typeof value === "string" && value.isWellFormed())) return value;
  throw notUnicode(name);
}

function directionOf(value: unknown): "IN" | "OUT" {
  if (value === "IN" || value === "OUT") return value;
  throw new InvalidInput('"direction" is "IN" or "OUT"', ["direction"]);
}

const MINOR = /^-?\d{1,19}$/;

/**
 * Minor units of an amount that is given as a decimal of major units or as whole minor units.
 * @throws InvalidInput, InvalidAmount, UnknownCurrency
 */
export function amountMinorOf({ amount, amountMinor, currency }: AmountInput): bigint {
  if ((amount == null) === (amountMinor == null)) {
    throw new InvalidInput('Give "amount" (major units) or "amountMinor", one of them', ["amount"]);
  }
  if (amount != null) return parseMinor(moneyText("amount", amount), currency);
  if (typeof amountMinor === "bigint") return amountMinor;
  const digits = moneyText("amountMinor", amountMinor);
  if (MINOR.test(digits)) return BigInt(digits);
  const message = `"${digits.slice(0, 64)}" is not a whole number of minor units`;
  throw new InvalidInput(message, ["amountMinor"]);
}

function moneyText(name: string, value: unknown): string {
  if (typeof value === "string") return value;
  const example = name === "amount" ? '"12.50"' : '"1250"';
  const what = typeof value === "number" ? "a JSON number, which is not exact" : "no string";
  throw new InvalidInput(`"${name}" is ${what}; send it as a string, such as ${example}`, [name]);
}

const MOMENT =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** An instant of ISO 8601 with its offset; without one it would be another time in each zone. */
function momentOf(value: unknown): Date {
  const parts = typeof value === "string" ? MOMENT.exec(value) : null;
  if (parts === null || !isDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))) {
    const example = "2026-01-31T15:00:00Z";
    const message = `"occurredAt" is a time of ISO 8601 with an offset, such as "${example}"`;
    throw new InvalidInput(message, ["occurredAt"]);
  }
  return new Date(parts[0]);
}

/** JavaScript rolls February 30 over into March. */
function isDay(year: number, month: number, day: number): boolean {
  return day <= 28 || new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}
