import fc from "fast-check";
import type { Terms } from "../../../src/settlements/terms.rules.js";
import { validateTerms } from "../../../src/settlements/validate-terms.rules.js";
import { clauseJson, rates, seeds, selectors, type Seed } from "./arbitrary-clauses.js";
import type { TermsJson } from "./terms.js";

/** Currencies with no, two and three decimals. */
export const CURRENCIES = ["KRW", "USD", "BHD"] as const;

/** A rate of exchange with four decimals. */
export const exchangeRates = fc.integer({ min: 1, max: 20_000_000 }).map((n) => {
  const digits = n.toString().padStart(5, "0");
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
});

const steps = fc.array(
  fc.oneof(
    fc.record({
      name: fc.constant("inputs"),
      effect: fc.constantFrom("ADD", "DEDUCT"),
      of: fc.constant("INPUTS"),
      inputs: selectors,
    }),
    fc.record({
      name: fc.constant("rate"),
      effect: fc.constantFrom("ADD", "DEDUCT"),
      of: fc.constant("RATE"),
      rate: rates,
    }),
  ),
  { maxLength: 3 },
);

const shorthands = fc.oneof(
  fc.record({
    kind: fc.constantFrom("TURNOVER", "GGR"),
    types: fc.constantFrom(null, ["bet", "win"]),
  }),
  fc.record({
    kind: fc.constant("NGR"),
    deductions: fc.subarray(["bonus", "fee"], { minLength: 1 }),
  }),
);

/** What all versions of a contract have in common. */
const frames = fc.record({
  currency: fc.constantFrom(...CURRENCIES),
  rateSource: fc.constantFrom(null, "FIXED", "PERIOD", "DAILY"),
  fixedRates: fc.tuple(exchangeRates, exchangeRates),
  mode: fc.constantFrom("HALF_EVEN", "HALF_UP", "DOWN"),
  per: fc.constantFrom("PERIOD", "LINE"),
  unitMinor: fc.constantFrom("1", "1", "10"),
  whenNegative: fc.constantFrom("CARRY_FORWARD", "COLLECT"),
  shorthand: shorthands,
  steps,
  limit: rates,
  whenBasisNegative: fc.constantFrom("KEEP", "ZERO"),
});

type Frame = typeof frames extends fc.Arbitrary<infer F> ? F : never;

/** The versions of a random contract, from one to three: every term, tiers, line by line or not. */
export const contracts: fc.Arbitrary<Terms[]> = fc
  .tuple(
    frames,
    fc.array(seeds, { minLength: 1, maxLength: 7, size: "max" }),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([frame, clauses, count]) =>
    Array.from({ length: count }, (_, version) => termsJson(frame, clauses, version))
      .filter((json) => json.clauses.length > 0)
      .map(validateTerms),
  )
  .filter((versions) => versions.length > 0);

function termsJson(frame: Frame, clauses: readonly Seed[], version: number) {
  const { currency, mode, unitMinor, whenNegative, rateSource } = frame;
  const rounding = { mode, unitMinor, per: rateSource === "PERIOD" ? "PERIOD" : frame.per };
  const earlier: TermsJson[] = [];
  clauses.forEach((seed, index) => {
    const own = seed.versions[version];
    if (!own?.isThere) return;
    const clause = clauseJson(`c${index}`, seed, own, { rounding, earlier });
    if (clause) earlier.push(clause);
  });
  return {
    currency,
    rateSource: sourceJson(frame),
    rounding,
    whenNegative,
    cycle: { rhythm: { kind: "MONTHLY" } },
    bases: basesJson(frame),
    clauses: earlier,
  };
}

function sourceJson({ currency, rateSource, fixedRates }: Frame): TermsJson | null {
  const currencies = CURRENCIES.filter((each) => each !== currency);
  const named = { kind: rateSource, source: "bank", currencies };
  switch (rateSource) {
    case "PERIOD":
      return { ...named, on: "LAST_DAY" };
    case "DAILY":
      return named;
    case "FIXED":
      return {
        kind: rateSource,
        rates: currencies.map((each, at) => ({ currency: each, rate: fixedRates[at] })),
      };
    default:
      return null;
  }
}

/** A shorthand, one that is linear, one with limits, and one that counts the first clause. */
function basesJson({ shorthand, steps: more, limit, whenBasisNegative }: Frame): TermsJson[] {
  const stakes = { name: "stakes", effect: "ADD", of: "INPUTS", inputs: [{ direction: "IN" }] };
  const bonus = {
    name: "bonus",
    effect: "DEDUCT",
    of: "INPUTS",
    inputs: [{ types: ["bonus", "win"] }],
    atMostRate: limit,
  };
  const first = { name: "first", effect: "DEDUCT", of: "CLAUSES", clauses: ["c0"] };
  const whenNegative = whenBasisNegative;
  return [
    { id: "plain", ...shorthand },
    { id: "free", kind: "FREE", steps: [stakes, ...more] },
    { id: "limited", kind: "FREE", whenNegative, steps: [stakes, bonus, ...more] },
    { id: "net", kind: "FREE", whenNegative, steps: [stakes, first, ...more] },
  ];
}
