import { describe, expect, it } from "vitest";
import { rowOf } from "../../../dashboard/src/live/balance-row.js";
import {
  ANYTHING,
  choicesOf,
  PLATFORM,
  viewRows,
  type Filter,
} from "../../../dashboard/src/live/view-rows.js";
import { toldBalance } from "../../support/told-balances.js";

const partner = (id: string, name: string) =>
  [id, { id, name, code: `code-${id}`, kind: "GAME_PROVIDER" }] as const;

const NAMES = {
  partners: new Map([partner("p1", "Zeta"), partner("p2", "별 게임즈"), partner("p3", "Alpha")]),
  references: new Map([
    ["a2", "customer-10"],
    ["a3", "customer-9"],
  ]),
};

const ROWS = [
  { id: "a1", partnerId: null, purpose: "CLEARING" },
  { id: "a2", partnerId: "p1", purpose: "WALLET" },
  { id: "a3", partnerId: "p1", purpose: "WALLET" },
  { id: "a4", partnerId: "p1", purpose: "CURRENT", currency: "USD" },
  { id: "a5", partnerId: "p3", purpose: "CURRENT" },
  { id: "a6", partnerId: "p2", purpose: "CURRENT" },
  { id: "a7", partnerId: "unknown", purpose: "CURRENT" },
].map((told) => rowOf(toldBalance(told)));

const keys = (filter: Partial<Filter> = {}) =>
  viewRows(ROWS, NAMES, { ...ANYTHING, ...filter }).map(({ key }) => key);

describe("the lines of the table", () => {
  it("are partners by name, the platform last, each above its accounts", () => {
    expect(keys().join(" ")).toBe("p3 a5 unknown a7 p1 a4 a3 a2 p2 a6 platform a1");
  });

  it.each<[Partial<Filter>, string[]]>([
    [{ text: "별" }, ["p2", "a6"]],
    [{ text: "CODE-P1 usd" }, ["p1", "a4"]],
    [{ text: "customer-9" }, ["p1", "a3"]],
    [{ text: "a5" }, ["p3", "a5"]],
    [{ text: "alpha zeta" }, []],
    [{ partner: PLATFORM }, [PLATFORM, "a1"]],
    [{ partner: "p1", purpose: "WALLET" }, ["p1", "a3", "a2"]],
    [{ currency: "USD" }, ["p1", "a4"]],
  ])("are those that %j leaves", (filter, expected) => {
    expect(keys(filter)).toEqual(expected);
  });

  it("offer to choose from what there is", () => {
    const { partners, currencies, purposes } = choicesOf(ROWS, NAMES);
    const names = partners.map((each) => each?.name ?? PLATFORM);
    expect(names).toEqual(["Alpha", "unknown", "Zeta", "별 게임즈", PLATFORM]);
    expect(currencies).toEqual(["KRW", "USD"]);
    expect(purposes).toEqual(["CLEARING", "CURRENT", "WALLET"]);
  });
});
