import type { CommandContext } from "../shared/commands/command-context.js";
import { ServiceKey } from "../shared/commands/services.js";
import { periodically } from "../shared/periodic.js";
import { openJobQueue, type JobQueue } from "./job-queue.js";
import type { JobKind } from "./job-kind.js";
import { performJob, type Attempt } from "./perform-job.js";
import { planJobs } from "./plan-jobs.js";

/** How often it is looked at what there is to do. */
const PLAN_PAUSE_MS = 5_000;

/** The jobs as use cases find them among the services. */
export const jobService = new ServiceKey<JobService>("jobs");

export interface JobService {
  /** Looks at what there is to do, and hands out what is due. Answers how many that were. */
  plan(): Promise<number>;
  /** Works on a job at once, on this node. */
  perform(jobId: string): Promise<Attempt>;
  /** Lets the jobs under way finish. */
  close(): Promise<void>;
}

export interface JobOptions {
  /** The context of what the hub does by itself. */
  context(): CommandContext;
  kinds: readonly JobKind[];
  /** Whether this node works on what the clock starts; a person may have it work on any. */
  works: boolean;
}

/** Starts the jobs of a node. */
export async function openJobs({ context, kinds, works }: JobOptions): Promise<JobService> {
  const { database, log } = context();
  const perform = (jobId: string): Promise<Attempt> => performJob(context(), kinds, jobId);
  const queue = works ? await openJobQueue(database.hub, log, perform) : null;
  const plan = (): Promise<number> => handOut(context(), kinds, queue);
  const loop =
    queue &&
    periodically(PLAN_PAUSE_MS, plan, (err) => log.error({ err }, "jobs could not be planned"));
  return {
    plan,
    perform,
    async close() {
      await loop?.stop();
      await queue?.close();
    },
  };
}

async function handOut(
  ctx: CommandContext,
  kinds: readonly JobKind[],
  queue: JobQueue | null,
): Promise<number> {
  const due = await planJobs(ctx, kinds);
  await queue?.add(due);
  return due.length;
}
