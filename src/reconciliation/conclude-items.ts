import type { Sql } from "../shared/database/sql.js";
import type { Ids } from "../shared/ids.js";
import { healBreaks, openBreaks, type NewBreak } from "./break.queries.js";
import { dayText, type OpenItem, type FoundMatch } from "./item.rules.js";
import { judgeItems, type FoundBreak } from "./judge.rules.js";
import { insertMatches } from "./match.queries.js";
import { matchItems } from "./match.rules.js";
import { toleranceOf } from "./match-pairs.rules.js";
import {
  candidatesFor,
  closeItems,
  dueTransactions,
  judgeRows,
  waitingLines,
  type ItemView,
  type Reach,
} from "./open-item.queries.js";
import type { PolicyRow } from "./policy.queries.js";
import type { PolicySettings } from "./policy.rules.js";
import { proposalFor } from "./proposal.rules.js";

/** Items of one side that are looked at together. */
const STRETCH = 2_000;
const FIRST = { day: -1_000_000, id: "00000000-0000-0000-0000-000000000000" };

/** What looking at the items that exact matching left over came to. */
export interface Concluded {
  matched: number;
  withTolerance: number;
  opened: number;
  resolved: number;
}

interface Concluding {
  sql: Sql;
  ids: Ids;
  policy: PolicyRow;
  view: ItemView;
  sum: Concluded;
}

/** How a policy sees items at a moment. */
export function viewOf({ partnerId, settings }: PolicyRow, now: Date): ItemView {
  const days = Math.max(0, ...settings.rules.map((rule) => rule.days));
  return { partnerId, now, graceMinutes: settings.graceMinutes, lateDays: settings.lateDays, days };
}

/**
 * Matches what exact matching left over by the policy's rules, in bounded stretches of lines with
 * all that may belong to them, and makes breaks of what has waited in vain.
 */
export async function concludeItems(
  sql: Sql,
  ids: Ids,
  policy: PolicyRow,
  now: Date,
): Promise<Concluded> {
  const sum = { matched: 0, withTolerance: 0, opened: 0, resolved: 0 };
  const work: Concluding = { sql, ids, policy, view: viewOf(policy, now), sum };
  const reach = reachOf(policy.settings);
  for (let after = FIRST; ;) {
    const lines = await waitingLines(sql, work.view, after, STRETCH);
    const last = lines.at(-1);
    if (!last) break;
    await conclude(work, await candidatesFor(sql, work.view, lines, reach), lines);
    after = { day: last.day, id: last.id };
  }
  for (;;) {
    const due = await dueTransactions(sql, work.view, STRETCH);
    await conclude(work, due, []);
    if (due.length < STRETCH) return sum;
  }
}

function reachOf({ rules }: PolicySettings): Reach {
  return {
    amountMinor: ({ amountMinor }) =>
      rules
        .map((rule) => toleranceOf(amountMinor, rule))
        .reduce((most, one) => (one > most ? one : most), 0n),
    wholeDays: rules.some(
      ({ kind, link }) => kind === "NET_BY_DAY" || (kind !== "ONE_TO_ONE" && link === "ANY"),
    ),
  };
}

async function conclude(
  work: Concluding,
  ours: readonly OpenItem[],
  theirs: readonly OpenItem[],
): Promise<void> {
  const { policy, sum } = work;
  const matching = matchItems(ours, theirs, policy.settings.rules);
  const breaks = judgeItems(matching.ours, matching.theirs);
  await keepMatches(work, matching.found);
  await keepBreaks(work, breaks);
  for (const { state } of matching.found) {
    if (state === "MATCHED") sum.matched += 1;
    else sum.withTolerance += 1;
  }
}

async function keepMatches(work: Concluding, found: readonly FoundMatch[]): Promise<void> {
  if (found.length === 0) return;
  const { sql, ids, view } = work;
  const { partnerId, now: at } = view;
  const matches = found.map((match) => ({ ...match, id: ids.next() }));
  await insertMatches(sql, partnerId, matches, at);
  const items = found.flatMap((match) => [...match.ours, ...match.theirs]);
  await take(work, items, "Its counterpart was found later");
}

/** Takes items out of what waits; breaks that they were in are over. */
async function take(work: Concluding, items: readonly OpenItem[], reason: string): Promise<void> {
  const { sql, view, sum } = work;
  const { partnerId, now: at } = view;
  const broken = items.filter(({ isBroken }) => isBroken).map(({ id }) => id);
  sum.resolved += await healBreaks(sql, partnerId, { subject: "ITEM", ids: broken, reason, at });
  const ids = items.map(({ id }) => id);
  await closeItems(sql, partnerId, ids);
}

async function keepBreaks(work: Concluding, found: readonly FoundBreak[]): Promise<void> {
  if (found.length === 0) return;
  const { sql, ids, view, policy, sum } = work;
  const { partnerId, now: at } = view;
  const pairs = found.filter(({ kind }) => kind === "MISMATCHED");
  const items = pairs.flatMap(({ ours, theirs }) => [ours, theirs]).filter((one) => one !== null);
  if (items.length > 0) await take(work, items, "It is part of another break");
  const alone = found.filter(({ kind }) => kind !== "MISMATCHED");
  const judged = alone.flatMap(({ kind, ours, theirs }) => {
    const item = ours ?? theirs;
    return item ? [{ id: item.id, state: kind }] : [];
  });
  await judgeRows(sql, partnerId, judged);
  await insertMatches(
    sql,
    partnerId,
    pairs.map((pair) => matchOf(ids.next(), pair)),
    at,
  );
  const breaks = found.map((one) => breakOf(ids.next(), one, policy.settings));
  sum.opened += await openBreaks(sql, partnerId, breaks, at);
}

/** A mismatched pair is known as such: neither side waits for another counterpart. */
function matchOf(id: string, { ours, theirs, fields }: FoundBreak): FoundMatch & { id: string } {
  const sides = { ours: ours ? [ours] : [], theirs: theirs ? [theirs] : [] };
  return { id, rule: "mismatch", state: "MISMATCHED", ...sides, differences: fields };
}

function breakOf(id: string, found: FoundBreak, settings: PolicySettings): NewBreak {
  const { kind, ours, theirs, fields } = found;
  const item = theirs ?? ours;
  if (!item) throw new Error("A break has at least one side");
  const differenceMinor = amountOf(theirs) - amountOf(ours);
  const about = { subject: "ITEM", kind, isOurs: ours !== null, differenceMinor, fields } as const;
  const { writeOffLimit } = settings;
  const { account, currency, statementId } = item;
  return {
    id,
    subject: "ITEM",
    kind,
    account,
    currency,
    day: dayText(item.day),
    lineId: theirs?.id ?? null,
    transactionId: ours?.id ?? null,
    statementId,
    differenceMinor,
    fields,
    proposal: proposalFor({ ...about, writeOffLimit }),
  };
}

function amountOf(item: OpenItem | null): bigint {
  return item?.amountMinor ?? 0n;
}
