import { ledgerService, type PartnerTransaction } from "../../ledger/index.js";
import type { CommandContext } from "../../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../../shared/commands/run-command.js";
import { poolSql } from "../../shared/database/sql.js";
import { recordPatiently } from "../record-patiently.js";
import { transactionOfHeld } from "./hold-row.js";
import { QuarantinePosted } from "./quarantine.events.js";
import {
  finishItems,
  itemsById,
  type PostedItem,
  type QuarantineRow,
} from "./quarantine.queries.js";

interface FinishQuarantined extends CommandInput {
  itemIds: string[];
}

/**
 * Posts items that were released, each under its own id, so that a second time changes nothing.
 * What the ledger refuses is open again, with the ledger's reason.
 * @throws Overloaded when the ledger stayed full; the items are posted later
 */
export async function postReleased(ctx: CommandContext, ids: readonly string[]): Promise<void> {
  const items = await itemsById(poolSql(ctx.database.pool), ctx.actor.scope, ids);
  const released = items.filter(({ state }) => state === "RELEASED");
  if (released.length === 0) return;
  const posting = released.map((item) => ({ item, transaction: transactionOf(item) }));
  const { outcomes } = await recordPatiently(
    ctx.services.use(ledgerService),
    posting.map(({ transaction }) => transaction),
  );
  const decided = outcomes.flat();
  const ended = released.map(({ id }, index): PostedItem => {
    const outcome = decided[index];
    const isRefused = outcome?.status === "REFUSED";
    return { id, refused: isRefused ? { code: outcome.code, reason: outcome.reason } : null };
  });
  await finish(ctx, ended);
}

function finish(ctx: CommandContext, ended: readonly PostedItem[]): Promise<unknown> {
  const input: FinishQuarantined = { itemIds: ended.map(({ id }) => id) };
  return runCommand(ctx, "finishQuarantined", input, async (work) => {
    await finishItems(work.sql, ended);
    const refused = ended.filter((item) => item.refused !== null).map(({ id }) => id);
    work.record(new QuarantinePosted(input.itemIds, refused));
  });
}

function transactionOf({ row, correction, ...item }: QuarantineRow): PartnerTransaction {
  const posted = correction ?? row;
  if (posted === null) throw new Error(`The item ${item.id} was released without a transaction`);
  return transactionOfHeld(posted, item.partnerId, item.documentId);
}
