import { createTuttiClient, RefusedError, type TuttiClient } from "@tutti/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { flatShare } from "../support/contracts.js";
import { startTestHub, type TestHub } from "../support/hub.js";
import { testClock } from "../support/settlements.js";

type AgreedTerms = Parameters<TuttiClient["contracts"]["create"]>[0]["terms"];

const clock = testClock("2026-03-10T00:00:00Z");
let hub: TestHub;
let first: TuttiClient;
let second: TuttiClient;

beforeAll(async () => {
  hub = await startTestHub({ clock });
  first = createTuttiClient({ url: hub.url, apiKey: hub.adminKey });
  const { secret } = await first.apiKeys.create({ name: "second", role: "OPERATOR" });
  second = createTuttiClient({ url: hub.url, apiKey: secret });
});

afterAll(() => hub.close());

async function all<Item>(list: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of list) items.push(item);
  return items;
}

/** March of a new contract, opened and closed by the clock's jobs. */
async function closedMarch() {
  const partner = await first.partners.create({
    code: "star-games",
    name: "Star Games",
    kind: "GAME_PROVIDER",
  });
  const terms = flatShare({ rate: "0.1" }) as AgreedTerms;
  const effectiveFrom = "2026-03-01";
  const made = { partnerId: partner.id, code: "krw", effectiveFrom, terms };
  const contract = await first.contracts.create(made);
  const filter = { contractId: contract.id };
  const opened = async () => (await all(first.settlements.list(filter))).length;
  await expect.poll(opened, { timeout: 60_000 }).toBe(1);
  clock.set("2026-04-02T00:00:00Z");
  const closing = async () =>
    (await all(first.jobs.list({ kinds: ["CLOSE_PERIOD"] }))).map(({ state }) => state);
  await expect.poll(closing, { timeout: 60_000 }).toContain("DONE");
  const [settlement] = await all(first.settlements.list({ ...filter, states: ["CLOSED"] }));
  return { contract, settlement, settlementId: settlement?.id ?? "" };
}

test("a settlement is opened and closed by jobs, and approved by a second person", async () => {
  const { contract, settlement, settlementId } = await closedMarch();
  expect(settlement).toMatchObject({
    state: "CLOSED",
    firstDay: "2026-03-01",
    due: { amountMinor: "0", currency: "KRW" },
  });
  const idempotencyKey = "adjust-1";
  const adjustment = { settlementId, amountMinor: "5000", reason: "bonus", idempotencyKey };
  await first.settlements.adjust(adjustment);
  await first.settlements.adjust(adjustment);
  const { version } = await first.settlements.reconcile({ settlementId });
  const own = first.settlements.approve({ settlementId });
  await expect(own).rejects.toThrow(RefusedError);
  await expect(own).rejects.toMatchObject({ code: "SECOND_PERSON_REQUIRED" });
  const stale = { settlementId, expectedVersion: version - 1 };
  await expect(second.settlements.approve(stale)).rejects.toMatchObject({
    code: "VERSION_CONFLICT",
  });
  expect(await second.settlements.approve({ settlementId })).toMatchObject({ state: "APPROVED" });
  expect(await first.settlements.get(settlementId)).toMatchObject({
    due: { amountMinor: "5000" },
    adjustments: [{ reason: "bonus", actorName: "first administrator" }],
    allowedTransitions: [
      { to: "PAYOUT_SCHEDULED", needs: "PAYOUT_ACCOUNT", fourEyes: false },
      { to: "PAID_OUT", needs: "NOTHING_DUE" },
      { to: "RECONCILED", needsReason: true },
      { to: "WITHHELD", permission: "settlement:withhold" },
      { to: "DISPUTED" },
    ],
  });
  await expect(first.settlements.schedulePayout({ settlementId })).rejects.toMatchObject({
    code: "PAYOUT_ACCOUNT_REQUIRED",
  });
  await expectTraces(contract.id, settlementId);
});

async function expectTraces(contractId: string, settlementId: string): Promise<void> {
  expect(await first.settlements.totals({ contractId: contractId })).toMatchObject([
    { currency: "KRW", due: { amountMinor: "5000" } },
  ]);
  const steps = await all(first.settlements.transitions({ settlementId }));
  expect(steps.map(({ to, actorName }) => `${to} ${actorName}`)).toEqual([
    "CLOSING jobs",
    "CLOSED jobs",
    "RECONCILED first administrator",
    "APPROVED second",
  ]);
  const periods = await first.settlements.periods(contractId, "2026-03-15", "2026-05-01");
  expect(periods.map(({ firstDay }) => firstDay)).toEqual([
    "2026-03-01",
    "2026-04-01",
    "2026-05-01",
  ]);
}
