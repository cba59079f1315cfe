import { settleAlert } from "../alerts/index.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { expectVersion } from "../shared/commands/expect-version.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import type { Work } from "../shared/commands/work.js";
import { poolSql } from "../shared/database/sql.js";
import { JobNotFound, SkipReasonRequired } from "./job.errors.js";
import { JobEnded, JobRetried } from "./job.events.js";
import { jobsById, lockJob, updateJob, type JobRow } from "./job.queries.js";
import { assertDecision, type JobDecision } from "./job.rules.js";
import { jobService } from "./open-jobs.js";

export interface DecideJob extends CommandInput {
  jobId: string;
  expectedVersion?: number | null;
}

export interface SkipJob extends DecideJob {
  reason: string;
}

/**
 * Works on a job now, whether it is due or not; one whose node is gone goes on. Answers the job as
 * it is then: it may have failed. @throws JobNotFound, JobNotOpen, VersionConflict
 */
export async function runJob(ctx: CommandContext, input: DecideJob): Promise<JobRow> {
  await runCommand(ctx, "runJob", input, (work) => locked(ctx, work, input, "RUN"));
  return performed(ctx, input.jobId);
}

/** Works again on a job that failed. @throws JobNotFound, JobNotOpen, VersionConflict */
export async function retryJob(ctx: CommandContext, input: DecideJob): Promise<JobRow> {
  await runCommand(ctx, "retryJob", input, async (work) => {
    const { id, kind } = await locked(ctx, work, input, "RETRY");
    work.record(new JobRetried(id, kind));
    return updateJob(work.sql, id, { state: "WAITING", decidedBy: ctx.actor.name });
  });
  return performed(ctx, input.jobId);
}

/**
 * Leaves a job undone, for a reason; the clock does not start it again.
 * @throws JobNotFound, JobNotOpen, SkipReasonRequired, VersionConflict
 */
export function skipJob(ctx: CommandContext, input: SkipJob): Promise<JobRow> {
  return runCommand<JobRow>(ctx, "skipJob", input, async (work) => {
    const { reason } = input;
    if (!reason.trim()) throw new SkipReasonRequired();
    const { id, kind } = await locked(ctx, work, input, "SKIP");
    work.record(new JobEnded(id, kind, "SKIPPED", reason));
    const resolution = `Skipped: ${reason}`;
    await settleAlert(ctx, work, { kind: "JOB_FAILED", subject: id, resolution });
    const decidedBy = ctx.actor.name;
    return updateJob(work.sql, id, {
      state: "SKIPPED",
      reason,
      decidedBy,
      finishedAt: ctx.clock.now(),
    });
  });
}

async function locked(
  ctx: CommandContext,
  { sql }: Work,
  { jobId, expectedVersion }: DecideJob,
  decision: JobDecision,
): Promise<JobRow> {
  const job = await lockJob(sql, ctx.actor.scope, jobId);
  if (!job) throw new JobNotFound();
  expectVersion(job, expectedVersion);
  assertDecision(decision, job.state);
  return job;
}

async function performed(ctx: CommandContext, jobId: string): Promise<JobRow> {
  await ctx.services.use(jobService).perform(jobId);
  const [job] = await jobsById(poolSql(ctx.database.pool), ctx.actor.scope, [jobId]);
  if (!job) throw new JobNotFound();
  return job;
}
