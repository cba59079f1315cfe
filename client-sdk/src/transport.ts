import { HubError, NetworkError, ProtocolError, TimeoutError, refusedError } from "./errors.js";

/** Where the hub is, who calls, and how. */
export interface TransportOptions {
  /** The hub's address, as in `http://localhost:4000`. */
  url: string;
  apiKey: string;
  /** For one attempt of a call; 30 seconds unless given. Milliseconds. */
  timeoutMs?: number;
  /** Replaces the platform's own, for proxies and tests. */
  fetch?: typeof fetch;
}

const DEFAULT_TIMEOUT_MS = 30_000;

/** Requests to one hub with one credential; failures are TuttiErrors. */
export class Transport {
  readonly base: string;

  constructor(readonly options: TransportOptions) {
    this.base = options.url.replace(/\/+$/, "").replace(/\/graphql$/, "");
  }

  get authorization(): string {
    return `Bearer ${this.options.apiKey}`;
  }

  /** The data of a GraphQL answer. @throws TuttiError */
  async graphql(body: object, signal?: AbortSignal): Promise<unknown> {
    const response = await this.send("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(body),
      signal: this.limited(signal),
    });
    return dataOf(await answerOf(response), response.status);
  }

  /** One attempt, with the credential. @throws NetworkError, TimeoutError */
  async send(path: string, init: RequestInit & { duplex?: "half" }): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("authorization", this.authorization);
    try {
      return await (this.options.fetch ?? fetch)(this.base + path, { ...init, headers });
    } catch (error) {
      throw transportError(error, this.base, init.signal);
    }
  }

  private limited(signal?: AbortSignal): AbortSignal {
    const timeout = AbortSignal.timeout(this.options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
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

interface GraphQLAnswer {
  data?: unknown;
  errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
}

async function answerOf(response: Response): Promise<GraphQLAnswer> {
  try {
    const answer: unknown = JSON.parse(await response.text());
    if (typeof answer === "object" && answer !== null) return answer;
  } catch (error) {
    throw new ProtocolError(`The answer (HTTP ${response.status}) is not JSON`, { cause: error });
  }
  throw new ProtocolError(`The answer (HTTP ${response.status}) is not of a hub`);
}

function dataOf({ data, errors }: GraphQLAnswer, status: number): unknown {
  const [error] = errors ?? [];
  if (error) throw errorOf(error);
  if (data === undefined || data === null) {
    throw new ProtocolError(`The answer (HTTP ${status}) has neither data nor errors`);
  }
  return data;
}

/** The error of a top-level GraphQL error, by its code. */
export function errorOf(error: {
  message: string;
  extensions?: Record<string, unknown> | undefined;
}): Error {
  const { code, correlationId, retryAfter, inputPath } = error.extensions ?? {};
  if (code === "INTERNAL_SERVER_ERROR" || typeof code !== "string") {
    return new HubError(
      error.message,
      typeof correlationId === "string" ? correlationId : undefined,
    );
  }
  return refusedError({
    code,
    message: error.message,
    ...(Array.isArray(inputPath) ? { path: inputPath.map(String) } : {}),
    ...(typeof retryAfter === "number" ? { retryAfterMs: retryAfter * 1_000 } : {}),
  });
}
