import { createClient, type Client } from "graphql-sse";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { BALANCES, LiveWorld, TRANSACTIONS, type BalanceItem } from "../../support/live-world.js";

let world: LiveWorld;
let accounts: string[];

beforeAll(async () => {
  world = await LiveWorld.start();
  accounts = [await world.account("ONE"), await world.account("TWO")];
});
afterAll(() => world.close());

const move = () => world.move(accounts[0] ?? "", accounts[1] ?? "");

/** graphql-sse's own client as it comes. */
function client(key = world.hub.adminKey, hub = world.hub): Client {
  const url = `${hub.url}/graphql/stream`;
  const own = createClient({ url, headers: { authorization: `Bearer ${key}` }, retryAttempts: 0 });
  onTestFinished(() => own.dispose());
  return own;
}

/** The results of an operation, one after the other. */
function results<Field>(of: Client, query: string, variables: Record<string, unknown> = {}) {
  const iterator = of.iterate<Record<string, Field>>({ query, variables });
  return {
    iterator,
    async next(): Promise<Field> {
      const { value } = (await iterator.next()) as { value?: { data?: Record<string, Field> } };
      const [field] = Object.values(value?.data ?? {});
      if (!field) throw new Error(`not a result: ${JSON.stringify(value)}`);
      return field;
    },
  };
}

const balancesOf = (variables: object, of = client()) =>
  results<BalanceItem>(of, BALANCES, { accountIds: accounts, ...variables });

/** Waits until a gauge of the hub's is what it should be. */
const gauge = async (name: string, value: number): Promise<void> => {
  await expect.poll(() => world.metric(`tutti_live_${name}`)).toBe(value);
};

/** The code with which an operation is refused. */
async function refusal(query: string, variables: object = {}, key?: string): Promise<unknown> {
  const stream = client(key).iterate({ query, variables: variables as Record<string, unknown> });
  const { value } = await stream.next();
  const [error] = (value as { errors?: { extensions: { code: string } }[] }).errors ?? [];
  expect((await stream.next()).done).toBe(true);
  return error?.extensions.code;
}

const post = (init: RequestInit = {}, address = "/graphql/stream", key = world.hub.adminKey) =>
  fetch(world.hub.url + address, {
    method: "POST",
    ...init,
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${key}`,
      ...init.headers,
    },
  });

describe("server-sent events", () => {
  it("tell of balances: a snapshot, then each change, and behind a cursor what was missed", async () => {
    const before = balancesOf({});
    const snapshot = await before.next();
    expect(snapshot).toMatchObject({ __typename: "BalancesSnapshot", complete: true });
    const { transactionId } = await move();
    const change = await before.next();
    expect(change.changes?.[0]?.transactionId).toBe(transactionId);
    await before.iterator.return?.();
    await gauge("balance_subscriptions", 0);
    const missed = await move();
    const after = balancesOf({ after: change.cursor });
    expect((await after.next()).changes?.[0]?.transactionId).toBe(missed.transactionId);
  });

  it("tell of every transaction behind a cursor", async () => {
    const first = await results<BalanceItem>(client(), TRANSACTIONS).next();
    const moves = [await move(), await move()];
    const stream = results<{ transactions?: { id: string }[] }>(client(), TRANSACTIONS, {
      after: first.cursor,
    });
    const told: (string | undefined)[] = [];
    while (told.length < 2) {
      const { transactions = [] } = await stream.next();
      told.push(...transactions.map(({ id }) => id));
    }
    expect(told).toEqual(moves.map(({ transactionId }) => transactionId));
  });

  it("answer a query and a mutation too, and subscriptions that are shared with nobody", async () => {
    expect(await results(client(), "{ viewer { name } }").next()).toMatchObject({
      name: "first administrator",
    });
    const changed = results<object>(client(), "subscription { partnerChanged { code } }");
    const next = changed.next();
    await gauge("balance_subscriptions", 0);
    const create = `mutation ($code: String!) {
      createPartner(input: { code: $code, name: $code, kind: GAME_PROVIDER }) {
        partner { code } } }`;
    let told: object | undefined;
    void next.then((value) => (told = value));
    for (let n = 0; !told; n++) await results(client(), create, { code: `sse-${n}` }).next();
    expect(told).toMatchObject({ code: expect.stringMatching(/^sse-/) });
  });

  it("share their execution and their bytes with equal subscriptions", async () => {
    const streams = [balancesOf({}), balancesOf({})];
    for (const stream of streams) await stream.next();
    expect(await world.metric("tutti_live_balance_groups")).toBe(1);
    await move();
    const [first, second] = await Promise.all(streams.map((stream) => stream.next()));
    expect(second).toEqual(first);
  });

  it("leave nothing behind when their clients go", async () => {
    const streams = Array.from({ length: 20 }, () => balancesOf({}));
    for (const stream of streams) await stream.next();
    expect(await world.metric("tutti_live_balance_subscriptions")).toBe(20);
    for (const stream of streams) await stream.iterator.return?.();
    await gauge("balance_subscriptions", 0);
    await gauge("accounts", 0);
    await gauge("connections", 0);
  });

  it("end when their credential is revoked, told why", async () => {
    const { id, secret } = await world.key("VIEWER");
    const { iterator } = balancesOf({}, client(secret));
    await iterator.next();
    await world.hub.query(
      "mutation ($id: ID!) { revokeApiKey(input: { apiKeyId: $id }) { userErrors { code } } }",
      { id },
    );
    const { value } = await iterator.next();
    expect(value).toMatchObject({ errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
    expect((await iterator.next()).done).toBe(true);
  });

  it("say when to come back, and not that they are complete, when the hub drains", async () => {
    const own = await LiveWorld.start();
    onTestFinished(() => own.close());
    const response = await fetch(`${own.hub.url}/graphql/stream`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${own.hub.adminKey}`,
      },
      body: JSON.stringify({ query: BALANCES }),
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!text.includes("BalancesSnapshot")) text += (await reader?.read())?.value ?? "";
    await own.hub.stop();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
      text += part.value;
    expect(text).toMatch(/\n\nretry: \d+\n\n$/);
    expect(text).not.toContain("event: complete");
  });
});

describe("server-sent events are refused", () => {
  it("without a credential, and to one that is not known", async () => {
    const body = JSON.stringify({ query: BALANCES });
    expect((await post({ body }, undefined, "tutti_0_0")).status).toBe(401);
    const response = await post({ body, headers: { authorization: "" } });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: "UNAUTHENTICATED" } }],
    });
  });

  it.each([
    ["accounts that are not there", BALANCES, { accountIds: ["acc_9999"] }, "ACCOUNT_NOT_FOUND"],
    ["a cursor that somebody made", BALANCES, { after: "x" }, "INVALID_CURSOR"],
    ["variables that do not fit", BALANCES, { delivery: "SOMEHOW" }, "BAD_USER_INPUT"],
    ["a field that is not there", "subscription { absent }", {}, "GRAPHQL_VALIDATION_FAILED"],
    ["no document", "subscription {", {}, "GRAPHQL_PARSE_FAILED"],
    [
      "too many levels",
      `subscription ${"{ a ".repeat(17)}${"}".repeat(17)}`,
      {},
      "PAYLOAD_TOO_LARGE",
    ],
    [
      "more fields than a document may cost",
      `{ ${Array.from({ length: 2_001 }, () => "__typename").join(" ")} }`,
      {},
      "PAYLOAD_TOO_LARGE",
    ],
  ])("with %s", async (_what, query, variables, code) => {
    expect(await refusal(query, variables)).toBe(code);
  });

  it("to a document that is not trusted, where only such are executed", async () => {
    const own = await LiveWorld.start({ config: { trustedOnly: true } });
    onTestFinished(() => own.close());
    const { iterator } = results(client(own.hub.adminKey, own.hub), "{ viewer { name } }");
    const { value } = await iterator.next();
    expect(value).toMatchObject({ errors: [{ extensions: { code: "DOCUMENT_NOT_TRUSTED" } }] });
  });

  it("to a credential that lacks the permission", async () => {
    const { secret } = await world.key("VIEWER");
    expect(await refusal("{ apiKeys { totalCount } }", {}, secret)).toBe("FORBIDDEN");
  });

  it("to requests that say nothing, too much, or want something else", async () => {
    const asked = { body: JSON.stringify({ query: "{ __typename }" }) };
    const statuses = await Promise.all([
      post({ body: "{}" }),
      post({ body: JSON.stringify({ query: "{ __typename }", variables: [1] }) }),
      post({ ...asked, headers: { accept: "text/html" } }),
      post({ ...asked, headers: { "content-type": "text/plain" } }),
      post({ body: JSON.stringify({ query: "x".repeat(3_000_000) }) }),
      post({ method: "GET" }, "/graphql/stream?query={__typename}&variables={"),
      post({ method: "GET" }, "/graphql/stream?query={__typename}"),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([400, 400, 406, 400, 413, 400, 200]);
    await Promise.all(statuses.map((response) => response.text()));
  });
});
