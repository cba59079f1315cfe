import { createTuttiClient, RateLimitedError } from "@tutti/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestHub, type TestHub } from "../support/hub.js";

const BUDGET = 60;
const LIST = "{ accounts(first: 20) { nodes { id } } }";

let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub({ config: { costPerMinute: BUDGET } });
});

afterAll(() => hub.close());

function send(query: string, accept: string): Promise<Response> {
  const headers = {
    authorization: `Bearer ${hub.adminKey}`,
    "content-type": "application/json",
    accept,
  };
  return fetch(`${hub.url}/graphql`, { method: "POST", headers, body: JSON.stringify({ query }) });
}

interface Answer {
  errors?: { extensions: { code: string; retryAfter: number } }[];
  extensions?: { cost: { requested: number; actual: number; remaining: number; resetAt: string } };
}

test("an answer tells its cost, what was not read is given back, and the rest is refused", async () => {
  const first = (await (await send(LIST, "application/json")).json()) as Answer;
  const cost = first.extensions?.cost;
  expect(cost).toMatchObject({ requested: 21, remaining: BUDGET - (cost?.actual ?? 0) });
  expect(cost?.actual).toBeLessThan(21);
  expect(Date.parse(cost?.resetAt ?? "")).toBeGreaterThan(0);

  const large = "{ a: accounts(first: 50) { nodes { id } } b: accounts { nodes { id } } }";
  for (const accept of ["application/json", "application/graphql-response+json"]) {
    const refused = await send(large, accept);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    const { errors } = (await refused.json()) as Answer;
    expect(errors).toMatchObject([
      { extensions: { code: "RATE_LIMITED", retryAfter: expect.any(Number) } },
    ]);
  }
});

test("the SDK says when it is worth trying again", async () => {
  const retry = { attempts: 1, firstPauseMs: 1, longestPauseMs: 1 };
  const sdk = createTuttiClient({ url: hub.url, apiKey: hub.adminKey, retry });
  const refused = sdk.accounts.list().next();
  await expect(refused).rejects.toThrow(RateLimitedError);
  await expect(refused).rejects.toMatchObject({ retryAfterMs: expect.any(Number) });
});

test("an address that keeps guessing keys is told to wait", async () => {
  const statuses = new Set<number>();
  for (let times = 0; times < 310; times++) {
    const headers = { authorization: `Bearer tutti_guess_${times}` };
    statuses.add((await fetch(`${hub.url}/graphql`, { method: "POST", headers })).status);
  }
  expect(statuses).toEqual(new Set([401, 429]));
});
