import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { rollUp } from "../../../src/ledger/index.js";
import { testLedger } from "../../support/ledger.js";
import { addPartners, operateMixed } from "../../support/mixed-operations.js";
import { ACCOUNTS, ENTRIES_AND_TRANSFERS } from "../../support/tampered-entries.js";
import { CHAINS, LINKED, POSITIONS } from "../../support/tampered-state.js";
import { IDENTITIES, TRANSACTIONS } from "../../support/tampered-transactions.js";
import type { Tampering } from "../../support/tampering.js";
import { createDatabase, dropDatabase } from "../../support/test-cluster.js";
import { verifyDatabase } from "../../support/verify.js";

/** A ledger after all kinds of operations, without connections: the tests work on copies. */
let original: { name: string; close(): Promise<void> };

beforeAll(async () => {
  const ledger = await testLedger({ maxBatchItems: 25, recordLanes: 2 });
  await addPartners(ledger);
  for (const round of ["a", "b"]) await operateMixed(ledger, round, 400);
  await rollUp(ledger.sql);
  await ledger.engine.stop();
  await ledger.database.close();
  const name = new URL(ledger.url).pathname.slice(1);
  original = { name, close: () => dropDatabase(inject("postgresAdminUrl"), name) };
});
afterAll(() => original.close());

let copies = 0;

/** Does something to a copy with a superuser's rights, and verifies it. */
async function faultsAfter({ sql, names = "''" }: Tampering) {
  const cluster = inject("postgresAdminUrl");
  const name = `${original.name}_${(copies += 1)}`;
  const url = await createDatabase(cluster, inject("postgresUrl"), name, original.name);
  const adminUrl = new URL(cluster);
  adminUrl.pathname = `/${name}`;
  const admin = new pg.Client({ connectionString: adminUrl.href });
  await admin.connect();
  const { rows } = await admin.query<{ key: string }>(`select (${names})::text as key`);
  await admin.query(sql);
  await admin.end();
  const { faults } = await verifyDatabase(url);
  await dropDatabase(cluster, name);
  return { faults, key: rows[0]?.key ?? "" };
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
