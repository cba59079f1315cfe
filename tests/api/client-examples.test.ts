import { createTuttiClient, type TuttiClient } from "@tutti/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import WebSocket from "ws";
import { feedDashboard, type Line } from "../../client-sdk/examples/dashboard-feed.js";
import { recordFromQueue, type Queue } from "../../client-sdk/examples/record-from-queue.js";
import { startTestHub, type TestHub } from "../support/hub.js";

type Message = Parameters<Queue["confirm"]>[0][number];

let hub: TestHub;
let tutti: TuttiClient;
let partnerId: string;

beforeAll(async () => {
  hub = await startTestHub();
  tutti = createTuttiClient({ url: hub.url, apiKey: hub.adminKey, webSocket: WebSocket });
  const partner = await tutti.partners.create({
    code: "star-games",
    name: "Star Games",
    kind: "GAME_PROVIDER",
  });
  partnerId = partner.id;
});

afterAll(() => hub.close());

function bet(externalId: string, amount: string): Message {
  const occurredAt = "2026-01-01T00:00:00Z";
  return { externalId, type: "bet", direction: "IN", amount, currency: "EUR", occurredAt };
}

/** Delivers again what was taken and not confirmed, as queues do. */
function queueOf(messages: Message[]) {
  const aside: string[] = [];
  const confirmed: Message[] = [];
  const queue: Queue = {
    take: async (limit) => messages.filter((each) => !confirmed.includes(each)).slice(0, limit),
    confirm: async (done) => void confirmed.push(...done),
    setAside: async ({ externalId }) => void aside.push(externalId),
  };
  return { queue, aside };
}

test("an integration records its queue, each message once, and sets aside what is refused", async () => {
  const messages = [bet("a", "12.50"), bet("b", "7.50"), bet("a", "12.50"), bet("c", "-1")];
  const { queue, aside } = queueOf(messages);
  expect(await recordFromQueue(tutti, partnerId, queue)).toBe(3);
  expect(aside).toEqual(["c"]);
  const recorded: string[] = [];
  for await (const { externalId } of tutti.transactions.list({ partnerId })) {
    recorded.push(externalId);
  }
  expect(recorded.toSorted()).toEqual(["a", "b"]);
});

test("a dashboard is fed with what is there, and with what comes", async () => {
  const end = new AbortController();
  const shown: Line[][] = [];
  const fed = feedDashboard(tutti, (lines) => void shown.push([...lines]), end);
  await expect.poll(() => shown.length).toBeGreaterThan(0);
  const before = shown.length;
  await recordFromQueue(tutti, partnerId, queueOf([bet("d", "1.00")]).queue);
  await expect.poll(() => shown.length).toBeGreaterThan(before);
  end.abort();
  await fed;
  expect(shown.flat().map(({ currency }) => currency)).toContain("EUR");
});
