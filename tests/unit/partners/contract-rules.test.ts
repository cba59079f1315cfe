import { describe, expect, test } from "vitest";
import {
  assertAhead,
  assertNoOverlap,
  assertTerms,
  contractSpan,
  type ContractTerm,
} from "../../../src/partners/contract.rules.js";

const term = (shareRate: string): ContractTerm => ({
  basis: "NET",
  shareRate,
  rounding: "HALF_EVEN",
});

describe("a contract's terms", () => {
  test.each(["0", "1", "0.1250", "0.00000001", "1.0000", "0.99999999"])("%s is a share", (rate) => {
    expect(() => assertTerms([term(rate)])).not.toThrow();
  });

  test.each(["1.0001", "2", "-0.1", "0.123456789", "", ".5", "12.5%", "1e-3", "0,5", "00.5"])(
    "%j is no share",
    (rate) => {
      expect(() => assertTerms([term(rate)])).toThrow(
        expect.objectContaining({
          code: "INVALID_RATE",
          inputPath: ["terms", 0, "shareRate"],
        }),
      );
    },
  );

  test("are exactly one", () => {
    const refusal = expect.objectContaining({ code: "INVALID_INPUT", inputPath: ["terms"] });
    expect(() => assertTerms([])).toThrow(refusal);
    expect(() => assertTerms([term("0.1"), term("0.2")])).toThrow(refusal);
  });
});

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

  test("never when its days are the wrong way round or its zone is unknown", () => {
    expect(() => contractSpan("2026-01-02", "2026-01-01", "UTC")).toThrow("before the first");
    expect(() => contractSpan("2026-01-01", null, "Asia/Soul")).toThrow("not an IANA time zone");
  });
});

describe("two contracts", () => {
  const older = { code: "older", ...contractSpan("2026-01-01", "2026-06-30", "Asia/Seoul") };

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
    const decide = () => assertNoOverlap(contractSpan(from, to, zone), [older]);
    if (overlaps) expect(decide).toThrow(expect.objectContaining({ code: "CONTRACT_OVERLAPS" }));
    else expect(decide).not.toThrow();
  });

  test("without an end always overlap", () => {
    const open = { code: "open", ...contractSpan("2020-01-01", null, "UTC") };
    expect(() => assertNoOverlap(contractSpan("2030-01-01", null, "UTC"), [open])).toThrow(
      '"open"',
    );
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
