import type { Sql } from "../database/sql.js";
import type { ErrorCode } from "../errors.js";
import type { DomainEvent } from "../events/domain-event.js";
import type { Actor, Origin } from "./actor.js";

/** What a record is of: a command, a sign-in, or a reading of what is sensitive. */
export const AUDIT_KINDS = ["COMMAND", "SIGN_IN", "READING"] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

export const AUDIT_OUTCOMES = ["DONE", "REFUSED", "FAILED"] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/** A row that a command changed; what is sensitive is masked. */
export interface RecordedChange {
  readonly what: string;
  readonly id: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** What a record is about. */
export interface AuditSubject {
  partnerId: string | null;
  reason: string | null;
}

/** What became of a command. */
export interface AuditRecord extends Partial<AuditSubject> {
  /** A command unless given. */
  kind?: AuditKind;
  at: Date;
  actor: Actor;
  origin: Origin;
  command: string;
  /** SHA-256 of the input: what was asked for can be proven without keeping what is sensitive. */
  inputHash: Buffer;
  outcome: AuditOutcome;
  code: ErrorCode | null;
  facts: readonly DomainEvent[];
  changes?: readonly RecordedChange[];
}

/** The tamper-evident trail, kept by the audit room. */
export interface AuditTrail {
  /** Appends to the trail, in the transaction of `sql`. Takes the trail's lock: call it last. */
  append(sql: Sql, record: AuditRecord): Promise<void>;
}
