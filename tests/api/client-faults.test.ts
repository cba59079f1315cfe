import { createTuttiClient, NetworkError, ProtocolError, type TuttiClient } from "@tutti/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openFaultyWay, type Fault, type FaultyWay } from "../support/faulty-way.js";
import { startTestHub, type TestHub } from "../support/hub.js";

let hub: TestHub;
let way: FaultyWay;
let tutti: TuttiClient;
let straight: TuttiClient;
let from: string;
let serial = 0;

beforeAll(async () => {
  hub = await startTestHub();
  way = await openFaultyWay(hub.url);
  const retry = { attempts: 5, firstPauseMs: 1, longestPauseMs: 1 };
  tutti = createTuttiClient({ url: way.url, apiKey: hub.adminKey, retry, timeoutMs: 2_000 });
  straight = createTuttiClient({ url: hub.url, apiKey: hub.adminKey });
  from = await account();
});

afterAll(async () => {
  await way[Symbol.asyncDispose]();
  await hub.close();
});

async function account(): Promise<string> {
  const reference = `test-${(serial += 1)}`;
  const input = { purpose: "TEST", currency: "KRW", normalSide: "CREDIT" as const, reference };
  return (await straight.accounts.open(input)).id;
}

function transfer(to: string) {
  const externalId = `transfer-${(serial += 1)}`;
  const between = { debitAccountId: from, creditAccountId: to, amountMinor: "100" };
  return { externalId, ...between, currency: "KRW", code: "TEST" };
}

/** What an account has, and how many entries it took to get there. */
async function stateOf(id: string): Promise<unknown[]> {
  const found = await straight.accounts.get(id);
  return [found?.balance.posted.amountMinor, found?.balance.version];
}

const answered = (status: number, text: string): Fault => {
  return (response) => void response.writeHead(status).end(text);
};

const rateLimited = JSON.stringify({
  errors: [{ message: "slow down", extensions: { code: "RATE_LIMITED", retryAfter: 0.001 } }],
});

const FAULTS: [what: string, fault: Fault][] = [
  ["is killed", (response) => void response.destroy()],
  [
    "breaks off in the middle of its answer",
    (response, answer) => {
      response.writeHead(200, { "content-length": answer.length });
      response.write(answer.slice(0, 20), () => response.destroy());
    },
  ],
  ["is slow", () => undefined],
  ["is away behind its gateway", answered(502, "<html>Bad Gateway</html>")],
  ["asks for a pause", answered(429, rateLimited)],
];

describe("money moves once, and its caller is told, when a hub", () => {
  test.each(FAULTS)("%s after it has moved it", async (_what, fault) => {
    const to = await account();
    way.spoil(fault);
    const { transaction, status } = await tutti.transactions.postTransfer(transfer(to));
    expect(transaction?.id).toMatch(/^txn_/);
    expect(status).toBe("REPLAYED");
    expect(await stateOf(to)).toEqual(["100", "1"]);
  });

  test("does all of that, one after the other, under many calls at once", async () => {
    const to = await account();
    way.spoil(...FAULTS.flatMap(([what, fault]) => (what === "is slow" ? [] : [fault, fault])));
    const calls = Array.from({ length: 10 }, () => tutti.transactions.postTransfer(transfer(to)));
    await Promise.all(calls);
    expect(await stateOf(to)).toEqual(["1000", "10"]);
  });

  test("says nonsense: that ends the call, and the same call again is told what happened", async () => {
    const to = await account();
    const input = transfer(to);
    way.spoil(answered(200, "hello"));
    await expect(tutti.transactions.postTransfer(input)).rejects.toBeInstanceOf(ProtocolError);
    expect((await tutti.transactions.postTransfer(input)).status).toBe("REPLAYED");
    expect(await stateOf(to)).toEqual(["100", "1"]);
  });
});

test("a command without a key reaches the hub once, whatever became of its answer", async () => {
  const before = way.passed();
  way.spoil((response) => void response.destroy());
  const key = { name: "once", role: "VIEWER" as const };
  await expect(tutti.apiKeys.create(key)).rejects.toBeInstanceOf(NetworkError);
  expect(way.passed()).toBe(before + 1);
});

test("a list goes on where it was, over answers that were lost", async () => {
  way.spoil((response) => void response.destroy(), answered(503, ""));
  const ids: string[] = [];
  for await (const { id } of tutti.accounts.list()) ids.push(id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain(from);
});
