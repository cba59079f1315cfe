import type { CommandContext } from "../shared/commands/command-context.js";
import { poolSql } from "../shared/database/sql.js";
import { periodically } from "../shared/periodic.js";
import { isFeedBehind } from "./feed.queries.js";
import { followArrivals, type ArrivalsByPartner } from "./follow-arrivals.js";
import { nextStatement } from "./match-exact.queries.js";
import { waitingPartners } from "./policy.queries.js";
import { postResolutions } from "./post-resolutions.js";
import { reconcilePartner, type ReconcileContext } from "./reconcile-partner.js";
import type { ReconciliationService } from "./run-reconciliation.js";

/** Between two looks at the log, the statements and the clock. */
const LOOK_MS = 200;
/** Between two looks for decisions whose transfers a node that is gone left behind. */
const POST_MS = 10_000;

export interface ReconciliationOptions {
  context: ReconcileContext & Pick<CommandContext, "log" | "services">;
  /** Whether this hub reconciles; of several one does so at a time. */
  works: boolean;
}

/** The room's service, and the end of its work. */
export interface OpenReconciliation extends ReconciliationService {
  close(): Promise<void>;
}

/** Begins to reconcile on arrival of either side. */
export function openReconciliation({ context: ctx, works }: ReconciliationOptions) {
  const service: ReconciliationService = {
    async look(partnerId) {
      const arrivals = await followArrivals(ctx.database);
      return reconcilePartner(ctx, partnerId, "COMMAND", arrivals.get(partnerId));
    },
  };
  if (!works) return { ...service, close: () => Promise.resolve() };
  const troubled = (err: unknown): void =>
    ctx.log.warn({ err }, "reconciliation has trouble; trying again");
  const looking = periodically(LOOK_MS, () => reconcileArrivals(ctx), troubled);
  const sql = poolSql(ctx.database.pool);
  const posting = periodically(POST_MS, () => postResolutions(ctx, sql), troubled);
  const open: OpenReconciliation = {
    ...service,
    async close() {
      await Promise.all([looking.stop(), posting.stop()]);
    },
  };
  return open;
}

/** Follows both sides to their ends, then looks at each partner with something new or due. */
export async function reconcileArrivals(ctx: ReconcileContext): Promise<void> {
  const sql = poolSql(ctx.database.pool);
  const isBehind = (await isFeedBehind(sql)) || (await nextStatement(sql)) !== null;
  const arrivals: ArrivalsByPartner = isBehind ? await followArrivals(ctx.database) : new Map();
  for (const partnerId of await waitingPartners(sql, ctx.clock.now())) {
    const arrived = arrivals.get(partnerId);
    await reconcilePartner(ctx, partnerId, arrived ? "ARRIVAL" : "DUE", arrived);
  }
}
