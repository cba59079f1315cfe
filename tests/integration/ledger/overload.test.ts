import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Overloaded } from "../../../src/ledger/ledger.errors.js";
import { postingItem } from "../../../src/ledger/posting-item.rules.js";
import type { TermsBook } from "../../../src/ledger/accrual-model.rules.js";
import type { PostingItem } from "../../../src/ledger/posting-model.rules.js";
import type { Connection } from "../../../src/ledger/index.js";
import { readRevision } from "../../../src/settlements/terms-book.queries.js";
import { laneConnections } from "../../support/fault-connect.js";
import { FaultyWire } from "../../support/fault-wire.js";
import { testLedger } from "../../support/ledger.js";
import { verdicts } from "../../support/reference-batching.js";
import { ledgerFaults } from "../../support/reference-invariants.js";

const LIMIT = 200;
const CURSED = "01900000-0000-7000-8000-00000000dead";

/** No contracts, and one that is broken. */
async function loadTerms(on: Connection): Promise<TermsBook> {
  return {
    revision: await readRevision(on),
    accrualOf({ partnerId }) {
      if (partnerId === CURSED) throw new TypeError("a contract that nobody can read");
      return null;
    },
    countedPlace: () => null,
    periodOf: () => null,
  };
}

let wire: FaultyWire | undefined;
let ledger: Awaited<ReturnType<typeof testLedger>>;
let ids: string[];
let goOn = () => Promise.resolve();

beforeEach(async () => {
  ledger = await testLedger({ maxQueuedItems: LIMIT, maxBatchItems: 50, loadTerms });
  const spec = { partnerId: null, currency: "EUR", normalSide: "CREDIT" as const, purpose: "TEST" };
  ids = await ledger.accounts.ensure([
    { ...spec, reference: "a" },
    { ...spec, reference: "b" },
  ]);
});
afterEach(async () => {
  await goOn();
  await ledger.close();
  await wire?.close();
});

function item(externalId: string, changes: Partial<PostingItem> = {}): PostingItem {
  const [debit = "", credit = ""] = ids;
  const leg = { debit, credit, amountMinor: 1n, currency: "EUR", code: "TEST" };
  const made = postingItem({
    partnerId: null,
    externalId,
    type: "test",
    direction: "NONE",
    amountMinor: 1n,
    currency: "EUR",
    occurredAt: new Date(0),
    accrues: false,
    operation: { kind: "TRANSFER", legs: [leg] },
  });
  return { ...made, ...changes };
}

/** Keeps the ledger from committing until `goOn`: an account of every batch is locked. */
async function standstill(): Promise<void> {
  const other = new pg.Client({ connectionString: ledger.adminUrl });
  await other.connect();
  await other.query("begin");
  await other.query("select from account where id = $1 for update", [ids[0]]);
  goOn = async () => {
    goOn = () => Promise.resolve();
    await other.query("rollback");
    await other.end();
  };
}

const five = (name: string) => Array.from({ length: 5 }, (_, n) => [item(`${name}-${n}`)]);

describe("more work than the ledger can do", () => {
  test("is refused at once, and everything that was accepted is done", async () => {
    await standstill();
    const answers = Array.from({ length: 100 }, (_, n) => ledger.engine.submit(five(`s${n}`)));
    const refused = new Set<number>();
    for (const [n, answer] of answers.entries()) answer.catch(() => refused.add(n));
    await new Promise(setImmediate);
    expect(refused.size).toBe(100 - LIMIT / 5);
    expect(ledger.engine.queuedItems).toBeLessThanOrEqual(LIMIT);

    await goOn();
    const settled = await Promise.allSettled(answers);
    for (const [n, result] of settled.entries()) {
      if (result.status === "rejected") {
        const { reason } = result as { reason: unknown };
        expect(reason).toBeInstanceOf(Overloaded);
        expect(reason).toMatchObject({ code: "OVERLOADED", retryAfterMs: expect.any(Number) });
        expect((reason as Overloaded).retryAfterMs).toBeGreaterThanOrEqual(50);
        expect((reason as Overloaded).retryAfterMs).toBeLessThanOrEqual(10_000);
        expect(refused.has(n)).toBe(true);
      } else {
        expect(new Set(verdicts(result.value.outcomes))).toEqual(new Set(["POSTED"]));
      }
    }
    const again = await ledger.engine.submit(five(`s${Math.min(...refused)}`));
    expect(new Set(verdicts(again.outcomes))).toEqual(new Set(["POSTED"]));
    expect(await ledgerFaults(ledger.pool)).toEqual([]);
  });

  test("takes no memory", async () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    await standstill();
    const accepted: Promise<unknown>[] = [];
    while (ledger.engine.queuedItems < LIMIT) {
      accepted.push(ledger.engine.submit(five(`s${accepted.length}`)));
      await new Promise(setImmediate); // the lane takes two batches and gets no further
    }
    const refuse = async (times: number) => {
      let refused = 0;
      for (let n = 0; n < times; n++) {
        const answer: unknown = await ledger.engine.submit(five(`more${n}`)).catch(String);
        if (String(answer).includes("queue is full")) refused += 1;
      }
      expect(refused).toBe(times);
      collect();
      return process.memoryUsage().heapUsed;
    };
    const before = await refuse(500);
    const after = await refuse(5_000);
    expect(after - before).toBeLessThan(2 * 1024 ** 2);
    expect(ledger.engine.queuedItems).toBe(LIMIT);
    await goOn();
    await Promise.all(accepted);
  });

  test("is finished before the ledger stops, and nothing more is taken", async () => {
    await standstill();
    const accepted = [
      ledger.engine.submit(five("a")),
      ledger.engine.submit(five("b"), "authorise"),
    ];
    const stopped = ledger.engine.stop();
    await expect(ledger.engine.submit(five("late"))).rejects.toBeInstanceOf(Overloaded);
    await goOn();
    await stopped;
    const outcomes = (await Promise.all(accepted)).flatMap((receipt) => receipt.outcomes);
    expect(new Set(verdicts(outcomes))).toEqual(new Set(["POSTED"]));
  });
});

describe("a submission", () => {
  test("that Postgres cannot write fails alone", async () => {
    const poison = item("poison", { documentId: "no id at all" });
    await standstill();
    const sound = (name: string) => ledger.engine.submit(five(name));
    const before = Array.from({ length: 10 }, (_, n) => sound(`before${n}`));
    const poisoned = ledger.engine.submit([[poison]]);
    poisoned.catch(() => undefined); // looked at below
    const after = Array.from({ length: 10 }, (_, n) => sound(`after${n}`));
    await goOn();
    await expect(poisoned).rejects.toThrow("uuid");
    const receipts = await Promise.all([...before, ...after]);
    const outcomes = receipts.flatMap((receipt) => receipt.outcomes);
    expect(new Set(verdicts(outcomes))).toEqual(new Set(["POSTED"]));
    expect(ledger.troubles).toHaveLength(1);
    expect(verdicts((await sound("before0")).outcomes)).toEqual(Array(5).fill("REPLAYED"));
    expect(await ledgerFaults(ledger.pool)).toEqual([]);
  });

  test("with one such transaction fails when all others of it are posted", async () => {
    const poison = item("poison", { documentId: "no id at all" });
    const sound = [...five("before"), ...five("after")];
    const groups = [...five("before"), [poison], ...five("after")];
    await expect(ledger.engine.submit(groups)).rejects.toThrow("uuid");
    const { outcomes } = await ledger.engine.submit(sound);
    expect(verdicts(outcomes)).toEqual(Array(10).fill("REPLAYED"));
  });

  test("whose contract nobody can read fails alone", async () => {
    const cursed = item("cursed", { partnerId: CURSED, accrues: true });
    const sound = (name: string) =>
      Array.from({ length: 5 }, (_, n) => [item(`${name}-${n}`, { accrues: true })]);
    await ledger.engine.submit(sound("warm"));
    const receipts = Promise.all(["a", "b"].map((name) => ledger.engine.submit(sound(name))));
    await expect(ledger.engine.submit([[cursed]])).rejects.toThrow("nobody can read");
    const after = await ledger.engine.submit(sound("c"));
    const outcomes = [...(await receipts), after].flatMap((receipt) => receipt.outcomes);
    expect(new Set(verdicts(outcomes))).toEqual(new Set(["POSTED"]));
  });
});

describe("a ledger whose Postgres is gone", () => {
  test("answers everyone when it is stopped", async () => {
    wire = await FaultyWire.open(ledger.url);
    const cut = await testLedger({ connect: laneConnections(wire.through(ledger.url)) });
    await wire.close();
    wire = undefined;
    const answers = Promise.allSettled([
      cut.engine.submit(five("a")),
      cut.engine.submit(five("b")),
    ]);
    await cut.engine.stop();
    expect((await answers).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await cut.database.close();
  });
});
