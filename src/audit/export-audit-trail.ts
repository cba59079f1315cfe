import type { Sql } from "../shared/database/sql.js";
import { canonicalText } from "../shared/tagged-json.js";
import { auditRowsAfter, auditStretch, type AuditHead } from "./audit-event.queries.js";
import { AUDIT_FORMAT, auditLine, type AuditHeader, type AuditSeal } from "./audit-line.js";
import { GENESIS } from "./chain-audit-event.js";

/** Signs a text as the hub: a detached signature (RFC 7515, appendix F) of the type. */
export type AuditSigner = (canonical: string) => Promise<string>;

/** The type of signature, so that no other of the hub's passes for one of an export. */
export const AUDIT_SIGNATURE_TYPE = "tutti-audit";

export interface AuditExport {
  sql: Sql;
  sign: AuditSigner;
  from: Date | null;
  to: Date | null;
  now: Date;
}

const STRETCH = 500;

/** The trail of a time as signed JSON lines: a header, the rows, and a seal over all of it. */
export async function* exportAuditTrail(of: AuditExport): AsyncGenerator<string> {
  const { sql, sign, from, to, now } = of;
  const stretch = await auditStretch(sql, from, to);
  let head = stretch ? await headBefore(sql, stretch.first) : GENESIS;
  const first = head.sequence;
  const header = headerOf(head, now);
  yield written(header);
  while (stretch && head.sequence < stretch.last) {
    const rows = await auditRowsAfter(sql, head.sequence, STRETCH);
    const within = rows.filter(({ sequence }) => sequence <= stretch.last);
    if (within.length === 0) break;
    for (const row of within) yield written(auditLine(row));
    head = within.at(-1) ?? head;
  }
  const seal = {
    ...header,
    rows: (head.sequence - first).toString(),
    last: head.sequence.toString(),
    lastHash: head.hash.toString("hex"),
  } satisfies Omit<AuditSeal, "signature">;
  yield written({ ...seal, signature: await sign(canonicalText(seal)) });
}

function written(line: object): string {
  return `${JSON.stringify(line)}\n`;
}

async function headBefore(sql: Sql, first: bigint): Promise<AuditHead> {
  const [row] = await auditRowsAfter(sql, first - 1n, 1);
  return { sequence: first - 1n, hash: row?.previousHash ?? GENESIS.hash };
}

function headerOf({ sequence, hash }: AuditHead, now: Date): AuditHeader {
  return {
    format: AUDIT_FORMAT,
    exportedAt: now.toISOString(),
    after: sequence.toString(),
    previousHash: hash.toString("hex"),
  };
}
