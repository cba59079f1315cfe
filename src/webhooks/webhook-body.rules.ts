import type { BalanceChange } from "../ledger/index.js";
import type { StreamedTransaction } from "../live/index.js";
import { formatMinor } from "../shared/money.js";
import { WEBHOOK_TYPES, type WebhookEventKind } from "./webhook.rules.js";

/** What happened, as receivers are told of it. */
export interface WebhookEvent {
  kind: WebhookEventKind;
  partnerId: string;
  /** What it is about; its events are delivered in their order. */
  subject: string;
  body: string;
}

/** A transaction that was posted. Null where it is no partner's. */
export function transactionPosted(transaction: StreamedTransaction): WebhookEvent | null {
  const { partnerId, postedAt, amountMinor, currency } = transaction;
  if (partnerId === null) return null;
  const id = idOf("txn", transaction.id);
  const data = {
    id,
    partnerId: idOf("ptr", partnerId),
    externalId: transaction.externalId,
    kind: transaction.kind,
    type: transaction.type,
    direction: transaction.direction,
    ...money(amountMinor, currency),
    occurredAt: transaction.occurredAt,
    postedAt,
    counterparty: transaction.counterparty,
    reference: transaction.reference,
    relatedId: transaction.relatedId && idOf("txn", transaction.relatedId),
  };
  const body = bodyOf("TRANSACTION_POSTED", postedAt, data);
  // A reversal is about what it reverses, and comes behind it.
  const subject = idOf("txn", transaction.relatedId ?? transaction.id);
  return { kind: "TRANSACTION_POSTED", partnerId, subject, body };
}

/** A partner's account that a commit changed. Null where it is no partner's. */
export function balanceChanged(change: BalanceChange, postedAt: Date): WebhookEvent | null {
  const { partnerId, currency, normalSide, accountId } = change;
  if (partnerId === null) return null;
  const sign = normalSide === "CREDIT" ? 1n : -1n;
  const subject = `acc_${accountId}`;
  const data = {
    accountId: subject,
    partnerId: idOf("ptr", partnerId),
    purpose: change.purpose,
    fromVersion: String(change.fromVersion),
    version: String(change.version),
    ...money(sign * change.balance, currency),
    transactionId: idOf("txn", change.transactionId),
    postedAt,
  };
  const body = bodyOf("BALANCE_CHANGED", postedAt, data);
  return { kind: "BALANCE_CHANGED", partnerId, subject, body };
}

function bodyOf(kind: WebhookEventKind, timestamp: Date, data: object): string {
  return JSON.stringify({ type: WEBHOOK_TYPES[kind], timestamp, data });
}

function money(amountMinor: bigint, currency: string): object {
  return {
    amountMinor: amountMinor.toString(),
    amount: formatMinor(amountMinor, currency),
    currency,
  };
}

/** As the API writes ids. */
function idOf(prefix: string, uuid: string): string {
  return `${prefix}_${uuid.replaceAll("-", "")}`;
}
