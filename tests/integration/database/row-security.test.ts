import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callerDatabase } from "../../../src/shared/database/caller-database.js";
import { openDatabase, type Database } from "../../../src/shared/database/database.js";
import { migrate } from "../../../src/shared/database/migrate.js";
import { ROW_RULES } from "../../../src/shared/database/row-security.queries.js";
import { transactionSql } from "../../../src/shared/database/sql.js";
import { testDatabase, type TestDatabase } from "../../support/postgres.js";

let own: TestDatabase;
let database: Database;
/** The login that owns the tables: no policy applies to it. */
let owner: pg.Client;

beforeAll(async () => {
  own = await testDatabase();
  database = await openDatabase({ url: own.url, entities: [] });
  owner = new pg.Client({ connectionString: own.url });
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await database.close();
  await own.close();
});

const TABLES = `
select c.relname as name, c.relrowsecurity as enabled,
  array(select polname::text from pg_policy p where p.polrelid = c.oid order by 1) as policies,
  exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'partner_id')
    as "ofPartner",
  array(select f.confrelid::regclass::text from pg_constraint f
    where f.conrelid = c.oid and f.contype = 'f') as parents
from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'm')
  and not c.relispartition order by 1`;

interface TableRow {
  name: string;
  enabled: boolean;
  policies: string[];
  ofPartner: boolean;
  parents: string[];
}

async function tables(): Promise<TableRow[]> {
  return (await owner.query<TableRow>(TABLES)).rows;
}

describe("the list of whose rows a table has", () => {
  it("has every table, and nothing that is none", async () => {
    expect(Object.keys(ROW_RULES).toSorted()).toEqual((await tables()).map(({ name }) => name));
  });

  it("calls no table shared that has a partner's rows, or rows that belong to such", async () => {
    const all = await tables();
    const isShared = (name: string) => ROW_RULES[name]?.kind === "SHARED";
    const leaking = all
      .filter(({ name }) => isShared(name))
      .filter(({ ofPartner, parents }) => ofPartner || parents.some((each) => !isShared(each)));
    expect(leaking.map(({ name }) => name)).toEqual([]);
  });

  it("is in force", async () => {
    for (const { name, enabled, policies } of await tables()) {
      const rule = ROW_RULES[name];
      const wanted = rule?.kind === "SHARED" ? [] : ["hub"];
      if (rule?.kind === "OWNED") wanted.push(...(rule.insert ? ["inserted"] : []), "owned");
      expect({ name, enabled, policies }).toEqual({
        name,
        enabled: rule?.kind !== "SHARED",
        policies: wanted.toSorted(),
      });
    }
  });

  it("is put into force again where somebody changed it, and is the hub's until then", async () => {
    await owner.query("drop policy hub on partner; alter table hold disable row level security");
    await owner.query(
      "create table forgotten (partner_id uuid); insert into forgotten values (null)",
    );
    await owner.query("grant select on forgotten to tutti_app");
    await migrate(own.url);
    const after = new Map((await tables()).map((table) => [table.name, table]));
    expect(after.get("partner")?.policies).toEqual(["hub", "owned"]);
    expect(after.get("hold")?.enabled).toBe(true);
    const limited = callerDatabase(database, [randomUUID()]);
    expect((await limited.pool.query("select from forgotten")).rows).toEqual([]);
    expect((await database.pool.query("select from forgotten")).rows).toHaveLength(1);
    await owner.query("drop table forgotten");
  });
});

describe("ways around it", () => {
  it("are no views: they would be read with their owner's rights", async () => {
    const { rows } = await owner.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'
         and not coalesce(reloptions @> '{security_invoker=true}', false)`,
    );
    expect(rows).toEqual([]);
  });

  it("are no functions that run with their owner's rights, but for those that show no row", async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select proname as name from pg_proc where pronamespace = 'public'::regnamespace
         and prosecdef and has_function_privilege('tutti_app', oid, 'execute') order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual([
      "account_currency",
      "ensure_partitions",
      "retire_audit_events",
    ]);
  });

  it("are no roles: none of them owns anything or goes around policies", async () => {
    const { rows } = await owner.query(
      `select rolname as name, rolbypassrls or rolsuper as free,
         exists (select from pg_class where relowner = r.oid) as owns
       from pg_roles r where rolname like 'tutti\\_%' and not rolcanlogin order by 1`,
    );
    const role = { free: false, owns: false };
    const names = ["tutti_app", "tutti_hub", "tutti_partner"];
    expect(rows).toEqual(names.map((name) => ({ name, ...role })));
  });
});

describe("a caller who is limited to partners", () => {
  const [mine, theirs] = [randomUUID(), randomUUID()];
  const PARTNER = `insert into partner (id, code, name, kind, state, synthetic, version, created_at)
    values ($1::uuid, $1::uuid::text, 'x', 'GAME_PROVIDER', 'ACTIVE', false, 1, now())`;
  const seen = "select id from partner where id = any (array[$1, $2]::uuid[]) order by id";
  const both = [mine, theirs];

  beforeAll(async () => {
    await owner.query(PARTNER, [mine]);
    await owner.query(PARTNER, [theirs]);
  });

  it("sees their rows, whatever the statement forgets", async () => {
    const limited = callerDatabase(database, [mine]);
    expect((await limited.pool.query(seen, both)).rows).toEqual([{ id: mine }]);
    expect((await database.pool.query(seen, both)).rows).toHaveLength(2);
  });

  it("sees none of anybody's with no partner at all, nor where nobody said whose", async () => {
    const limited = callerDatabase(database, []);
    expect((await limited.pool.query(seen, both)).rows).toEqual([]);
    const client = await database.connect();
    for (const role of ["tutti_app", "tutti_partner"]) {
      await client.query(`set role ${role}`);
      expect((await client.query(seen, both)).rows).toEqual([]);
    }
    await client.end();
  });

  it("changes and makes no row of others", async () => {
    const limited = callerDatabase(database, [mine]);
    const change = "update partner set name = 'y' where id = $1 returning id";
    expect((await limited.pool.query(change, [theirs])).rows).toEqual([]);
    expect((await limited.pool.query(change, [mine])).rows).toHaveLength(1);
    await expect(limited.pool.query(PARTNER, [randomUUID()])).rejects.toMatchObject({
      code: "42501",
    });
    expect((await limited.pool.query(seen, both)).rows).toEqual([{ id: mine }]);
  });

  it("leaves nothing behind on the connection that it used", async () => {
    const one = await openDatabase({ url: own.url, entities: [], poolSize: 1 });
    const limited = callerDatabase(one, [mine]);
    await limited.pool.query(seen, both);
    await limited.pool.query("select 1 / 0").catch(() => undefined);
    const { rows } = await one.pool.query(
      "select current_user as role, current_setting('tutti.scope', true) as scope",
    );
    expect(rows).toEqual([{ role: "tutti_hub", scope: "" }]);
    await one.close();
  });

  it("is limited in the part of a transaction that is its own", async () => {
    const limited = callerDatabase(database, [mine]);
    await database.orm.em.fork().transactional(async (em) => {
      const sql = transactionSql(em);
      await limited.limit(em);
      expect(await sql.rows(seen, both)).toEqual([{ id: mine }]);
      await limited.hubAgain(em);
      expect(await sql.rows(seen, both)).toHaveLength(2);
    });
  });

  it("cannot be given a scope that is no list of ids", async () => {
    const limited = callerDatabase(database, ["'; reset role; --"]);
    await expect(limited.pool.query(seen, both)).rejects.toThrow("made of partners' ids");
  });
});
