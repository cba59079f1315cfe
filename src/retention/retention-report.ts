import type { CommandContext } from "../shared/commands/command-context.js";
import type { Sql } from "../shared/database/sql.js";
import { countOverdue, type Overdue } from "./retained.queries.js";
import { lastRuns, retentionDays } from "./retention.queries.js";
import { cutoffOf, RETENTION, RETENTION_KINDS, type RetentionKind } from "./retention.rules.js";

/** How a kind stands. */
export interface RetentionStanding extends Overdue {
  kind: RetentionKind;
  days: number;
  minimumDays: number;
  cutoff: Date;
  lastRunAt: Date | null;
  lastRemoved: number | null;
}

/** How long each kind is kept, what is older than that, and what was removed the last time. */
export async function retentionReport(
  { clock }: Pick<CommandContext, "clock">,
  sql: Sql,
): Promise<RetentionStanding[]> {
  const set = await retentionDays(sql);
  const runs = await lastRuns(sql);
  const standings = RETENTION_KINDS.map(async (kind) => {
    const { minimumDays } = RETENTION[kind];
    const days = set.get(kind) ?? RETENTION[kind].days;
    const cutoff = cutoffOf(days, clock.now());
    const run = runs.get(kind);
    const last = { lastRunAt: run?.at ?? null, lastRemoved: run?.removed ?? null };
    return { kind, days, minimumDays, cutoff, ...last, ...(await countOverdue(sql, kind, cutoff)) };
  });
  return Promise.all(standings);
}
