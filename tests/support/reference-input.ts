import type { PostingItem } from "../../src/ledger/posting-model.rules.js";
import { LARGEST, refuse } from "./reference-refusal.js";

/** The currencies that the reference ledger's histories use, beside one that does not exist. */
const CURRENCIES = ["EUR", "USD", "KRW"];

/** As far as a transaction may lie back or ahead: the years 1 to 9999. */
const FIRST_MOMENT = Date.parse("0001-01-01T00:00:00Z");
const LAST_MOMENT = Date.parse("9999-12-31T23:59:59.999Z");

export function refuseBadTexts(item: PostingItem): void {
  const { externalId, type, counterparty, reference, details, operation, occurredAt } = item;
  const expires = operation.kind === "VOID" && operation.because === "EXPIRED";
  if (externalId.startsWith("tutti:") !== expires) refuse("INVALID_INPUT");
  if (externalId.length < 1 || externalId.length > 200) refuse("INVALID_INPUT");
  if (type.length < 1 || type.length > 64) refuse("INVALID_INPUT");
  if (counterparty !== null && counterparty.length > 500) refuse("INVALID_INPUT");
  if (reference !== null && reference.length > 1_000) refuse("INVALID_INPUT");
  for (const text of [externalId, type, counterparty, reference, details]) {
    if (text !== null && !canBeKept(text)) refuse("INVALID_INPUT");
  }
  const kept = occurredAt >= FIRST_MOMENT && occurredAt <= LAST_MOMENT;
  if (!kept || !Number.isInteger(occurredAt)) refuse("INVALID_INPUT");
  const codes = operation.kind === "TRANSFER" ? operation.legs.map((leg) => leg.code) : [];
  // The ledger's own word for what it accrues: one's own transfers may not be mistaken for it.
  if (codes.includes("ACCRUAL")) refuse("INVALID_INPUT");
}

/** Postgres keeps every text but those with U+0000 and with halves of a surrogate pair. */
function canBeKept(text: string): boolean {
  return !text.includes("\0") && new TextDecoder().decode(new TextEncoder().encode(text)) === text;
}

export function refuseBadAmounts({ operation, amountMinor, currency }: PostingItem): void {
  const legs = operation.kind === "TRANSFER" ? operation.legs : [];
  if (operation.kind === "TRANSFER" && legs.length === 0) refuse("EMPTY_BATCH");
  const mayBeZero = ["VOID", "REVERSAL", "ROLLBACK"].includes(operation.kind);
  const amounts = legs.map((leg) => leg.amountMinor);
  if (amountMinor < (mayBeZero ? 0n : 1n) || amounts.some((amount) => amount < 1n)) {
    refuse("INVALID_AMOUNT");
  }
  if ([amountMinor, ...amounts].some((amount) => amount > LARGEST)) refuse("INVALID_AMOUNT");
  const currencies = [currency, ...legs.map((leg) => leg.currency)];
  if (!currencies.every((each) => CURRENCIES.includes(each))) refuse("UNKNOWN_CURRENCY");
}
