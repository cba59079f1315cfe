import { raiseAlert, settleAlert } from "../alerts/index.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import { clientSql, poolSql } from "../shared/database/sql.js";
import { DomainError } from "../shared/errors.js";
import { JobBegun, JobEnded } from "./job.events.js";
import type { JobKind } from "./job-kind.js";
import { beginJob, tryJobLock, updateJob, type JobRow } from "./job.queries.js";

/** How an attempt at a job ended. LATER: it is worked on elsewhere, or the hub was too busy. */
export type Attempt = "DONE" | "FAILED" | "LATER";

/**
 * Works on a job, unless another node does or it came to an end. What fails raises an alert and
 * waits for a person; only where the hub was too busy it is tried again by itself.
 */
export async function performJob(
  ctx: CommandContext,
  kinds: readonly JobKind[],
  jobId: string,
): Promise<Attempt> {
  const connection = await ctx.database.hub.connect();
  try {
    if (!(await tryJobLock(clientSql(connection), jobId))) return "LATER";
    const job = await beginJob(poolSql(ctx.database.pool), jobId);
    if (!job) return "LATER";
    await ctx.events.publish([new JobBegun(jobId)]);
    return await attempt(ctx, kinds, job);
  } finally {
    await connection.end();
  }
}

async function attempt(
  ctx: CommandContext,
  kinds: readonly JobKind[],
  job: JobRow,
): Promise<Attempt> {
  const kind = kinds.find((each) => each.kind === job.kind);
  if (!kind) return "LATER"; // of a newer hub, which runs it
  try {
    await kind.run(ctx, job.input);
  } catch (error) {
    if (error instanceof DomainError && error.code === "OVERLOADED") return "LATER";
    ctx.log.error({ err: error, job: job.id, kind: job.kind }, "a job failed");
    await fail(ctx, job, error);
    return "FAILED";
  }
  await finish(ctx, job);
  return "DONE";
}

interface EndJob extends CommandInput {
  jobId: string;
  attempts: number;
}

function finish(ctx: CommandContext, job: JobRow): Promise<JobRow> {
  const input: EndJob = { jobId: job.id, attempts: job.attempts };
  return runCommand<JobRow>(ctx, "finishJob", input, async (work) => {
    work.record(new JobEnded(job.id, job.kind, "DONE", null));
    const resolution = "The job was done";
    await settleAlert(ctx, work, { kind: "JOB_FAILED", subject: job.id, resolution });
    return updateJob(work.sql, job.id, { state: "DONE", finishedAt: ctx.clock.now() });
  });
}

function fail(ctx: CommandContext, job: JobRow, error: unknown): Promise<JobRow> {
  const input: EndJob = { jobId: job.id, attempts: job.attempts };
  const refused = error instanceof DomainError;
  const failure = refused
    ? error.message
    : "Something failed inside the hub; its log has the cause";
  const failureCode = refused ? error.code : null;
  return runCommand<JobRow>(ctx, "failJob", input, async (work) => {
    work.record(new JobEnded(job.id, job.kind, "FAILED", failure));
    const { id: subject, partnerId } = job;
    const message = `${job.kind} failed: ${failure}`;
    await raiseAlert(ctx, work, { kind: "JOB_FAILED", subject, partnerId, message });
    const finishedAt = ctx.clock.now();
    return updateJob(work.sql, job.id, { state: "FAILED", failureCode, failure, finishedAt });
  });
}
