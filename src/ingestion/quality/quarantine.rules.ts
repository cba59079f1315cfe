import type { ErrorCode } from "../../shared/errors.js";

/** What held something back: the adapter, the ledger, or a rule of the source. */
export const QUARANTINE_RULES = [
  "ADAPTER",
  "LEDGER",
  "SCHEMA",
  "CURRENCY",
  "TYPE",
  "AMOUNT",
  "TIME",
  "DUPLICATE",
  "CONTROL_TOTALS",
] as const;
export type QuarantineRule = (typeof QUARANTINE_RULES)[number];

export const QUARANTINE_KINDS = ["DOCUMENT", "LINE", "ROW"] as const;
export type QuarantineKind = (typeof QUARANTINE_KINDS)[number];

export const QUARANTINE_STATES = [
  "OPEN",
  "AWAITING_APPROVAL",
  "RELEASED",
  "POSTED",
  "CLEARED",
  "REJECTED",
] as const;
export type QuarantineState = (typeof QUARANTINE_STATES)[number];

/** A transaction that is held, as JSON keeps it. */
export interface HeldRow {
  externalId: string;
  type: string;
  direction: "IN" | "OUT";
  /** Whole minor units, in digits. */
  amountMinor: string;
  currency: string;
  /** An instant of ISO 8601. */
  occurredAt: string;
  counterparty: string | null;
  reference: string | null;
}

/** Why something is held back, and where. */
export interface HoldReason {
  rule: QuarantineRule;
  /** Of the source's rules, where one of these holds it. */
  ruleId: string | null;
  code: ErrorCode;
  field: string | null;
  value: string | null;
  reason: string;
}

/** Something that goes to quarantine. */
export interface Held extends HoldReason {
  kind: QuarantineKind;
  /** Tells it apart in its document, over readings of the same document. */
  identity: string;
  position: number;
  line: number | null;
  /** The adapter's word for it, where the adapter refused it. */
  refusalCode: string | null;
  raw: string | null;
  row: HeldRow | null;
}

/** Items of one document that are kept; what is beyond is counted, and is in the raw document. */
export const MAX_HELD = 10_000;
/** Characters of a line, and of a value, that are kept with the item. */
export const MAX_RAW_CHARACTERS = 8_192;
export const MAX_VALUE_CHARACTERS = 200;

/** Whether a correction moves other money than the row does: that takes a second person. */
export function changesMoney(row: HeldRow | null, corrected: HeldRow): boolean {
  if (row === null) return true;
  return (["amountMinor", "currency", "direction"] as const).some(
    (field) => row[field] !== corrected[field],
  );
}

/** What differs between a row and its correction, by the names of the fields. */
export function changedFields(row: HeldRow | null, corrected: HeldRow): string[] {
  const fields = Object.keys(corrected) as (keyof HeldRow)[];
  return fields.filter((field) => row?.[field] !== corrected[field]);
}
