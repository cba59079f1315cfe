import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { balanceAt, keepPartitions, postTransfers, rollUp } from "../../../src/ledger/index.js";
import type { PointInTime } from "../../../src/ledger/index.js";
import { captureHold, placeHold, voidHold } from "../../../src/ledger/hold-funds.js";
import { rollUpBatch } from "../../../src/ledger/roll-up.job.js";
import { testLedger } from "../../support/ledger.js";

let ledger: Awaited<ReturnType<typeof testLedger>>;
let admin: pg.Client;
let now = Date.UTC(2026, 9, 1);
const clock = { now: () => new Date(now) };

beforeAll(async () => {
  ledger = await testLedger({ clock });
  admin = new pg.Client({ connectionString: ledger.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await ledger.close();
});

let opened = 0;
async function openPair(): Promise<[string, string]> {
  opened += 1;
  const common = { partnerId: null, currency: "EUR", reference: `${opened}` };
  const [cash = "", wallet = ""] = await ledger.accounts.ensure([
    { ...common, purpose: "CASH", normalSide: "DEBIT" },
    { ...common, purpose: "WALLET", normalSide: "CREDIT" },
  ]);
  return [cash, wallet];
}

let externalId = 0;
const nextExternalId = () => `e-${(externalId += 1)}`;

/** Moves amounts from `cash` to `wallet`, each at its own time of occurrence, in one batch. */
async function move([cash, wallet]: [string, string], moves: [amount: number, at: number][]) {
  const requests = moves.map(([amount, at]) => ({
    externalId: nextExternalId(),
    debitAccountId: amount > 0 ? cash : wallet,
    creditAccountId: amount > 0 ? wallet : cash,
    amountMinor: BigInt(Math.abs(amount)),
    currency: "EUR",
    code: "MOVE",
    occurredAt: new Date(at),
  }));
  const { outcomes } = await postTransfers(ledger, requests);
  expect(new Set(outcomes.flat().map((o) => o.status))).toEqual(new Set(["POSTED"]));
}

interface NaiveEntry {
  version: bigint;
  amount: bigint;
  balance: bigint;
  pendingDebit: bigint;
  pendingCredit: bigint;
  occurredAt: number;
  postedAt: number;
}

/** An account's whole history, in the order of its versions. */
async function historyOf(accountId: string): Promise<NaiveEntry[]> {
  return ledger.sql.rows<NaiveEntry>(
    `select version, amount, balance_after as balance, pending_debit_after as "pendingDebit",
       pending_credit_after as "pendingCredit",
       (extract(epoch from occurred_at) * 1000)::float8 as "occurredAt",
       (extract(epoch from posted_at) * 1000)::float8 as "postedAt"
     from entry where account_id = $1 order by version`,
    [accountId],
  );
}

const NOTHING = { balance: 0n, pendingDebit: 0n, pendingCredit: 0n };

function figures<T extends typeof NOTHING>({ balance, pendingDebit, pendingCredit }: T) {
  return { balance, pendingDebit, pendingCredit };
}

/** By going through all of it. */
function naively(history: NaiveEntry[], point: PointInTime) {
  if ("version" in point) {
    return figures(history.find((entry) => entry.version === point.version) ?? NOTHING);
  }
  if ("postedAt" in point) {
    const at = point.postedAt.getTime();
    return figures(history.findLast((entry) => entry.postedAt <= at) ?? NOTHING);
  }
  const sums = { ...NOTHING };
  history.forEach((entry, index) => {
    if (entry.occurredAt > point.occurredAt.getTime()) return;
    const before = history[index - 1] ?? NOTHING;
    sums.balance += entry.amount;
    sums.pendingDebit += entry.pendingDebit - before.pendingDebit;
    sums.pendingCredit += entry.pendingCredit - before.pendingCredit;
  });
  return sums;
}

const BASE = Date.UTC(2026, 2, 3, 4, 5, 6, 789);
/** So wide may the times of one step be spread: within a second ... within years. */
const SPREADS = [1, 900, 50_000, 3_000_000, 80_000_000, 2_000_000_000, 90_000_000_000];

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("move" as const),
      count: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 200, max: 700 })),
      spread: fc.constantFrom(...SPREADS),
      seed: fc.nat(1_000_000),
      pass: fc.constantFrom(0, 1, 60_000, 5_000_000_000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("hold" as const), at: fc.nat(90_000) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("end hold" as const),
      how: fc.constantFrom("part", "final", "void"),
      at: fc.nat(90_000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("roll up" as const), entries: fc.nat(900) }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function take(pair: [string, string], one: Step, holds: string[]): Promise<void> {
  const [debitAccountId, creditAccountId] = pair;
  const common = () => ({ partnerId: null, externalId: nextExternalId(), currency: "EUR" });
  if (one.kind === "roll up") {
    await rollUpBatch(ledger.sql, { blocks: 3, transfers: 400, entries: one.entries + 1 });
  } else if (one.kind === "move") {
    now += one.pass;
    await keepPartitions(ledger.sql, clock);
    const { seed, spread, count } = one;
    const place = (n: number) => BASE + (((seed + n) * 7_919) % 104_729) * (spread / 104_729);
    const moves = Array.from({ length: count }, (_, n): [number, number] => [
      ((seed + n * 13) % 9) + 1,
      Math.floor(place(n)),
    ]);
    await move(pair, moves);
  } else if (one.kind === "hold") {
    const occurredAt = new Date(BASE + one.at);
    const hold = { ...common(), debitAccountId, creditAccountId, amountMinor: 10n, occurredAt };
    const [outcome] = (await placeHold(ledger, hold)).outcomes.flat();
    if (outcome?.status === "POSTED") holds.push(outcome.transactionId);
  } else {
    const holdId = one.how === "part" ? holds[0] : holds.shift();
    if (!holdId) return;
    const end = { ...common(), holdId, occurredAt: new Date(BASE + one.at) };
    if (one.how === "void") await voidHold(ledger, end);
    else await captureHold(ledger, { ...end, amountMinor: 1n, final: one.how === "final" });
  }
}

function pointsOf(history: NaiveEntry[], probes: number[]): PointInTime[] {
  return probes.flatMap((probe): PointInTime[] => {
    const entry = history[probe % Math.max(1, history.length)];
    if (!entry) return [{ version: 0n }];
    const occurredAt = new Date(Math.floor(entry.occurredAt) + (probe % 3) - 1);
    const postedAt = new Date(entry.postedAt + (probe % 3) - 1);
    return [{ version: entry.version }, { postedAt }, { occurredAt }];
  });
}

describe("the balance of an account at a point in time", () => {
  test("is what going through its whole history would give, however late entries are", async () => {
    const steps = fc.array(step, { minLength: 1, maxLength: 12 });
    const probes = fc.array(fc.nat(10_000), { minLength: 6, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(steps, probes, async (taken, probed) => {
        const pair = await openPair();
        const holds: string[] = [];
        for (const one of taken) await take(pair, one, holds);
        for (const accountId of pair) {
          const history = await historyOf(accountId);
          for (const point of pointsOf(history, probed)) {
            const past = await balanceAt(ledger.sql, accountId, point);
            expect({ point, ...figures(past ?? NOTHING) }).toEqual({
              point,
              ...naively(history, point),
            });
          }
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  test("begins with nothing, ends with the present, and is null where there is none", async () => {
    const pair = await openPair();
    const [cash, wallet] = pair;
    expect(await balanceAt(ledger.sql, wallet, { postedAt: clock.now() })).toMatchObject(NOTHING);
    await move(pair, [[5, BASE]]);
    const present = { accountId: wallet, balance: 5n, version: 1n, normalSide: "CREDIT" };
    expect(await balanceAt(ledger.sql, wallet, { postedAt: clock.now() })).toMatchObject(present);
    expect(await balanceAt(ledger.sql, wallet, { version: 1n })).toMatchObject(present);
    expect(await balanceAt(ledger.sql, wallet, { version: 0n })).toMatchObject(NOTHING);
    expect(await balanceAt(ledger.sql, cash, { version: 2n })).toBeNull();
    expect(await balanceAt(ledger.sql, cash, { version: -1n })).toBeNull();
    const nobody = "999999999";
    for (const point of [{ version: 0n }, { postedAt: new Date() }, { occurredAt: new Date() }]) {
      expect(await balanceAt(ledger.sql, nobody, point)).toBeNull();
    }
  });

  test("rolls up each entry once, whoever does it and however often", async () => {
    const pair = await openPair();
    await move(
      pair,
      Array.from({ length: 900 }, (_, n) => [1, BASE + n * 40]),
    );
    await Promise.all([rollUp(ledger.sql), rollUp(ledger.sql), rollUp(ledger.sql)]);
    await rollUp(ledger.sql);
    expect(await rollUp(ledger.sql)).toBe(0);
    const { rows } = await admin.query(
      `select level, sum(entries)::int as entries, sum(amount)::int as amount,
         bool_or(split) as split
       from account_total where account_id = $1 group by level order by level`,
      [pair[1]],
    );
    const all = { entries: 900, amount: 900 };
    expect(rows).toEqual(
      [
        { level: 0, ...all, split: true },
        { level: 1, ...all, split: true },
        { level: 2, ...all, split: true },
        { level: 3, ...all, split: true },
        { level: 4, entries: 900, amount: 900, split: false },
      ].slice(0, rows.length),
    );
    expect(rows.length).toBeGreaterThanOrEqual(4);
  });
});

/** The pages that Postgres looks at to answer, and how many of them are of the entries. */
async function pagesFor(accountId: string, point: PointInTime): Promise<number> {
  const seen: number[] = [];
  const explaining = {
    rows: async <Row extends object>(text: string, values: readonly unknown[] = []) => {
      const { rows } = await admin.query<{ "QUERY PLAN": [{ Plan: Record<string, number> }] }>(
        `explain (analyze, buffers, format json) ${text}`,
        [...values],
      );
      const plan = rows[0]?.["QUERY PLAN"][0].Plan ?? {};
      seen.push((plan["Shared Hit Blocks"] ?? 0) + (plan["Shared Read Blocks"] ?? 0));
      return ledger.sql.rows<Row>(text, values);
    },
  };
  await balanceAt(explaining, accountId, point);
  return seen.reduce((sum, pages) => sum + pages, 0);
}

/** Histories of the same density, one fifty times as long as the other. */
async function historyOfDays(days: number): Promise<string> {
  const pair = await openPair();
  for (let day = 0; day < days; day += 5) {
    const moves = Array.from({ length: 250 }, (_, n): [number, number] => {
      return [1, BASE + (day + n / 50) * 86_400_000 + (n % 7) * 1_000];
    });
    now += 1_000;
    await move(pair, moves);
  }
  await rollUp(ledger.sql);
  return pair[1];
}

describe("the way to it", () => {
  test("costs a history fifty times as long about twice as much", async () => {
    const [short, long] = [await historyOfDays(20), await historyOfDays(1_000)];
    await admin.query("vacuum analyze");
    expect(await historyOf(short)).toHaveLength(1_000);
    expect(await historyOf(long)).toHaveLength(50_000);
    for (const how of ["version", "postedAt", "occurredAt"] as const) {
      const few = await pagesFor(short, await pointAt(short, 20, how));
      const many = await pagesFor(long, await pointAt(long, 1_000, how));
      expect({ how, few, many, ok: many <= 2 * few }).toMatchObject({ ok: true });
    }
  }, 120_000);
});

/** A point somewhat after the middle of a history of so many days. */
async function pointAt(accountId: string, days: number, how: string): Promise<PointInTime> {
  if (how === "occurredAt")
    return { occurredAt: new Date(BASE + days * 0.6 * 86_400_000 + 12_345) };
  const history = await historyOf(accountId);
  const { version, postedAt } = history[Math.floor(history.length * 0.6)] ?? { version: 0n };
  return how === "version" ? { version } : { postedAt: new Date(postedAt ?? 0) };
}
