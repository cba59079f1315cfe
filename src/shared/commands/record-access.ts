import { transactionSql } from "../database/sql.js";
import type { ErrorCode } from "../errors.js";
import { digestOf } from "../tagged-json.js";
import type { AuditRecord, AuditSubject } from "./audit-trail.js";
import type { CommandContext } from "./command-context.js";

/** What a record of an access needs of its surroundings. */
export type AccessContext = Pick<
  CommandContext,
  "actor" | "origin" | "clock" | "database" | "audit"
>;

/** An attempt to sign in; the context's actor is who it was, or who it claimed to be. */
export interface SignIn {
  /** By what, such as `password` or `oidc`. */
  method: string;
  /** Null when it succeeded. */
  code: ErrorCode | null;
  reason?: string | null;
}

/** Puts an attempt to sign in on record, whether it succeeded or not. */
export function recordSignIn(ctx: AccessContext, { method, code, reason }: SignIn): Promise<void> {
  const outcome = code === null ? "DONE" : "REFUSED";
  const command = `signIn:${method}`;
  return append(ctx, { kind: "SIGN_IN", command, outcome, code, reason: reason ?? null });
}

/** A reading of what is sensitive. */
export interface SensitiveReading extends Partial<AuditSubject> {
  /** What was read, such as `payoutRunFile`. */
  what: string;
  /** Which of it: its hash is kept. */
  which: object;
}

/** Puts a reading of sensitive fields on record; wait for it before they are answered. */
export function recordReading(ctx: AccessContext, reading: SensitiveReading): Promise<void> {
  const { what, which, partnerId = null, reason = null } = reading;
  const about = { partnerId, reason, inputHash: digestOf(which) };
  return append(ctx, { kind: "READING", command: what, outcome: "DONE", code: null, ...about });
}

type Access = Pick<AuditRecord, "kind" | "command" | "outcome" | "code"> & Partial<AuditRecord>;

function append(ctx: AccessContext, access: Access): Promise<void> {
  const { actor, origin, clock, database, audit } = ctx;
  const inputHash = digestOf({ command: access.command });
  const record = { at: clock.now(), actor, origin, inputHash, facts: [], ...access };
  return database.hub.orm.em.fork().transactional((em) => audit.append(transactionSql(em), record));
}
