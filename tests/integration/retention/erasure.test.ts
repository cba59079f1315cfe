import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyAuditTrail } from "../../../src/audit/index.js";
import { rawContentStore } from "../../../src/ingestion/index.js";
import { adapterFor } from "../../../src/ingestion/adapters/index.js";
import { gatherUpload } from "../../../src/ingestion/gather-upload.js";
import { receiveUpload } from "../../../src/ingestion/receive-upload.js";
import { openContent } from "../../../src/ingestion/seal-raw-content.js";
import { replayDocuments } from "../../../src/ingestion/replay-documents.js";
import {
  createPayoutRun,
  openRunFile,
  readPayoutReport,
  revealPayoutAccount,
} from "../../../src/payouts/index.js";
import {
  erasePartner,
  placeRetentionHold,
  releaseRetentionHold,
  retentionJobs,
  retentionReport,
  setRetentionRule,
} from "../../../src/retention/index.js";
import { vaultJobs, vaultService } from "../../../src/vault/index.js";
import { bankReport, PLATFORM, scheduled } from "../../support/payouts.js";
import { openSettlementWorld, person, type SettlementWorld } from "../../support/settlements.js";
import { verifyDatabase } from "../../support/verify.js";

/** What payTo of the test support gives, and a document that tells of a person. */
const HOLDER = "Star Games";
const NUMBER = "001234567890";
const LETTER = `<Document><Nm>${HOLDER}</Nm><Id>${NUMBER}</Id></Document>`;

let world: SettlementWorld;

beforeAll(async () => {
  world = await openSettlementWorld("2026-03-10T00:00:00Z");
  world.clock.set("2015-01-01T00:00:00Z");
  await setRetentionRule(as(), { kind: "COMMAND_ANSWERS", days: 365, reason: "long ago" });
  world.clock.set("2026-03-10T00:00:00Z");
});

afterAll(() => world.close());

const as = (name = "kim") => world.rooms.as(person(name));
const pool = () => world.rooms.database.pool;

/** A logical copy of the database, as a backup makes one: every row of every table, as text. */
async function backup(): Promise<string> {
  const { rows } = await pool().query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('public', 'pgboss')
       and has_table_privilege(c.oid, 'select')`,
  );
  const tables: string[] = [];
  for (const { name } of rows) {
    const copy = await pool().query<{ row: string }>(`select t::text as row from ${name} t`);
    tables.push(`${name}\n${copy.rows.map(({ row }) => row).join("\n")}`);
  }
  return tables.join("\n");
}

/** As it is written, and as bytes are shown. */
function traces(text: string): string[] {
  const readable = [HOLDER, NUMBER, "ada-lovelace"];
  const bytes = readable.map((word) => Buffer.from(word).toString("hex"));
  return [...readable, ...bytes].filter((word) => text.includes(word));
}

async function receive(partnerId: string, text: string, name: string): Promise<string> {
  async function* bytes() {
    yield Buffer.from(text);
  }
  const adapter = adapterFor("camt.054");
  await receiveUpload(as(), { partnerId, adapter, name }, await gatherUpload(bytes()));
  const { rows } = await pool().query<{ id: string }>(
    "select id from document where partner_id = $1 order by id desc limit 1",
    [partnerId],
  );
  return rows[0]?.id ?? "";
}

/** What is kept of the bytes in which a document came. */
async function bytesOf(documentId: string): Promise<string[]> {
  const { rows } = await pool().query<{ sha256: Buffer; partnerId: string; sealed: Buffer | null }>(
    `select c.sha256, c.partner_id as "partnerId", c.sealed from raw_content c
     join document d on d.sha256 = c.sha256 and d.partner_id = c.partner_id where d.id = $1`,
    [documentId],
  );
  const { services, sql } = as();
  const opened = rows.map((row) => openContent(services.use(vaultService), sql, row));
  const kept = (await Promise.all(opened)).filter((bytes) => bytes !== null);
  return kept.map((bytes) => gunzipSync(bytes).toString("utf8"));
}

describe("an erasure", () => {
  test("leaves nothing to read of the partner, and the ledger and the trail whole", async () => {
    const { contract } = await scheduled(world, 100_000n);
    const { partnerId } = contract;
    const document = await receive(partnerId, LETTER, "ada-lovelace.xml");
    const run = { currency: "KRW", executeOn: "2026-04-30", debtor: PLATFORM } as const;
    const input = { ...run, characters: "LATIN", idempotencyKey: "run" } as const;
    const { id: runId, messageId } = await createPayoutRun(as(), input);
    const { services, sql } = as();
    const file = () => openRunFile(services.use(vaultService), sql, runId);
    expect(await file()).toContain(NUMBER);
    expect(traces(await backup())).toEqual(["ada-lovelace"]);

    const erase = () => erasePartner(as(), { partnerId, reason: "asked for" });
    await expect(erase()).rejects.toMatchObject({ code: "ERASURE_BLOCKED" });
    await readPayoutReport(as(), { report: bankReport(messageId, "ACSC") });
    const hold = await placeRetentionHold(as(), { partnerId, reason: "a lawsuit" });
    await expect(erase()).rejects.toMatchObject({ code: "ERASURE_BLOCKED" });
    await releaseRetentionHold(as(), { holdId: hold.id, reason: "won" });
    expect(await erase()).toMatchObject({ partnerId, dataKeys: 1 });

    expect(traces(await backup())).toEqual([]);
    expect(traces(JSON.stringify(world.rooms.log))).toEqual([]);
    expect(await file()).not.toContain(NUMBER);
    expect(await file()).toContain("<!-- erased -->");
    const { rows } = await pool().query<{ id: string }>(
      "select id from payout_account where partner_id = $1",
      [partnerId],
    );
    const reveal = { payoutAccountId: rows[0]?.id ?? "", reason: "a test" };
    await expect(revealPayoutAccount(as(), reveal)).rejects.toMatchObject({ code: "ERASED" });
    const again = replayDocuments(as(), { documentIds: [document], reason: "a test" });
    await expect(again).rejects.toMatchObject({ code: "ERASED" });

    const url = new URL(String(world.rooms.database.pool.options.connectionString));
    url.searchParams.delete("options");
    expect(await verifyDatabase(url.href)).toMatchObject({ clean: true, faults: [] });
    expect(await verifyAuditTrail(as().sql)).toMatchObject({ brokenAt: null });
  });

  test("of one partner leaves the same bytes of another, which are sealed again", async () => {
    const [one, other] = [await world.contract(), await world.contract()];
    const text = "<Document>the same</Document>";
    const erased = await receive(one.partnerId, text, "a.xml");
    const kept = await receive(other.partnerId, text, "b.xml");
    await erasePartner(as(), { partnerId: one.partnerId, reason: "asked for" });
    const seal = vaultJobs([rawContentStore]).find(({ kind }) => kind === "SEAL_ROWS");
    await pool().query(
      "update data_key set retired_at = now() where subject = $1 and retired_at is null",
      [`partner:${other.partnerId}`],
    );
    await seal?.run(as(), {});
    expect(await rawContentStore.count(as().sql)).toMatchObject({ stale: 0, plain: 0 });
    expect(await bytesOf(kept)).toEqual([text]);
    expect(await bytesOf(erased)).toEqual([]);
  });
});

describe("what is kept for a time", () => {
  const daily = async () => {
    for (const job of retentionJobs) await job.run(as("jobs"), {});
  };
  const standing = async (kind: string) =>
    (await retentionReport(as(), as().sql)).find((each) => each.kind === kind);

  test("is removed when it is older, unless a hold keeps it", async () => {
    const [held, free] = [await world.contract(), await world.contract()];
    world.clock.set("2026-03-10T00:00:00Z");
    const document = await receive(held.partnerId, "<held/>", "held.xml");
    const gone = await receive(free.partnerId, "<free/>", "free.xml");
    await placeRetentionHold(as(), {
      partnerId: held.partnerId,
      documentId: document,
      reason: "a lawsuit",
    });
    const rule = { kind: "RAW_DOCUMENTS", reason: "policy" } as const;
    await expect(setRetentionRule(as(), { ...rule, days: 10 })).rejects.toMatchObject({
      code: "RETENTION_TOO_SHORT",
    });
    await setRetentionRule(as(), { ...rule, days: 400 });
    world.clock.set("2027-06-01T00:00:00Z");
    expect(await standing("RAW_DOCUMENTS")).toMatchObject({ days: 400, held: 1 });
    await daily();
    expect(await standing("RAW_DOCUMENTS")).toMatchObject({ overdue: 1, held: 1 });
    expect(await bytesOf(gone)).toEqual([]);
    expect(await bytesOf(document)).toEqual(["<held/>"]);
  });

  test("of the trail leaves from its beginning, and the rest is verified", async () => {
    await daily();
    const { rows } = await pool().query<{ oldest: bigint }>(
      "select min(sequence) as oldest from audit_event",
    );
    expect(rows[0]?.oldest).toBe(2n);
    expect(await verifyAuditTrail(as().sql)).toMatchObject({ brokenAt: null });
    const young = pool().query("select retire_audit_events(now() + interval '1 day')");
    expect((await young).rows).toEqual([{ retire_audit_events: 0n }]);
  });
});
