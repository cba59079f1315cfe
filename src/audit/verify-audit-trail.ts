import type { Sql } from "../shared/database/sql.js";
import {
  auditRowsAfter,
  findCheckpoint,
  type AuditHead,
  type AuditRow,
} from "./audit-event.queries.js";
import { auditHash, GENESIS } from "./chain-audit-event.js";

/** What a verification of the trail found. */
export interface AuditVerdict {
  /** The number of the last row up to which all are as they were written. */
  verified: bigint;
  /** The first row that is not, or whose predecessor is gone. */
  brokenAt: bigint | null;
}

/** A verdict with the end that was reached, to be compared with what was exported before. */
export interface AuditReport extends AuditVerdict {
  head: AuditHead;
}

const STRETCH = 1_000;

export interface AuditReading {
  /** Where the trail begins; at its first row that is still kept unless given. */
  after?: AuditHead;
  onProgress?(verified: bigint): void;
  signal?: AbortSignal;
}

/** Reads the trail from its beginning and finds the first changed, removed or swapped row. */
export async function verifyAuditTrail(
  sql: Sql,
  { after, onProgress, signal }: AuditReading = {},
): Promise<AuditReport> {
  let head = after ?? (await findCheckpoint(sql)) ?? GENESIS;
  for (;;) {
    signal?.throwIfAborted();
    const rows = await auditRowsAfter(sql, head.sequence, STRETCH);
    for (const row of rows) {
      if (!continues(row, head)) return verdict(head, row.sequence);
      head = { sequence: row.sequence, hash: row.hash };
    }
    onProgress?.(head.sequence);
    if (rows.length < STRETCH) return verdict(head, null);
  }
}

function verdict(head: AuditHead, brokenAt: bigint | null): AuditReport {
  return { verified: head.sequence, brokenAt, head };
}

/** Whether a row is as it was written, and comes right after `head`. */
export function continues(row: AuditRow, head: AuditHead): boolean {
  return (
    row.sequence === head.sequence + 1n &&
    row.previousHash.equals(head.hash) &&
    row.hash.equals(auditHash(row, row.sequence, row.previousHash))
  );
}
