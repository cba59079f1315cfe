import {
  createTuttiClient,
  StatementNotVerified,
  statementTransaction,
  verifyInclusion,
  verifyStatement,
  type ContractTermsInput,
  type SignedStatement,
  type TuttiClient,
} from "@tutti/client";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestHub, type TestHub } from "../support/hub.js";
import { testClock } from "../support/settlements.js";

/** More than one subtree of the tree has leaves. */
const COUNT = 1_100;

const clock = testClock("2026-03-10T00:00:00Z");
let hub: TestHub;
let admin: TuttiClient;

beforeAll(async () => {
  hub = await startTestHub({ clock });
  admin = createTuttiClient({ url: hub.url, apiKey: hub.adminKey });
});

afterAll(() => hub.close());

async function all<Item>(list: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of list) items.push(item);
  return items;
}

/** Ten percent of the stakes up to 1,000,000 and 20 of the rest; the platform takes 5,000. */
const TERMS: ContractTermsInput = {
  currency: "KRW",
  cycle: { rhythm: { kind: "MONTHLY" } },
  lateData: "REOPEN",
  bases: [{ id: "stakes", kind: "TURNOVER" }],
  clauses: [
    {
      id: "share",
      kind: "REVENUE_SHARE",
      basis: "stakes",
      beneficiary: "PARTNER",
      scheme: "GRADUATED",
      tiers: [
        { from: "0", to: "1000000", rate: "0.10" },
        { from: "1000000", to: null, rate: "0.20" },
      ],
    },
    { id: "platform", kind: "FIXED_FEE", amountMinor: "5000", beneficiary: "PLATFORM" },
  ],
};

async function provider(code: string) {
  const partner = await admin.partners.create({ code, name: `별 ${code}`, kind: "GAME_PROVIDER" });
  const made = { partnerId: partner.id, code: "krw", effectiveFrom: "2026-03-01", terms: TERMS };
  const contract = await admin.contracts.create(made);
  const { secret } = await admin.apiKeys.create({
    name: code,
    role: "PARTNER",
    partnerId: partner.id,
  });
  return { partner, contract, client: createTuttiClient({ url: hub.url, apiKey: secret }) };
}

async function record(partnerId: string, from: number, count: number): Promise<void> {
  const transactions = Array.from({ length: count }, (_, at) => ({
    externalId: `bet-${from + at}`,
    type: "bet",
    direction: "IN" as const,
    amountMinor: "1000",
    currency: "KRW",
    occurredAt: new Date(Date.UTC(2026, 2, 5, 0, 0, from + at)).toISOString(),
  }));
  await admin.transactions.record({ partnerId, transactions });
}

/** The statement of a settlement with a number, which a job makes soon. */
async function statementOf(settlementId: string, revision: number) {
  const newest = async () => (await all(admin.statements.list({ settlementId })))[0];
  await expect.poll(async () => (await newest())?.revision).toBe(revision);
  const statement = await newest();
  const id = statement?.id ?? "";
  const text = Buffer.from(await admin.statements.download(id, { format: "json" })).toString();
  return { ...statement, id, text, signed: JSON.parse(text) as SignedStatement };
}

test("a closed settlement has a statement that its partner verifies, with each transaction", async () => {
  const { partner, contract, client } = await provider("star-games");
  const other = await provider("moon-games");
  await record(partner.id, 0, 1_000);
  await record(partner.id, 1_000, COUNT - 1_000);
  await record(other.partner.id, 0, 1);
  const settlements = () => all(admin.settlements.list({ contractId: contract.id }));
  await expect.poll(async () => (await settlements()).length).toBe(1);
  const settlementId = (await settlements())[0]?.id ?? "";
  clock.set("2026-04-02T00:00:00Z");
  await admin.settlements.close({ settlementId });

  // 1,100 stakes of 1,000: 10 % of 1,000,000 and 20 % of 100,000, less 5,000
  const first = await statementOf(settlementId, 1);
  const keys = (await (await fetch(`${hub.url}/statements/keys`)).json()) as { keys: [] };
  const verified = await verifyStatement(first.text, keys);
  expect(verified).toMatchObject({
    number: first.number,
    partner: { id: partner.id, code: "star-games", name: "별 star-games" },
    sums: { payableMinor: "115000", dueMinor: "115000" },
    lines: [
      { clause: "share", kind: "REVENUE_SHARE", effectMinor: "120000" },
      { clause: "platform", kind: "FIXED_FEE", effectMinor: "-5000" },
    ],
    transactions: { count: String(COUNT) },
  });
  expect(verified.lines[0]?.workings.map(({ is }) => is)).toContain("TIER");

  const shown = (await all(client.transactions.list({}, "ASC"))).filter(({ externalId }) =>
    externalId.startsWith("bet-"),
  );
  expect(shown).toHaveLength(COUNT);
  for (const at of [0, 1_023, 1_024, COUNT - 1]) {
    const transaction = statementTransaction(shown[at] as (typeof shown)[0]);
    const proof = await client.statements.proof(first.id, transaction.id);
    await verifyInclusion(verified, transaction, proof ?? { index: "", hashes: [] });
    const changed = { ...transaction, amountMinor: "1001" };
    await expect(
      verifyInclusion(verified, changed, proof ?? { index: "", hashes: [] }),
    ).rejects.toThrow(StatementNotVerified);
  }
  const [foreign] = await all(other.client.transactions.list());
  expect(await admin.statements.proof(first.id, foreign?.id ?? "")).toBeNull();

  await expectFiles(client, first.id, first.number ?? "");
  await expectOthersSeeNothing(other.client, first.id);
  await expectReplaced(partner.id, settlementId, { first, keys });
});

async function expectFiles(client: TuttiClient, id: string, number: string): Promise<void> {
  const csv = await client.statements.download(id, { format: "csv", language: "ko" });
  expect(Buffer.from(csv).toString("utf8")).toContain("수익 배분,120000,120000,KRW");
  const pdf = await client.statements.download(id, { format: "pdf", language: "ko" });
  const { text } = await extractText(await getDocumentProxy(pdf), { mergePages: true });
  for (const said of [number, "정산 내역서", "별 star-games", "120,000", "115,000"]) {
    expect(text).toContain(said);
  }
}

async function expectOthersSeeNothing(other: TuttiClient, id: string): Promise<void> {
  expect(await other.statements.get(id)).toBeNull();
  expect(await all(other.statements.list())).toEqual([]);
  const pdf = { format: "pdf" } as const;
  await expect(other.statements.download(id, pdf)).rejects.toThrow("no such statement");
  expect((await fetch(`${hub.url}/statements/${id}.pdf`)).status).toBe(401);
  await expect(admin.statements.download("stm_1", pdf)).rejects.toMatchObject({
    code: "INVALID_INPUT",
  });
  const change = hub.database.pool.query("update statement set content = ''");
  await expect(change).rejects.toThrow(/permission denied/);
}

interface Before {
  first: Awaited<ReturnType<typeof statementOf>>;
  keys: { keys: [] };
}

/** An adjustment, then a late transaction, each with a statement that stands for the one before. */
async function expectReplaced(partnerId: string, settlementId: string, { first, keys }: Before) {
  const adjustment = { settlementId, amountMinor: "-1234", reason: "중복 집계분" };
  await admin.settlements.adjust({ ...adjustment, idempotencyKey: "once" });
  const second = await statementOf(settlementId, 2);
  expect((await verifyStatement(second.signed, keys)).replaces).toBe(first.number);
  expect(second.signed.statement.sums).toMatchObject({
    adjustmentsMinor: "-1234",
    dueMinor: "113766",
  });

  const newKey = await admin.statements.rotateKey({ idempotencyKey: "rotated" });
  await record(partnerId, COUNT, 1);
  await admin.settlements.reopen({ settlementId, reason: "a late transaction" });
  await admin.settlements.close({ settlementId });
  const third = await statementOf(settlementId, 3);
  expect(third.keyId).toBe(newKey);
  await expect(verifyStatement(third.text, keys)).rejects.toMatchObject({ reason: "UNKNOWN_KEY" });
  const both = await admin.statements.keys();
  const verified = await verifyStatement(third.text, both);
  expect(await verifyStatement(first.text, both)).toEqual(first.signed.statement);
  expect(verified.transactions.count).toBe(String(COUNT + 1));

  const late = (await all(admin.transactions.list({ partnerId }))).find(
    ({ externalId }) => externalId === `bet-${COUNT}`,
  );
  const transaction = statementTransaction(late as NonNullable<typeof late>);
  const proof = await admin.statements.proof(third.id, transaction.id);
  await verifyInclusion(verified, transaction, proof ?? { index: "", hashes: [] });
  const against = verifyInclusion(
    first.signed.statement,
    transaction,
    proof ?? { index: "", hashes: [] },
  );
  await expect(against).rejects.toThrow(StatementNotVerified);
  expect(await admin.statements.proof(first.id, transaction.id)).toBeNull();
}
