import {
  createSourceEventStream,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
} from "graphql";
import { mapStream } from "../shared/events/map-stream.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { refreshed } from "./context.js";

/** A subscription's results, or the one result that says why there are none. */
export type Results = AsyncIterableIterator<ExecutionResult> | ExecutionResult;

/**
 * Executes a subscription that is shared with nobody. Each event has a context of its own: what a
 * loader read for one would be stale for the next.
 */
export async function subscribeAfresh(args: ExecutionArgs): Promise<Results> {
  const source = await createSourceEventStream(args);
  if (!isStream(source)) return source;
  return mapStream(source[Symbol.asyncIterator](), (rootValue) =>
    execute({ ...args, rootValue, contextValue: refreshed(args.contextValue as RequestContext) }),
  );
}

/** Whether there are results, one after the other. */
export function isStream<T>(value: AsyncIterable<T> | ExecutionResult): value is AsyncIterable<T> {
  return Symbol.asyncIterator in value;
}
