import { answerOf, dataOf } from "./answer.js";
import { NetworkError, ProtocolError, TimeoutError } from "./errors.js";
import { signatureHeaders } from "./signing.js";
import type { SigningOptions } from "./signing.js";

/** Where the hub is, who calls, and how. */
export interface TransportOptions {
  /** The hub's address, as in `http://localhost:4000`. */
  url: string;
  /**
   * An API key, or the token of a session; left out on a page of the hub's own, whose cookie goes
   * along.
   */
  apiKey?: string;
  /** Signs each request instead of sending a key along. */
  signing?: SigningOptions;
  /** For one attempt of a call; 30 seconds unless given. Milliseconds. */
  timeoutMs?: number;
  /** An answer of more bytes is refused with a ProtocolError; 64 MiB unless given. */
  maxAnswerBytes?: number;
  /** Replaces the platform's own, for proxies and tests. */
  fetch?: typeof fetch;
  /** Told of every attempt when it has ended: for logs, metrics and traces. */
  onCall?: (call: EndedCall) => void;
  /** Headers for an attempt, such as a trace's `traceparent`. */
  headers?: () => Readonly<Record<string, string>>;
}

/** One attempt of a call, as hooks are told of it. */
export interface EndedCall {
  /** The operation's name, or the path of what is no operation. */
  readonly name: string;
  readonly durationMs: number;
  /** Absent when it never got an answer. */
  readonly status?: number;
  /** The hub's id of the request: its log has it too. */
  readonly requestId?: string;
  /** What it failed with; absent when it was answered. */
  readonly error?: Error;
}

const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_MAX_ANSWER_BYTES = 64 * 1024 * 1024;

/** One attempt: what hooks call it, and what ends it. */
export interface Attempt {
  name: string;
  signal?: AbortSignal | undefined;
  timeoutMs?: number | undefined;
}

/** Requests to one hub with one credential; failures are TuttiErrors. */
export class Transport {
  readonly base: string;

  constructor(readonly options: TransportOptions) {
    this.base = options.url.replace(/\/+$/, "").replace(/\/graphql$/, "");
  }

  get authorization(): string | undefined {
    const { apiKey } = this.options;
    return apiKey === undefined ? undefined : `Bearer ${apiKey}`;
  }

  /** The data of a GraphQL answer. @throws TuttiError */
  async graphql(body: object, { name, signal, timeoutMs }: Attempt): Promise<object> {
    const init = {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(body),
      signal: this.limited(signal, timeoutMs),
    };
    const maxBytes = this.options.maxAnswerBytes ?? DEFAULT_MAX_ANSWER_BYTES;
    const broken = (error: unknown): Error => transportError(error, this.base, init.signal);
    return this.observed(name, async (seen) => {
      const response = await this.send("/graphql", init);
      seen(response);
      return dataOf(await answerOf(response, { maxBytes, broken }), response.status);
    });
  }

  /** One attempt, with the credential. @throws NetworkError, TimeoutError */
  async send(path: string, init: RequestInit & { duplex?: "half" }): Promise<Response> {
    const headers = new Headers({ ...Object(init.headers), ...this.options.headers?.() });
    if (this.authorization !== undefined) headers.set("authorization", this.authorization);
    else await this.sign(headers, path, init);
    try {
      return await (this.options.fetch ?? fetch)(this.base + path, { ...init, headers });
    } catch (error) {
      throw transportError(error, this.base, init.signal);
    }
  }

  private async sign(headers: Headers, path: string, init: RequestInit): Promise<void> {
    const { signing } = this.options;
    if (!signing) return;
    const { method = "GET", body } = init;
    if (body && typeof body !== "string" && !(body instanceof Uint8Array)) {
      throw new ProtocolError("A stream cannot be signed: send its bytes, or use a key");
    }
    const parts = { method, url: new URL(this.base + path), body: body ?? undefined };
    const signed = await signatureHeaders(signing, parts);
    for (const [name, value] of Object.entries(signed)) headers.set(name, value);
  }

  private async observed<T>(
    name: string,
    attempt: (seen: (response: Response) => void) => Promise<T>,
  ): Promise<T> {
    const start = performance.now();
    let response: Response | undefined;
    const ended = (error?: unknown): void => {
      const requestId = response?.headers.get("x-request-id");
      this.options.onCall?.({
        name,
        durationMs: performance.now() - start,
        ...(response ? { status: response.status } : {}),
        ...(requestId ? { requestId } : {}),
        ...(error instanceof Error ? { error } : {}),
      });
    };
    try {
      const answer = await attempt((seen) => (response = seen));
      ended();
      return answer;
    } catch (error) {
      ended(error);
      throw error;
    }
  }

  private limited(signal: AbortSignal | undefined, timeoutMs: number | undefined): AbortSignal {
    const limitMs = timeoutMs ?? this.options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    const timeout = AbortSignal.timeout(limitMs);
    return signal ? AbortSignal.any([signal, timeout]) : timeout;
  }
}

/** The caller's own abort stays what it is; all else is about the network. */
export function transportError(error: unknown, base: string, signal?: AbortSignal | null): Error {
  if (signal?.aborted) {
    const reason: unknown = signal.reason;
    const timedOut = reason instanceof DOMException && reason.name === "TimeoutError";
    if (!timedOut) return reason instanceof Error ? reason : new Error("aborted");
    return new TimeoutError(`The hub at ${base} did not answer in time`, { cause: error });
  }
  return new NetworkError(`The hub at ${base} cannot be reached`, { cause: error });
}
