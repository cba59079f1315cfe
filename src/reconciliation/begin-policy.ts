import { poolSql, transactionSql, type Sql } from "../shared/database/sql.js";
import type { RoleBook } from "./assign-roles.js";
import { lockFeed, type FeedPositions } from "./feed.queries.js";
import { matchPast, PAST_BEGIN, placeBehind } from "./match-exact.queries.js";
import { keepPolicy, policiesOf, touchPartners, type PolicyRow } from "./policy.queries.js";
import { DEFAULT_POLICY, type PolicySettings } from "./policy.rules.js";

/** Has a partner reconciled, by the default policy where it has none. */
export async function beginPolicy(
  book: RoleBook,
  partnerId: string,
  followsLedger: boolean,
): Promise<void> {
  const sql = poolSql(book.database.pool);
  const [known] = await policiesOf(sql, [partnerId]);
  if (known && (known.followsLedger || !followsLedger)) {
    await touchPartners(sql, [partnerId]);
    return;
  }
  const change = {
    partnerId,
    settings: known?.settings ?? DEFAULT_POLICY,
    followsLedger,
    changedBy: "the hub",
    changedAt: book.clock.now(),
  };
  await book.database.orm.em.fork().transactional((em) => changePolicy(transactionSql(em), change));
}

/**
 * Keeps a policy. Where it is the first to follow the ledger, all that was posted so far is read;
 * from the place in the log on that the others have reached, it goes on with them.
 */
export async function changePolicy(
  sql: Sql,
  change: Omit<PolicyRow, "version"> & { settings: PolicySettings },
): Promise<PolicyRow> {
  const positions = await lockFeed(sql);
  const [known] = await policiesOf(sql, [change.partnerId]);
  const kept = await keepPolicy(sql, change);
  if (kept.followsLedger && !known?.followsLedger) {
    await backfill(sql, change.partnerId, positions);
  }
  return kept;
}

/** Transactions of the past that one statement of SQL takes up. */
const PAST_STRETCH = 25_000;

async function backfill(sql: Sql, partnerId: string, positions: FeedPositions): Promise<void> {
  for (let after = PAST_BEGIN; ;) {
    const { upTo, isLast } = await placeBehind(sql, partnerId, after, PAST_STRETCH);
    await matchPast(sql, partnerId, positions, [after, upTo]);
    if (isLast) return;
    after = upTo;
  }
}
