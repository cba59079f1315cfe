import type { CommandContext } from "../../shared/commands/command-context.js";
import type { Work } from "../../shared/commands/work.js";
import { InvalidInput } from "../../shared/input.errors.js";
import { poolSql } from "../../shared/database/sql.js";
import { QuarantineItemNotFound, QuarantineItemNotOpen } from "./quarantine.errors.js";
import { itemsById, lockItems, type QuarantineRow } from "./quarantine.queries.js";
import type { QuarantineState } from "./quarantine.rules.js";

/** Items that one call takes. */
export const MAX_ITEMS = 500;

/** @throws QuarantineItemNotFound */
export async function findItem(ctx: CommandContext, id: string): Promise<QuarantineRow> {
  const [item] = await itemsById(poolSql(ctx.database.pool), ctx.actor.scope, [id]);
  if (item === undefined) throw new QuarantineItemNotFound();
  return item;
}

/**
 * Items that are all there and in one of these states, locked until the command ends.
 * @throws InvalidInput, QuarantineItemNotFound, QuarantineItemNotOpen
 */
export async function lockAll(
  ctx: CommandContext,
  work: Work,
  ids: readonly string[],
  states: readonly QuarantineState[],
): Promise<QuarantineRow[]> {
  assertNumber(ids);
  const items = await lockItems(work.sql, ctx.actor.scope, ids);
  if (items.length < new Set(ids).size) throw new QuarantineItemNotFound();
  for (const { id, state } of items) {
    if (!states.includes(state)) throw new QuarantineItemNotOpen(id, state);
  }
  return items;
}

/** @throws InvalidInput */
export function assertNumber(ids: readonly string[]): void {
  if (ids.length > 0 && ids.length <= MAX_ITEMS) return;
  throw new InvalidInput(`Name 1 to ${MAX_ITEMS} items at a time`, ["itemIds"]);
}
