import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepPartitions, recordTransactions } from "../../../src/ledger/index.js";
import { prepareSession } from "../../../src/ledger/lane.queries.js";
import { readOriginals } from "../../../src/ledger/posting-read.queries.js";
import { transactionsById } from "../../../src/ledger/ledger-page.queries.js";
import { transfersById } from "../../../src/ledger/transfer.queries.js";
import type { StoredBlock } from "../../../src/ledger/verify-block.queries.js";
import { readTransactionsOf, readTransfersOf } from "../../../src/ledger/verify-block.queries.js";
import { testLedger } from "../../support/ledger.js";
import { addPartners, PARTNERS } from "../../support/mixed-operations.js";

let ledger: Awaited<ReturnType<typeof testLedger>>;
let admin: pg.Client;
let now = Date.UTC(2026, 0, 10);
const clock = { now: () => new Date(now) };

const MONTHS = 6;

beforeAll(async () => {
  ledger = await testLedger({ clock });
  admin = new pg.Client({ connectionString: ledger.adminUrl });
  await admin.connect();
  await addPartners(ledger);
  for (let month = 0; month < MONTHS; month += 1) {
    now = Date.UTC(2026, month, 10);
    await keepPartitions(ledger.sql, clock);
    const batch = Array.from({ length: 200 }, (_, n) => ({
      partnerId: PARTNERS[n % 2] ?? "",
      externalId: `${month}-${n}`,
      type: "bet",
      direction: "IN" as const,
      amountMinor: 5n,
      currency: "EUR",
      occurredAt: new Date(now),
    }));
    await recordTransactions(ledger, batch);
  }
  await admin.query("analyze");
});
afterAll(async () => {
  await admin.end();
  await ledger.close();
});

interface Plan {
  "Relation Name"?: string;
  "Actual Loops": number;
  Plans?: Plan[];
}

function scanned({ Plans = [], ...plan }: Plan): string[] {
  const relation = plan["Actual Loops"] > 0 ? plan["Relation Name"] : undefined;
  return [...(relation === undefined ? [] : [relation]), ...Plans.flatMap(scanned)];
}

/** The partitions that Postgres looks into to answer what `read` asks. */
async function partitionsFor(
  read: (on: never) => Promise<unknown>,
  prepare: (client: pg.Client) => Promise<void> = () => Promise.resolve(),
): Promise<string[]> {
  const client = await ledger.database.connect();
  await prepare(client);
  const relations = new Set<string>();
  const explain = async (text: string, values: readonly unknown[]) => {
    const { rows } = await client.query<{ "QUERY PLAN": [{ Plan: Plan }] }>(
      `explain (analyze, format json) ${text}`,
      [...values],
    );
    const plan = rows[0]?.["QUERY PLAN"][0].Plan;
    for (const relation of plan ? scanned(plan) : []) relations.add(relation);
  };
  const explaining = {
    query: async (query: string | { text: string; values: unknown[] }, given: unknown[] = []) => {
      const { text, values } = typeof query === "string" ? { text: query, values: given } : query;
      await explain(text, values);
      return { rows: [] };
    },
    rows: async (text: string, values: unknown[] = []) => {
      await explain(text, values);
      return [];
    },
  };
  await read(explaining as never);
  await client.end();
  return [...relations].filter((name) => /_\d{4}_\d\d$/.test(name)).toSorted();
}

async function idIn(month: string, table: string): Promise<string> {
  const { rows } = await admin.query<{ id: string }>(`select id from ${table}_${month} limit 1`);
  return rows[0]?.id ?? "";
}

describe("only the month of an id is looked into", () => {
  test("for transactions and transfers by their ids", async () => {
    const [transaction, transfer] = [
      await idIn("2026_03", "transaction"),
      await idIn("2026_05", "transfer"),
    ];
    expect(await partitionsFor((on) => transactionsById(on, null, [transaction]))).toEqual([
      "transaction_2026_03",
    ]);
    const partitions = await partitionsFor((on) => transfersById(on, null, [transfer]));
    expect(partitions).toEqual(["transaction_2026_05", "transfer_2026_05"]);
  });

  test("for what a reversal undoes, in a posting lane's session", async () => {
    const original = await idIn("2026_02", "transaction");
    expect(await partitionsFor((on) => readOriginals(on, [original]), prepareSession)).toEqual([
      "transaction_2026_02",
      "transfer_2026_02",
    ]);
  });

  test("for the blocks that are verified", async () => {
    const { rows } = await admin.query<StoredBlock>(
      `select lane, sequence::int, first_id as "firstId", last_id as "lastId" from block
       where first_id >= month_floor('2026-04-01Z') order by first_id limit 1`,
    );
    const block = rows[0] ?? expect.fail("no block");
    const range: [string, string] = [block.firstId, block.lastId];
    expect(await partitionsFor((on) => readTransactionsOf(on, [block], range))).toEqual([
      "transaction_2026_04",
    ]);
    const ids = await admin.query<{ id: string }>(
      "select id from transaction where block = $1 and lane = $2",
      [block.sequence, block.lane],
    );
    const read = (on: never) =>
      readTransfersOf(
        on,
        ids.rows.map((row) => row.id),
        range,
      );
    expect(await partitionsFor(read)).toEqual(["entry_2026_04", "transfer_2026_04"]);
  });
});
