import type { CommandContext } from "../../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../../shared/commands/run-command.js";
import { poolSql } from "../../shared/database/sql.js";
import { InvalidInput } from "../../shared/input.errors.js";
import { assertReason } from "../activate-adapter.js";
import { MAX_REPLAYED, readAgain } from "../replay-documents.js";
import { recheckRow } from "./check-source.js";
import { assertNumber, lockAll } from "./find-items.js";
import { postReleased } from "./post-released.js";
import { QuarantineReplayed } from "./quarantine.events.js";
import {
  clearItems,
  decideItems,
  itemsById,
  updateReasons,
  type QuarantineRow,
} from "./quarantine.queries.js";
import type { Held } from "./quarantine.rules.js";

export interface ReplayQuarantined extends CommandInput {
  itemIds: string[];
  reason: string;
}

/**
 * Tries items again: a transaction by the rules that are in force now and by the ledger, a line or
 * document by reading its document through the adapter that is active now. What still fails stays
 * open, with the newest reason.
 * @throws QuarantineItemNotFound, QuarantineItemNotOpen, InvalidInput, Overloaded
 */
export async function replayQuarantined(
  ctx: CommandContext,
  input: ReplayQuarantined,
): Promise<QuarantineRow[]> {
  const { itemIds, reason } = input;
  assertNumber(itemIds);
  const sql = poolSql(ctx.database.pool);
  const found = await itemsById(sql, ctx.actor.scope, itemIds);
  const documentIds = documentsOf(found);
  const { good, bad } = await triedAgain(ctx, found);
  await runCommand(ctx, "replayQuarantined", input, async (work) => {
    assertReason(reason);
    await lockAll(ctx, work, itemIds, ["OPEN"]);
    if (bad.length > 0) await updateReasons(work.sql, bad);
    const decision = { by: ctx.actor.name, reason, at: ctx.clock.now() };
    await decideItems(work.sql, good, { ...decision, state: "RELEASED" });
    work.record(new QuarantineReplayed(itemIds, good.length, reason));
  });
  await postReleased(ctx, good);
  await readDocuments(ctx, documentIds);
  return itemsById(sql, ctx.actor.scope, itemIds);
}

/** Another adapter makes another document of the same bytes: the item of the old one is over. */
async function readDocuments(ctx: CommandContext, documentIds: readonly string[]): Promise<void> {
  for (const documentId of documentIds) {
    const results = await readAgain(ctx, [documentId]);
    const isAnother = results.every((result) => result.documentId !== documentId);
    if (results.length === 0 || !isAnother) continue;
    if (results.some(({ state }) => state === "REFUSED")) continue;
    await clearItems(poolSql(ctx.database.pool), documentId, [], ctx.clock.now());
  }
}

/** @throws InvalidInput when there are too many */
function documentsOf(items: readonly QuarantineRow[]): string[] {
  const ids = new Set(
    items.flatMap(({ kind, documentId }) => (kind === "ROW" ? [] : (documentId ?? []))),
  );
  if (ids.size <= MAX_REPLAYED) return [...ids];
  const message = `The items are of more than ${MAX_REPLAYED} documents, which are read again`;
  throw new InvalidInput(message, ["itemIds"]);
}

interface Tried {
  good: string[];
  bad: (Held & { id: string })[];
}

async function triedAgain(ctx: CommandContext, items: readonly QuarantineRow[]): Promise<Tried> {
  const tried: Tried = { good: [], bad: [] };
  for (const { id, kind, row, partnerId } of items) {
    if (kind !== "ROW") continue;
    // Of an item that was moved from an older document only its reason is known.
    if (row === null) throw new InvalidInput(`Replay the document of ${id} instead`, ["itemIds"]);
    const held = await recheckRow(ctx, partnerId, row);
    if (held === null) tried.good.push(id);
    else tried.bad.push({ ...held, id });
  }
  return tried;
}
