import type { Database } from "../shared/database/database.js";
import { transactionSql, type Sql } from "../shared/database/sql.js";
import {
  followedPartners,
  keepPositions,
  lockFeed,
  nextBlocks,
  skipToEnd,
  withoutCompiling,
  type FedBlock,
  type FeedPositions,
} from "./feed.queries.js";
import { matchBlocks, matchLines, nextStatement, type ExactStep } from "./match-exact.queries.js";
import { touchPartners } from "./policy.queries.js";

/** What one commit takes at the most: our transactions, or their lines. */
export const STEP_ITEMS = 25_000;

/** What exact matching came to, by partner. */
export interface Arrivals {
  transactions: number;
  lines: number;
  matched: number;
  healed: number;
}

export type ArrivalsByPartner = Map<string, Arrivals>;

/**
 * Holds all that arrived on either side against what waits on the other, in bounded commits. Any
 * hub may do it at any time: a commit holds what was read together with how far that was.
 */
export async function followArrivals(database: Database): Promise<ArrivalsByPartner> {
  const arrivals: ArrivalsByPartner = new Map();
  const add = (steps: ExactStep[], side: "transactions" | "lines"): void => {
    for (const step of steps) addStep(arrivals, step, side);
  };
  for (let steps = await step(database, takeBlocks); steps;) {
    add(steps, "transactions");
    steps = await step(database, takeBlocks);
  }
  for (let steps = await step(database, takeLines); steps;) {
    add(steps, "lines");
    steps = await step(database, takeLines);
  }
  return arrivals;
}

function addStep(
  arrivals: ArrivalsByPartner,
  { partnerId, arrived, matched, healed }: ExactStep,
  side: "transactions" | "lines",
): void {
  const sum = arrivals.get(partnerId) ?? { transactions: 0, lines: 0, matched: 0, healed: 0 };
  sum[side] += arrived;
  sum.matched += matched;
  sum.healed += healed;
  arrivals.set(partnerId, sum);
}

type Step = (sql: Sql) => Promise<ExactStep[] | null>;

function step(database: Database, work: Step): Promise<ExactStep[] | null> {
  return database.orm.em.fork().transactional(async (em) => {
    const sql = transactionSql(em);
    await withoutCompiling(sql);
    return work(sql);
  });
}

/** @returns null when the log was read to its end */
async function takeBlocks(sql: Sql): Promise<ExactStep[] | null> {
  const from = await lockFeed(sql);
  if ((await followedPartners(sql)).length === 0) {
    await skipToEnd(sql);
    return null;
  }
  const blocks = within(await nextBlocks(sql, from), STEP_ITEMS);
  if (blocks.length === 0) return null;
  const steps = await matchBlocks(sql, blocks);
  await keepPositions(sql, reached(from, blocks));
  await touchPartners(
    sql,
    steps.map(({ partnerId }) => partnerId),
  );
  return steps;
}

/** The first blocks that together have few enough transactions, at least one. */
function within(blocks: readonly FedBlock[], limit: number): FedBlock[] {
  let sum = 0;
  return blocks.filter(({ transactions }, index) => {
    sum += transactions;
    return index === 0 || sum <= limit;
  });
}

function reached(from: FeedPositions, blocks: readonly FedBlock[]): FeedPositions {
  const last = Object.fromEntries(blocks.map(({ lane, sequence }) => [String(lane), sequence]));
  return { ...from, ...last };
}

/** @returns null when all lines were held against the ledger */
async function takeLines(sql: Sql): Promise<ExactStep[] | null> {
  await lockFeed(sql);
  const statement = await nextStatement(sql);
  if (!statement) return null;
  const steps = await matchLines(sql, statement.id, statement.matched, STEP_ITEMS);
  await touchPartners(sql, [statement.partnerId]);
  return steps;
}
