import { ApolloClient, gql, InMemoryCache } from "@apollo/client";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { relayStylePagination } from "@apollo/client/utilities";
import { Client as UrqlClient, fetchExchange, subscriptionExchange } from "@urql/core";
import { createClient, type Client } from "graphql-ws";
import type { TestHub } from "./hub.js";

export type Variables = Record<string, unknown>;
export type HubAddress = Pick<TestHub, "url" | "adminKey">;

/** A client as its makers publish it, set up as their own documentation says. */
export interface StandardClient {
  /** What a query or mutation answers. */
  answer(query: string, variables?: Variables): Promise<unknown>;
  /** The codes of all partners, read one a page by the client's own way of paging. */
  codes(): Promise<string[]>;
  /** Calls back with each result; answers how to unsubscribe. */
  subscribe(query: string, variables: Variables, take: (data: unknown) => void): () => void;
  /** Cuts the socket, as a network would. */
  cut(): void;
  close(): void;
}

/** A list, one item a page. */
export const PAGE = `query PartnersPage($after: String) { partners(first: 1, after: $after) {
  edges { cursor node { id code } } pageInfo { hasNextPage endCursor } } }`;

/** A page as `PAGE` asks for it. */
export interface PartnersPage {
  partners: {
    edges: readonly { node: { code: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

const codesOf = ({ partners }: PartnersPage): string[] =>
  partners.edges.map(({ node }) => node.code);

/** Goes through a list page by page. */
export async function pageThrough(
  read: (after: string | null) => Promise<PartnersPage>,
): Promise<string[]> {
  const codes: string[] = [];
  for (let after: string | null = null; ;) {
    const page = await read(after);
    codes.push(...codesOf(page));
    if (!page.partners.pageInfo.hasNextPage) return codes;
    after = page.partners.pageInfo.endCursor;
  }
}

/** The library that all of them talk with: its own client, retrying as it does by default. */
export function overWebSocket({ url, adminKey }: HubAddress): Client {
  return createClient({
    url: `${url.replace("http", "ws")}/graphql`,
    connectionParams: { authorization: `Bearer ${adminKey}` },
    retryWait: () => Promise.resolve(),
  });
}

export function graphqlWs(hub: HubAddress): StandardClient {
  const client = overWebSocket(hub);
  const answer = async (query: string, variables: Variables = {}): Promise<unknown> => {
    for await (const { data } of client.iterate({ query, variables })) return data;
    throw new Error("no answer");
  };
  return {
    answer,
    codes: () => pageThrough(async (after) => (await answer(PAGE, { after })) as PartnersPage),
    subscribe: (query, variables, take) =>
      client.subscribe(
        { query, variables },
        { next: ({ data }) => take(data), error: take, complete: () => undefined },
      ),
    cut: () => client.terminate(),
    close: () => void client.dispose(),
  };
}

export function apollo(hub: HubAddress): StandardClient {
  const socket = overWebSocket(hub);
  const typePolicies = { Query: { fields: { partners: relayStylePagination() } } };
  const cache = new InMemoryCache({ typePolicies });
  const client = new ApolloClient({ link: new GraphQLWsLink(socket), cache });
  return {
    async answer(query, variables = {}) {
      const document = gql(query);
      if (query.startsWith("mutation"))
        return (await client.mutate({ mutation: document, variables })).data;
      return (await client.query({ query: document, variables })).data;
    },
    /** The cache puts the pages together. */
    async codes() {
      const query = gql(PAGE);
      const list = client.watchQuery<PartnersPage>({ query });
      const watch = list.subscribe(() => undefined);
      await list.refetch();
      const inCache = () => client.readQuery<PartnersPage>({ query }) as PartnersPage;
      while (inCache().partners.pageInfo.hasNextPage) {
        await list.fetchMore({ variables: { after: inCache().partners.pageInfo.endCursor } });
      }
      watch.unsubscribe();
      return codesOf(inCache());
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

export function urql(hub: HubAddress): StandardClient {
  const socket = overWebSocket(hub);
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
    url: `${hub.url}/graphql`,
    preferGetMethod: false,
    exchanges: [
      subscriptionExchange({
        enableAllOperations: true,
        forwardSubscription: forwardSubscription as never,
      }),
      fetchExchange,
    ],
  });
  const answer = async (query: string, variables: Variables = {}): Promise<unknown> => {
    const isMutation = query.startsWith("mutation");
    const result = isMutation ? client.mutation(query, variables) : client.query(query, variables);
    return (await result.toPromise()).data as unknown;
  };
  return {
    answer,
    codes: () => pageThrough(async (after) => (await answer(PAGE, { after })) as PartnersPage),
    subscribe: (query, variables, take) =>
      client.subscription(query, variables).subscribe(({ data, error }) => take(data ?? error))
        .unsubscribe,
    cut: () => socket.terminate(),
    close: () => void socket.dispose(),
  };
}
