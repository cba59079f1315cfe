import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readTerms } from "../../src/settlements/read-terms.rules.js";
import { migrationSteps } from "../../src/shared/database/migration-steps.js";
import { flatShare } from "../support/contracts.js";
import { emptyDatabase, type TestDatabase } from "../support/postgres.js";

let own: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  own = await emptyDatabase();
  client = new pg.Client({ connectionString: own.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await own.close();
});

/** Takes the steps from one number to another, as migrations do. */
async function take(from: string, to: string): Promise<void> {
  for (const step of await migrationSteps()) {
    if (step.name < from || step.name > `${to}~`) continue;
    const migration = Reflect.construct(step.class, [undefined, undefined]) as {
      up(): unknown;
      getQueries(): unknown[];
    };
    await migration.up();
    for (const sql of migration.getQueries()) await client.query(String(sql));
  }
}

test("a flat contract of before has a first version of equivalent terms", async () => {
  await take("0001", "0006");
  const partner = "01900000-0000-7000-8000-000000000001";
  await client.query(
    `insert into partner values ($1, 'star', 'Star', 'GAME_PROVIDER', 'ACTIVE', null, null, true,
       1, now())`,
    [partner],
  );
  const insert = `insert into contract values ($1, $2, $3, $4, '2026-01-01', null, $5, $6, null,
    'MONTHLY', $7, 1, '2026-01-05Z')`;
  const flat = (basis: string, shareRate: string, rounding: string) =>
    JSON.stringify([{ basis, shareRate, rounding }]);
  const [seoul, berlin] = [flat("NET", "0.1250", "HALF_EVEN"), flat("TURNOVER", "0.02", "DOWN")];
  const id = (n: number) => `01900000-0000-7000-8000-0000000000c${n}`;
  const starts = ["2025-12-31T15:00Z", "2025-12-31T23:00Z"];
  await client.query(insert, [id(1), partner, "krw", "KRW", "Asia/Seoul", starts[0], seoul]);
  await client.query(insert, [id(2), partner, "eur", "EUR", "Europe/Berlin", starts[1], berlin]);
  await addAccrued(partner, id(1));
  await take("0007", "0007");
  const { rows } = await client.query(
    `select number, effective_from::text as day, starts_at, state, terms from contract_version
     order by contract_id`,
  );
  const version = { number: 1, day: "2026-01-01", state: "SCHEDULED" };
  const euros = { currency: "EUR", basis: "TURNOVER", rate: "0.02", rounding: "DOWN" } as const;
  expect(rows).toEqual([
    { ...version, starts_at: new Date(starts[0] ?? ""), terms: readTerms(flatShare()) },
    {
      ...version,
      starts_at: new Date(starts[1] ?? ""),
      terms: readTerms(flatShare({ ...euros, timeZone: "Europe/Berlin" })),
    },
  ]);
});

/** What the first contract had accrued in January, of a transaction and of one that was held. */
async function addAccrued(partner: string, contract: string): Promise<void> {
  await client.query("create table transaction_any partition of transaction default");
  const account = `insert into account (partner_id, purpose, currency, normal_side, created_at)
    values ($1, $2, 'KRW', $3, now())`;
  await client.query(account, [null, "PARTNER_SHARE", "DEBIT"]);
  await client.query(account, [partner, "PARTNER_PAYABLE", "CREDIT"]);
  const inputs = { "bet:IN": ["1000", "1"], "hold:NONE": ["70", "1"] };
  await client.query("insert into position values ($1, '2025-12-31T15:00Z', 4, $2, 125)", [
    contract,
    JSON.stringify(inputs),
  ]);
  const transaction = `insert into transaction (id, partner_id, external_id, kind, type, direction,
      amount_minor, currency, occurred_at, posted_at, lane, block)
    values (gen_random_uuid(), $1, $2, $3, $2, $4, $5, 'KRW', '2026-01-09Z', '2026-01-09Z', 1, 1)`;
  await client.query(transaction, [partner, "bet", "TRANSFER", "IN", 1000]);
  await client.query(transaction, [partner, "hold", "HOLD", "NONE", 70]);
}

test("a position of before keeps what it counted, by version, currency and component", async () => {
  await client.query("create table schema_migration (name text)"); // which MikroORM makes
  await take("0008", "0099");
  const { rows } = await client.query(
    `select p.period_start, p.version, p.segments, p.accrued, p.accrued_minor, p.begun_at,
       s.id::text as share, o.reference = p.contract_id::text as owed
     from position p, account s, account o
     where s.purpose = 'PARTNER_SHARE' and o.purpose = 'PARTNER_PAYABLE'`,
  );
  const { share } = rows[0] as { share: string };
  const start = new Date("2025-12-31T15:00Z");
  expect(rows).toEqual([
    {
      period_start: start,
      version: "4",
      segments: { "1": { "bet:IN:KRW": ["1000", "1"] } },
      accrued: { "1:share": ["125", "0", share] },
      accrued_minor: "125",
      begun_at: null,
      share,
      owed: true,
    },
  ]);
  const counted = "select external_id as id, counted_in from transaction order by external_id";
  expect((await client.query(counted)).rows).toEqual([
    { id: "bet", counted_in: start },
    { id: "hold", counted_in: null },
  ]);
});
