import type { Sql } from "../shared/database/sql.js";
import { addToTotals, readNextBlocks, readSpans } from "./roll-up.queries.js";
import type { AccountSpan, LaneCursor, NextBlock } from "./roll-up.queries.js";

/** How often a hub rolls up. */
export const ROLL_UP_PAUSE_MS = 5_000;

/** What one batch takes at the most: blocks of a lane, their transfers, and entries in all. */
export const ROLL_UP_LIMITS = { blocks: 2_000, transfers: 5_000, entries: 20_000 };

export interface RollUpBatch {
  /** Entries that were added to totals. */
  entries: number;
  /** Whether there may be more to roll up at once. */
  more: boolean;
}

/**
 * Adds the entries of the next blocks to their accounts' totals by time of occurrence, in one
 * bounded batch that is committed whole or not at all. Any hub may call it at any time, again and
 * again: no entry counts twice, and while one hub is at it the others do nothing.
 */
export async function rollUpBatch(sql: Sql, limits = ROLL_UP_LIMITS): Promise<RollUpBatch> {
  const blocks = await readNextBlocks(sql, limits);
  if (blocks.length === 0) return { entries: 0, more: false };
  const { spans, whole } = within(await readSpans(sql, blocks), limits.entries);
  // What was cut off is found again through the same blocks: the cursors stay where they are.
  const entries = await addToTotals(sql, spans, whole ? cursorsOf(blocks) : []);
  return { entries: entries ?? 0, more: entries !== null };
}

/** Rolls up all that is committed. @returns the entries that were added to totals */
export async function rollUp(sql: Sql): Promise<number> {
  let entries = 0;
  for (;;) {
    const batch = await rollUpBatch(sql);
    entries += batch.entries;
    if (!batch.more) return entries;
  }
}

/** Spans of so many entries together, and whether these are all. */
function within(all: AccountSpan[], limit: number): { spans: AccountSpan[]; whole: boolean } {
  const spans: AccountSpan[] = [];
  let left = BigInt(limit);
  for (const span of all) {
    if (left === 0n) return { spans, whole: false };
    const upto = span.upto - span.since <= left ? span.upto : span.since + left;
    spans.push({ ...span, upto });
    left -= upto - span.since;
    if (upto < span.upto) return { spans, whole: false };
  }
  return { spans, whole: true };
}

function cursorsOf(blocks: NextBlock[]): LaneCursor[] {
  const last = new Map<number, bigint>();
  for (const { lane, sequence } of blocks) last.set(lane, sequence);
  return [...last].map(([lane, sequence]) => ({ lane, sequence }));
}
