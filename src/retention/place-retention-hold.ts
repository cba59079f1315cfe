import { Partner } from "../partners/index.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import {
  DocumentOfAnother,
  RetentionHoldNotFound,
  RetentionReasonRequired,
} from "./retention.errors.js";
import { RetentionHoldPlaced, RetentionHoldReleased } from "./retention.events.js";
import {
  insertHold,
  isDocumentOf,
  releaseHold,
  type RetentionHoldRow,
} from "./retention.queries.js";

export interface PlaceRetentionHold extends CommandInput {
  partnerId: string;
  /** Only this document; all that is the partner's where it is left out. */
  documentId?: string | null;
  reason: string;
}

export interface ReleaseRetentionHold extends CommandInput {
  holdId: string;
  reason: string;
}

/**
 * Keeps what is a partner's although its time is over, and from being erased.
 * @throws PartnerNotFound, DocumentOfAnother, RetentionReasonRequired
 */
export function placeRetentionHold(
  ctx: CommandContext,
  input: PlaceRetentionHold,
): Promise<RetentionHoldRow> {
  const { partnerId, documentId = null, reason } = input;
  return runCommand<RetentionHoldRow>(ctx, "placeRetentionHold", input, async (work) => {
    if (!reason.trim()) throw new RetentionReasonRequired();
    await work.lock(Partner, partnerId);
    if (documentId !== null && !(await isDocumentOf(work.sql, partnerId, documentId))) {
      throw new DocumentOfAnother();
    }
    const id = ctx.ids.next();
    work.record(new RetentionHoldPlaced(id, partnerId, documentId));
    const placed = { by: ctx.actor.name, at: ctx.clock.now() };
    return insertHold(work.sql, { id, partnerId, documentId, reason, ...placed });
  });
}

/** Ends a hold. @throws RetentionHoldNotFound, RetentionReasonRequired */
export function releaseRetentionHold(
  ctx: CommandContext,
  input: ReleaseRetentionHold,
): Promise<RetentionHoldRow> {
  const { holdId, reason } = input;
  return runCommand<RetentionHoldRow>(ctx, "releaseRetentionHold", input, async (work) => {
    if (!reason.trim()) throw new RetentionReasonRequired();
    const released = { id: holdId, reason, by: ctx.actor.name, at: ctx.clock.now() };
    const hold = await releaseHold(work.sql, ctx.actor.scope, released);
    if (!hold) throw new RetentionHoldNotFound();
    work.record(new RetentionHoldReleased(hold.id, hold.partnerId));
    return hold;
  });
}
