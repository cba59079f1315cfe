import type { PositionState } from "../../src/ledger/index.js";
import { addDays, daysFrom } from "../../src/settlements/day.rules.js";
import { countsCurrency } from "../../src/settlements/input.rules.js";
import { settleNaively, type NaiveFigure } from "../unit/settlements/naive-settlement.js";
import type { NaiveTransaction } from "../unit/settlements/naive-basis.js";
import { MONTHS, VERSION_DAYS, type AccrualStory, type StoryEvent } from "./accrual-story.js";

type Recorded = Extract<StoryEvent, { is: "RECORD" }>;

/** A transaction as the model remembers it. */
interface Known {
  event: Recorded;
  undoneMinor: bigint;
  /** The month in which it counted. */
  countedIn: number;
}

interface Counted {
  month: number;
  segment: number;
  transaction: NaiveTransaction;
}

/** What a month ought to come to. */
export interface Expected {
  payableMinor: bigint;
  recoupable: Map<string, bigint>;
}

/**
 * A second opinion on what is owed: the list of everything that counted, and each month settled the
 * long way from it. It shares the calendar and the terms' shape with the real one, no accumulator.
 */
export class AccrualModel {
  readonly known: Known[] = [];
  private readonly counted: Counted[] = [];
  private readonly closed = new Set<number>();

  constructor(private readonly story: AccrualStory) {}

  isClosed(month: number): boolean {
    return this.closed.has(month);
  }

  close(month: number): void {
    this.closed.add(month);
  }

  reopen(month: number): void {
    this.closed.delete(month);
  }

  /** The months that are closed, and the first that is not. */
  get boundary() {
    const closed = [...this.closed].toSorted((a, b) => a - b);
    return { closed, open: MONTHS.findIndex((_, month) => !this.closed.has(month)) };
  }

  record(event: Recorded): void {
    const countedIn = this.monthFor(monthOf(event.day), event.day);
    this.known.push({ event, undoneMinor: 0n, countedIn });
    this.count(event, countedIn, { amountMinor: event.amountMinor, count: 1n });
  }

  undo(known: Known, amountMinor: bigint): void {
    known.undoneMinor += amountMinor;
    const { event } = known;
    const count = known.undoneMinor === event.amountMinor ? -1n : 0n;
    const month = this.monthFor(known.countedIn, event.day);
    this.count(event, month, { amountMinor: -amountMinor, count });
  }

  /** Where something that belongs to a month counts now. */
  private monthFor(month: number, day: number): number {
    const policy = this.story.versions[this.versionOf(dateOf(day))]?.lateData;
    if (!this.closed.has(month) || policy !== "SWEEP") return month;
    const later = MONTHS.findIndex((_, each) => each > month && !this.closed.has(each));
    return later < 0 ? month : later;
  }

  private count(
    event: Recorded,
    month: number,
    { amountMinor, count }: { amountMinor: bigint; count: bigint },
  ): void {
    const within = monthOf(event.day) === month;
    const segment = this.versionOf(within ? dateOf(event.day) : (MONTHS[month] ?? ""));
    const { type, direction, currency } = event;
    const { dayRates } = this.story;
    const dayRate = dayRates[event.day % dayRates.length] ?? null;
    const terms = this.story.versions[segment];
    if (!terms || !countsCurrency(terms, currency)) return;
    const transaction = { type, direction, currency, amountMinor, count, dayRate };
    this.counted.push({ month, segment, transaction: { ...transaction, periodRates: new Map() } });
  }

  private versionOf(date: string): number {
    const { versions } = this.story;
    return versions.findLastIndex((_, index) => (VERSION_DAYS[index] ?? "9") <= date);
  }

  /** Whether anything was ever counted in a month. */
  hasCounted(month: number): boolean {
    return this.counted.some((each) => each.month === month);
  }

  /** What months come to that have a position, each at the rates that it was settled at. */
  expected(positions: ReadonlyMap<number, PositionState>): Map<number, Expected> {
    const expected = new Map<number, Expected>();
    let recoupable = new Map<string, bigint>();
    for (const [month, position] of [...positions].toSorted(([a], [b]) => a - b)) {
      const figures = this.figures(month, { positions, recoupable });
      const released = position.releases.reduce((sum, { effectMinor }) => sum + effectMinor, 0n);
      const payable = figures.reduce((sum, { effectMinor }) => sum + effectMinor, released);
      recoupable = this.recoupableAfter(recoupable, figures);
      expected.set(month, { payableMinor: payable, recoupable });
    }
    return expected;
  }

  /** What a clause came to in a month. */
  figures(
    month: number,
    {
      positions,
      recoupable,
    }: {
      positions: ReadonlyMap<number, PositionState>;
      recoupable: ReadonlyMap<string, bigint>;
    },
  ): NaiveFigure[] {
    const earlier = [...positions.keys()].filter((each) => {
      return each < month && quarterOf(each) === quarterOf(month);
    });
    return settleNaively({
      segments: this.spansOf(month).map(({ segment, days, terms }) => ({
        terms,
        days,
        transactions: this.transactionsIn(month, positions).filter(
          (each) => each.segment === segment,
        ),
      })),
      periodDays: daysFrom(...boundsOf(month)),
      earlier: earlier.flatMap((each) => this.transactionsIn(each, positions)),
      recoupable,
    });
  }

  private transactionsIn(month: number, positions: ReadonlyMap<number, PositionState>) {
    const rates = Object.entries(positions.get(month)?.conditions?.rates ?? {});
    const periodRates = new Map(rates);
    return this.counted
      .filter((each) => each.month === month)
      .map(({ segment, transaction }) => ({ ...transaction, segment, periodRates }));
  }

  private spansOf(month: number) {
    const [first, last] = boundsOf(month);
    return this.story.versions.flatMap((terms, segment) => {
      const begins = VERSION_DAYS[segment] ?? "9";
      const next = this.story.versions[segment + 1] && VERSION_DAYS[segment + 1];
      const from = begins > first ? begins : first;
      const until = next && addDays(next, -1) < last ? addDays(next, -1) : last;
      return from > until ? [] : [{ segment, terms, days: daysFrom(from, until) }];
    });
  }

  private recoupableAfter(before: ReadonlyMap<string, bigint>, figures: readonly NaiveFigure[]) {
    const after = new Map(before);
    const clauses = this.story.versions.flatMap((terms) => terms.clauses);
    for (const { clause, amountMinor } of figures) {
      const same = clauses.find(({ id }) => id === clause);
      if (same?.kind !== "MINIMUM_GUARANTEE" || !same.recoupable) continue;
      after.set(clause, (after.get(clause) ?? 0n) + amountMinor);
    }
    return new Map([...after].filter(([, amount]) => amount !== 0n));
  }
}

function boundsOf(month: number): [first: string, last: string] {
  const first = MONTHS[month] ?? "";
  const next = MONTHS[month + 1] ?? "2026-05-01";
  return [first, addDays(next, -1)];
}

export function dateOf(day: number): string {
  return addDays(MONTHS[0], day);
}

export function monthOf(day: number): number {
  return MONTHS.findLastIndex((first) => first <= dateOf(day));
}

function quarterOf(month: number): number {
  return month < 3 ? 1 : 2;
}
