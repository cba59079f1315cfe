import type { AuditRecord, AuditTrail } from "../shared/commands/audit-trail.js";
import { toTaggedJson } from "../shared/tagged-json.js";
import { findHead, insertAuditEvent, lockTrail, type AuditContent } from "./audit-event.queries.js";
import { chained, GENESIS } from "./chain-audit-event.js";

/** The trail in the table audit_event: one row a command, each chained to the one before. */
export const auditTrail: AuditTrail = {
  async append(sql, record) {
    await lockTrail(sql);
    const head = (await findHead(sql)) ?? GENESIS;
    await insertAuditEvent(sql, chained(contentOf(record), head));
  },
};

function contentOf(record: AuditRecord): AuditContent {
  const { kind = "COMMAND", at, actor, origin, command, inputHash, outcome, code, facts } = record;
  const { partnerId = null, reason = null, changes = [] } = record;
  return {
    kind,
    at,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    ...origin,
    command,
    inputHash,
    outcome,
    code,
    partnerId,
    reason,
    facts: facts.map((fact) => toTaggedJson({ ...fact })),
    changes: changes.length === 0 ? null : toTaggedJson(changes),
  };
}
