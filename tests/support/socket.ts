import { createClient, type Client, type ClientOptions, type ExecutionResult } from "graphql-ws";
import { WebSocket } from "ws";

/** How a socket ended. */
export interface SocketEnd {
  code: number;
  reason: string;
}

/** A standard GraphQL client over WebSocket that never reconnects by itself. */
export function socketClient(
  url: string,
  connectionParams: Record<string, unknown>,
  options: Partial<ClientOptions> = {},
): { client: Client; ended: Promise<SocketEnd>; opened: Promise<void> } {
  const ended = Promise.withResolvers<SocketEnd>();
  const opened = Promise.withResolvers<void>();
  const client = createClient({
    url: `${url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams,
    retryAttempts: 0,
    lazy: true,
    onNonLazyError: () => undefined,
    ...options,
  });
  client.on("connected", () => opened.resolve());
  client.on("closed", (event) => {
    const { code, reason } = event as { code: number; reason: unknown };
    ended.resolve({ code, reason: String(reason) });
  });
  return { client, ended: ended.promise, opened: opened.promise };
}

/** The answer to a query or mutation over a socket. */
export async function answerOver(
  client: Client,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<ExecutionResult> {
  const { value, done } = await client.iterate({ query, variables }).next();
  if (done) throw new Error("The operation ended without an answer");
  return value as ExecutionResult;
}
