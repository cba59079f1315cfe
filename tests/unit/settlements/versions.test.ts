import { describe, expect, test } from "vitest";
import { settlePeriod } from "../../../src/settlements/settle-terms.rules.js";
import {
  withVersion,
  withVersionCancelled,
} from "../../../src/settlements/schedule-version.rules.js";
import { withVersionMoved } from "../../../src/settlements/schedule-version.rules.js";
import {
  contractPeriodOn,
  versionAt,
  versionSpans,
} from "../../../src/settlements/version.rules.js";
import type { VersionedContract } from "../../../src/settlements/version.rules.js";
import { share, terms, totalsOf, transaction as tx, type TermsJson } from "./terms.js";

function version(number: number, effectiveFrom: string, changes: TermsJson = {}) {
  return { number, effectiveFrom, terms: terms([share()], changes) };
}

const REACHED = { now: new Date("2026-03-10T00:00:00Z"), latestOccurredAt: null };

function contract(...versions: ReturnType<typeof version>[]): VersionedContract {
  return { versions, lastDay: null };
}

const AGREED = contract(version(1, "2026-01-01"));

describe("a version of a contract", () => {
  const two = contract(version(1, "2026-01-15"), version(2, "2026-02-11"));

  test.each([
    ["2026-01-14T14:59:59.999Z", undefined],
    ["2026-01-14T15:00:00.000Z", 1],
    ["2026-02-10T14:59:59.999Z", 1],
    ["2026-02-10T15:00:00.000Z", 2],
    ["2030-01-01T00:00:00.000Z", 2],
  ])("of a transaction at %s is %s, by the days of Seoul", (at, number) => {
    expect(versionAt(two, new Date(at))?.number).toBe(number);
  });

  test("ends with the contract", () => {
    const ended = { ...two, lastDay: "2026-02-28" };
    expect(versionAt(ended, new Date("2026-02-28T14:59:59.999Z"))?.number).toBe(2);
    expect(versionAt(ended, new Date("2026-02-28T15:00:00.000Z"))).toBeNull();
    expect(contractPeriodOn(ended, "2026-03-01")).toBeNull();
  });

  test("that begins within a period cuts it in two", () => {
    const february = contractPeriodOn(two, "2026-02-20");
    expect(february).toMatchObject({ firstDay: "2026-02-01", lastDay: "2026-02-28", days: 28 });
    const spans = february ? versionSpans(two, february) : [];
    expect(spans.map(({ version: { number }, days }) => [number, days])).toEqual([
      [1, 10],
      [2, 18],
    ]);
  });

  test("with another rhythm ends the periods of the one before", () => {
    const weekly = { cycle: { rhythm: { kind: "WEEKLY" } } };
    const changed = contract(version(1, "2026-01-01"), version(2, "2026-04-01", weekly));
    expect(contractPeriodOn(changed, "2026-03-31")).toMatchObject({ lastDay: "2026-03-31" });
    // April 1, 2026 is a Wednesday: what is left of its week is the first period.
    const first = { firstDay: "2026-04-01", lastDay: "2026-04-05", days: 5, wholeDays: 7 };
    expect(contractPeriodOn(changed, "2026-04-02")).toMatchObject(first);
    expect(contractPeriodOn(changed, "2026-04-06")).toMatchObject({ firstDay: "2026-04-06" });
  });
});

describe("a version is scheduled", () => {
  test("for a later day, in the order of days", () => {
    const later = withVersion(AGREED, version(2, "2026-05-01"), REACHED);
    const both = withVersion(later, version(3, "2026-04-01"), REACHED);
    expect(both.versions.map(({ number }) => number)).toEqual([1, 3, 2]);
  });

  test.each([
    ["in the past", "2026-03-01", "CONTRACT_VERSION_IN_FORCE"],
    ["for today, which has begun in Seoul", "2026-03-10", "CONTRACT_VERSION_IN_FORCE"],
    ["before the contract begins", "2025-12-01", "CONTRACT_VERSION_IN_FORCE"],
  ])("never %s", (_when, day, code) => {
    const refusal = expect.objectContaining({ code, inputPath: ["effectiveFrom"] });
    expect(() => withVersion(AGREED, version(2, day), REACHED)).toThrow(refusal);
  });

  test("never before what is recorded already", () => {
    const reached = { ...REACHED, latestOccurredAt: new Date("2026-04-15T00:00:00Z") };
    const refusal = expect.objectContaining({ code: "CONTRACT_VERSION_IN_FORCE" });
    expect(() => withVersion(AGREED, version(2, "2026-04-01"), reached)).toThrow(refusal);
    expect(withVersion(AGREED, version(2, "2026-05-01"), reached).versions).toHaveLength(2);
  });

  test("never on the day of another, nor after the contract's end", () => {
    const two = withVersion(AGREED, version(2, "2026-05-01"), REACHED);
    const overlaps = expect.objectContaining({ code: "CONTRACT_VERSIONS_OVERLAP" });
    expect(() => withVersion(two, version(3, "2026-05-01"), REACHED)).toThrow(overlaps);
    const ended = { ...AGREED, lastDay: "2026-06-30" };
    const outside = expect.objectContaining({ code: "INVALID_INPUT" });
    expect(() => withVersion(ended, version(2, "2026-07-01"), REACHED)).toThrow(outside);
    const ahead = contract(version(1, "2026-06-01"));
    expect(() => withVersion(ahead, version(2, "2026-05-01"), REACHED)).toThrow(outside);
  });

  const WEEKLY = { cycle: { rhythm: { kind: "WEEKLY" } } };
  const DAILY_RATES = { rateSource: { kind: "DAILY", source: "bank", currencies: ["USD"] } };
  const TO_PLATFORM = { clauses: [share({ beneficiary: "PLATFORM" })] };

  test.each([
    ["the rhythm of periods", WEEKLY],
    ["the rate source", DAILY_RATES],
    ["whom a clause is for", TO_PLATFORM],
  ])("within a period only without changing %s", (_what, changes) => {
    const refusal = expect.objectContaining({ code: "CONTRACT_VERSION_WITHIN_PERIOD" });
    expect(() => withVersion(AGREED, version(2, "2026-04-10", changes), REACHED)).toThrow(refusal);
    const atStart = withVersion(AGREED, version(2, "2026-04-01", changes), REACHED);
    expect(atStart.versions).toHaveLength(2);
  });

  test("within a period with other rates, agreed exchange rates and lags", () => {
    const changes = {
      clauses: [share({ tiers: [{ from: "0", rate: "0.2" }] })],
      cycle: { rhythm: { kind: "MONTHLY" }, closeLagDays: 5 },
    };
    expect(withVersion(AGREED, version(2, "2026-04-10", changes), REACHED).versions).toHaveLength(
      2,
    );
  });

  test.each([
    ["currency", { currency: "USD" }],
    ["timeZone", { timeZone: "UTC" }],
  ])("never with another %s", (field, changes) => {
    const refusal = { code: "CONTRADICTORY_TERMS", inputPath: ["terms", field] };
    expect(() => withVersion(AGREED, version(2, "2026-04-01", changes), REACHED)).toThrow(
      expect.objectContaining(refusal),
    );
  });
});

describe("a scheduled version", () => {
  const two = contract(version(1, "2026-01-01"), version(2, "2026-05-01"));
  const inForce = expect.objectContaining({ code: "CONTRACT_VERSION_IN_FORCE" });

  test("is moved to another later day", () => {
    const moved = withVersionMoved(two, { number: 2, effectiveFrom: "2026-04-20" }, REACHED);
    expect(moved.versions.map(({ effectiveFrom }) => effectiveFrom)).toEqual([
      "2026-01-01",
      "2026-04-20",
    ]);
  });

  test("is not moved into the past", () => {
    const past = { number: 2, effectiveFrom: "2026-03-01" };
    expect(() => withVersionMoved(two, past, REACHED)).toThrow(inForce);
  });

  test("is cancelled", () => {
    expect(withVersionCancelled(two, 2, REACHED).versions).toHaveLength(1);
  });

  test("is not moved or cancelled once it has begun, nor where it begins the contract", () => {
    const begun = { ...REACHED, now: new Date("2026-05-01T00:00:00Z") };
    const later = { number: 2, effectiveFrom: "2026-06-01" };
    expect(() => withVersionMoved(two, later, begun)).toThrow(inForce);
    expect(() => withVersionCancelled(two, 2, begun)).toThrow(inForce);
    expect(() => withVersionCancelled(two, 1, REACHED)).toThrow(inForce);
    expect(() => withVersionCancelled(contract(version(1, "2026-06-01")), 1, REACHED)).toThrow(
      inForce,
    );
    expect(() => withVersionCancelled(two, 3, REACHED)).toThrow(inForce);
  });

  test("is not cancelled where another one then changes the rhythm within a period", () => {
    const tenth = { cycle: { rhythm: { kind: "MONTHLY", startsOnDay: 10 } } };
    const three = contract(
      version(1, "2026-01-01"),
      version(2, "2026-05-01", { cycle: { rhythm: { kind: "DAILY" } } }),
      version(3, "2026-05-10", tenth),
    );
    const refusal = expect.objectContaining({ code: "CONTRACT_VERSION_WITHIN_PERIOD" });
    expect(() => withVersionCancelled(three, 2, REACHED)).toThrow(refusal);
  });
});

describe("a period with two versions, 10 and 20 days, 1,000 in each", () => {
  const settled = (one: TermsJson[], other: TermsJson[]) => {
    const segments = [terms(one), terms(other)].map((of, index) => ({
      version: index + 1,
      terms: of,
      days: (index + 1) * 10,
      totals: totalsOf(of, [tx("bet", "IN", 1_000n)]),
    }));
    const { components } = settlePeriod({
      segments,
      periodDays: 30,
      rates: new Map(),
      quarter: [],
    });
    return components.map(({ effectMinor }) => effectMinor);
  };
  const percent = (rate: string) => share({ tiers: [{ from: "0", rate }] });
  const graduated = share({
    scheme: "GRADUATED",
    tiers: [
      { from: "0", to: "1500", rate: "0.10" },
      { from: "1500", rate: "0.20" },
    ],
  });
  const fee = { id: "fee", kind: "FIXED_FEE", beneficiary: "PARTNER", proration: "BY_DAY" };
  const minimum = {
    id: "min",
    kind: "MINIMUM_GUARANTEE",
    beneficiary: "PARTNER",
    of: ["share"],
    proration: "BY_DAY",
  };

  test("10% first and 20% then: 100 and 200", () => {
    expect(settled([percent("0.1")], [percent("0.2")])).toEqual([100n, 200n]);
  });

  test("tiers go on where they were: 1,000 at 10%, then 500 at 10% and 500 at 20%", () => {
    expect(settled([graduated], [graduated])).toEqual([100n, 150n]);
  });

  test("a fee of 300 and then of 600 a month: 300 x 10/30 and 600 x 20/30", () => {
    const fees = (amountMinor: string) => [{ ...fee, amountMinor }];
    expect(settled(fees("300"), fees("600"))).toEqual([100n, 400n]);
  });

  test("a minimum is for the period: 300 x 10/30 = 100 are earned; 100 + 600 x 20/30 less 200", () => {
    const guarantees = (amountMinor: string) => [percent("0.1"), { ...minimum, amountMinor }];
    expect(settled(guarantees("300"), guarantees("600"))).toEqual([100n, 0n, 100n, 300n]);
  });

  test("what a minimum gave early is earned back by what comes: 900 x 10/30 - 100, then none", () => {
    const [first, second] = [percent("0.1"), percent("0.9")];
    const guarantee = { ...minimum, amountMinor: "900" };
    // Owed in all: 900 - (100 + 900) is below zero, so the 200 of the first days go back.
    expect(settled([first, guarantee], [second, guarantee])).toEqual([100n, 200n, 900n, -200n]);
  });

  test("a cap lowered later takes nothing back: 100 earned under 500, then 80 stops all", () => {
    const cap = (amountMinor: string) => [
      percent("0.1"),
      { id: "cap", kind: "CAP", amountMinor, beneficiary: "PARTNER", of: ["share"] },
    ];
    // By the second cap 200 - 80 = 120 are too much, 20 of which were so before it.
    expect(settled(cap("500"), cap("80"))).toEqual([100n, 0n, 100n, -100n]);
  });

  test("a tax is of what each part earned: 3.3% of 100, then 10% of the next 100", () => {
    const tax = (rate: string) => [
      percent("0.1"),
      { id: "tax", kind: "WITHHOLDING", rate, of: ["share"] },
    ];
    expect(settled(tax("0.033"), tax("0.1"))).toEqual([100n, -3n, 100n, -10n]);
  });
});
