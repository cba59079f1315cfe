import type { AccrualPlace, Countable, Counted, InputTotal } from "../ledger/index.js";
import { dateIn, startOfDay } from "../shared/calendar.rules.js";
import { additionsOf } from "./accumulate.rules.js";
import type { ContractPeriods } from "./contract-periods.rules.js";
import { addDays } from "./day.rules.js";
import { countsCurrency } from "./input.rules.js";
import type { PositionPeriod } from "./position-period.rules.js";
import { takesEffectAt, versionAt, versionOn, type ContractVersion } from "./version.rules.js";

/** Between two moments transactions have one place, or none. */
interface Range {
  from: number;
  to: number;
  place: VersionPlace | null;
}

/** So many are remembered; transactions of one time come together. */
const MAX_RANGES = 64;

/** A contract's transactions in one currency. Zone arithmetic is slow: ranges are remembered. */
export class CurrencyPlaces {
  private ranges: Range[] = [];
  private latest: Range = { from: 0, to: 0, place: null };
  private readonly places = new Map<string, VersionPlace>();

  constructor(
    readonly periods: ContractPeriods,
    private readonly currency: string,
  ) {}

  covers(moment: number): boolean {
    const { startsAt, endsAt } = this.periods.contract;
    return startsAt <= moment && moment < endsAt;
  }

  /** Where a transaction that is posted now counts. @throws PeriodNotFound */
  placeOf(countable: Countable): VersionPlace | null {
    const { occurredAt, countedIn = null } = countable;
    if (countedIn !== null) {
      const period = this.periods.countsIn(countable);
      return period && this.placeIn(period, occurredAt);
    }
    const { latest } = this;
    if (latest.from <= occurredAt && occurredAt < latest.to) return latest.place;
    return (this.latest = this.rangeOf(occurredAt)).place;
  }

  private rangeOf(moment: number): Range {
    const known = this.ranges.find(({ from, to }) => from <= moment && moment < to);
    if (known) return known;
    const { terms, endsAt } = this.periods.contract;
    const own = this.periods.at(moment);
    const version = versionAt(terms, new Date(moment));
    if (!own || !version) return { from: moment, to: moment + 1, place: null };
    const next = terms.versions[terms.versions.indexOf(version) + 1];
    const from = Math.max(own.periodStart, takesEffectAt(version).getTime());
    const until = next ? takesEffectAt(next).getTime() : endsAt;
    const to = Math.min(own.period.endsAt.getTime(), until);
    const period = this.periods.countsIn({ partnerId: null, currency: "", occurredAt: moment });
    const range = { from, to, place: period && this.placeIn(period, moment) };
    this.ranges = [...this.ranges.slice(1 - MAX_RANGES), range];
    return range;
  }

  /** The place in a period: that of the moment, or at its beginning for what is older. */
  placeIn(period: PositionPeriod, occurredAt: number): VersionPlace | null {
    const { terms } = this.periods.contract;
    const { startsAt, endsAt, firstDay } = period.period;
    const within = startsAt.getTime() <= occurredAt && occurredAt < endsAt.getTime();
    const version = within ? versionAt(terms, new Date(occurredAt)) : versionOn(terms, firstDay);
    if (!version || !countsCurrency(version.terms, this.currency)) return null;
    const key = `${period.periodStart} ${version.number}`;
    const known = this.places.get(key);
    if (known) return known;
    const place = new VersionPlace(period, version, this.periods);
    this.places.set(key, place);
    return place;
  }
}

/** The part of a period in which a version applies. */
export class VersionPlace implements AccrualPlace {
  readonly segment: number;
  private day = { from: 0, to: 0, date: "" };

  constructor(
    readonly period: PositionPeriod,
    private readonly version: ContractVersion,
    private readonly periods: ContractPeriods,
  ) {
    this.segment = version.number;
  }

  /** @throws MissingExchangeRate */
  additionsOf(counted: Counted): ReadonlyMap<string, InputTotal> {
    return additionsOf(this.version.terms, { ...counted, dayRate: this.dayRateOf(counted) });
  }

  private dayRateOf({ currency, occurredAt }: Counted): string | null {
    const { terms } = this.version;
    const source = terms.rateSource;
    if (source?.kind !== "DAILY" || currency === terms.currency) return null;
    const name = { source: source.source, currency, quote: terms.currency };
    return this.periods.rates.on(name, this.dayOf(occurredAt));
  }

  private dayOf(moment: number): string {
    const { from, to, date } = this.day;
    if (from <= moment && moment < to) return date;
    const { timeZone } = this.version.terms;
    const day = dateIn(new Date(moment), timeZone);
    this.day = {
      from: startOfDay(day, timeZone).getTime(),
      to: startOfDay(addDays(day, 1), timeZone).getTime(),
      date: day,
    };
    return day;
  }
}
