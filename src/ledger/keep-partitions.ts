import type { Clock } from "../shared/clock.js";
import type { Sql } from "../shared/database/sql.js";
import { InvalidInput } from "../shared/input.errors.js";
import { detachPartitions, ensurePartitions } from "./partition.queries.js";

/** Months for which there are partitions before they begin. */
export const MONTHS_AHEAD = 3;

/** How often a running hub looks whether months are missing. */
export const PARTITION_PAUSE_MS = 24 * 60 * 60 * 1_000;

/** Hubs whose clocks are behind still post into the month before. */
const CLOCK_MARGIN_MS = 60 * 60 * 1_000;

/**
 * Makes the partitions of this month and of the months ahead, where they miss. To be called when a
 * hub starts and every day while it runs; any number of hubs may do so at once.
 */
export async function keepPartitions(sql: Sql, clock: Clock): Promise<void> {
  const now = clock.now().getTime();
  const from = new Date(now - CLOCK_MARGIN_MS);
  const isTurn = from.getUTCMonth() !== new Date(now).getUTCMonth();
  await ensurePartitions(sql, from, MONTHS_AHEAD + (isTurn ? 2 : 1));
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/**
 * Takes the oldest month out of the ledger: its transactions, transfers and entries stay as tables
 * of their own (`entry_2026_07` ...), to be archived and dropped. Posting goes on meanwhile, and
 * so does all that concerns later times. Only the owner of the tables can do this.
 * @param owner a connection as the owner, not as the application's role
 * @param month as "2026-07", UTC
 * @throws MonthNotDetachable unless it is over, verified and rolled up, InvalidInput
 */
export async function detachMonth(owner: Sql, month: string): Promise<void> {
  if (!MONTH.test(month)) throw new InvalidInput(`"${month}" is not a month, as in "2026-07"`);
  await detachPartitions(owner, month);
}
