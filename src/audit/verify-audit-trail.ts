import type { Sql } from "../shared/database/sql.js";
import { auditRowsAfter, type AuditHead, type AuditRow } from "./audit-event.queries.js";
import { auditHash, GENESIS } from "./chain-audit-event.js";

/** What a verification of the trail found. */
export interface AuditVerdict {
  /** Rows that are as they were written. */
  verified: bigint;
  /** The first row that is not, or whose predecessor is gone. */
  brokenAt: bigint | null;
}

const STRETCH = 1_000;

/** Reads the trail from its beginning and finds the first changed, removed or swapped row. */
export async function verifyAuditTrail(sql: Sql): Promise<AuditVerdict> {
  let head = GENESIS;
  for (;;) {
    const rows = await auditRowsAfter(sql, head.sequence, STRETCH);
    for (const row of rows) {
      if (!continues(row, head)) return { verified: head.sequence, brokenAt: row.sequence };
      head = row;
    }
    if (rows.length < STRETCH) return { verified: head.sequence, brokenAt: null };
  }
}

function continues(row: AuditRow, head: AuditHead): boolean {
  return (
    row.sequence === head.sequence + 1n &&
    row.previousHash.equals(head.hash) &&
    row.hash.equals(auditHash(row, row.sequence, row.previousHash))
  );
}
