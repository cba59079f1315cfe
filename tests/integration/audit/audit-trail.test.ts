import { afterAll, beforeAll, describe, expect, test } from "vitest";
import pg from "pg";
import { verifyAuditExport, type StatementPublicKey } from "@tutti/client";
import { verifyAuditTrail } from "../../../src/audit/index.js";
import { exportAuditTrail } from "../../../src/audit/export-audit-trail.js";
import { createPartner, holdPartner } from "../../../src/partners/index.js";
import { recordReading, recordSignIn } from "../../../src/shared/commands/record-access.js";
import { runCommand } from "../../../src/shared/commands/run-command.js";
import { detachedSignature, signingKey } from "../../../src/statements/index.js";
import { vaultService } from "../../../src/vault/index.js";
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
  await client.query("alter table audit_event disable trigger audit_event_append_only");
  await client.query(statements);
  await client.query("alter table audit_event enable trigger audit_event_append_only");
  await client.end();
}

test("the trail of what was done is whole", async () => {
  const verdict = await verify();
  expect(verdict).toMatchObject({ verified: 6n, brokenAt: null, head: { sequence: 6n } });
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
  expect(await verify()).toMatchObject({ verified: 6n, brokenAt: null });
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
  expect(await verify()).toMatchObject({ verified: 26n, brokenAt: null });
});

test("even where a grant went wrong, no row can be changed or removed", async () => {
  const url = new URL(String(rooms.database.pool.options.connectionString));
  url.searchParams.delete("options");
  const owner = new pg.Client({ connectionString: url.href });
  await owner.connect();
  const statements = ["update audit_event set command = 'x'", "truncate audit_event"];
  for (const statement of statements) {
    await expect(owner.query(statement)).rejects.toThrow("append-only");
  }
  await owner.end();
});

test("it says what a command changed, before and after, about whom, and why", async () => {
  const { rows: partners } = await rooms.database.pool.query<{ id: string }>(
    "select id from partner where code = 'p-1'",
  );
  const partnerId = partners[0]?.id ?? "";
  await holdPartner(rooms.as(), { partnerId, reason: "unpaid" });
  const again = holdPartner(rooms.as(), { partnerId, reason: "once more" });
  await expect(again).rejects.toMatchObject({ code: "PARTNER_ALREADY_ON_HOLD" });
  const { rows } = await rooms.database.pool.query(
    `select kind, outcome, code, partner_id, reason, changes from audit_event
     where command = 'holdPartner' order by sequence`,
  );
  const about = { kind: "COMMAND", partner_id: partnerId };
  expect(rows).toMatchObject([
    { ...about, outcome: "DONE", reason: "unpaid" },
    { ...about, outcome: "REFUSED", code: "PARTNER_ALREADY_ON_HOLD", reason: "once more" },
  ]);
  expect(rows[0].changes).toMatchObject([
    {
      what: "Partner",
      id: partnerId,
      before: { state: "ACTIVE", holdReason: null },
      after: { state: "ON_HOLD", holdReason: "unpaid" },
    },
  ]);
});

test("sign-ins and readings of what is sensitive are on record as well", async () => {
  await recordSignIn(rooms.as(), { method: "password", code: "UNAUTHENTICATED" });
  await recordSignIn(rooms.as(), { method: "password", code: null });
  await recordReading(rooms.as(), { what: "payoutRunFile", which: { id: "1" }, reason: "why" });
  const { rows } = await rooms.database.pool.query(
    `select kind, command, outcome, code, reason from audit_event
     where kind <> 'COMMAND' order by sequence`,
  );
  expect(rows).toEqual([
    {
      kind: "SIGN_IN",
      command: "signIn:password",
      outcome: "REFUSED",
      code: "UNAUTHENTICATED",
      reason: null,
    },
    { kind: "SIGN_IN", command: "signIn:password", outcome: "DONE", code: null, reason: null },
    { kind: "READING", command: "payoutRunFile", outcome: "DONE", code: null, reason: "why" },
  ]);
  expect(await verify()).toMatchObject({ brokenAt: null });
});

describe("an exported trail", () => {
  let lines: string[] = [];
  let keys: StatementPublicKey[] = [];

  beforeAll(async () => {
    const { sql, services } = rooms.as();
    const key = await signingKey(services.use(vaultService), sql, new Date());
    keys = [key.publicKey];
    const sign = async (text: string): Promise<string> =>
      detachedSignature(text, key, "tutti-audit");
    const of = { sql, sign, from: null, to: null, now: new Date() };
    let text = "";
    for await (const line of exportAuditTrail(of)) text += line;
    lines = text.trimEnd().split("\n");
  });

  const judged = (changed: string[]) =>
    verifyAuditExport(
      (async function* each() {
        yield* changed;
      })(),
      keys,
    );
  /** The line of a row: the first line is the header. */
  const changedAt = (row: number, change: (line: string) => string): string[] =>
    lines.with(row, change(lines[row] ?? ""));

  test("is verified by the public key alone", async () => {
    const rows = String(lines.length - 2);
    expect(await judged(lines)).toEqual({ verified: rows, brokenAt: null, problem: null });
  });

  test.each<[string, () => string[], string]>([
    ["changed", () => changedAt(4, (line) => line.replace('"test"', '"tost"')), "4"],
    ["removed", () => lines.toSpliced(4, 1), "5"],
    ["swapped", () => lines.with(2, lines[3] ?? "").with(3, lines[2] ?? ""), "3"],
    ["broken", () => changedAt(6, () => "{"), "6"],
  ])("shows a row that was %s, by its number", async (_what, tamper, brokenAt) => {
    expect(await judged(tamper())).toMatchObject({ brokenAt });
  });

  test.each<[string, () => string[]]>([
    ["an end that is missing", () => lines.toSpliced(-3, 2)],
    ["a seal that is missing", () => lines.slice(0, -1)],
    ["a changed header", () => changedAt(0, (line) => line.replace("2", "3"))],
    [
      "another's signature",
      () => lines.with(-1, (lines.at(-1) ?? "").replace(/.{4}"}$/, 'AAAA"}')),
    ],
  ])("shows %s", async (_what, tamper) => {
    const { problem } = await judged(tamper());
    expect(problem).not.toBeNull();
  });
});
