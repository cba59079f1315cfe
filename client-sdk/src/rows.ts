import * as d from "../generated/operations.js";
import type { TypedDocumentString } from "../generated/operations.js";
import type { LiveConnection } from "./live-connection.js";
import { resumed, type LiveItem, type StreamOptions } from "./resume.js";

/** An item of the settlements' stream, told apart by `__typename`. */
export type SettlementsItem = d.SettlementStreamSubscription["settlements"];
/** An item of the positions' stream, told apart by `__typename`. */
export type PositionsItem = d.PositionStreamSubscription["positions"];
/** An item of the jobs' stream, told apart by `__typename`. */
export type JobsItem = d.JobStreamSubscription["jobs"];

/** Which settlements are watched. */
export type WatchedSettlements = Omit<d.SettlementStreamSubscriptionVariables, "after">;
/** Which positions are watched. */
export type WatchedPositions = Omit<d.PositionStreamSubscriptionVariables, "after">;
/** Which jobs are watched. */
export type WatchedJobs = Omit<d.JobStreamSubscriptionVariables, "after">;

type From = StreamOptions & { after?: string };

/**
 * Streams of rows: a snapshot, then each row that changed, for as long as the caller takes them,
 * over reconnects. They end by throwing a TuttiError when coming back cannot help.
 */
export function rowWatches(connection: LiveConnection) {
  return {
    /** Settlements as they are opened and take their steps, over reconnects. */
    settlements: (watched: WatchedSettlements = {}, options: From = {}) =>
      watchRows(connection, {
        document: d.SettlementStreamDocument,
        watched,
        itemOf: ({ settlements }): SettlementsItem => settlements,
        options,
      }),
    /** What is earned under contracts, as transactions are posted, over reconnects. */
    positions: (watched: WatchedPositions = {}, options: From = {}) =>
      watchRows(connection, {
        document: d.PositionStreamDocument,
        watched,
        itemOf: ({ positions }): PositionsItem => positions,
        options,
      }),
    /** Jobs as they are planned, worked on and decided, over reconnects. */
    jobs: (watched: WatchedJobs = {}, options: From = {}) =>
      watchRows(connection, {
        document: d.JobStreamDocument,
        watched,
        itemOf: ({ jobs }): JobsItem => jobs,
        options,
      }),
  };
}

interface RowsWatch<Result, Variables extends object, Item> {
  document: TypedDocumentString<Result, Variables>;
  watched: Omit<Variables, "after">;
  itemOf(result: Result): Item;
  options: From;
}

/** An item has whole rows, of which the newest counts: there is no gap that one could show. */
function watchRows<Result, Variables extends object, Item extends LiveItem>(
  connection: LiveConnection,
  { document, watched, itemOf, options }: RowsWatch<Result, Variables, Item>,
): AsyncGenerator<Item, void, undefined> {
  const open = async function* (cursor: string | null): AsyncGenerator<Item, void, undefined> {
    const variables = { ...watched, after: cursor ?? options.after ?? null } as Variables;
    for await (const result of connection.subscribe(document, variables)) yield itemOf(result);
  };
  return resumed<Item>(connection, open, () => undefined, options);
}
