import { transactionSql } from "../database/sql.js";
import { DomainError, type ErrorCode } from "../errors.js";
import type { AuditSubject } from "./audit-trail.js";
import type { CommandContext } from "./command-context.js";

/** A command as the audit trail names it. */
export interface NamedCommand extends Partial<AuditSubject> {
  readonly name: string;
  /** SHA-256 of the input. */
  readonly inputHash: Buffer;
}

/**
 * Puts a command that was refused or failed on record, in a transaction of its own: that of the
 * command is rolled back. What fails here is logged; the caller is told of the first failure.
 */
export async function recordRefusal(
  ctx: CommandContext,
  { name, inputHash, partnerId = null, reason = null }: NamedCommand,
  error: unknown,
): Promise<void> {
  const code: ErrorCode | null = error instanceof DomainError ? error.code : null;
  const { actor, origin } = ctx;
  try {
    await ctx.database.hub.orm.em.fork().transactional((em) =>
      ctx.audit.append(transactionSql(em), {
        at: ctx.clock.now(),
        actor,
        origin,
        command: name,
        inputHash,
        outcome: code === null ? "FAILED" : "REFUSED",
        code,
        facts: [],
        partnerId,
        reason,
      }),
    );
  } catch (failure) {
    ctx.log.error({ err: failure, command: name }, "a refusal could not be put on record");
  }
}
