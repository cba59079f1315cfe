import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { postTransfers } from "../../../src/ledger/index.js";
import { asHub } from "../../../src/shared/database/connection.js";
import { testLedger } from "../../support/ledger.js";

let ledger: Awaited<ReturnType<typeof testLedger>>;
/** As the hub itself connects. */
let app: pg.Client;
let admin: pg.Client;

const INSUFFICIENT_PRIVILEGE = "42501";
const PARTITIONED = ["transaction", "transfer", "entry"];
const APPEND_ONLY = [...PARTITIONED, "block", "transaction_identity", "refused_transaction"];
/** A month that the migration did not make partitions for. */
const LATER = "2031_05";

beforeAll(async () => {
  ledger = await testLedger();
  app = new pg.Client({ connectionString: asHub(ledger.url) });
  admin = new pg.Client({ connectionString: ledger.adminUrl });
  await Promise.all([app.connect(), admin.connect()]);
  await app.query("select ensure_partitions('2031-05-01Z', 1)");
  const spec = { partnerId: null, purpose: "CASH", currency: "EUR", normalSide: "DEBIT" as const };
  const ids = await ledger.accounts.ensure([spec, { ...spec, reference: "2" }]);
  const [debitAccountId = "", creditAccountId = ""] = ids;
  const transfer = { debitAccountId, creditAccountId, currency: "EUR", code: "MOVE" };
  const request = { ...transfer, externalId: "1", amountMinor: 1n, occurredAt: new Date() };
  await postTransfers(ledger, [request]);
  await postTransfers(ledger, [{ ...request, amountMinor: 2n }]); // refused, and kept
});
afterAll(async () => {
  await app.end();
  await admin.end();
  await ledger.close();
});

/** The SQLSTATE with which the application's role is refused. */
async function refusal(sql: string): Promise<string | undefined> {
  try {
    await app.query(sql);
    return undefined;
  } catch (error) {
    return error instanceof pg.DatabaseError ? error.code : String(error);
  }
}

async function partitionsOf(parent: string): Promise<string[]> {
  const sql =
    "select inhrelid::regclass::text as name from pg_inherits where inhparent = $1::regclass";
  const { rows } = await admin.query<{ name: string }>(sql, [parent]);
  return rows.map((row) => row.name);
}

async function firstColumn(table: string): Promise<string> {
  const { fields } = await admin.query(`select * from ${table} limit 0`);
  return fields[0]?.name ?? "";
}

/** Every way to change or take away what a table holds. */
async function changesOf(table: string): Promise<string[]> {
  const column = await firstColumn(table);
  return [
    `update ${table} set ${column} = ${column}`,
    `delete from ${table}`,
    `truncate ${table}`,
    `merge into ${table} t using (select 1) s on true when matched then delete`,
    `select * from ${table} for update`,
    `alter table ${table} add column extra text`,
    `alter table ${table} drop column ${column}`,
    `alter table ${table} disable trigger all`,
    `alter table ${table} owner to tutti_app`,
    `create trigger t before insert on ${table} for each row execute function
      suppress_redundant_updates_trigger()`,
    `create rule r as on insert to ${table} do instead nothing`,
    `drop table ${table}`,
  ];
}

describe("the application's role", () => {
  test("is the one that the hub works as", async () => {
    const { rows } = await ledger.pool.query("select current_user as role");
    expect(rows).toEqual([{ role: "tutti_hub" }]);
  });

  test.each(APPEND_ONLY)("cannot change what is in %s", async (table) => {
    const { rows: before } = await admin.query(`select * from ${table}`);
    expect(before).not.toHaveLength(0);
    for (const sql of await changesOf(table)) {
      expect([sql, await refusal(sql)]).toEqual([sql, INSUFFICIENT_PRIVILEGE]);
    }
    const { rows: after } = await admin.query(`select * from ${table}`);
    expect(after).toEqual(before);
  });

  test.each(PARTITIONED)("has no way into the partitions of %s", async (parent) => {
    const partitions = await partitionsOf(parent);
    expect(partitions).toContain(`${parent}_${LATER}`);
    for (const table of partitions) {
      const ways = [...(await changesOf(table)), `select * from ${table}`];
      ways.push(`insert into ${table} default values`);
      ways.push(`alter table ${parent} detach partition ${table}`);
      ways.push(`alter table ${parent} detach partition ${table} concurrently`);
      for (const sql of ways)
        expect([sql, await refusal(sql)]).toEqual([sql, INSUFFICIENT_PRIVILEGE]);
    }
    expect(await partitionsOf(parent)).toEqual(partitions);
  });

  test.each([
    "detach_month('2026-01-01')",
    "keep_month_totals('2026-01-01')",
    "keep_month_buckets('2026-01-01')",
    "lock_journal()",
  ])("cannot call %s", async (call) =>
    expect(await refusal(`select ${call}`)).toBe(INSUFFICIENT_PRIVILEGE),
  );

  test("holds no more than reading and appending, on any of them", async () => {
    const partitions = await Promise.all(PARTITIONED.map(partitionsOf));
    for (const table of [...APPEND_ONLY, ...partitions.flat()]) {
      // Granting what one may not grant is no more than a warning where one may read the table.
      await refusal(`grant all on ${table} to tutti_app`);
      const { rows } = await admin.query<{ privilege: string }>(
        `select p as privilege from unnest(array['INSERT', 'SELECT', 'UPDATE', 'DELETE', 'TRUNCATE',
           'REFERENCES', 'TRIGGER']) p where has_table_privilege('tutti_app', $1, p)`,
        [table],
      );
      const expected = APPEND_ONLY.includes(table) ? ["INSERT", "SELECT"] : [];
      expect([table, rows.map((row) => row.privilege)]).toEqual([table, expected]);
    }
  });

  test("cannot make columns writable one by one, nor switch row checks off", async () => {
    const column = "select has_any_column_privilege('tutti_app', $1, 'UPDATE') as may";
    for (const table of APPEND_ONLY) {
      const { rows } = await admin.query(column, [table]);
      expect([table, rows]).toEqual([table, [{ may: false }]]);
    }
    expect(await refusal("set session_replication_role = replica")).toBe(INSUFFICIENT_PRIVILEGE);
  });

  test("cannot make tables that would stand in for the ledger's", async () => {
    expect(await refusal("create table public.transaction_2032_01 (id uuid)")).toBe(
      INSUFFICIENT_PRIVILEGE,
    );
  });
});
