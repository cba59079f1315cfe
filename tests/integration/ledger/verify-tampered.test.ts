import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rollUp } from "../../../src/ledger/index.js";
import { testLedger } from "../../support/ledger.js";
import { addPartners, operateMixed } from "../../support/mixed-operations.js";
import { ACCOUNTS, ENTRIES_AND_TRANSFERS } from "../../support/tampered-entries.js";
import { CHAINS, LINKED, POSITIONS } from "../../support/tampered-state.js";
import { IDENTITIES, TRANSACTIONS } from "../../support/tampered-transactions.js";
import type { Tampering } from "../../support/tampering.js";
import { verifyDatabase } from "../../support/verify.js";

/** A ledger after all kinds of operations, and a superuser who has a copy of each of its rows. */
let ledger: Awaited<ReturnType<typeof testLedger>>;
let admin: pg.Client;

beforeAll(async () => {
  ledger = await testLedger({ maxBatchItems: 25, recordLanes: 2 });
  await addPartners(ledger);
  for (const round of ["a", "b"]) await operateMixed(ledger, round, 400);
  await rollUp(ledger.sql);
  await ledger.engine.stop();
  admin = new pg.Client({ connectionString: ledger.adminUrl });
  await admin.connect();
  await admin.query(KEEP_ALL);
});
afterAll(async () => {
  await admin.end();
  await ledger.close();
});

const KEEP_ALL = `do $$ declare name text; begin
  create schema kept;
  for name in select tablename from pg_tables where schemaname = 'public' loop
    execute format('create table kept.%1$I as select * from only public.%1$I', name);
  end loop;
end $$`;

/** The tables, partitions by their own names, of which the open transaction has changed rows. */
const TOUCHED = `select relname as name from pg_stat_xact_user_tables
  where schemaname = 'public' and n_tup_ins + n_tup_upd + n_tup_del > 0`;

/** Does something with a superuser's rights, verifies, and puts the rows back. */
async function faultsAfter({ sql, names = "''" }: Tampering) {
  const { rows } = await admin.query<{ key: string }>(`select (${names})::text as key`);
  await admin.query("begin");
  await admin.query(sql);
  const touched = await admin.query<{ name: string }>(TOUCHED);
  await admin.query("commit");
  const { faults } = await verifyDatabase(ledger.url);
  await putBack(touched.rows.map(({ name }) => admin.escapeIdentifier(name)));
  return { faults, key: rows[0]?.key ?? "" };
}

async function putBack(tables: readonly string[]): Promise<void> {
  const statements = tables.map(
    (table) => `delete from only public.${table};
      insert into public.${table} overriding system value select * from kept.${table};`,
  );
  await admin.query(
    `begin; set local session_replication_role = replica; ${statements.join("\n")} commit`,
  );
}

describe.each([
  ["entries and transfers", ENTRIES_AND_TRANSFERS],
  ["accounts", ACCOUNTS],
  ["identities", IDENTITIES],
  ["transactions", TRANSACTIONS],
  ["reversals and holds", LINKED],
  ["chains", CHAINS],
  ["positions", POSITIONS],
])("of %s, verification finds and names it when", (_, cases) => {
  test.each<Tampering>(cases)("$what", async (tampering) => {
    const { faults, key } = await faultsAfter(tampering);
    const named = Object.fromEntries(faults.map(({ check, table }) => [check, table]));
    expect(named).toMatchObject(tampering.found);
    expect(faults.map(({ row }) => row).join("\n")).toContain(key);
    for (const { sentence } of faults)
      expect(sentence).toMatch(/^Invariant [1-7] \(.+\) is broken: /);
  });
});

test("what was tampered with is as it was before", async () => {
  const { faults } = await verifyDatabase(ledger.url);
  expect(faults).toEqual([]);
});
