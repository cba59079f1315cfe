import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tarGzOf } from "../support/camt-archives.js";
import { camt054, detail, entry } from "../support/camt-documents.js";
import { buildHub, HubProcess } from "../support/hub-process.js";
import { documentHeaders, ingest, openIngest, type AnswerLine } from "../support/ingest.js";
import { testDatabase, type TestDatabase } from "../support/postgres.js";

const ADMIN_KEY = "an-administrator-s-key";
const DOCUMENTS = 16;
const PAYMENTS = 800;
const OPTIONS = {
  headers: documentHeaders("month.tar.gz"),
  query: "?createPartner=PAYMENT_VENDOR",
};

let archive: Buffer;

beforeAll(async () => {
  await buildHub();
  archive = await tarGzOf(Array.from({ length: DOCUMENTS }, (_, day) => dayOf(day + 1)));
}, 120_000);

/** A document of payments of 1.00, 2.00 ... */
function dayOf(day: number): { name: string; content: string } {
  const amounts = Array.from({ length: PAYMENTS }, (_, n) => `${n + 1}.00`);
  const sum = `${(PAYMENTS * (PAYMENTS + 1)) / 2}.00`;
  const details = amounts.map((amount) => detail({ amount })).join("\n");
  const entries = entry({ amount: sum, details });
  return { name: `day-${day}.xml`, content: camt054({ messageId: `DAY-${day}`, entries }) };
}

interface Running {
  url: string;
  adminKey: string;
  hub: HubProcess;
}

async function start(database: TestDatabase): Promise<Running> {
  const env = { DATABASE_URL: database.url, TUTTI_ADMIN_KEY: ADMIN_KEY };
  const hub = new HubProcess({ env });
  return { url: await hub.ready(), adminKey: ADMIN_KEY, hub };
}

/** Imports, and kills the hub as soon as it has told of one document. */
async function importAndKill({ hub, ...target }: Running): Promise<void> {
  const request = openIngest(target, OPTIONS);
  request.on("error", () => undefined);
  request.end(archive);
  const [response] = (await once(request, "response")) as [IncomingMessage];
  response.on("error", () => undefined);
  await once(response, "data");
  hub.signal("SIGKILL");
  await hub.ended;
}

async function importWhole({ hub, ...target }: Running): Promise<AnswerLine | undefined> {
  const { lines } = await ingest(target, archive, OPTIONS);
  await hub.stop();
  return lines.at(-1);
}

/** All that an import leaves, but for the ids and times that differ from run to run. */
const END = {
  documents: `select name, encode(sha256, 'hex'), state, transactions, posted, refused,
      totals::text, finished_at is null as unfinished from document order by name`,
  transactions: `select external_id, type, direction, amount_minor, occurred_at, name
    from transaction t join document d on d.id = t.document_id order by external_id`,
  accounts: "select purpose, currency, balance, version from account order by purpose",
  entries: "select account_id, count(*), sum(amount) from entry group by account_id order by 1",
};

async function endOf({ url }: TestDatabase): Promise<Record<string, unknown[]>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const end: Record<string, unknown[]> = {};
    for (const [name, sql] of Object.entries(END)) end[name] = (await client.query(sql)).rows;
    return end;
  } finally {
    await client.end();
  }
}

describe("an import that is cut off by a kill", () => {
  const databases: TestDatabase[] = [];
  afterAll(() => Promise.all(databases.map((database) => database.close())));

  test("ends, run again, exactly as if it had not been", async () => {
    const [killed, whole] = [await testDatabase(), await testDatabase()];
    databases.push(killed, whole);
    await importAndKill(await start(killed));
    const torn = await endOf(killed);
    expect(torn["transactions"]?.length).toBeLessThan(DOCUMENTS * PAYMENTS);
    const second = await importWhole(await start(killed));
    expect(second).toMatchObject({ documents: DOCUMENTS, transactions: DOCUMENTS * PAYMENTS });
    expect(Number(second?.["posted"]) + Number(second?.["known"])).toBe(DOCUMENTS * PAYMENTS);
    expect(Number(second?.["known"])).toBeGreaterThanOrEqual(torn["transactions"]?.length ?? 0);
    await importWhole(await start(whole));
    expect(await endOf(killed)).toEqual(await endOf(whole));
  }, 120_000);
});
