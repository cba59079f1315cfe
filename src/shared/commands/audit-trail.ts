import type { Sql } from "../database/sql.js";
import type { ErrorCode } from "../errors.js";
import type { DomainEvent } from "../events/domain-event.js";
import type { Actor, Origin } from "./actor.js";

/** What became of a command. */
export interface AuditRecord {
  at: Date;
  actor: Actor;
  origin: Origin;
  command: string;
  /** SHA-256 of the input: what was asked for can be proven without keeping what is sensitive. */
  inputHash: Buffer;
  outcome: "DONE" | "REFUSED" | "FAILED";
  code: ErrorCode | null;
  facts: readonly DomainEvent[];
}

/** The tamper-evident trail, kept by the audit room. */
export interface AuditTrail {
  /** Appends to the trail, in the transaction of `sql`. Takes the trail's lock: call it last. */
  append(sql: Sql, record: AuditRecord): Promise<void>;
}
