import type { CalendarDate } from "../shared/calendar.rules.js";

/** One unit of a currency in another on a day, as a source says. */
export interface PublishedRate {
  source: string;
  currency: string;
  quote: string;
  day: CalendarDate;
  /** An exact decimal, in major units of both. */
  rate: string;
}

/** Which rates are asked for. */
export type RateName = Pick<PublishedRate, "source" | "currency" | "quote">;

interface Series {
  byDay: Map<CalendarDate, string>;
  /** Ascending. */
  days: CalendarDate[];
}

/** The exchange rates that have been published. */
export class PublishedRates {
  private readonly series = new Map<string, Series>();

  constructor(rates: readonly PublishedRate[] = []) {
    for (const [name, ofName] of Map.groupBy(rates, nameOf)) {
      const byDay = new Map(ofName.map(({ day, rate }) => [day, rate]));
      this.series.set(name, { byDay, days: [...byDay.keys()].toSorted() });
    }
  }

  /** The rate of that very day. */
  on(name: RateName, day: CalendarDate): string | null {
    return this.series.get(nameOf(name))?.byDay.get(day) ?? null;
  }

  /** The newest rate up to a day: what holds on a day for which none is published, or not yet. */
  upTo(name: RateName, day: CalendarDate): string | null {
    const series = this.series.get(nameOf(name));
    const newest = series?.days.findLast((each) => each <= day);
    return newest === undefined ? null : (series?.byDay.get(newest) ?? null);
  }

  /** Whether a rate was that of a day up to one. */
  wasEver(name: RateName, { rate, upTo }: { rate: string; upTo: CalendarDate }): boolean {
    const { days = [], byDay } = this.series.get(nameOf(name)) ?? {};
    return days.some((day) => day <= upTo && byDay?.get(day) === rate);
  }
}

function nameOf({ source, currency, quote }: RateName): string {
  return JSON.stringify([source, currency, quote]);
}
