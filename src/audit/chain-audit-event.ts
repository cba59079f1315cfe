import { digestOf } from "../shared/tagged-json.js";
import type { AuditContent, AuditHead, AuditRow } from "./audit-event.queries.js";

/** What the first row continues: 32 zero bytes. */
export const GENESIS: AuditHead = { sequence: 0n, hash: Buffer.alloc(32) };

/** The row that continues the trail after `head`. */
export function chained(content: AuditContent, head: AuditHead): AuditRow {
  const sequence = head.sequence + 1n;
  return {
    ...content,
    sequence,
    previousHash: head.hash,
    hash: auditHash(content, sequence, head.hash),
  };
}

/** SHA-256 over a row's place, all of its content, and the hash of the row before. */
export function auditHash(content: AuditContent, sequence: bigint, previousHash: Buffer): Buffer {
  const { at, actorKind, actorId, actorName, channel, address, requestId } = content;
  const { command, inputHash, outcome, code, facts } = content;
  return digestOf([
    ...moreOf(content),
    sequence,
    previousHash.toString("hex"),
    at,
    actorKind,
    actorId,
    actorName,
    channel,
    address,
    requestId,
    command,
    inputHash.toString("hex"),
    outcome,
    code,
    facts,
  ]);
}

/** What rows did not have at first: one without it hashes as it did then. */
function moreOf({ kind, partnerId, reason, changes }: AuditContent): object[] {
  const isPlain = kind === "COMMAND" && partnerId === null && reason === null && changes === null;
  return isPlain ? [] : [{ kind, partnerId, reason, changes }];
}
