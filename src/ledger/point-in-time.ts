import type { Sql } from "../shared/database/sql.js";
import { DomainError } from "../shared/errors.js";
import type { BalanceFigures } from "./balance.rules.js";
import { readAtOccurrence, readAtVersion, readLastPosted } from "./past-balance.queries.js";
import type { PastRecord } from "./past-balance.queries.js";
import type { AccountId } from "./posting-model.rules.js";

/**
 * A point in an account's past: a version; a moment of our time, which is what the books said then;
 * or a moment of the world's time, which is what was true then, late arrivals included. A moment
 * counts in what happened at it.
 */
export type PointInTime = { version: bigint } | { postedAt: Date } | { occurredAt: Date };

/**
 * An account's balance at a point in time, posted and pending, from which `availableMinor` follows.
 * By time of occurrence its version is that of the newest entry that was looked at.
 */
export interface PastBalance extends BalanceFigures {
  accountId: AccountId;
}

/** The entries that would tell are in a month that was detached. */
export class HistoryDetached extends DomainError {
  constructor(accountId: AccountId) {
    super(
      "INVALID_INPUT",
      `The history of account acc_${accountId} does not reach so far back any more`,
    );
  }
}

/**
 * The balance of an account as of a point in time, in time that hardly depends on how long its
 * history is. Null where there is no such account, or where it has not come to that version yet.
 * @throws HistoryDetached
 */
export async function balanceAt(
  sql: Sql,
  accountId: AccountId,
  point: PointInTime,
): Promise<PastBalance | null> {
  if ("version" in point)
    return told(accountId, await readAtVersion(sql, accountId, point.version));
  if ("postedAt" in point) return balanceWhenPosted(sql, accountId, point.postedAt);
  return told(accountId, await readAtOccurrence(sql, accountId, point.occurredAt));
}

async function balanceWhenPosted(sql: Sql, accountId: AccountId, at: Date) {
  const last = await readLastPosted(sql, accountId, at);
  if (!last) return null;
  const { version, attached, detachedBefore } = last;
  // Without its entry nobody knows when it was posted, only that it was before that month's end.
  if (!attached && detachedBefore && at < detachedBefore) throw new HistoryDetached(accountId);
  return told(accountId, await readAtVersion(sql, accountId, version));
}

function told(accountId: AccountId, record: PastRecord | undefined): PastBalance | null {
  if (!record) return null;
  const { balance } = record;
  if (balance === null) throw new HistoryDetached(accountId);
  return { ...record, balance };
}
