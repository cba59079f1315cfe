import { createTuttiClient, type TuttiClient } from "@tutti/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exportTransactions } from "../../client-sdk/examples/export-transactions.js";
import { startTestHub, type TestHub } from "../support/hub.js";

const COUNT = 2_500; // more than one page

let hub: TestHub;
let tutti: TuttiClient;
let partnerId: string;
let now = new Date("2026-03-01T00:00:00Z");

beforeAll(async () => {
  hub = await startTestHub({ clock: { now: () => new Date(now) } });
  tutti = createTuttiClient({ url: hub.url, apiKey: hub.adminKey });
  const partner = await tutti.partners.create({
    code: "star",
    name: "Star",
    kind: "GAME_PROVIDER",
  });
  partnerId = partner.id;
  const transactions = Array.from({ length: COUNT }, (_, n) => ({
    externalId: `bet-${n}`,
    type: "bet",
    direction: "IN" as const,
    amountMinor: String(n + 1),
    currency: n === 0 ? "USD" : "EUR",
    occurredAt: "2026-02-01T00:00:00Z",
    reference: n === 1 ? '=1+1,"x"' : null,
  }));
  for (let from = 0; from < COUNT; from += 1_000) {
    await tutti.transactions.record({
      partnerId,
      transactions: transactions.slice(from, from + 1_000),
    });
  }
  now = new Date("2026-03-01T01:00:00Z");
});

afterAll(() => hub.close());

async function textOf(bytes: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(bytes).text();
}

test("an export has every transaction once, in the order of time", async () => {
  const link = await tutti.transactions.export({ format: "NDJSON" });
  const lines = (await textOf(await tutti.transactions.download(link))).trimEnd().split("\n");
  const rows = lines.map((line) => JSON.parse(line) as Record<string, string>);
  expect(rows.map(({ externalId }) => externalId)).toEqual(
    Array.from({ length: COUNT }, (_, n) => `bet-${n}`),
  );
  expect(rows[1]).toMatchObject({
    id: expect.stringMatching(/^txn_[0-9a-f]{32}$/),
    partner: "star",
    direction: "IN",
    amount: "0.02",
    amountMinor: "2",
    currency: "EUR",
    occurredAt: "2026-02-01T00:00:00.000Z",
    reference: '=1+1,"x"',
  });
});

test("as CSV it has a line of names, and no cell that a spreadsheet would compute", async () => {
  let text = "";
  await exportTransactions(tutti, partnerId, (piece) => void (text += piece));
  const lines = text.trimEnd().split("\r\n");
  expect(lines[0]).toMatch(/^id,partner,externalId,kind,type,direction,amount,/);
  expect(lines).toHaveLength(COUNT + 1);
  expect(lines[2]).toContain(`"'=1+1,""x"""`);
});

test("the conditions hold", async () => {
  const link = await tutti.transactions.export({ format: "NDJSON", partnerId, currency: "USD" });
  const text = await textOf(await tutti.transactions.download(link));
  expect(text.trimEnd().split("\n")).toHaveLength(1);
  const none = await tutti.transactions.export({
    format: "NDJSON",
    postedBefore: "2026-01-01T00:00:00Z",
  });
  expect(await textOf(await tutti.transactions.download(none))).toBe("");
});

test("a link that was changed, or is late, is refused, and the asking is on record", async () => {
  const link = await tutti.transactions.export({ format: "NDJSON" });
  const changed = { path: `${(link.path ?? "").slice(0, -4)}AAAA` };
  await expect(tutti.transactions.download(changed)).rejects.toMatchObject({
    code: "INVALID_CURSOR",
  });
  const before = now;
  now = new Date(before.getTime() + 16 * 60_000);
  await expect(tutti.transactions.download(link)).rejects.toMatchObject({ code: "INVALID_INPUT" });
  now = before;
  const { rows } = await hub.database.pool.query<{ count: bigint }>(
    "select count(*) from audit_event where command = 'exportTransactions'",
  );
  expect(rows[0]?.count).toBeGreaterThan(0n);
});
