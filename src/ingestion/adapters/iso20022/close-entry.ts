import { formatMinor, type Money } from "../../../shared/money.js";
import type { ControlTotal } from "../../canonical-transaction.js";
import { RefusedInput, type Place } from "../refuse-input.js";
import type { CamtDocument } from "./camt-document.js";
import type { BatchDraft, ClosedBatch, EntryDraft, EntryHead } from "./entry-draft.js";
import { contradiction, readCount, signed } from "./notification-totals.js";
import { readAmount } from "./read-amount.js";
import { commonDetails, TransactionDetails } from "./transaction-details.js";

/**
 * Ends a `TxDtls`. With an amount it is a row of its own; without one it only describes its entry,
 * and an entry whose details have an amount in part cannot be split and is refused.
 * @throws RefusedInput MISSING_ELEMENT, UNKNOWN_STATUS, INVALID_AMOUNT, LIMIT_EXCEEDED ...
 */
export function closeDetails(
  document: CamtDocument,
  entry: EntryDraft,
  details: TransactionDetails,
): void {
  const head = entry.head();
  const money = details.amount ?? underlyingAmount(details, head);
  const isPriced = money !== undefined;
  if (entry.detailCount > 0 && isPriced !== entry.pricedCount > 0) pricedInPart(document, entry);
  entry.detailCount += 1;
  if (!isPriced) {
    entry.common = entry.common === undefined ? details : commonDetails(entry.common, details);
    return;
  }
  const direction = details.direction ?? head.direction;
  entry.pricedCount += 1;
  if (details.amount === undefined) entry.underlyingCount += 1;
  entry.hasZero ||= money.amountMinor === 0n;
  entry.signedSum += signed(money.amountMinor, direction);
  entry.hasMixedCurrencies ||= (entry.detailCurrency ?? money.currency) !== money.currency;
  entry.detailCurrency ??= money.currency;
  document.add(details, entry, money, direction);
}

/** Versions 2 and 3 have no amount but the underlying one; in another currency it is no help. */
function underlyingAmount(details: TransactionDetails, head: EntryHead): Money | undefined {
  const { underlying } = details;
  if (underlying === undefined || underlying.currency !== head.amount.currency) return undefined;
  return readAmount(underlying.text, underlying.currency);
}

function pricedInPart(document: CamtDocument, entry: EntryDraft): void {
  const reason = "some transactions of this entry have an amount and some have none";
  if (!document.message.isStatement) throw new RefusedInput("MISSING_ELEMENT", reason);
  entry.isWhole = true;
}

/**
 * Ends an `Ntry`: its details must add up to it, and then it is posted by its details, or whole.
 * @throws RefusedInput CONTROL_TOTAL and what an entry's head may lack
 */
export function closeEntry(document: CamtDocument, entry: EntryDraft): void {
  const head = entry.head();
  document.countEntry(head.amount, head.direction, head.unposted === undefined);
  if (document.message.isStatement) closeStatementEntry(document, entry, head);
  else if (entry.pricedCount === 0) addWhole(document, entry, head);
  else if (isAloneAndForeign(entry, head)) bookAlone(document, entry, head);
  else checkSum(document, entry, head);
  for (const batch of entry.batches) checkBatch(document, batch);
  setAside(document, entry, head);
}

/**
 * What moved the balance is the entry: it is a line of its own unless its details give its sum.
 * The details of banks that send samples, charges or other currencies do not.
 */
function closeStatementEntry(document: CamtDocument, entry: EntryDraft, head: EntryHead): void {
  const isSplit =
    entry.pricedCount > 0 &&
    !entry.isWhole &&
    !entry.hasMixedCurrencies &&
    entry.detailCurrency === head.amount.currency &&
    entry.signedSum === signed(head.amount.amountMinor, head.direction);
  if (isSplit) return;
  entry.batches.length = 0;
  document.transactions.splice(entry.firstRow);
  const details = entry.common ?? new TransactionDetails();
  document.add(details, entry, head.amount, head.direction);
}

function addWhole(document: CamtDocument, entry: EntryDraft, head: EntryHead): void {
  const details = entry.common ?? new TransactionDetails();
  const direction = details.direction ?? head.direction;
  if (direction !== head.direction) throw otherWay(entry, head);
  document.add(details, entry, head.amount, direction);
}

/**
 * A single detail whose amount is the underlying one, or is in another currency: charges and
 * exchange lie between it and the booking, and what moved on the account is the entry's amount.
 */
function isAloneAndForeign(entry: EntryDraft, head: EntryHead): boolean {
  if (entry.detailCount !== 1) return false;
  return entry.underlyingCount === 1 || entry.detailCurrency !== head.amount.currency;
}

function bookAlone(document: CamtDocument, entry: EntryDraft, head: EntryHead): void {
  const row = document.transactions.at(-1);
  if (row?.direction !== head.direction) throw otherWay(entry, head);
  row.amountMinor = head.amount.amountMinor;
  row.currency = head.amount.currency;
}

function otherWay(entry: EntryDraft, head: EntryHead): RefusedInput {
  const way = head.direction === "IN" ? "debit" : "credit";
  const reason = `the entry is declared as ${figure(head)}, but its only transaction is a ${way}`;
  return new RefusedInput("CONTROL_TOTAL", reason, entry.place);
}

/** The entry's amount with its sign and currency, for a person. */
function figure({ amount, direction }: EntryHead): string {
  const { amountMinor, currency } = amount;
  return `${formatMinor(signed(amountMinor, direction), currency)} ${currency}`;
}

function checkSum(document: CamtDocument, entry: EntryDraft, head: EntryHead): void {
  const { currency } = head.amount;
  if (entry.hasMixedCurrencies || entry.detailCurrency !== currency) {
    throw foreignDetails(entry, head);
  }
  const declared = signed(head.amount.amountMinor, head.direction);
  const total: ControlTotal = {
    kind: "ENTRY_SUM",
    currency,
    declared,
    computed: entry.signedSum,
    line: entry.place.line,
  };
  if (total.declared !== total.computed) {
    const what = `the amount of the entry with ${entry.detailCount} transactions`;
    throw contradiction(total, what, entry.place);
  }
  document.controlTotals.push(total);
}

function foreignDetails(entry: EntryDraft, head: EntryHead): RefusedInput {
  const sum = entry.hasMixedCurrencies
    ? "several currencies"
    : `${formatMinor(entry.signedSum, entry.detailCurrency ?? "")} ${entry.detailCurrency}`;
  const reason = `the entry is declared as ${figure(head)}, but its body gives ${sum}`;
  return new RefusedInput("CONTROL_TOTAL", reason, entry.place);
}

/** Takes out what moves no money: an entry that is not booked yet, amounts of zero. */
function setAside(document: CamtDocument, entry: EntryDraft, head: EntryHead): void {
  const { transactions, unposted } = document;
  const isPosted = head.unposted === undefined;
  if (isPosted && !entry.hasZero && head.amount.amountMinor > 0n) return;
  const { line } = entry.place;
  for (const row of transactions.splice(entry.firstRow)) {
    if (isPosted && row.amountMinor > 0n) transactions.push(row);
    else unposted.push({ position: row.position, line, reason: head.unposted ?? "ZERO_AMOUNT" });
  }
}

/**
 * Ends an `NtryDtls`: what its batch declares is held against its details when their sum has been
 * found right. Many banks send the batch alone, or one detail as a sample without an amount.
 */
export function closeBatch(entry: EntryDraft, batch: BatchDraft): void {
  const isDeclared = batch.count !== undefined || batch.amount !== undefined;
  const details = entry.detailCount - batch.detailsBefore;
  if (!isDeclared || details === 0 || entry.pricedCount === 0) return;
  const sum = entry.signedSum - batch.sumBefore;
  entry.batches.push({ ...batch, details, sum, currency: entry.detailCurrency });
}

/** @throws RefusedInput CONTROL_TOTAL, INVALID_AMOUNT */
function checkBatch(document: CamtDocument, batch: ClosedBatch): void {
  const { count, amount, sum, place, currency } = batch;
  const { line } = place;
  // A single detail may stand for the whole batch, with the sum of what its number counts.
  if (count !== undefined && batch.details > 1) {
    const declared = readCount(count, place);
    const computed = BigInt(batch.details);
    hold(document, place, { kind: "BATCH_COUNT", declared, computed, line });
  }
  if (amount === undefined || amount.currency !== currency) return;
  const isDebit = batch.isDebit ?? sum < 0n;
  const declared = isDebit ? -amount.amountMinor : amount.amountMinor;
  hold(document, place, { kind: "BATCH_SUM", currency, declared, computed: sum, line });
}

function hold(document: CamtDocument, place: Place, total: ControlTotal): void {
  if (total.declared !== total.computed) {
    const what = total.kind === "BATCH_COUNT" ? "the number of a batch" : "the sum of a batch";
    throw contradiction(total, what, place);
  }
  document.controlTotals.push(total);
}
