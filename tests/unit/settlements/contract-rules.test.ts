import { describe, expect, test } from "vitest";
import {
  assertAhead,
  assertNoOverlap,
  contractSpan,
  countedSpans,
} from "../../../src/settlements/contract.rules.js";
import { share, terms } from "./terms.js";

describe("a contract applies", () => {
  test("from the first moment of its first day to the last of its last, in its time zone", () => {
    const span = contractSpan("2026-01-01", "2026-12-31", "Asia/Seoul");
    expect(span.startsAt.toISOString()).toBe("2025-12-31T15:00:00.000Z");
    expect(span.endsAt?.toISOString()).toBe("2026-12-31T15:00:00.000Z");
  });

  test("for one day when both are the same", () => {
    const { startsAt, endsAt } = contractSpan("2026-10-25", "2026-10-25", "Europe/Berlin");
    const hours = ((endsAt?.getTime() ?? 0) - startsAt.getTime()) / 3_600_000;
    expect(hours).toBe(25);
  });

  test("without an end when it has no last day", () => {
    expect(contractSpan("2026-01-01", null, "UTC").endsAt).toBeNull();
  });

  test("never when its days are the wrong way round", () => {
    expect(() => contractSpan("2026-01-02", "2026-01-01", "UTC")).toThrow("before the first");
  });
});

const counting = (from: string, lastDay: string | null, timeZone: string, changes: object = {}) =>
  countedSpans({
    versions: [
      { number: 1, effectiveFrom: from, terms: terms([share()], { timeZone, ...changes }) },
    ],
    lastDay,
  });

describe("two contracts", () => {
  const older = { code: "older", counts: counting("2026-01-01", "2026-06-30", "Asia/Seoul") };

  test.each([
    ["the day after", "2026-07-01", null, "Asia/Seoul", false],
    ["the last day", "2026-06-30", null, "Asia/Seoul", true],
    ["before, up to the day before", "2025-01-01", "2025-12-31", "Asia/Seoul", false],
    ["before, up to the first day", "2025-01-01", "2026-01-01", "Asia/Seoul", true],
    ["before, without an end", "2025-01-01", null, "Asia/Seoul", true],
    ["within", "2026-02-01", "2026-02-28", "Asia/Seoul", true],
    [
      "the day after in a zone where that day begins earlier",
      "2026-07-01",
      null,
      "Pacific/Auckland",
      true,
    ],
    [
      "the day after in a zone where it begins later",
      "2026-07-01",
      null,
      "America/New_York",
      false,
    ],
  ])("beginning %s overlap: %#", (_when, from, to, zone, overlaps) => {
    const decide = () => assertNoOverlap(counting(from, to, zone), [older]);
    if (overlaps) expect(decide).toThrow(expect.objectContaining({ code: "CONTRACT_OVERLAPS" }));
    else expect(decide).not.toThrow();
  });

  test("without an end always overlap", () => {
    const open = { code: "open", counts: counting("2020-01-01", null, "UTC") };
    expect(() => assertNoOverlap(counting("2030-01-01", null, "UTC"), [open])).toThrow('"open"');
  });

  test("in two currencies are beside each other, unless one takes the other's at a rate", () => {
    const dollars = { currency: "USD" };
    const beside = counting("2026-01-01", null, "UTC", dollars);
    expect(() => assertNoOverlap(beside, [older])).not.toThrow();
    const rateSource = { kind: "FIXED", rates: [{ currency: "KRW", rate: "0.00072" }] };
    const both = counting("2026-01-01", null, "UTC", { ...dollars, rateSource });
    expect(() => assertNoOverlap(both, [older])).toThrow('"older" counts KRW');
  });

  test("overlap only while a version counts the currency", () => {
    const rateSource = { kind: "DAILY", source: "bank", currencies: ["KRW"] };
    const [first, second] = [
      terms([share()], { currency: "USD" }),
      terms([share()], {
        currency: "USD",
        rateSource,
      }),
    ];
    const counts = (day: string) =>
      countedSpans({
        versions: [
          { number: 1, effectiveFrom: "2026-01-01", terms: first },
          { number: 2, effectiveFrom: day, terms: second },
        ],
        lastDay: null,
      });
    expect(() => assertNoOverlap(counts("2026-07-01"), [older])).not.toThrow();
    expect(() => assertNoOverlap(counts("2026-06-30"), [older])).toThrow('"older" counts KRW');
  });
});

describe("a contract and what is recorded", () => {
  const span = contractSpan("2026-01-01", null, "UTC");

  test.each([
    [null, true],
    ["2025-12-31T23:59:59.999Z", true],
    ["2026-01-01T00:00:00.000Z", false],
    ["2026-05-01T00:00:00.000Z", false],
  ])("latest at %s: it may begin: %s", (latest, may) => {
    const decide = () => assertAhead(span, latest === null ? null : new Date(latest));
    if (may) expect(decide).not.toThrow();
    else expect(decide).toThrow(expect.objectContaining({ code: "CONTRACT_STARTS_TOO_EARLY" }));
  });
});
