import { createClient } from "graphql-ws/client";
import type { Client, SubscribePayload } from "graphql-ws/client";
import type { TypedDocumentString } from "../generated/operations.js";
import {
  DocumentNotTrustedError,
  NetworkError,
  ProtocolError,
  TuttiError,
  UnauthenticatedError,
} from "./errors.js";
import { documentIdOf } from "./operations.js";
import { signatureHeaders, type SigningOptions } from "./signing.js";
import { errorOf } from "./answer.js";

export interface LiveConnectionOptions {
  /** The hub's address, as in `http://localhost:4000`. */
  base: string;
  /** Left out where a cookie goes along. */
  authorization: string | undefined;
  /** Signs the connection instead. */
  signing?: SigningOptions | undefined;
  /** For platforms without a WebSocket of their own, such as Node before 22. */
  webSocket?: unknown;
}

/** The hub closed the socket and says when to come back. */
export class Drained extends NetworkError {
  constructor(retryAfterMs: number) {
    super("The hub is being restarted", { retryAfterMs });
  }
}

/** The connection to the hub broke. */
export class ConnectionClosed extends NetworkError {
  constructor(
    /** The WebSocket's (schema/README.md); 1006 where nobody said goodbye. */
    readonly closeCode: number,
  ) {
    super(`The connection was closed (${closeCode})`);
  }
}

const UNAUTHENTICATED_CLOSE = 4401;
const DRAIN_CLOSE = 1012;
/** Closes that a retry meets again: the client, its use, or what it talks to is at fault. */
const FATAL_CLOSES = new Set([4004, 4400, 4403, 4406, 4409, 4429]);

/** One socket for all subscriptions of a client; opened for the first, closed after the last. */
export class LiveConnection {
  private client: Client | undefined;
  /** Whether the hub said that it does not know an id of ours. */
  private knowsNoIds = false;

  constructor(private readonly options: LiveConnectionOptions) {}

  /** The data of each message. Ends by throwing: a TuttiError that says whether to come back. */
  async *subscribe<Result, Variables extends object>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
  ): AsyncGenerator<Result, void, undefined> {
    const given = variables as Record<string, unknown>;
    const sha256Hash = this.knowsNoIds ? undefined : documentIdOf(document);
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    const text = { query: document.toString(), variables: given };
    if (sha256Hash !== undefined) {
      try {
        return yield* this.data<Result>({ query: "", extensions, variables: given });
      } catch (error) {
        // A hub of another version does not know this one's documents; it may take the text.
        if (!(error instanceof DocumentNotTrustedError)) throw error;
        this.knowsNoIds = true;
      }
    }
    yield* this.data<Result>(text);
  }

  private async *data<Result>(payload: SubscribePayload): AsyncGenerator<Result, void, undefined> {
    try {
      for await (const { data, errors } of this.open().iterate<Result, never>(payload)) {
        if (errors?.[0]) throw errorOf(errors[0]);
        if (data) yield data;
      }
    } catch (error) {
      throw closed(error);
    }
    throw new NetworkError("The hub ended the stream");
  }

  /** Drops the socket; subscriptions end with an error and may be made anew. */
  terminate(): void {
    this.client?.terminate();
  }

  private open(): Client {
    const { base, webSocket } = this.options;
    this.client ??= createClient({
      url: `${base.replace(/^http/, "ws")}/graphql`,
      connectionParams: () => this.credential(),
      retryAttempts: 0,
      ...(webSocket === undefined ? {} : { webSocketImpl: webSocket }),
    });
    return this.client;
  }

  /** Made anew for each connection: a signature is good once. Empty where a cookie goes along. */
  private async credential(): Promise<Record<string, string>> {
    const { base, authorization, signing } = this.options;
    if (authorization !== undefined) return { authorization };
    if (!signing) return {};
    return signatureHeaders(signing, { method: "GET", url: new URL(`${base}/graphql`) });
  }
}

/** The failure of a subscription as one of ours. */
function closed(error: unknown): Error {
  if (Array.isArray(error)) return errorOf(error[0] as Parameters<typeof errorOf>[0]);
  if (!isClose(error)) return asOurs(error);
  const { code, reason } = error;
  if (code === UNAUTHENTICATED_CLOSE) {
    return new UnauthenticatedError({ code: "UNAUTHENTICATED", message: reason || "Not let in" });
  }
  if (code === DRAIN_CLOSE) return new Drained(drainMs(reason));
  if (FATAL_CLOSES.has(code)) return new ProtocolError(`The hub closed (${code}): ${reason}`);
  return new ConnectionClosed(code);
}

function isClose(error: unknown): error is { code: number; reason: string } {
  return typeof error === "object" && error !== null && "code" in error && "reason" in error;
}

function asOurs(error: unknown): Error {
  if (error instanceof TuttiError) return error;
  // What graphql-ws makes of a message that it cannot read; a socket fails with an event.
  if (error instanceof Error) {
    return new ProtocolError("The hub sent what is no message of the protocol", { cause: error });
  }
  return new NetworkError("The live connection failed", { cause: error });
}

function drainMs(reason: string): number {
  return Number(/retryAfterMs=(\d+)/.exec(reason)?.[1] ?? 0);
}
