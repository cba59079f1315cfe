import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { createTuttiClient, type TuttiClient } from "@tutti/client";
import { buildHub, HubProcess } from "../../support/hub-process.js";
import { testDatabase, type TestDatabase } from "../../support/postgres.js";

const ADMIN_KEY = "an-administrator-s-key";
const KINDS = ["CREDIT_SUPPLIER", "GAME_PROVIDER", "PAYMENT_VENDOR", "SECURITY_VENDOR"];

let database: TestDatabase;
let hub: HubProcess;

beforeAll(buildHub);
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  await hub[Symbol.asyncDispose]();
  await database.close();
});

async function start(): Promise<TuttiClient> {
  const env = { DATABASE_URL: database.url, TUTTI_ADMIN_KEY: ADMIN_KEY };
  hub = new HubProcess({ args: ["--demo"], env });
  return createTuttiClient({ url: await hub.ready(), apiKey: ADMIN_KEY });
}

/** Resolves when money of each of the partners has moved. */
async function allMoved(client: TuttiClient, partnerIds: readonly string[]): Promise<void> {
  const still = new Set(partnerIds);
  for await (const item of client.transactions.watch()) {
    if (item.__typename !== "TransactionsPosted") continue;
    for (const { partner } of item.transactions) still.delete(partner?.id ?? "");
    if (still.size === 0) return;
  }
}

it("the demo has a labelled partner of each kind, and their money moves", async () => {
  for (const _start of ["the first", "the second, which finds what the first one made"]) {
    const client = await start();
    const partners = [];
    for await (const partner of client.partners.list()) partners.push(partner);
    expect(partners.map(({ kind }) => kind).toSorted()).toEqual(KINDS);
    for (const { synthetic, name } of partners) {
      expect(synthetic).toBe(true);
      expect(name).toContain("(synthetic)");
    }
    const ids = partners.map(({ id }) => id);
    await allMoved(client, ids);
    await hub.stop();
  }
});
