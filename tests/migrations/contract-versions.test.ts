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
