import type { CommandContext } from "../shared/commands/command-context.js";
import { poolSql } from "../shared/database/sql.js";
import type { JobKind } from "./job-kind.js";
import { JobsPlanned } from "./job.events.js";
import { dueJobs, insertJobs } from "./job.queries.js";

/** Jobs that are handed out at once, at the most; the next time hands out the rest. */
const MAX_HANDED_OUT = 500;

/**
 * Asks each kind what there is to do, keeps it, and answers the ids of what is due. Any number of
 * nodes may do it at once.
 */
export async function planJobs(ctx: CommandContext, kinds: readonly JobKind[]): Promise<string[]> {
  const sql = poolSql(ctx.database.pool);
  for (const kind of kinds) {
    const planned = await kind.plan(ctx);
    const jobs = planned.map((job) => ({ ...job, id: ctx.ids.next() }));
    const isNews = await insertJobs(sql, kind.kind, jobs, ctx.clock.now());
    if (isNews) await ctx.events.publish([new JobsPlanned()]);
  }
  return dueJobs(sql, ctx.clock.now(), MAX_HANDED_OUT);
}
