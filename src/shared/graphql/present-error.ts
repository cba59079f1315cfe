import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { DomainError, type ErrorCode } from "../errors.js";

/** Refusals that are about the request and not about one command: never in a payload. */
const REQUEST_CODES: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "RATE_LIMITED",
  "OVERLOADED",
  "PAYLOAD_TOO_LARGE",
  "DOCUMENT_NOT_TRUSTED",
  "TOO_MANY_SUBSCRIPTIONS",
]);

export const INTERNAL_ERROR = "Internal server error";

/** Whether a refusal belongs into the payload of the command: the caller can act on it there. */
export function isAboutCommand(error: unknown): error is DomainError {
  return error instanceof DomainError && !REQUEST_CODES.has(error.code);
}

/**
 * Whether the cause is ours: nothing of it may leave the hub but the id under which it is logged.
 * What the parser and validator say has no path; an error without a code at a path is a value of
 * ours that the schema does not allow.
 */
export function isInternal(error: unknown): boolean {
  const cause = causeOf(error);
  if (cause instanceof DomainError) return false;
  if (!(cause instanceof GraphQLError)) return true;
  const code = codeIn(cause);
  if (code !== undefined) return code === "INTERNAL_SERVER_ERROR";
  return error instanceof GraphQLError && error.path !== undefined;
}

/**
 * A top-level error as a client sees it: refusals and malformed documents with their code, all else
 * as "Internal server error" with the id of the request, under which the log has the cause.
 */
export function presentError(error: unknown, requestId: string): GraphQLFormattedError {
  const place = error instanceof GraphQLError ? placeOf(error) : {};
  const cause = causeOf(error);
  if (cause instanceof DomainError) {
    return { message: cause.message, ...place, extensions: extensionsOf(cause) };
  }
  if (cause instanceof GraphQLError && !isInternal(error)) {
    return { message: cause.message, ...place, extensions: { ...codeOf(cause) } };
  }
  const extensions = { code: "INTERNAL_SERVER_ERROR", correlationId: requestId };
  return { message: INTERNAL_ERROR, ...place, extensions };
}

/**
 * The error that a resolver threw, beneath the wrappers that GraphQL puts around it. A wrapper that
 * has a code is no mere wrapper: the server made it of a parser's or validator's error.
 */
export function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError && codeIn(cause) === undefined) {
    cause = cause.originalError;
  }
  return cause;
}

/** Errors of compiled operations have no extensions at all where there are none. */
function codeIn({ extensions }: { extensions?: GraphQLError["extensions"] }): unknown {
  return extensions?.["code"];
}

function placeOf(error: GraphQLError): Pick<GraphQLFormattedError, "locations" | "path"> {
  const { locations, path } = error;
  return { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
}

function extensionsOf(error: DomainError): Record<string, unknown> {
  const retryAfterMs: unknown = Reflect.get(error, "retryAfterMs");
  return {
    code: error.code,
    ...(error.inputPath.length > 0 ? { inputPath: error.inputPath } : {}),
    ...(typeof retryAfterMs === "number" ? { retryAfter: Math.ceil(retryAfterMs / 1_000) } : {}),
  };
}

/** What the parser and validator leave without a code is a malformed request. */
function codeOf(error: GraphQLError): { code: unknown } {
  return { code: codeIn(error) ?? "BAD_USER_INPUT" };
}
