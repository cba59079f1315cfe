import type { AccrualReach, Countable } from "../ledger/index.js";
import { dateIn } from "../shared/calendar.rules.js";
import type { AccruingContract } from "./accruing-contract.rules.js";
import { addDays } from "./day.rules.js";
import { placeOf } from "./late-data.rules.js";
import type { Period } from "./period.rules.js";
import { PositionPeriod, type Siblings } from "./position-period.rules.js";
import type { PublishedRates } from "./published-rates.rules.js";
import { reachOf } from "./reach.rules.js";
import type { RateSource, Terms } from "./terms.rules.js";
import { contractPeriodOn, versionOn } from "./version.rules.js";

/** The periods of a contract as far as they were asked for, and which of them are closed. */
export class ContractPeriods implements Siblings {
  readonly reach: AccrualReach;
  private readonly periods = new Map<number, PositionPeriod | null>();

  constructor(
    readonly contract: AccruingContract,
    readonly rates: PublishedRates,
    readonly closed: ReadonlySet<number>,
  ) {
    this.reach = reachOf(contract.terms.versions.map(({ terms }) => terms));
  }

  /** The period of a moment; null outside the contract. @throws PeriodNotFound */
  at(moment: number): PositionPeriod | null {
    const { startsAt, endsAt, timeZone } = this.contract;
    if (moment < startsAt || moment >= endsAt) return null;
    return this.onDay(dateIn(new Date(moment), timeZone));
  }

  /** The period that begins at a moment; null where none does. */
  startingAt(start: number): PositionPeriod | null {
    const known = this.periods.get(start);
    if (known !== undefined) return known;
    try {
      const found = this.at(start);
      if (found?.periodStart === start) return found;
    } catch {
      // Not a day of any period.
    }
    this.periods.set(start, null);
    return null;
  }

  /** The period of a day; null outside the contract. @throws PeriodNotFound */
  onDay(day: string): PositionPeriod | null {
    const period = contractPeriodOn(this.contract.terms, day);
    if (!period) return null;
    const start = period.startsAt.getTime();
    const known = this.periods.get(start);
    if (known) return known;
    const made = new PositionPeriod(period, this);
    this.periods.set(start, made);
    return made;
  }

  /** The period after one; null after the contract's last. */
  after({ period }: PositionPeriod): PositionPeriod | null {
    try {
      return this.onDay(addDays(period.lastDay, 1));
    } catch {
      return null;
    }
  }

  isClosed({ periodStart }: PositionPeriod): boolean {
    return this.closed.has(periodStart);
  }

  /**
   * Where a transaction counts that is posted now. Late data goes by the policy of the version that
   * applied when it occurred; where no later period is open any more, it stays in its own.
   * @throws PeriodNotFound
   */
  countsIn({ occurredAt, countedIn = null }: Countable): PositionPeriod | null {
    const own = countedIn === null ? this.at(occurredAt) : this.startingAt(countedIn);
    if (!own || !this.isClosed(own)) return own;
    const open = this.firstOpenAfter(own);
    const terms = this.termsAt(occurredAt);
    if (!open || !terms) return own;
    const place = placeOf(terms.lateData, { own: own.period, isClosed: true, open: open.period });
    return place.countsIn === open.period ? open : own;
  }

  /** The period in which it counted; null where it cannot have: only what is swept counts later. */
  mayHaveCountedIn({ occurredAt, countedIn }: Countable & { countedIn: number }) {
    const own = this.at(occurredAt);
    const isSwept = this.termsAt(occurredAt)?.lateData === "SWEEP";
    if (!own || countedIn < own.periodStart) return null;
    return countedIn === own.periodStart || isSwept ? this.startingAt(countedIn) : null;
  }

  /** The first period after one that is open; null where none is. */
  firstOpenAfter(own: PositionPeriod): PositionPeriod | null {
    let next = this.after(own);
    while (next && this.isClosed(next)) next = this.after(next);
    return next;
  }

  private termsAt(moment: number): Terms | null {
    const day = dateIn(new Date(moment), this.contract.timeZone);
    return versionOn(this.contract.terms, day)?.terms ?? null;
  }

  quarterOf(periodStart: number): string | null {
    return this.startingAt(periodStart)?.quarter ?? null;
  }

  ratesOf(period: Period): Readonly<Record<string, string>> {
    const source = this.sourceIn(period);
    if (!source) return NO_RATES;
    const day = source.on === "FIRST_DAY" ? period.firstDay : period.lastDay;
    const known = source.currencies.flatMap((currency) => {
      const rate = this.rates.upTo({ source: source.source, currency, quote: this.quote }, day);
      return rate === null ? [] : [[currency, rate] as const];
    });
    return Object.fromEntries(known);
  }

  wasRate(period: Period, currency: string, rate: string): boolean {
    const source = this.sourceIn(period);
    if (!source?.currencies.includes(currency)) return false;
    const upTo = source.on === "FIRST_DAY" ? period.firstDay : period.lastDay;
    return this.rates.wasEver(
      { source: source.source, currency, quote: this.quote },
      { rate, upTo },
    );
  }

  private get quote(): string {
    return this.contract.currency;
  }

  /** Where published rates come from is the same in all of a period. */
  private sourceIn({ firstDay }: Period): Extract<RateSource, { kind: "PERIOD" }> | null {
    const source = versionOn(this.contract.terms, firstDay)?.terms.rateSource;
    return source?.kind === "PERIOD" ? source : null;
  }
}

const NO_RATES: Readonly<Record<string, string>> = {};
