import type { CommandContext } from "../shared/commands/command-context.js";
import { Work } from "../shared/commands/work.js";
import { alertOfBreaks } from "./alert-of-breaks.js";
import type { Database } from "../shared/database/database.js";
import { transactionSql, type Sql } from "../shared/database/sql.js";
import { recordEvents, tellEvents } from "../shared/events/outbox.js";
import { checkStatements } from "./check-statements.js";
import { concludeItems } from "./conclude-items.js";
import { lockFeed, withoutCompiling } from "./feed.queries.js";
import type { Arrivals } from "./follow-arrivals.js";
import { groupBreaks } from "./group-breaks.js";
import { isAnythingWaiting } from "./open-item.queries.js";
import { notePartner, policiesOf } from "./policy.queries.js";
import { ReconciliationRan } from "./reconciliation.events.js";
import { endWaits } from "./resolution.queries.js";
import { insertRun, type RunRow, type RunTrigger } from "./run.queries.js";

/** The hub's own surroundings: it looks at all partners. */
export interface ReconcileContext extends Pick<CommandContext, "ids" | "clock" | "events"> {
  database: Database;
}

/** How late the clock may make a break. */
const NEXT_LOOK_MS = 60_000;

const NOTHING: Arrivals = { transactions: 0, lines: 0, matched: 0, healed: 0 };

/**
 * Looks at a partner: what exact matching left over, statements that are new, what has waited long
 * enough. One commit; again without anything new it has no effect.
 * @param arrived what exact matching came to before
 * @returns what it came to; null when nothing changed
 */
export async function reconcilePartner(
  ctx: ReconcileContext,
  partnerId: string,
  trigger: RunTrigger,
  arrived: Arrivals = NOTHING,
): Promise<RunRow | null> {
  const { run, recorded } = await ctx.database.orm.em.fork().transactional(async (em) => {
    const sql = transactionSql(em);
    const looked = await look(ctx, sql, partnerId, trigger, arrived);
    if (!looked) return { run: null, recorded: [] };
    const work = new Work(em);
    await alertOfBreaks(ctx, work, looked);
    work.record(new ReconciliationRan(looked.id, partnerId, looked.opened, looked.resolved));
    const at = ctx.clock.now();
    return { run: looked, recorded: await recordEvents(sql, ctx.ids, at, work.events) };
  });
  await tellEvents(ctx.database, ctx.events, recorded);
  return run;
}

async function look(
  { ids, clock }: ReconcileContext,
  sql: Sql,
  partnerId: string,
  trigger: RunTrigger,
  arrived: Arrivals,
): Promise<RunRow | null> {
  const startedAt = clock.now();
  await withoutCompiling(sql);
  await lockFeed(sql);
  const [policy] = await policiesOf(sql, [partnerId]);
  if (!policy) return null;
  const checked = await checkStatements({ sql, ids, policy, now: startedAt });
  const concluded = await concludeItems(sql, ids, policy, startedAt);
  await endWaits(sql, partnerId, startedAt);
  await groupBreaks(sql, ids, partnerId, startedAt);
  const waits = await isAnythingWaiting(sql, partnerId);
  const dueAt = waits ? new Date(startedAt.getTime() + NEXT_LOOK_MS) : null;
  await notePartner(sql, partnerId, { isDirty: false, dueAt });
  const run: RunRow = {
    id: ids.next(),
    partnerId,
    trigger,
    startedAt,
    finishedAt: clock.now(),
    transactions: arrived.transactions,
    lines: arrived.lines,
    matched: arrived.matched + concluded.matched,
    withTolerance: concluded.withTolerance,
    opened: checked.opened + concluded.opened,
    resolved: arrived.healed + checked.resolved + concluded.resolved,
  };
  if (!hasChanged(run) && trigger !== "COMMAND") return null;
  await insertRun(sql, run);
  return run;
}

function hasChanged({ lines, matched, withTolerance, opened, resolved }: RunRow): boolean {
  return lines + matched + withTolerance + opened + resolved > 0;
}
