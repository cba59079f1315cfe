import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  addPayoutAccount,
  paymentFileStore,
  payoutAccountStore,
  revealPayoutAccount,
} from "../../../src/payouts/index.js";
import { hubSecretStore } from "../../../src/access/index.js";
import { createPartner } from "../../../src/partners/index.js";
import type { CommandContext } from "../../../src/shared/commands/command-context.js";
import { Services } from "../../../src/shared/commands/services.js";
import { openVault, vaultJobs, vaultService } from "../../../src/vault/index.js";
import { findPayoutAccounts } from "../../../src/payouts/find-payout-accounts.js";
import { wholeAccount } from "../../../src/payouts/seal-payout-account.js";
import { rotateDataKeys } from "../../../src/vault/rotate-data-keys.js";
import { TEST_KEY } from "../../support/postgres.js";
import { openTestRooms, type TestRooms } from "../../support/rooms.js";

const STORES = [hubSecretStore, payoutAccountStore, paymentFileStore];
const NUMBER = "DE89370400440532013000";

let rooms: TestRooms;
let partners = 0;

beforeAll(async () => {
  rooms = await openTestRooms();
});

afterAll(() => rooms.close());

async function newPartner(): Promise<string> {
  const code = `p-${(partners += 1)}`;
  return (await createPartner(rooms.as(), { code, name: code, kind: "GAME_PROVIDER" })).id;
}

const account = (partnerId: string, currency = "EUR") =>
  addPayoutAccount(rooms.as(), {
    partnerId,
    currency,
    holderName: "Ada Lovelace",
    scheme: "IBAN",
    number: NUMBER,
  });

const reveal = (payoutAccountId: string, ctx: CommandContext = rooms.as()) =>
  revealPayoutAccount(ctx, { payoutAccountId, reason: "a test" });

/** The context of a hub that was given other keys. */
async function withKeys(...keys: string[]): Promise<CommandContext> {
  const ctx = rooms.as();
  const settings = { keys: keys.join(","), keysFile: undefined, dataDir: "" };
  const { sql, ids, clock } = ctx;
  const vault = await openVault({ sql, ids, clock, settings });
  return { ...ctx, services: new Services().provide(vaultService, vault) };
}

async function work(kind: string, ctx: CommandContext = rooms.as()): Promise<void> {
  for (const job of vaultJobs(STORES)) if (job.kind === kind) await job.run(ctx, {});
}

/** Everything that the database holds, as text. */
async function dump(): Promise<string> {
  const { pool } = rooms.database;
  const tables = ["payout_account", "command_claim", "audit_event", "outbox_event", "data_key"];
  const texts = tables.map(async (name) => {
    const { rows } = await pool.query(`select t::text as text from ${name} t`);
    return rows.map(({ text }: { text: string }) => text).join("\n");
  });
  return (await Promise.all(texts)).join("\n");
}

describe("a payout account", () => {
  test("is readable in no table, masked in answers, and whole for who says why", async () => {
    const partnerId = await newPartner();
    const input = { partnerId, currency: "USD", holderName: "Ada Lovelace", number: NUMBER };
    const command = { ...input, scheme: "IBAN" as const, idempotencyKey: "once" };
    const added = await addPayoutAccount(rooms.as(), command);
    expect(added).toMatchObject({ holderName: "A*** L***", numberMasked: /^DE\*+3000$/ });
    expect(await addPayoutAccount(rooms.as(), command)).toEqual(added);
    const text = await dump();
    expect(text).not.toContain("Lovelace");
    expect(text).not.toContain(NUMBER);
    expect(text).not.toContain(Buffer.from(NUMBER).toString("hex"));
    expect(await reveal(added.id)).toMatchObject({ holderName: "Ada Lovelace", number: NUMBER });
  });

  test("is found by its number, of whichever partner, and who asked is on record", async () => {
    const [one, other] = [await newPartner(), await newPartner()];
    const ids = [await account(one, "KRW"), await account(other, "KRW")].map(({ id }) => id);
    const found = await findPayoutAccounts(rooms.as(), "de89 3704 0044 0532 0130 00");
    expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
    expect(await findPayoutAccounts(rooms.as(), "DE02120300000000202051")).toEqual([]);
    const { rows } = await rooms.database.pool.query(
      "select kind from audit_event where command = 'payoutAccountsByNumber'",
    );
    expect(rows).toEqual([{ kind: "READING" }, { kind: "READING" }]);
  });

  test("sealed for one row does not open in another", async () => {
    const partnerId = await newPartner();
    const [one, other] = [await account(partnerId, "GBP"), await account(partnerId, "CHF")];
    await rooms.database.pool.query(
      `update payout_account set sealed = (select sealed from payout_account where id = $1)
       where id = $2`,
      [one.id, other.id],
    );
    await expect(reveal(other.id)).rejects.toThrow("authenticate");
    await rooms.database.pool.query(
      "update payout_account set sealed = null, number = '0', holder_name = '0' where id = $1",
      [other.id],
    );
  });

  test("from before there were keys is sealed by a job, as often as it runs", async () => {
    const { id } = await account(await newPartner());
    await rooms.database.pool.query(
      `update payout_account set sealed = null, key_id = null, number_index = null,
         holder_name = 'Grace Hopper', number = '110123456789' where id = $1`,
      [id],
    );
    expect(await reveal(id)).toMatchObject({ holderName: "Grace Hopper" });
    await Promise.all([work("SEAL_ROWS"), work("SEAL_ROWS")]);
    await work("SEAL_ROWS");
    expect(await payoutAccountStore.count(rooms.as().sql)).toMatchObject({ stale: 0, plain: 0 });
    expect(await dump()).not.toContain("Hopper");
    expect(await reveal(id)).toMatchObject({ holderName: "Grace Hopper", number: "110123456789" });
  });
});

test("another key wraps from now on, and the old one is not needed any more", async () => {
  const { id } = await account(await newPartner());
  const next = randomBytes(32).toString("base64");
  await expect(withKeys(next)).rejects.toThrow("wrapped by a key that this hub does not have");
  const both = await withKeys(next, TEST_KEY);
  await work("REWRAP_KEYS", both);
  expect(await reveal(id, await withKeys(next))).toMatchObject({ number: NUMBER });
  await work("REWRAP_KEYS", await withKeys(TEST_KEY, next));
  expect(await reveal(id)).toMatchObject({ number: NUMBER });
});

test("exchanging data keys under load loses nothing", async () => {
  const partnerId = await newPartner();
  const made: string[] = [];
  let over = false;
  const load = Array.from({ length: 4 }, async () => {
    while (!over) made.push((await account(partnerId, "JPY")).id);
  });
  const { pool } = rooms.database;
  for (let times = 0; times < 3; times += 1) {
    const before = made.length;
    while (made.length < before + 5) await new Promise((resolve) => setImmediate(resolve));
    await rotateDataKeys(rooms.as(), { reason: "a test" });
    await work("SEAL_ROWS");
  }
  over = true;
  await Promise.all(load);
  const { services, sql } = rooms.as();
  for (const id of made) {
    const whole = await wholeAccount(services.use(vaultService), sql, null, id);
    expect(whole?.number).toBe(NUMBER);
  }
  expect(made.length).toBeGreaterThanOrEqual(15);
  const { rows } = await pool.query(
    "select from data_key where retired_at is not null and wrapped is not null",
  );
  expect(rows).toEqual([]);
});
