import { blankDocuments } from "../ingestion/index.js";
import { Partner } from "../partners/index.js";
import { blankAccounts, isBeingPaid } from "../payouts/index.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import type { Sql } from "../shared/database/sql.js";
import { destroyDataKeys } from "../vault/index.js";
import { ErasureBlocked, RetentionReasonRequired } from "./retention.errors.js";
import { PartnerErased } from "./retention.events.js";
import { insertErasure, isHeld } from "./retention.queries.js";

export interface ErasePartner extends CommandInput {
  partnerId: string;
  reason: string;
}

export interface ErasedPartner {
  partnerId: string;
  dataKeys: number;
  erasedAt: Date;
}

/**
 * Erases a partner's personal data by destroying its keys: account holders and numbers, what banks
 * were told of it, its documents. The ledger, the settlements and the trail stay as they are.
 * @throws PartnerNotFound, ErasureBlocked, RetentionReasonRequired
 */
export function erasePartner(ctx: CommandContext, input: ErasePartner): Promise<ErasedPartner> {
  const { partnerId, reason } = input;
  return runCommand<ErasedPartner>(ctx, "erasePartner", input, async (work) => {
    if (!reason.trim()) throw new RetentionReasonRequired();
    await work.lock(Partner, partnerId);
    await assertErasable(work.sql, partnerId);
    const at = ctx.clock.now();
    const keys = await destroyDataKeys(work.sql, `partner:${partnerId}`, at);
    await blankAccounts(work.sql, partnerId);
    await blankDocuments(work.sql, partnerId, at);
    const erasure = { id: ctx.ids.next(), partnerId, reason, keys, by: ctx.actor.name, at };
    await insertErasure(work.sql, erasure);
    work.record(new PartnerErased(partnerId, keys));
    return { partnerId, dataKeys: keys, erasedAt: at };
  });
}

async function assertErasable(sql: Sql, partnerId: string): Promise<void> {
  if (await isHeld(sql, partnerId)) throw new ErasureBlocked("a hold keeps them");
  if (await isBeingPaid(sql, partnerId)) {
    throw new ErasureBlocked("a bank was sent a payment and has not told of it");
  }
}
