import { createHash } from "node:crypto";
import type { PartnerTransaction } from "../../ledger/index.js";
import type { ErrorCode } from "../../shared/errors.js";
import type { Refusal } from "../adapters/index.js";
import type { RefusedLine } from "../canonical-document.js";
import type { CanonicalTransaction } from "../canonical-transaction.js";
import {
  MAX_RAW_CHARACTERS,
  MAX_VALUE_CHARACTERS,
  type Held,
  type HeldRow,
  type HoldReason,
} from "./quarantine.rules.js";

const IDENTITY_CHARACTERS = 32;

/** A row as quarantine keeps it. */
export function heldRow(row: CanonicalTransaction): HeldRow {
  return {
    externalId: row.externalId,
    type: row.type,
    direction: row.direction,
    amountMinor: row.amountMinor.toString(),
    currency: row.currency,
    occurredAt: row.occurredAt.toISOString(),
    counterparty: row.counterparty ?? null,
    reference: row.reference ?? null,
  };
}

/** A kept row as the rules look at it. */
export function canonicalRow(row: HeldRow): CanonicalTransaction {
  return {
    ...row,
    position: 0,
    isReversal: false,
    amountMinor: BigInt(row.amountMinor),
    occurredAt: new Date(row.occurredAt),
    counterparty: row.counterparty ?? undefined,
    reference: row.reference ?? undefined,
  };
}

/** A row as the ledger records it. */
export function transactionOfHeld(
  row: HeldRow,
  partnerId: string,
  documentId: string | null,
): PartnerTransaction {
  const amountMinor = BigInt(row.amountMinor);
  return { ...row, partnerId, documentId, amountMinor, occurredAt: new Date(row.occurredAt) };
}

/** The same content is the same item, wherever in its document it stands. */
export function identityOf(row: HeldRow): string {
  const { externalId, type, direction, amountMinor, currency } = row;
  const money = [externalId, type, direction, amountMinor, currency];
  const text = JSON.stringify([money, row.occurredAt, row.counterparty, row.reference]);
  return createHash("sha256").update(text).digest("hex").slice(0, IDENTITY_CHARACTERS);
}

/** A row that is not posted, and why. */
export function holdRow(row: CanonicalTransaction, why: HoldReason): Held {
  const kept = heldRow(row);
  return {
    ...why,
    kind: "ROW",
    identity: identityOf(kept),
    position: row.position,
    line: null,
    refusalCode: null,
    value: cut(why.value, MAX_VALUE_CHARACTERS),
    raw: null,
    row: kept,
  };
}

/** A row that the ledger refused. */
export function holdRefused(
  row: CanonicalTransaction,
  refused: { code: ErrorCode; reason: string },
): Held {
  const { code, reason } = refused;
  const nothing = { ruleId: null, field: null, value: null };
  return holdRow(row, { ...nothing, rule: "LEDGER", code, reason });
}

/** A line that the adapter refused, kept as it came. */
export function holdLine(line: RefusedLine): Held {
  return {
    kind: "LINE",
    identity: String(line.position),
    position: line.position,
    line: line.line,
    rule: "ADAPTER",
    ruleId: null,
    code: "INVALID_INPUT",
    refusalCode: line.code,
    field: line.field ?? null,
    value: cut(line.value ?? null, MAX_VALUE_CHARACTERS),
    reason: line.reason,
    raw: cut(line.raw ?? null, MAX_RAW_CHARACTERS),
    row: null,
  };
}

/** A file that was refused as a whole. */
export function holdDocument(
  refusal: Refusal,
  rule: Pick<Held, "rule" | "ruleId"> = { rule: "ADAPTER", ruleId: null },
): Held {
  return {
    ...rule,
    kind: "DOCUMENT",
    identity: "",
    position: 0,
    line: refusal.line ?? null,
    code: "DOCUMENT_REFUSED",
    refusalCode: refusal.code,
    field: refusal.element ?? null,
    value: null,
    reason: refusal.reason,
    raw: null,
    row: null,
  };
}

/** Postgres keeps no NUL in a text. */
function cut(text: string | null, limit: number): string | null {
  return text === null ? null : text.slice(0, limit).replaceAll("\0", "\uFFFD").toWellFormed();
}
