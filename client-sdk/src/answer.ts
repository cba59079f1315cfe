import { isObject } from "./shape.js";
import { HubError, NetworkError, ProtocolError, refusedError } from "./errors.js";

/** What a GraphQL server answers. */
export interface GraphQLAnswer {
  data?: unknown;
  errors?: unknown;
}

/** A top-level error of an answer. */
export interface GraphQLAnswerError {
  message: string;
  extensions?: Record<string, unknown> | undefined;
}

/** How an answer is read. */
export interface ReadAnswer {
  /** More than this is no answer of a hub. */
  maxBytes: number;
  /** What it means when the body does not arrive. */
  broken: (error: unknown) => Error;
}

/** Statuses of whatever stands before a hub that is away, starting, or asked too often. */
const PASSING_STATUSES = new Set([429, 502, 503, 504]);

/** The answer in a response. @throws ProtocolError, NetworkError */
export async function answerOf(response: Response, read: ReadAnswer): Promise<GraphQLAnswer> {
  const text = await textOf(response, read);
  const answer = parsed(text);
  if (isObject(answer)) return answer;
  if (PASSING_STATUSES.has(response.status)) throw unavailable(response);
  const what = answer === undefined ? "not JSON" : "not of a hub";
  throw new ProtocolError(`The answer (HTTP ${response.status}) is ${what}`);
}

/** What was asked for. @throws the error that the answer tells, or ProtocolError */
export function dataOf({ data, errors }: GraphQLAnswer, status: number): object {
  const error: unknown = Array.isArray(errors) ? errors[0] : undefined;
  if (isGraphQLError(error)) throw errorOf(error);
  if (!isObject(data)) {
    throw new ProtocolError(`The answer (HTTP ${status}) has neither data nor errors`);
  }
  return data;
}

/** The error of a top-level GraphQL error, by its code. */
export function errorOf({ message, extensions }: GraphQLAnswerError): Error {
  const { code, correlationId, retryAfter, inputPath } = extensions ?? {};
  if (code === "INTERNAL_SERVER_ERROR" || typeof code !== "string") {
    return new HubError(message, typeof correlationId === "string" ? correlationId : undefined);
  }
  return refusedError({
    code,
    message,
    ...(Array.isArray(inputPath) ? { path: inputPath.map(String) } : {}),
    ...(typeof retryAfter === "number" ? { retryAfterMs: retryAfter * 1_000 } : {}),
  });
}

/** The data of an answer that has every field that was asked for. @throws ProtocolError */
export function withRoots<Data extends object>(data: Data, roots: readonly string[]): Data {
  for (const root of roots) {
    if (typeof (data as Record<string, unknown>)[root] === "object") continue;
    throw new ProtocolError(`The answer has no ${root}`);
  }
  return data;
}

function isGraphQLError(error: unknown): error is GraphQLAnswerError {
  return isObject(error) && "message" in error && typeof error.message === "string";
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function unavailable({ status, headers }: Response): NetworkError {
  const seconds = Number(headers.get("retry-after") ?? Number.NaN);
  const options = Number.isFinite(seconds) ? { retryAfterMs: seconds * 1_000 } : {};
  return new NetworkError(`The hub cannot be reached now (HTTP ${status})`, options);
}

/** The body as text; whoever sends without end is not listened to. */
async function textOf(response: Response, { maxBytes, broken }: ReadAnswer): Promise<string> {
  if (!response.body) return "";
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      throw broken(error); // it broke off, or took too long
    });
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      void reader.cancel().catch(() => undefined);
      throw new ProtocolError(`The answer has more than ${maxBytes} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
}
