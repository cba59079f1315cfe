import type { CommandContext } from "../shared/commands/command-context.js";
import { poolSql } from "../shared/database/sql.js";
import { periodically } from "../shared/periodic.js";
import { isFeedBehind } from "./feed.queries.js";
import { followArrivals } from "./follow-arrivals.js";
import { nextStatement } from "./match-exact.queries.js";
import { waitingPartners } from "./policy.queries.js";
import { reconcilePartner, type ReconcileContext } from "./reconcile-partner.js";

/** Between two looks at the log, the statements and the clock. */
const LOOK_MS = 200;

export interface ReconciliationOptions {
  context: ReconcileContext & Pick<CommandContext, "log">;
  /** Whether this hub reconciles; of several one does so at a time. */
  works: boolean;
}

/** The end of the room's work. */
export interface OpenReconciliation {
  close(): Promise<void>;
}

/** Begins to reconcile on arrival of either side. */
export function openReconciliation({
  context: ctx,
  works,
}: ReconciliationOptions): OpenReconciliation {
  if (!works) return { close: () => Promise.resolve() };
  const looking = periodically(
    LOOK_MS,
    () => reconcileArrivals(ctx),
    (err) => ctx.log.warn({ err }, "reconciliation has trouble; trying again"),
  );
  return { close: () => looking.stop() };
}

/** Follows both sides to their ends, then looks at each partner with something new or due. */
export async function reconcileArrivals(ctx: ReconcileContext): Promise<void> {
  const sql = poolSql(ctx.database.pool);
  const isBehind = (await isFeedBehind(sql)) || (await nextStatement(sql)) !== null;
  const arrivals = isBehind ? await followArrivals(ctx.database) : new Map();
  for (const partnerId of await waitingPartners(sql, ctx.clock.now())) {
    const arrived = arrivals.get(partnerId);
    await reconcilePartner(ctx, partnerId, arrived ? "ARRIVAL" : "DUE", arrived);
  }
}
