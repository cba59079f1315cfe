import { afterAll, beforeAll, expect, test } from "vitest";
import pg from "pg";
import { verifyAuditTrail } from "../../../src/audit/index.js";
import { createPartner } from "../../../src/partners/index.js";
import { runCommand } from "../../../src/shared/commands/run-command.js";
import { openTestRooms, type TestRooms } from "../../support/rooms.js";

let rooms: TestRooms;

beforeAll(async () => {
  rooms = await openTestRooms();
  for (let number = 1; number <= 6; number += 1) {
    const input = { code: `p-${number}`, name: `P ${number}`, kind: "GAME_PROVIDER" } as const;
    await createPartner(rooms.as(), input);
  }
});

afterAll(() => rooms.close());

const verify = () => verifyAuditTrail(rooms.as().sql);

/** As the login that owns the tables: the application's own role may not change the trail. */
async function asOwner(statements: string): Promise<void> {
  const url = new URL(String(rooms.database.pool.options.connectionString));
  url.searchParams.delete("options");
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(statements);
  await client.end();
}

test("the trail of what was done is whole", async () => {
  const verdict = await verify();
  expect(verdict).toEqual({ verified: 6n, brokenAt: null });
});

test("it says who did what, from where, and which facts came of it", async () => {
  const { rows } = await rooms.database.pool.query(
    `select actor_id, actor_name, channel, request_id, command, outcome, facts
     from audit_event where sequence = 1`,
  );
  expect(rows[0]).toMatchObject({
    actor_id: "system:test",
    actor_name: "test",
    channel: "SYSTEM",
    request_id: "a test",
    command: "createPartner",
    outcome: "DONE",
    facts: [{ name: "PartnerCreated", code: "p-1", kind: "GAME_PROVIDER" }],
  });
});

test.each([
  ["a changed name", "update audit_event set actor_name = 'nobody' where sequence = 3", 3n],
  ["a changed time", "update audit_event set at = at + interval '1 second' where sequence = 2", 2n],
  ["a changed fact", `update audit_event set facts = '[]' where sequence = 5`, 5n],
  ["a removed row", "delete from audit_event where sequence = 4", 5n],
  [
    "two swapped rows",
    `update audit_event set sequence = case sequence when 2 then 99 else sequence end;
     update audit_event set sequence = 2 where sequence = 3;
     update audit_event set sequence = 3 where sequence = 99`,
    2n,
  ],
])("%s is found, by its number", async (_what, tamper, brokenAt) => {
  await asOwner(`create table kept as table audit_event; ${tamper}`);
  expect(await verify()).toMatchObject({ brokenAt });
  await asOwner(
    `delete from audit_event; insert into audit_event select * from kept; drop table kept`,
  );
  expect(await verify()).toEqual({ verified: 6n, brokenAt: null });
});

test("the application cannot change or remove a row of the trail", async () => {
  for (const statement of [
    "update audit_event set command = 'x'",
    "delete from audit_event",
    "truncate audit_event",
  ]) {
    await expect(rooms.database.pool.query(statement)).rejects.toMatchObject({ code: "42501" });
  }
});

test("commands at the same moment queue for the trail and none is lost", async () => {
  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      runCommand(rooms.as(), "concurrent", {}, async () => index),
    ),
  );
  expect(await verify()).toEqual({ verified: 26n, brokenAt: null });
});
