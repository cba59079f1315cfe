import { createTuttiClient, statementTransaction, verifyInclusion } from "@tutti/client";
import type { TuttiClient } from "@tutti/client";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { main } from "../../src/cli/main.js";
import { flatShare } from "../support/contracts.js";
import { startTestHub, type TestHub } from "../support/hub.js";
import { addPartner, ingest, transactionLine } from "../support/ingest.js";
import { bankReport, PLATFORM } from "../support/payouts.js";
import { testClock } from "../support/settlements.js";

type AgreedTerms = Parameters<TuttiClient["contracts"]["create"]>[0]["terms"];
type Policy = "SWEEP" | "REOPEN" | "DELTA";

const clock = testClock("2026-03-10T00:00:00Z");
const MARCH = "2026-03-31";
const APRIL = "2026-04-30";
let hub: TestHub;
let first: TuttiClient;
let second: TuttiClient;
/** Ids of the contracts and their partners, by policy for late data. */
const contracts: Record<string, string> = {};
const partners: Record<string, string> = {};

beforeAll(async () => {
  hub = await startTestHub({ clock });
  first = createTuttiClient({ url: hub.url, apiKey: hub.adminKey });
  const { secret } = await first.apiKeys.create({ name: "second", role: "OPERATOR" });
  second = createTuttiClient({ url: hub.url, apiKey: secret });
  for (const lateData of ["SWEEP", "REOPEN", "DELTA"]) {
    const partnerId = await addPartner(hub, lateData.toLowerCase());
    const terms = { ...flatShare({ rate: "0.1" }), lateData } as AgreedTerms;
    const made = { partnerId, code: "krw", effectiveFrom: "2026-03-01", terms };
    partners[lateData] = partnerId;
    contracts[lateData] = (await first.contracts.create(made)).id;
  }
});
afterAll(() => hub.close());

async function all<Item>(list: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of list) items.push(item);
  return items;
}

/** What each partner's system sends: a stake of March. */
async function send(number: number, amount: string): Promise<void> {
  const change = { type: "bet", amount, currency: "KRW", occurredAt: "2026-03-09T00:00:00Z" };
  const line = transactionLine(number, change);
  for (const source of ["sweep", "reopen", "delta"]) {
    const { lines } = await ingest(hub, line, { source });
    expect(lines).toMatchObject([{ status: "POSTED" }]);
  }
}

const contractId = (policy: Policy) => contracts[policy] ?? "";
const payable = async (policy: Policy, on: string) =>
  (await first.positions.get(contractId(policy), on))?.payable.amount;

/** The settlement of a day's period, once it is there and as is asked. */
async function settlementOf(policy: Policy, on: string, filter: { states?: ["CLOSED"] } = {}) {
  const period = { contractId: contractId(policy), periodFrom: on, periodTo: on };
  const find = () => all(first.settlements.list({ ...period, ...filter }));
  await expect.poll(async () => (await find()).length, { timeout: 60_000 }).toBe(1);
  const [settlement] = await find();
  if (!settlement) throw new Error("There is no settlement");
  return settlement;
}

async function close(policy: Policy, on: string) {
  const { id: settlementId } = await settlementOf(policy, on);
  await first.settlements.close({ settlementId });
  return settlementOf(policy, on, { states: ["CLOSED"] });
}

async function approved(policy: Policy, on: string): Promise<string> {
  const { id: settlementId } = await settlementOf(policy, on);
  await first.settlements.reconcile({ settlementId });
  await second.settlements.approve({ settlementId });
  return settlementId;
}

/** The newest statement of a settlement, which a job makes. */
async function statementOf(settlementId: string) {
  const find = () => all(first.statements.list({ settlementId }));
  await expect.poll(async () => (await find()).length, { timeout: 60_000 }).toBeGreaterThan(0);
  const [statement] = await find();
  const id = statement?.id ?? "";
  const signed = await first.statements.signed(id);
  if (!signed) throw new Error("There is no statement");
  return { id, listed: signed.statement };
}

test("positions are listed, added up, and led back to transactions and their entries", async () => {
  await send(1, "4000");
  await send(2, "6000");
  const within = { on: MARCH };
  const listed = await all(first.positions.list(within));
  expect(new Set(listed.map(({ contract }) => contract))).toEqual(
    new Set(Object.values(contracts)),
  );
  expect(listed.map((position) => position.payable.amount)).toEqual(["1000", "1000", "1000"]);
  expect(await first.positions.totals(within)).toMatchObject([
    { currency: "KRW", count: 3, payable: { amountMinor: "3000" } },
  ]);
  expect(await all(first.positions.list({ on: APRIL }))).toEqual([]);
  const of = { contractId: contractId("DELTA"), on: MARCH, version: 1, input: "bet:IN:KRW" };
  const behind = await all(first.positions.transactions(of));
  expect(behind.map(({ externalId, amount }) => [externalId, amount.amountMinor])).toEqual([
    ["t-1", "4000"],
    ["t-2", "6000"],
  ]);
  const accrued = behind.flatMap(({ transfers }) =>
    transfers.filter(({ code }) => code === "ACCRUAL").map(({ amount }) => amount.amountMinor),
  );
  expect(accrued.reduce((sum, each) => sum + Number(each), 0)).toBe(1000);
  const nothing = { ...of, input: "win:OUT:KRW" };
  expect(await all(first.positions.transactions(nothing))).toEqual([]);
  expect(await all(first.positions.transactions({ ...of, version: 9 }))).toEqual([]);
});

test("what comes late is swept, has its period settled again, or is paid as a difference", async () => {
  const policies = ["SWEEP", "REOPEN", "DELTA"] as const;
  for (const policy of policies) await settlementOf(policy, MARCH);
  clock.set("2026-04-02T00:00:00Z");
  for (const policy of policies) {
    expect(await close(policy, MARCH)).toMatchObject({ due: { amountMinor: "1000" } });
  }
  const before = await statementOf((await settlementOf("DELTA", MARCH)).id);
  await send(3, "5000");

  // swept: it counts in April
  expect([await payable("SWEEP", MARCH), await payable("SWEEP", APRIL)]).toEqual(["1000", "500"]);
  // settled again, by a job
  expect(await payable("REOPEN", MARCH)).toBe("1500");
  const again = async () =>
    (await all(first.settlements.list({ contractId: contractId("REOPEN"), periodTo: MARCH })))[0]
      ?.due;
  await expect.poll(again, { timeout: 60_000 }).toMatchObject({ amountMinor: "1500" });
  // a difference: March stays as it was settled
  expect(await payable("DELTA", MARCH)).toBe("1500");
  expect(await settlementOf("DELTA", MARCH)).toMatchObject({ due: { amountMinor: "1000" } });

  for (const policy of policies) await settlementOf(policy, APRIL);
  clock.set("2026-05-02T00:00:00Z");
  expect(await close("SWEEP", APRIL)).toMatchObject({ due: { amountMinor: "500" } });
  expect(await close("REOPEN", APRIL)).toMatchObject({ due: { amountMinor: "0" } });
  const april = await close("DELTA", APRIL);
  expect(april).toMatchObject({ due: { amountMinor: "500" }, payable: { amountMinor: "0" } });

  // the difference's statement proves the late transaction, that of March does not
  const { id, listed } = await statementOf(april.id);
  expect([before.listed.transactions.count, listed.transactions.count]).toEqual(["2", "1"]);
  const partnerId = partners["DELTA"] ?? "";
  const late = (await all(first.transactions.list({ partnerId, externalId: "t-3" })))[0];
  const transaction = statementTransaction(late as NonNullable<typeof late>);
  const proof = await first.statements.proof(id, transaction.id);
  await verifyInclusion(listed, transaction, proof ?? { index: "", hashes: [] });
  expect(await first.statements.proof(before.id, transaction.id)).toBeNull();
});

test("a settlement of which nothing is due ends by itself; one with something does not", async () => {
  const settlementId = await approved("DELTA", APRIL);
  const early = first.settlements.finish({ settlementId });
  await expect(early).rejects.toMatchObject({ code: "PAYOUT_REQUIRED" });
  expect(await first.settlements.get(settlementId)).toMatchObject({ state: "APPROVED" });
  await approved("REOPEN", APRIL);
  const state = async () => (await settlementOf("REOPEN", APRIL)).state;
  await expect.poll(state, { timeout: 60_000 }).toBe("PAID_OUT");
});

test("runs are listed, and money is found by the day on which it becomes available", async () => {
  const { settlements, payouts, statements } = first;
  const account = { ...PLATFORM, holderName: "Delta" };
  const partnerId = partners["DELTA"] ?? "";
  // the job that was to schedule it found no account, and waited for a person
  const failed = { kinds: ["SCHEDULE_PAYOUT" as const], states: ["FAILED" as const] };
  const jobs = () => all(first.jobs.list(failed));
  await expect.poll(async () => (await jobs()).length, { timeout: 60_000 }).toBe(1);
  const jobId = (await jobs())[0]?.id ?? "";
  await payouts.addAccount({ partnerId, currency: "KRW", account, idempotencyKey: "account" });
  expect(await first.jobs.retry({ jobId })).toMatchObject({ state: "DONE" });
  const { id: settlementId } = await settlementOf("DELTA", APRIL);
  const executeOn = "2026-05-20";
  const debtor = PLATFORM;
  const run = await payouts.createRun({ currency: "KRW", executeOn, debtor, idempotencyKey: "1" });
  const open = async () => (await all(payouts.runs({ isOpen: true }))).map(({ id }) => id);
  expect(await open()).toEqual([run.id]);
  expect(await all(payouts.runs({ executeFrom: "2026-05-21" }))).toEqual([]);
  const available = { availableFrom: executeOn, availableTo: executeOn };
  expect(await payouts.totals(available)).toMatchObject([{ amount: { amountMinor: "500" } }]);
  expect(await settlements.totals(available)).toMatchObject([{ due: { amountMinor: "500" } }]);
  expect((await all(settlements.list(available))).map(({ id }) => id)).toEqual([settlementId]);
  const told = { ...available, states: ["IN_PAYOUT" as const], periodFrom: "2026-04-01" };
  expect(await statements.totals(told)).toMatchObject([
    { currency: "KRW", count: 1, due: { amountMinor: "500" }, transactions: "1" },
  ]);
  expect(await all(statements.list({ ...told, states: ["PAID_OUT"] }))).toEqual([]);
  const report = bankReport(run.messageId, "ACSC");
  await payouts.readReport({ report, idempotencyKey: "report" });
  expect(await open()).toEqual([]);
  expect(await all(statements.list({ ...told, states: ["PAID_OUT"] }))).toHaveLength(1);
  const replaced = { contractId: contractId("REOPEN"), isCurrent: false };
  expect(await all(statements.list(replaced))).toHaveLength(1);
});

test("tutti verify --settlements says whether what is settled is as it should be", async () => {
  vi.stubEnv("TUTTI_URL", hub.url);
  vi.stubEnv("TUTTI_API_KEY", hub.adminKey);
  const tutti = (...args: string[]) => main(["node", "tutti", ...args]);
  const printed = vi.spyOn(console, "log").mockImplementation(() => undefined);
  expect(await tutti("verify", "--settlements")).toBe(0);
  expect(printed.mock.lastCall?.[0]).toContain("What is settled is as it should be.");
  expect(await tutti("verify", "--settlements", "--json")).toBe(0);
  const text = String(printed.mock.lastCall?.[0]);
  expect(JSON.parse(text)).toMatchObject({ clean: true, counts: { entries: 0 } });
  await hub.database.pool.query(
    "update closed_period set closed_at = closed_at - interval '1 day'",
  );
  expect(await tutti("verify", "--settlements")).toBe(1);
  expect(printed.mock.lastCall?.[0]).toContain("a period is closed as its settlement is");
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});
