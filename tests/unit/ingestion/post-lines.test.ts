import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { postLines } from "../../../src/ingestion/post-lines.js";
import type { Line } from "../../../src/ingestion/split-lines.js";
import type { PartnerTransaction, Receipt } from "../../../src/ledger/index.js";
import { DomainError } from "../../../src/shared/errors.js";
import { linesOf, transactionLine } from "../../support/ingest.js";

const LIMITS = { groupLines: 10, groupsInFlight: 3 };
const ID = "01900000-0000-7000-8000-000000000001";

/** A ledger of the test's own, which answers when it is told to. */
function ledger() {
  const waiting: { count: number; answer: PromiseWithResolvers<Receipt> }[] = [];
  const sizes: number[] = [];
  return {
    sizes,
    waiting,
    post(transactions: readonly PartnerTransaction[]): Promise<Receipt> {
      const answer = Promise.withResolvers<Receipt>();
      waiting.push({ count: transactions.length, answer });
      sizes.push(transactions.length);
      return answer.promise;
    },
    settle(index = 0): void {
      for (const { count, answer } of waiting.splice(index, 1)) {
        const outcome = { status: "REPLAYED" as const, transactionId: ID };
        answer.resolve({ outcomes: [Array.from({ length: count }, () => outcome)], postedAt: 0 });
      }
    },
  };
}

/** Endless lines, counted as they are taken. */
function source(batchLines: number) {
  const taken = { lines: 0 };
  async function* lines(): AsyncGenerator<Line[]> {
    for (;;) {
      const batch = Array.from({ length: batchLines }, (_, n) => transactionLine(taken.lines + n));
      taken.lines += batchLines;
      yield batch;
    }
  }
  return { taken, lines: lines() };
}

/** Until nothing happens any more by itself. */
async function settled(): Promise<void> {
  for (let count = 0; count < 20; count++) await turn();
}

async function* batches(...lines: Line[][]): AsyncGenerator<Line[]> {
  yield* lines;
}

describe("posting lines", () => {
  test("reads no further than the answers are taken", async () => {
    const { taken, lines } = source(7);
    const { post, settle, sizes } = ledger();
    const answers = postLines(lines, { partnerId: "p", post, limits: LIMITS });
    const first = answers.next();
    for (let count = 0; count < 30; count++) {
      await settled();
      settle();
    }
    expect((await first).done).toBe(false);
    await settled();
    const limit = LIMITS.groupLines * (LIMITS.groupsInFlight + 1) + 7;
    expect(taken.lines).toBeLessThanOrEqual(limit);
    expect(sizes.length).toBeLessThanOrEqual(LIMITS.groupsInFlight + 1);
    await answers.return(undefined);
  });

  test("has several groups under way, and answers in order whichever ends first", async () => {
    const { lines } = source(10);
    const { post, settle, waiting } = ledger();
    const answers = postLines(lines, { partnerId: "p", post, limits: LIMITS });
    const first = answers.next();
    await settled();
    expect(waiting.map(({ count }) => count)).toEqual([10, 10, 10]);
    settle(2);
    settle(1);
    settle(0);
    const text = ((await first).value as string) + ((await answers.next()).value as string);
    expect(linesOf(text).map(({ line }) => line)).toEqual(
      Array.from({ length: 20 }, (_, n) => n + 1),
    );
    await answers.return(undefined);
  });

  test("lets a line go at once when nothing is under way, else gathers", async () => {
    const { post, settle, sizes } = ledger();
    const one = (n: number): Line[] => [transactionLine(n)];
    const lines = batches(one(1), one(2), one(3), one(4));
    const answers = postLines(lines, { partnerId: "p", post, limits: LIMITS });
    const first = answers.next();
    await settled();
    settle();
    await first;
    const second = answers.next();
    await settled();
    settle();
    expect(linesOf((await second).value as string)).toHaveLength(3);
    expect(sizes).toEqual([1, 3]);
    expect((await answers.next()).done).toBe(true);
  });

  test("refuses the lines of a group that the ledger did not take", async () => {
    const overloaded = new DomainError("OVERLOADED", "The posting queue is full");
    const post = (): Promise<Receipt> => Promise.reject(overloaded);
    const lines = batches([transactionLine(1), "no JSON"]);
    const answers = postLines(lines, { partnerId: "p", post });
    expect(linesOf((await answers.next()).value as string)).toMatchObject([
      { line: 1, status: "REFUSED", code: "OVERLOADED", reason: overloaded.message },
      { line: 2, status: "REFUSED", code: "INVALID_INPUT" },
    ]);
  });

  test("fails where the ledger failed, after the answers before it", async () => {
    const { post, settle, waiting } = ledger();
    const lines = batches(
      [transactionLine(1)],
      Array.from({ length: 10 }, (_, n) => transactionLine(n)),
    );
    const answers = postLines(lines, { partnerId: "p", post, limits: LIMITS });
    const first = answers.next();
    await settled();
    waiting.at(-1)?.answer.reject(new Error("the database is gone"));
    settle();
    expect(linesOf((await first).value as string)).toMatchObject([{ line: 1 }]);
    await expect(answers.next()).rejects.toThrow("the database is gone");
  });

  test("answers the lines that came before the stream broke", async () => {
    async function* broken(): AsyncGenerator<Line[]> {
      yield [transactionLine(1), transactionLine(2)];
      throw new Error("cut");
    }
    const { post, settle } = ledger();
    const answers = postLines(broken(), { partnerId: "p", post, limits: LIMITS });
    const first = answers.next();
    await settled();
    settle();
    expect(linesOf((await first).value as string)).toHaveLength(2);
    await expect(answers.next()).rejects.toThrow("cut");
  });
});
