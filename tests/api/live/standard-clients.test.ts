import { ApolloClient, gql, InMemoryCache } from "@apollo/client";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { Client as UrqlClient, fetchExchange, subscriptionExchange } from "@urql/core";
import { createClient } from "graphql-ws";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BALANCES, LiveWorld, type BalanceItem } from "../../support/live-world.js";

let world: LiveWorld;
let accounts: string[];

beforeAll(async () => {
  world = await LiveWorld.start();
  accounts = [await world.account("ONE"), await world.account("TWO")];
});
afterAll(() => world.close());

type Variables = Record<string, unknown>;

/** A client as its makers publish it, set up as their own documentation says. */
interface StandardClient {
  /** What a query or mutation answers. */
  answer(query: string, variables?: Variables): Promise<unknown>;
  /** Calls back with each result; answers how to unsubscribe. */
  subscribe(query: string, variables: Variables, take: (data: unknown) => void): () => void;
  /** Cuts the socket, as a network would. */
  cut(): void;
  close(): void;
}

/** The library that all three talk with: its own client, retrying as it does by default. */
function overWebSocket() {
  return createClient({
    url: `${world.hub.url.replace("http", "ws")}/graphql`,
    connectionParams: { authorization: `Bearer ${world.hub.adminKey}` },
    retryWait: () => Promise.resolve(),
  });
}

function graphqlWs(): StandardClient {
  const client = overWebSocket();
  return {
    async answer(query, variables = {}) {
      for await (const { data } of client.iterate({ query, variables })) return data;
      throw new Error("no answer");
    },
    subscribe: (query, variables, take) =>
      client.subscribe(
        { query, variables },
        { next: ({ data }) => take(data), error: take, complete: () => undefined },
      ),
    cut: () => client.terminate(),
    close: () => void client.dispose(),
  };
}

function apollo(): StandardClient {
  const socket = overWebSocket();
  const client = new ApolloClient({ link: new GraphQLWsLink(socket), cache: new InMemoryCache() });
  return {
    async answer(query, variables = {}) {
      const document = gql(query);
      if (query.startsWith("mutation"))
        return (await client.mutate({ mutation: document, variables })).data;
      return (await client.query({ query: document, variables })).data;
    },
    subscribe(query, variables, take) {
      // A cache of entities is no place for a stream of changes.
      const fetchPolicy = "no-cache";
      const results = client.subscribe({ query: gql(query), variables, fetchPolicy });
      const subscription = results.subscribe({ next: ({ data, error }) => take(data ?? error) });
      return () => subscription.unsubscribe();
    },
    cut: () => socket.terminate(),
    close() {
      client.stop();
      void socket.dispose();
    },
  };
}

function urql(): StandardClient {
  const socket = overWebSocket();
  const forwardSubscription = ({
    query = "",
    variables,
  }: {
    query?: string;
    variables?: object;
  }) => ({
    subscribe: (sink: Parameters<typeof socket.subscribe>[1]) => ({
      unsubscribe: socket.subscribe({ query, variables: variables as Variables }, sink),
    }),
  });
  const client = new UrqlClient({
    url: `${world.hub.url}/graphql`,
    preferGetMethod: false,
    exchanges: [
      subscriptionExchange({
        enableAllOperations: true,
        forwardSubscription: forwardSubscription as never,
      }),
      fetchExchange,
    ],
  });
  return {
    async answer(query, variables = {}) {
      const isMutation = query.startsWith("mutation");
      const result = isMutation
        ? client.mutation(query, variables)
        : client.query(query, variables);
      return (await result.toPromise()).data as unknown;
    },
    subscribe: (query, variables, take) =>
      client.subscription(query, variables).subscribe(({ data, error }) => take(data ?? error))
        .unsubscribe,
    cut: () => socket.terminate(),
    close: () => void socket.dispose(),
  };
}

const HOLD = `mutation ($code: String!) {
  createPartner(input: { code: $code, name: $code, kind: GAME_PROVIDER }) {
    partner { code } userErrors { code } } }`;

/** The items of a subscription, and how to wait for one. */
function itemsOf(client: StandardClient, variables: Variables) {
  const items: BalanceItem[] = [];
  const unsubscribe = client.subscribe(BALANCES, variables, (data) => {
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
  ["graphql-ws", graphqlWs],
  ["Apollo Client", apollo],
  ["urql", urql],
])("%s, unchanged, over WebSocket", (name, connect) => {
  const move = () => world.move(accounts[0] ?? "", accounts[1] ?? "");

  it("asks and commands", async () => {
    const client = connect();
    expect(await client.answer("query { viewer { name } }")).toMatchObject({
      viewer: { name: "first administrator" },
    });
    const code = name.toLowerCase().replaceAll(" ", "-");
    expect(await client.answer(HOLD, { code })).toMatchObject({
      createPartner: { partner: { code }, userErrors: [] },
    });
    client.close();
  });

  it("is told of a snapshot, of each change, and by a cursor of what it missed", async () => {
    const client = connect();
    const before = itemsOf(client, { accountIds: accounts });
    await before.find((item) => item.complete === true);
    const first = await move();
    await before.find(causedBy(first.transactionId));
    before.unsubscribe();
    const missed = await move();
    const after = itemsOf(client, { accountIds: accounts, after: before.items.at(-1)?.cursor });
    await after.find(causedBy(missed.transactionId));
    expect(after.items.map(({ __typename }) => __typename)).toEqual(["BalancesChanged"]);
    const known = before.items.at(-1)?.changes?.[0]?.version;
    expect(after.items[0]?.changes?.[0]?.fromVersion).toBe(known);
    after.unsubscribe();
    client.close();
  });

  it("comes back by itself when its socket is cut, with a new snapshot", async () => {
    const client = connect();
    const stream = itemsOf(client, { accountIds: accounts });
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
