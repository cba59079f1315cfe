import { GraphQLError, type ExecutionResult, type GraphQLFormattedError } from "graphql";
import { causeOf, isInternal, presentError } from "../shared/graphql/present-error.js";
import type { Actor } from "../shared/commands/actor.js";
import type { Log } from "../shared/log.js";

/** What every result has, whichever package describes it. */
type AnyResult = Pick<ExecutionResult, "data" | "errors" | "extensions">;
type PresentedResult = Omit<AnyResult, "errors"> & { errors: GraphQLFormattedError[] };

/** A result as a client sees it. */
export function presentResult(
  result: AnyResult,
  requestId: string,
  log: Log,
  actor: Pick<Actor, "permissions"> | null = null,
): AnyResult | PresentedResult {
  if (!result.errors) return result;
  return { ...result, errors: presentErrors(result.errors, requestId, log, actor) };
}

/** Errors as a client sees them; the cause of what is ours goes to the log. */
export function presentErrors(
  errors: readonly GraphQLError[],
  requestId: string | null,
  log: Log,
  actor: Pick<Actor, "permissions"> | null = null,
): GraphQLFormattedError[] {
  return errors.map((error) => {
    if (isInternal(error)) log.error({ err: causeOf(error), requestId }, "operation failed");
    return hinted(presentError(error, requestId ?? "unknown"), actor);
  });
}

const SUGGESTION = / Did you mean [^?]*\?/g;

/** The parser's and validator's guesses at names go to whom the schema is shown anyway. */
export function hinted(
  error: GraphQLFormattedError,
  actor: Pick<Actor, "permissions"> | null,
): GraphQLFormattedError {
  if (actor?.permissions.has("schema:introspect")) return error;
  return { ...error, message: error.message.replaceAll(SUGGESTION, "") };
}

/** Whatever was thrown, as GraphQL's own kind of error. */
export function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}
