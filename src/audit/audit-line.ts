import type { Json } from "../shared/tagged-json.js";
import type { AuditRow } from "./audit-event.queries.js";

export const AUDIT_FORMAT = "tutti-audit/1";

/** The first line of an export. */
export interface AuditHeader {
  format: typeof AUDIT_FORMAT;
  exportedAt: string;
  /** The number before the first row, and that row's hash. */
  after: string;
  previousHash: string;
}

/** The last line of an export. Its hash is the chain's, and so covers every row before. */
export interface AuditSeal extends AuditHeader {
  rows: string;
  last: string;
  lastHash: string;
  /** The hub's, over the rest of the line. */
  signature: string;
}

/** A row as a line of an export. */
export function auditLine(row: AuditRow): Record<string, Json> {
  const { sequence, at, inputHash, previousHash, hash, ...others } = row;
  return {
    sequence: sequence.toString(),
    at: at.toISOString(),
    ...others,
    inputHash: inputHash.toString("hex"),
    previousHash: previousHash.toString("hex"),
    hash: hash.toString("hex"),
  };
}
