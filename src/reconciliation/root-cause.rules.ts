import { magnitude } from "./item.rules.js";
import type { BreakKind } from "./judge.rules.js";
import type { ResolutionAction } from "./proposal.rules.js";

/** What is behind several breaks at once. */
export const ROOT_CAUSES = [
  "CLOCK_OFF",
  "FEE_RATE",
  "PAGE_CUT",
  "DOUBLED_FILE",
  "DOUBLED_POSTING",
  "DAY_NOT_POSTED",
] as const;
export type RootCause = (typeof ROOT_CAUSES)[number];

/** A break with what its cause may be seen by. */
export interface BreakFacts {
  id: string;
  kind: BreakKind;
  day: string;
  ourAmountMinor: bigint | null;
  theirAmountMinor: bigint | null;
  ourTime: Date | null;
  theirTime: Date | null;
  statementId: string | null;
  /** Lines of its statement, and those of them that are in breaks of this kind. */
  statementLines: number;
  statementBroken: number;
  /** Whether a statement before says the very same. */
  isTwin: boolean;
  /** The document in which ours came. */
  documentId: string | null;
}

/** A statement that may have been cut: it has as many lines as a page has. */
export interface FullPage {
  statementId: string;
  lines: number;
  firstDay: string;
  lastDay: string;
  lastTime: Date;
}

/** Breaks that have one cause. */
export interface CauseGroup {
  cause: RootCause;
  /** What makes it the same cause when more breaks of it come. */
  key: string;
  explanation: string;
  proposal: ResolutionAction;
  breakIds: string[];
}

/** So many breaks show a cause that one of them could show by chance. */
const ENOUGH = 3;
/** Sizes at which exports are cut. */
export const PAGE_SIZES = [
  50, 100, 200, 250, 500, 1_000, 2_000, 2_500, 5_000, 10_000, 20_000, 25_000, 50_000, 65_535,
  65_536, 100_000, 1_048_575, 1_048_576,
] as const;

const MINUTE_MS = 60_000;
/** Zones lie quarters of an hour apart, up to 14 hours. */
const QUARTER = 15;
const MAX_MINUTES = 14 * 60;

/** Groups breaks under what caused them; each break is in one group at the most. */
export function rootCauses(
  breaks: readonly BreakFacts[],
  pages: readonly FullPage[],
): CauseGroup[] {
  const grouped = new Set<string>();
  const groups: CauseGroup[] = [];
  for (const find of [doubledFiles, doubledPostings, clocksOff, feeRates, daysNotPosted]) {
    take(groups, grouped, find(breaks.filter(({ id }) => !grouped.has(id))));
  }
  const left = breaks.filter(({ id }) => !grouped.has(id));
  take(groups, grouped, cutPages(left, pages));
  return groups;
}

function take(groups: CauseGroup[], grouped: Set<string>, found: CauseGroup[]): void {
  groups.push(...found);
  for (const id of found.flatMap(({ breakIds }) => breakIds)) grouped.add(id);
}

type KeyOf = (one: BreakFacts) => string | null;

function groupsBy(
  breaks: readonly BreakFacts[],
  keyOf: KeyOf,
  enough: number,
  say: (key: string, members: BreakFacts[]) => Omit<CauseGroup, "key" | "breakIds">,
): CauseGroup[] {
  const byKey = Map.groupBy(breaks, keyOf);
  return [...byKey].flatMap(([key, members]) => {
    if (key === null || members.length < enough) return [];
    return [{ ...say(key, members), key, breakIds: members.map(({ id }) => id) }];
  });
}

/** All of a statement's lines are there twice. */
function doubledFiles(breaks: readonly BreakFacts[]): CauseGroup[] {
  const keyOf: KeyOf = ({ kind, statementId, statementLines, statementBroken, isTwin }) => {
    const isLine = kind === "DUPLICATE" || kind === "MISSING_OURS";
    const isWhole = kind === "DUPLICATE" && statementBroken === statementLines;
    return isLine && (isTwin || (isWhole && statementLines >= ENOUGH)) ? statementId : null;
  };
  return groupsBy(breaks, keyOf, 1, (_, { length }) => ({
    cause: "DOUBLED_FILE",
    explanation: `The partner sent a statement twice: all ${length} of its lines were there before`,
    proposal: "ACCEPT",
  }));
}

/** A document of ours was posted under other ids again. */
function doubledPostings(breaks: readonly BreakFacts[]): CauseGroup[] {
  const keyOf: KeyOf = ({ kind, documentId, ourTime }) =>
    kind === "DUPLICATE" && ourTime !== null ? documentId : null;
  return groupsBy(breaks, keyOf, ENOUGH, (_, { length }) => ({
    cause: "DOUBLED_POSTING",
    explanation: `A document was posted twice: ${length} of its transactions were there before`,
    proposal: "REVERSE",
  }));
}

/** Times that differ by the same quarters of an hour, everywhere. */
function clocksOff(breaks: readonly BreakFacts[]): CauseGroup[] {
  const keyOf: KeyOf = ({ kind, ourTime, theirTime, ourAmountMinor, theirAmountMinor }) => {
    if (kind !== "MISMATCHED" || !ourTime || !theirTime) return null;
    const minutes = (theirTime.getTime() - ourTime.getTime()) / MINUTE_MS;
    const isZone = Math.abs(minutes) <= MAX_MINUTES && minutes % QUARTER === 0 && minutes !== 0;
    return isZone && ourAmountMinor === theirAmountMinor ? String(minutes) : null;
  };
  return groupsBy(breaks, keyOf, ENOUGH, (key, { length }) => ({
    cause: "CLOCK_OFF",
    explanation: `Their clock is ${hours(Number(key))} ours in all ${length} of them`,
    proposal: "ACCEPT",
  }));
}

function hours(minutes: number): string {
  const size = `${Math.abs(minutes) / 60}`.replace(/\.(\d{2})\d+$/, ".$1");
  return `${size} hours ${minutes < 0 ? "behind" : "ahead of"}`;
}

/** Amounts that differ by the same rate, up to a rounding of one minor unit. */
function feeRates(breaks: readonly BreakFacts[]): CauseGroup[] {
  const keyOf: KeyOf = ({ kind, ourAmountMinor: ours, theirAmountMinor: theirs }) => {
    if (kind !== "MISMATCHED" || ours === null || theirs === null || ours === theirs) return null;
    if (ours === 0n || magnitude(ours) < 1_000n) return null;
    const rate = Math.round((Number(theirs - ours) / Number(ours)) * 10_000);
    const exact = (Number(ours) * rate) / 10_000;
    return rate !== 0 && Math.abs(exact - Number(theirs - ours)) <= 1 ? String(rate) : null;
  };
  const groups = groupsBy(breaks, keyOf, ENOUGH, (key, { length }) => ({
    cause: "FEE_RATE",
    explanation: `Their amounts are ours ${Number(key) < 0 ? "less" : "and"} ${
      Math.abs(Number(key)) / 100
    } % in all ${length} of them: another fee rate`,
    proposal: "ADJUST",
  }));
  const amounts = new Map(breaks.map((one) => [one.id, one.ourAmountMinor]));
  return groups.filter(
    ({ breakIds }) => new Set(breakIds.map((id) => amounts.get(id))).size >= ENOUGH,
  );
}

/** Nothing of a statement's day is in the ledger. */
function daysNotPosted(breaks: readonly BreakFacts[]): CauseGroup[] {
  const keyOf: KeyOf = ({ kind, statementId, statementLines, statementBroken }) => {
    const isWhole = statementLines >= ENOUGH && statementBroken === statementLines;
    return kind === "MISSING_OURS" && isWhole ? statementId : null;
  };
  return groupsBy(breaks, keyOf, ENOUGH, (_, members) => ({
    cause: "DAY_NOT_POSTED",
    explanation: `Nothing that the statement of ${members[0]?.day} lists was posted`,
    proposal: "WAIT",
  }));
}

/** A statement ends at a round number of lines, and what it lacks comes after its last one. */
function cutPages(breaks: readonly BreakFacts[], pages: readonly FullPage[]): CauseGroup[] {
  const keyOf: KeyOf = ({ kind, day, ourTime }) => {
    if (kind !== "MISSING_THEIRS" || !ourTime) return null;
    const page = pages.find(
      ({ firstDay, lastDay, lastTime }) => day >= firstDay && day <= lastDay && ourTime >= lastTime,
    );
    return page?.statementId ?? null;
  };
  const linesOf = (key: string) => pages.find(({ statementId }) => statementId === key)?.lines;
  return groupsBy(breaks, keyOf, 1, (key, { length }) => ({
    cause: "PAGE_CUT",
    explanation: `A statement ends at ${linesOf(key)} lines, and ${length} later ones are missing`,
    proposal: "WAIT",
  }));
}
