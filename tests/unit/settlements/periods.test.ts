import { describe, expect, test } from "vitest";
import { nextDay } from "../../../src/shared/calendar.rules.js";
import { KOREAN_HOLIDAYS_2025 } from "../../../src/settlements/contract-template.rules.js";
import type { Cycle } from "../../../src/settlements/cycle.rules.js";
import { placeOf } from "../../../src/settlements/late-data.rules.js";
import { closesAt, dueOn, periodOf, periodOn } from "../../../src/settlements/period.rules.js";
import { releasedOn, type Frame } from "../../../src/settlements/period.rules.js";
import { reachOf } from "../../../src/settlements/reach.rules.js";
import { rateTiers, share, terms, type TermsJson } from "./terms.js";

function frame(rhythm: TermsJson, changes: Partial<Frame> & { cycle?: never } = {}): Frame {
  const { cycle } = terms([share()], { cycle: { rhythm } });
  return { cycle, timeZone: "Asia/Seoul", from: "2020-01-01", to: null, ...changes };
}

function cycleOf(changes: TermsJson): Cycle {
  return terms([share()], { cycle: { rhythm: { kind: "MONTHLY" }, ...changes } }).cycle;
}

const MONTHLY = { kind: "MONTHLY" };
const WEEKLY = { kind: "WEEKLY" };

describe("the period of a day", () => {
  test.each([
    [{ kind: "DAILY" }, "2026-02-14", "2026-02-14", "2026-02-14"],
    [WEEKLY, "2026-11-22", "2026-11-16", "2026-11-22"],
    [WEEKLY, "2026-11-23", "2026-11-23", "2026-11-29"],
    [{ ...WEEKLY, startsOn: "SUNDAY" }, "2026-11-22", "2026-11-22", "2026-11-28"],
    [{ ...WEEKLY, startsOn: "SATURDAY" }, "2026-11-20", "2026-11-14", "2026-11-20"],
    [WEEKLY, "2027-01-01", "2026-12-28", "2027-01-03"],
    [MONTHLY, "2026-02-28", "2026-02-01", "2026-02-28"],
    [MONTHLY, "2028-02-29", "2028-02-01", "2028-02-29"],
    [{ ...MONTHLY, startsOnDay: 25 }, "2026-01-24", "2025-12-25", "2026-01-24"],
    [{ ...MONTHLY, startsOnDay: 25 }, "2026-12-25", "2026-12-25", "2027-01-24"],
  ])("%j of %s is %s to %s", (rhythm, day, firstDay, lastDay) => {
    expect(periodOn(frame(rhythm), day)).toMatchObject({ firstDay, lastDay });
  });

  const listed = frame({
    kind: "MANUAL",
    boundaries: ["2026-01-01", "2026-01-10", "2026-02-05"],
  });

  test.each([
    ["2026-01-01", "2026-01-01", "2026-01-09"],
    ["2026-01-10", "2026-01-10", "2026-02-05"],
    ["2026-02-05", "2026-01-10", "2026-02-05"],
  ])("listed by hand, of %s is %s to %s", (day, firstDay, lastDay) => {
    expect(periodOn(listed, day)).toMatchObject({ firstDay, lastDay });
  });

  test.each(["2025-12-31", "2026-02-06"])("listed by hand, %s has none", (day) => {
    const refusal = expect.objectContaining({ code: "PERIOD_NOT_FOUND" });
    expect(() => periodOn(listed, day)).toThrow(refusal);
  });

  test("is cut where the contract begins and ends, and knows how long a whole one is", () => {
    const cut = frame(MONTHLY, { from: "2026-01-15", to: "2026-02-10" });
    const dates = { firstDay: "2026-01-15", lastDay: "2026-01-31" };
    expect(periodOn(cut, "2026-01-20")).toMatchObject({ ...dates, days: 17, wholeDays: 31 });
    expect(periodOn(cut, "2026-02-01")).toMatchObject({ lastDay: "2026-02-10", days: 10 });
    expect(() => periodOn(cut, "2026-02-11")).toThrow("2026-02-11");
  });

  test("belongs to the quarter in which its cycle began it", () => {
    const from25 = frame({ ...MONTHLY, startsOnDay: 25 }, { from: "2026-04-01" });
    expect(periodOn(from25, "2026-04-02").quarter).toBe("2026-Q1");
    expect(periodOn(frame(WEEKLY), "2027-01-01").quarter).toBe("2026-Q4");
    expect(periodOn(frame(MONTHLY), "2026-12-31").quarter).toBe("2026-Q4");
  });

  test("begins where the one before ends, on every day of four years and every rhythm", () => {
    const rhythms = [{ kind: "DAILY" }, WEEKLY, MONTHLY, { ...MONTHLY, startsOnDay: 28 }];
    for (const each of rhythms.map((rhythm) => frame(rhythm, { timeZone: "Europe/Berlin" }))) {
      let period = periodOn(each, "2024-01-01");
      while (period.lastDay < "2028-01-01") {
        const following = periodOn(each, nextDay(period.lastDay));
        expect(following.startsAt).toEqual(period.endsAt);
        expect(following.firstDay).toBe(nextDay(period.lastDay));
        period = following;
      }
    }
  });
});

describe("the period of a moment", () => {
  test.each([
    ["2025-12-31T14:59:59.999Z", "2025-12-01"],
    ["2025-12-31T15:00:00.000Z", "2026-01-01"],
  ])("at %s in Seoul begins on %s", (at, firstDay) => {
    expect(periodOf(frame(MONTHLY), new Date(at)).firstDay).toBe(firstDay);
  });

  test("is an hour shorter where clocks are set forward, an hour longer where set back", () => {
    const berlin = frame({ kind: "DAILY" }, { timeZone: "Europe/Berlin" });
    const hours = (day: string): number => {
      const { startsAt, endsAt } = periodOn(berlin, day);
      return (endsAt.getTime() - startsAt.getTime()) / 3_600_000;
    };
    expect([hours("2026-03-28"), hours("2026-03-29"), hours("2026-10-25")]).toEqual([24, 23, 25]);
  });

  test("begins at one o'clock where midnight is skipped", () => {
    const paulo = frame({ kind: "DAILY" }, { timeZone: "America/Sao_Paulo", from: "2018-01-01" });
    const { startsAt } = periodOn(paulo, "2018-11-04");
    expect(startsAt.toISOString()).toBe("2018-11-04T03:00:00.000Z");
    const before = new Date(startsAt.getTime() - 1);
    expect(periodOf(paulo, before).firstDay).toBe("2018-11-03");
  });
});

describe("a period is closed and paid", () => {
  const january = periodOn(frame(MONTHLY), "2025-01-31");

  test.each([
    [0, "2025-01-31T15:00:00.000Z"],
    [3, "2025-02-03T15:00:00.000Z"],
  ])("with a lag of %s days from %s on", (closeLagDays, at) => {
    const closing = { ...frame(MONTHLY), cycle: cycleOf({ closeLagDays }) };
    expect(closesAt(january, closing).toISOString()).toBe(at);
  });

  const calendar = { holidays: KOREAN_HOLIDAYS_2025 };
  // April 2025 ends on a Wednesday; May 1 to 6 are Thu, Fri, Sat, Sun, and two holidays.
  const april = periodOn(frame(MONTHLY), "2025-04-30");

  test.each([
    [0, "CALENDAR_DAYS", "NONE", "2025-04-30"],
    [3, "CALENDAR_DAYS", "NONE", "2025-05-03"],
    [3, "CALENDAR_DAYS", "BEFORE", "2025-05-02"],
    [3, "CALENDAR_DAYS", "AFTER", "2025-05-07"],
    [6, "CALENDAR_DAYS", "BEFORE", "2025-05-02"],
    [2, "BUSINESS_DAYS", "NONE", "2025-05-02"],
    [3, "BUSINESS_DAYS", "AFTER", "2025-05-07"],
    [5, "BUSINESS_DAYS", "AFTER", "2025-05-09"],
  ])("%s %s later, %s a holiday: on %s", (payoutLagDays, payoutLagIn, holidayPolicy, day) => {
    const cycle = cycleOf({ payoutLagDays, payoutLagIn, holidayPolicy, calendar });
    expect(dueOn(april, cycle)).toBe(day);
  });

  test("with another weekend on another day: Friday and Saturday off, Sunday paid", () => {
    const weekend = ["FRIDAY", "SATURDAY"];
    const cycle = cycleOf({ payoutLagDays: 2, holidayPolicy: "AFTER", calendar: { weekend } });
    expect(dueOn(april, cycle)).toBe("2025-05-04");
  });

  test("and what it held back is released 180 days after its last day", () => {
    expect(releasedOn(january, 180)).toBe("2025-07-30");
  });
});

describe("a transaction of January that comes in March", () => {
  const own = periodOn(frame(MONTHLY), "2026-01-31");
  const open = periodOn(frame(MONTHLY), "2026-03-01");

  test.each([
    ["SWEEP", { countsIn: open, settledAs: "OWN", paidIn: open }],
    ["REOPEN", { countsIn: own, settledAs: "REOPENED", paidIn: own }],
    ["DELTA", { countsIn: own, settledAs: "DELTA", paidIn: open }],
  ] as const)("by %s counts and is paid as agreed", (policy, place) => {
    expect(placeOf(policy, { own, isClosed: true, open })).toEqual(place);
  });

  test.each(["SWEEP", "REOPEN", "DELTA"] as const)(
    "by %s counts in January as long as that is not closed",
    (policy) => {
      const place = placeOf(policy, { own, isClosed: false, open });
      expect(place).toEqual({ countsIn: own, settledAs: "OWN", paidIn: own });
    },
  );
});

describe("a transaction reaches", () => {
  const quarterly = share({
    scheme: "VOLUME",
    tierPeriod: "QUARTER",
    tiers: rateTiers(["0", "0.1"], ["5", "0.2"]),
  });
  const minimum = {
    id: "min",
    kind: "MINIMUM_GUARANTEE",
    amountMinor: "5",
    beneficiary: "PARTNER",
    of: ["share"],
  };

  test.each([
    ["its own period", [share(), minimum], "PERIOD"],
    ["its quarter where tiers add up over that", [quarterly, minimum], "QUARTER"],
    [
      "what follows where it is earned back",
      [quarterly, { ...minimum, recoupable: true }],
      "FOLLOWING",
    ],
  ])("%s", (_what, clauses, reach) => {
    expect(reachOf([terms([share()]), terms(clauses)])).toBe(reach);
  });
});
