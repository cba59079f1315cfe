import type { JobKind } from "../jobs/index.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import { poolSql } from "../shared/database/sql.js";
import { RetentionApplied } from "./retention.events.js";
import { countOverdue, removeOverdue } from "./retained.queries.js";
import { insertRun, retentionDays } from "./retention.queries.js";
import { cutoffOf, REMOVED_BY_JOB, RETENTION, type RetentionKind } from "./retention.rules.js";

/** Rows that are removed in one transaction. */
const AT_ONCE = 500;

interface ApplyRetention extends CommandInput {
  kind: RetentionKind;
  cutoff: Date;
}

const applyRetention: JobKind = {
  kind: "APPLY_RETENTION",
  async plan({ clock }) {
    const dueAt = clock.now();
    // One job a day: the first node that looks plans it for all.
    const subject = dueAt.toISOString().slice(0, 10);
    return [{ subject, partnerId: null, dueAt: new Date(subject), input: {} }];
  },
  async run(ctx) {
    const set = await retentionDays(poolSql(ctx.database.pool));
    for (const kind of REMOVED_BY_JOB) {
      const cutoff = cutoffOf(set.get(kind) ?? RETENTION[kind].days, ctx.clock.now());
      await removeAll(ctx, { kind, cutoff });
    }
  },
};

async function removeAll(ctx: CommandContext, input: ApplyRetention): Promise<void> {
  while ((await removeSome(ctx, input)) >= AT_ONCE);
}

/** On record as a command of the hub's own, where anything was removed. */
async function removeSome(ctx: CommandContext, input: ApplyRetention): Promise<number> {
  const { kind, cutoff } = input;
  const { overdue } = await countOverdue(poolSql(ctx.database.pool), kind, cutoff);
  if (overdue === 0) return 0;
  return runCommand<number>(ctx, "applyRetention", input, async (work) => {
    const { sql } = work;
    const removed = await removeOverdue(sql, kind, cutoff, AT_ONCE);
    await insertRun(sql, { kind, at: ctx.clock.now(), cutoff, removed });
    work.record(new RetentionApplied(kind, removed, cutoff));
    return removed;
  });
}

/** The work on what is kept that a clock starts. */
export const retentionJobs: readonly JobKind[] = [applyRetention];
