import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BALANCES, LiveWorld, type BalanceItem } from "../../support/live-world.js";
import { compileForRelay, relay } from "../../support/relay-client.js";
import {
  apollo,
  graphqlWs,
  urql,
  type StandardClient,
  type Variables,
} from "../../support/standard-clients.js";

let world: LiveWorld;
let accounts: string[];
let compiled: Awaited<ReturnType<typeof compileForRelay>>;

const VIEWER = "query { viewer { name } }";

beforeAll(async () => {
  world = await LiveWorld.start();
  compiled = await compileForRelay([VIEWER, HOLD, RELAY_BALANCES]);
  accounts = [await world.account("ONE"), await world.account("TWO")];
});
afterAll(() => world.close());

const HOLD = `mutation ($code: String!) {
  createPartner(input: { code: $code, name: $code, kind: GAME_PROVIDER }) {
    partner { code } userErrors { code } } }`;

/** Relay-compiler takes no default for what may not be null. */
const RELAY_BALANCES = BALANCES.replace("Delivery! = STATE", "Delivery = STATE");

/** The items of a subscription, and how to wait for one. */
function itemsOf(client: StandardClient, query: string, variables: Variables) {
  const items: BalanceItem[] = [];
  const unsubscribe = client.subscribe(query, variables, (data) => {
    const { balances } = Object(data) as { balances?: BalanceItem };
    if (!balances) throw new Error(`not an item: ${JSON.stringify(data)}`);
    items.push(balances);
  });
  const find = async (holds: (item: BalanceItem) => boolean): Promise<void> => {
    await expect.poll(() => items.find(holds)).toBeDefined();
  };
  return { items, unsubscribe, find };
}

const causedBy = (transactionId: string) => (item: BalanceItem) =>
  item.changes?.some((change) => change.transactionId === transactionId) ?? false;

describe.each([
  ["graphql-ws", () => graphqlWs(world.hub), BALANCES],
  ["Apollo Client", () => apollo(world.hub), BALANCES],
  ["urql", () => urql(world.hub), BALANCES],
  ["relay-runtime", () => relay(world.hub, compiled), RELAY_BALANCES],
])("%s, unchanged", (name, connect, balances) => {
  const move = () => world.move(accounts[0] ?? "", accounts[1] ?? "");

  it("asks and commands", async () => {
    const client = connect();
    expect(await client.answer(VIEWER)).toMatchObject({
      viewer: { name: "first administrator" },
    });
    const code = name.toLowerCase().replaceAll(" ", "-");
    expect(await client.answer(HOLD, { code })).toMatchObject({
      createPartner: { partner: { code }, userErrors: [] },
    });
    client.close();
  });

  it("reads a list to its end, page by page", async () => {
    const slug = name.toLowerCase().replaceAll(" ", "-");
    for (const code of ["a", "b"]) await world.partner(`${code}-${slug}`);
    const client = connect();
    const codes = await client.codes();
    expect(codes.length).toBeGreaterThan(2);
    const { partners } = await world.hub.query<{ partners: { nodes: { code: string }[] } }>(
      "{ partners(first: 100) { nodes { code } } }",
    );
    expect(codes).toEqual(partners.nodes.map(({ code }) => code));
    client.close();
  });

  it("is told of a snapshot, of each change, and by a cursor of what it missed", async () => {
    const client = connect();
    const before = itemsOf(client, balances, { accountIds: accounts });
    await before.find((item) => item.complete === true);
    const first = await move();
    await before.find(causedBy(first.transactionId));
    before.unsubscribe();
    const missed = await move();
    const after = itemsOf(client, balances, {
      accountIds: accounts,
      after: before.items.at(-1)?.cursor,
    });
    await after.find(causedBy(missed.transactionId));
    expect(after.items.map(({ __typename }) => __typename)).toEqual(["BalancesChanged"]);
    const known = before.items.at(-1)?.changes?.[0]?.version;
    expect(after.items[0]?.changes?.[0]?.fromVersion).toBe(known);
    after.unsubscribe();
    client.close();
  });

  it("comes back by itself when its socket is cut, with a new snapshot", async () => {
    const client = connect();
    const stream = itemsOf(client, balances, { accountIds: accounts });
    await stream.find((item) => item.complete === true);
    client.cut();
    await expect.poll(() => stream.items.filter(({ complete }) => complete).length).toBe(2);
    const { transactionId } = await move();
    await stream.find(causedBy(transactionId));
    stream.unsubscribe();
    client.close();
    await expect.poll(() => world.metric("tutti_live_balance_subscriptions")).toBe(0);
  });
});
