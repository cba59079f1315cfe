import { eventStream } from "../shared/events/event-stream.js";
import { mapStream } from "../shared/events/map-stream.js";
import { Loaders } from "../shared/graphql/loaders.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { runById } from "./break.loader.js";
import type { ReconciliationRan } from "./reconciliation.events.js";
import type { RunRow } from "./run.queries.js";

/**
 * Each look at a partner that changed something, from the moment of the call on.
 * @param partnerId only of this one
 */
export function watchRuns(
  ctx: RequestContext,
  partnerId: string | null,
): AsyncIterableIterator<RunRow> {
  const runs = eventStream<ReconciliationRan>(ctx.events, ["ReconciliationRan"]);
  return mapStream(runs, async (event) => {
    if (partnerId !== null && event.partnerId !== partnerId) return undefined;
    return (await new Loaders().load(ctx, runById, event.runId)) ?? undefined;
  });
}
