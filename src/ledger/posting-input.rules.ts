import { MAX_AMOUNT_MINOR, UnknownCurrency, isCurrency } from "../shared/money.js";
import { ACCRUAL_CODE } from "./accrual.rules.js";
import { OWN_PREFIX } from "./identity.rules.js";
import { AmountNotPositive, AmountTooLarge, EmptyBatch, InvalidText } from "./ledger.errors.js";
import type { Operation, PostingItem } from "./posting-model.rules.js";

/**
 * What can be said against an item without knowing the ledger, texts before money.
 * @throws InvalidText, EmptyBatch, AmountNotPositive, AmountTooLarge, UnknownCurrency
 */
export function assertInput(item: PostingItem): void {
  assertTexts(item);
  assertMoment(item);
  assertCodes(item);
  assertAmounts(item);
}

/** Lengths in UTF-16 units. */
export const TEXT_LIMITS = { externalId: 200, type: 64, counterparty: 500, reference: 1_000 };

function assertTexts(item: PostingItem): void {
  const { externalId, type, counterparty, reference, details } = item;
  if (externalId === "" || type === "") throw new InvalidText("external id and type", "empty");
  const { operation: op } = item;
  const own = op.kind === "SETTLE" || (op.kind === "VOID" && op.because === "EXPIRED");
  if (externalId.startsWith(OWN_PREFIX) !== own) throw new InvalidText("external id", "reserved");
  const texts = { externalId, type, counterparty, reference };
  for (const [name, limit] of Object.entries(TEXT_LIMITS) as [keyof typeof texts, number][]) {
    const text = texts[name];
    if (text === null) continue;
    if (text.length > limit) throw new InvalidText(name, `longer than ${limit} characters`);
    if (!canBeKept(text))
      throw new InvalidText(name, "not text: it has U+0000 or half a surrogate pair");
  }
  if (details !== null && !canBeKept(details)) throw new InvalidText("details", "not text");
}

/** Half a surrogate pair would be kept as another character than the one that was hashed. */
function canBeKept(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}

/** Years that Postgres and ISO 8601 write alike: 1 to 9999. */
const FIRST_MOMENT = Date.parse("0001-01-01T00:00:00Z");
const LAST_MOMENT = Date.parse("9999-12-31T23:59:59.999Z");

/** Whether a time, in milliseconds since the epoch, can be kept. */
export function isMoment(millis: number): boolean {
  return Number.isInteger(millis) && millis >= FIRST_MOMENT && millis <= LAST_MOMENT;
}

function assertMoment({ occurredAt }: PostingItem): void {
  if (isMoment(occurredAt)) return;
  throw new InvalidText("time of occurrence", "not a moment of the years 1 to 9999");
}

/** A caller's own transfer may not look like an accrual: undoing a transaction leaves those out. */
function assertCodes({ operation }: PostingItem): void {
  if (operation.kind !== "TRANSFER") return;
  for (const { code } of operation.legs) {
    if (code === ACCRUAL_CODE)
      throw new InvalidText("code", `"${code}", which is the ledger's own`);
    if (code === "" || code.length > TEXT_LIMITS.type || !canBeKept(code))
      throw new InvalidText("code", `not a word of 1 to ${TEXT_LIMITS.type} characters`);
  }
}

const MAY_BE_ZERO = new Set<Operation["kind"]>(["VOID", "REVERSAL", "ROLLBACK", "SETTLE"]);

function assertAmounts(item: PostingItem): void {
  const { operation: op, amountMinor, currency } = item;
  if (op.kind === "TRANSFER" && op.legs.length === 0) throw new EmptyBatch();
  const mayBeZero = MAY_BE_ZERO.has(op.kind);
  const legs = op.kind === "TRANSFER" ? op.legs : [];
  assertAmount(amountMinor, mayBeZero);
  for (const leg of legs) assertAmount(leg.amountMinor, false);
  if (!isCurrency(currency)) throw new UnknownCurrency(currency);
  for (const leg of legs) if (!isCurrency(leg.currency)) throw new UnknownCurrency(leg.currency);
}

function assertAmount(amountMinor: bigint, mayBeZero: boolean): void {
  if (amountMinor < 0n || (amountMinor === 0n && !mayBeZero)) {
    throw new AmountNotPositive(amountMinor);
  }
  if (amountMinor > MAX_AMOUNT_MINOR) throw new AmountTooLarge();
}
