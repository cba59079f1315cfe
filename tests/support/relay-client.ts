import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Client } from "graphql-ws";
import {
  commitMutation,
  ConnectionHandler,
  Environment,
  fetchQuery,
  Network,
  Observable,
  RecordSource,
  requestSubscription,
  Store,
  type GraphQLResponse,
  type GraphQLTaggedNode,
  type OperationType,
  type RequestParameters,
} from "relay-runtime";
import {
  overWebSocket,
  type HubAddress,
  type StandardClient,
  type Variables,
} from "./standard-clients.js";
import { tempFolder } from "./temp-folder.js";

const REPOSITORY = join(import.meta.dirname, "../..");
const here = createRequire(import.meta.url);

/** The list that Relay keeps together in its store, and by what name. */
const KEY = "Relay_partners";
const PAGE = `query RelayPageQuery($after: String) { partners(first: 1, after: $after)
  @connection(key: "${KEY}") { edges { node { id code } } } }`;

/** What relay-compiler made of each text. */
type Compiled = (text: string) => GraphQLTaggedNode;

/** Compiles documents as an application of Relay does before it is shipped. */
export async function compileForRelay(texts: readonly string[]): Promise<Compiled> {
  await using folder = await tempFolder();
  const artifacts = join(folder.path, "__generated__");
  await mkdir(artifacts);
  const names = new Map([...texts, PAGE].map((text, at) => [text, nameOf(text, at)]));
  const tagged = [...names].map(([text, name]) => `graphql\`${renamed(text, name)}\`;`);
  await writeFile(join(folder.path, "Relay.js"), tagged.join("\n"));
  const config = {
    src: ".",
    schema: join(REPOSITORY, "schema/schema.graphql"),
    language: "javascript",
    artifactDirectory: "./__generated__",
  };
  await writeFile(join(folder.path, "relay.config.json"), JSON.stringify(config));
  const args = [here.resolve("relay-compiler/cli.js"), "--noWatchman", "relay.config.json"];
  await promisify(execFile)(process.execPath, args, { cwd: folder.path });
  const nodes = new Map(
    [...names].map(([text, name]) => [text, here(join(artifacts, `${name}.graphql.js`)) as object]),
  );
  return (text) => nodes.get(text) as GraphQLTaggedNode;
}

const KIND = /^(query|mutation|subscription)\s*\w*/;

function nameOf(text: string, at: number): string {
  const kind = KIND.exec(text)?.[1] ?? "";
  return `Relay${at}${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
}

function renamed(text: string, name: string): string {
  return text.replace(KIND, (_all, kind: string) => `${kind} ${name}`);
}

/** The network that Relay's documentation shows: fetch, and graphql-ws for streams. */
function networkOf(hub: HubAddress, socket: Client) {
  const overHttp = async ({ text }: RequestParameters, variables: object) => {
    const response = await fetch(`${hub.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${hub.adminKey}` },
      body: JSON.stringify({ query: text, variables }),
    });
    return (await response.json()) as GraphQLResponse;
  };
  const overSocket = ({ text }: RequestParameters, variables: object) =>
    Observable.create<GraphQLResponse>((sink) =>
      socket.subscribe(
        { query: text ?? "", variables: variables as Variables },
        {
          next: (result) => sink.next(result as GraphQLResponse),
          error: (error) => sink.error(error as Error),
          complete: () => sink.complete(),
        },
      ),
    );
  return Network.create(overHttp, overSocket);
}

/** relay-runtime as it comes. */
export function relay(hub: HubAddress, compiled: Compiled): StandardClient {
  const socket = overWebSocket(hub);
  const store = new Store(new RecordSource());
  const environment = new Environment({ network: networkOf(hub, socket), store });
  const ask = async (text: string, variables: Variables): Promise<unknown> =>
    fetchQuery<OperationType>(environment, compiled(text), variables).toPromise();
  const command = (text: string, variables: Variables): Promise<unknown> =>
    new Promise((resolve, onError) => {
      commitMutation(environment, {
        mutation: compiled(text),
        variables,
        onCompleted: (response) => resolve(response),
        onError,
      });
    });
  return {
    answer: (text, variables = {}) =>
      text.startsWith("mutation") ? command(text, variables) : ask(text, variables),
    /** The store puts the pages together. */
    async codes() {
      for (let after: unknown = null; ;) {
        await ask(PAGE, { after });
        const list = listIn(environment);
        if (list.hasNextPage !== true) return list.codes;
        after = list.endCursor;
      }
    },
    subscribe(text, variables, take) {
      const subscription = compiled(text);
      const onNext = (data: unknown): void => take(data);
      const onError = (error: Error): void => take(error);
      const config = { subscription, variables: { ...variables }, onNext, onError };
      const { dispose } = requestSubscription<OperationType>(environment, config);
      return dispose;
    },
    cut: () => socket.terminate(),
    close: () => void socket.dispose(),
  };
}

/** What Relay's store has of the list. */
function listIn(environment: Environment) {
  const list = { codes: [] as string[], hasNextPage: false as unknown, endCursor: null as unknown };
  environment.commitUpdate((store) => {
    const connection = ConnectionHandler.getConnection(store.getRoot(), KEY);
    const edges = connection?.getLinkedRecords("edges") ?? [];
    list.codes = edges.map((edge) => String(edge?.getLinkedRecord("node")?.getValue("code")));
    const pageInfo = connection?.getLinkedRecord("pageInfo");
    list.hasNextPage = pageInfo?.getValue("hasNextPage");
    list.endCursor = pageInfo?.getValue("endCursor");
  });
  return list;
}
