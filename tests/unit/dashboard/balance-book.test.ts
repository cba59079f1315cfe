import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BalanceBook } from "../../../dashboard/src/live/balance-book.js";
import { subtotalsOf } from "../../../dashboard/src/live/subtotals.js";
import { changed, heartbeat, snapshot } from "../../support/told-balances.js";

describe("the book of balances", () => {
  const figures = (book: BalanceBook) =>
    book.accounts.map(({ id }) => [id, book.row(id)?.postedMinor, book.row(id)?.version]);

  it("is filled by the last part of a snapshot, and not before", () => {
    const book = new BalanceBook();
    book.take(snapshot([{ id: "a", amount: 1 }], false), 0);
    expect([book.isFilled, figures(book)]).toEqual([false, []]);
    book.take(snapshot([{ id: "b", amount: 2 }]), 0);
    expect(figures(book)).toEqual([
      ["a", 1n, "1"],
      ["b", 2n, "1"],
    ]);
  });

  it("forgets the parts of a snapshot that was cut off", () => {
    const book = new BalanceBook();
    book.take(snapshot([{ id: "gone" }], false), 0);
    book.reconnecting();
    book.take(snapshot([{ id: "a" }]), 0);
    expect(book.accounts.map(({ id }) => id)).toEqual(["a"]);
  });

  it("counts the entries of merged changes each", () => {
    const book = new BalanceBook();
    book.take(snapshot([{ id: "a", version: 3 }]), 0);
    const merged = changed([{ id: "a", fromVersion: 3, version: 8, amount: 50 }]);
    expect(book.take(merged, 1_000)).toBe(5);
    expect(book.row("a")).toMatchObject({ direction: "up", changes: 1, changedAt: 1_000 });
    expect(book.take(heartbeat(), 2_000)).toBe(0);
  });

  it("drops what a resumed stream tells again", () => {
    const book = new BalanceBook();
    book.take(snapshot([{ id: "a", version: 3, amount: 30 }]), 0);
    book.take(changed([{ id: "a", fromVersion: 1, version: 2, amount: 20 }]), 0);
    expect(figures(book)).toEqual([["a", 30n, "3"]]);
  });

  it("has other accounts when one is opened, and the same when figures change", () => {
    const book = new BalanceBook();
    book.take(snapshot([{ id: "a" }]), 0);
    const before = book.accounts;
    book.take(changed([{ id: "a", fromVersion: 1, version: 2, amount: 5 }]), 0);
    expect(book.accounts).toBe(before);
    book.take(changed([{ id: "b", fromVersion: 0, version: 1, amount: 5 }]), 0);
    expect(book.accounts).not.toBe(before);
  });

  it("keeps totals that are the sums of all accounts, whatever comes", () => {
    const change = fc.record({
      id: fc.constantFrom("a", "b", "c", "d"),
      amount: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n }),
      isAnew: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(change), (steps) => {
        const book = new BalanceBook();
        const purposes = { a: "ONE", b: "ONE", c: "TWO", d: "TWO" };
        let version = 1;
        for (const { id, amount, isAnew } of steps) {
          const told = { id, amount, version: ++version, purpose: Reflect.get(purposes, id) };
          book.take(isAnew ? snapshot([told]) : changed([{ ...told, fromVersion: 0 }]), version);
        }
        const sums = new Map<string, bigint>();
        for (const { id } of book.accounts) {
          const { purpose = "", postedMinor = 0n } = book.row(id) ?? {};
          sums.set(purpose, (sums.get(purpose) ?? 0n) + postedMinor);
        }
        const told = book.totals.list().map(({ purpose, minor }) => [purpose, minor]);
        expect(Object.fromEntries(told)).toEqual(Object.fromEntries(sums));
      }),
    );
  });

  it("adds up a partner's accounts of one purpose, and none of several", () => {
    const book = new BalanceBook();
    const usd = { currency: "USD", purpose: "OTHER" };
    book.take(
      snapshot([
        { id: "a", amount: 1 },
        { id: "b", amount: 2 },
        { id: "c", amount: 4, ...usd },
        { id: "d", amount: 8, ...usd, purpose: "WALLET" },
      ]),
      0,
    );
    expect(subtotalsOf(book, ["a", "b", "c", "d"])).toMatchObject([{ currency: "KRW", minor: 3n }]);
    expect(subtotalsOf(book, ["a"])).toEqual([]);
  });
});
