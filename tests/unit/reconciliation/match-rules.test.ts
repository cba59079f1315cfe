import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OpenItem } from "../../../src/reconciliation/item.rules.js";
import { judgeItems } from "../../../src/reconciliation/judge.rules.js";
import { matchItems } from "../../../src/reconciliation/match.rules.js";
import {
  accountKey,
  DEFAULT_POLICY,
  defaultRole,
  type MatchRule,
} from "../../../src/reconciliation/policy.rules.js";
import { similarityPercent } from "../../../src/reconciliation/similarity.rules.js";

const DAY_MS = 86_400_000;

function item(side: OpenItem["side"], id: string, changes: Partial<OpenItem> = {}): OpenItem {
  const day = changes.day ?? 20_000;
  return {
    id,
    side,
    account: "",
    currency: "EUR",
    amountMinor: 1_000n,
    occurredAt: day * DAY_MS,
    day,
    link: "",
    counterparty: "",
    relatedId: null,
    statementId: null,
    isDue: true,
    isRepeated: false,
    isBroken: false,
    ...changes,
  };
}
const ours = (id: string, changes: Partial<OpenItem> = {}) => item("OURS", id, changes);
const theirs = (id: string, changes: Partial<OpenItem> = {}) => item("THEIRS", id, changes);

const [exact] = DEFAULT_POLICY.rules as [MatchRule];
const rule = (changes: Partial<MatchRule>): MatchRule => ({ ...exact, name: "rule", ...changes });

describe("what documents are for by default", () => {
  it.each([
    ["camt.054", [], "POST"],
    ["camt.053", [], "POST"],
    ["camt.053", ["camt.054"], "MATCH"],
    ["camt.054", ["mt940"], "MATCH"],
    ["camt.052", [], "BALANCE"],
    ["stripe-balance-transactions", ["camt.054"], "POST"],
  ])("%s, where %j post already, is to %s", (adapter, posting, role) => {
    expect(defaultRole(adapter, posting)).toBe(role);
  });

  it("an account is the same with and without blanks", () => {
    expect(accountKey("DE01 2345 67")).toBe(accountKey("de01234567"));
  });
});

describe("references", () => {
  it.each([
    ["INV-2026-0001", "inv 2026 0001", 100],
    ["000123456", "123456", 100],
    ["INVOICE 7734521", "7734521", 95],
    ["ORDER-7734521", "ORDER-7734522", 91],
    ["ABC", "XYZ", 0],
    ["", "", 0],
  ])("%s and %s agree to %i percent", (left, right, percent) => {
    expect(similarityPercent(left, right)).toBe(percent);
    expect(similarityPercent(right, left)).toBe(percent);
  });
});

describe("matching", () => {
  it.each<[string, MatchRule, OpenItem, OpenItem, string | null]>([
    ["the same", exact, ours("a", { link: "X" }), theirs("b", { link: "X" }), "MATCHED"],
    [
      "a day later",
      rule({ days: 1 }),
      ours("a"),
      theirs("b", { day: 20_001 }),
      "MATCHED_WITH_TOLERANCE",
    ],
    ["two days later", rule({ days: 1 }), ours("a"), theirs("b", { day: 20_002 }), null],
    [
      "a cent less, tolerated",
      rule({ tolerance: 1n }),
      ours("a"),
      theirs("b", { amountMinor: 999n }),
      "MATCHED_WITH_TOLERANCE",
    ],
    [
      "one percent less, tolerated",
      rule({ toleranceBasisPoints: 100 }),
      ours("a"),
      theirs("b", { amountMinor: 990n }),
      "MATCHED_WITH_TOLERANCE",
    ],
    [
      "two cents less",
      rule({ tolerance: 1n }),
      ours("a"),
      theirs("b", { amountMinor: 998n }),
      null,
    ],
    ["another currency", rule({ link: "ANY" }), ours("a"), theirs("b", { currency: "USD" }), null],
    [
      "the other direction",
      rule({ link: "ANY", toleranceBasisPoints: 10_000 }),
      ours("a"),
      theirs("b", { amountMinor: -1_000n }),
      null,
    ],
    [
      "a reference with another dash",
      rule({ link: "SIMILAR", similarityPercent: 80 }),
      ours("a", { link: "INV-1234567" }),
      theirs("b", { link: "INV1234567" }),
      "MATCHED_WITH_TOLERANCE",
    ],
  ])("%s", (_what, by, mine, other, state) => {
    const { found } = matchItems([mine], [other], [by]);
    expect(found[0]?.state ?? null).toBe(state);
  });

  it("takes the closest, and an earlier rule before a later one", () => {
    const rules = [exact, rule({ name: "near", days: 3 })];
    const mine = [ours("a", { link: "X" }), ours("b", { link: "X", day: 20_002 })];
    const other = [
      theirs("c", { link: "X", day: 20_003 }),
      theirs("d", { link: "X", day: 20_000 }),
    ];
    const { found } = matchItems(mine, other, rules);
    const pairs = found.map((one) => [one.rule, one.ours[0]?.id, one.theirs[0]?.id]);
    expect(pairs).toEqual([
      ["exact", "a", "d"],
      ["near", "b", "c"],
    ]);
  });

  it("finds the part of a batch that makes up a line", () => {
    const parts = [300n, 450n, 250n, 700n].map((amountMinor, n) =>
      ours(`o${n}`, { amountMinor, link: "B" }),
    );
    const line = theirs("l", { amountMinor: 1_000n, link: "B" });
    const { found } = matchItems(parts, [line], [rule({ kind: "ONE_TO_MANY" })]);
    expect(found.map((one) => one.ours.map(({ id }) => id))).toEqual([["o0", "o1", "o2"]]);
  });

  it("needs nothing of the partner for what we took back ourselves", () => {
    const original = ours("a");
    const reversal = ours("b", { amountMinor: -1_000n, relatedId: "a" });
    expect(matchItems([original, reversal], [], [exact])).toMatchObject({ ours: [], theirs: [] });
  });

  const side = (of: OpenItem["side"]) =>
    fc
      .array(
        fc.record({
          amountMinor: fc.bigInt({ min: 1n, max: 4n }),
          day: fc.integer({ min: 20_000, max: 20_003 }),
          link: fc.constantFrom("", "X", "Y"),
        }),
        { maxLength: 12 },
      )
      .map((all) => all.map((one, n) => item(of, `${of}-${n}`, one)));

  it("loses and doubles nothing, and does not depend on the order of arrival", () => {
    fc.assert(
      fc.property(side("OURS"), side("THEIRS"), (mine, other) => {
        const first = matchItems(mine, other, DEFAULT_POLICY.rules);
        const second = matchItems(mine.toReversed(), other.toReversed(), DEFAULT_POLICY.rules);
        expect(second).toEqual(first);
        const used = first.found.flatMap((one) => [...one.ours, ...one.theirs]);
        const all = [...used, ...first.ours, ...first.theirs].map(({ id }) => id);
        expect(all.toSorted()).toEqual([...mine, ...other].map(({ id }) => id).toSorted());
        for (const one of first.found.filter(({ theirs: lines }) => lines.length > 0)) {
          const sum = (items: OpenItem[]): bigint =>
            items.reduce((total, { amountMinor }) => total + amountMinor, 0n);
          expect(sum(one.ours)).toBe(sum(one.theirs));
        }
      }),
    );
  });
});

describe("what has waited in vain", () => {
  it("is no break before it is due", () => {
    expect(judgeItems([ours("a", { isDue: false })], [theirs("b", { isDue: false })])).toEqual([]);
  });

  it("is mismatched with the fields that differ, by how much", () => {
    const [found] = judgeItems(
      [ours("a", { link: "X" })],
      [theirs("b", { link: "X", amountMinor: 1_250n })],
    );
    expect(found).toMatchObject({
      kind: "MISMATCHED",
      fields: [{ field: "amount", ours: "1000", theirs: "1250", difference: "250" }],
    });
  });

  it("is a duplicate when the same was matched before, and never half of a mismatch", () => {
    const found = judgeItems(
      [ours("a", { link: "X", amountMinor: 900n })],
      [theirs("b", { link: "X", isRepeated: true })],
    );
    expect(found.map(({ kind }) => kind)).toEqual(["MISSING_THEIRS", "DUPLICATE"]);
  });
});
