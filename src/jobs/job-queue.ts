import { PgBoss } from "pg-boss";
import type { Database } from "../shared/database/database.js";
import { QUEUE_SCHEMA } from "../shared/database/queue-schema.queries.js";
import type { Log } from "../shared/log.js";

const QUEUE = "jobs";
/** Jobs that one node works on side by side. */
const AT_ONCE = 4;
/** How long a node may work on a job before it counts as gone, and the job is handed out again. */
const EXPIRY_SECONDS = 900;
const POLL_SECONDS = 1;
const STOP_LIMIT_MS = 20_000;

/** Hands each job to one node. */
export interface JobQueue {
  /** Puts jobs into the queue; one that waits there, or is worked on, is in it once. */
  add(jobIds: readonly string[]): Promise<void>;
  /** Lets the jobs under way finish. */
  close(): Promise<void>;
}

/** Joins the queue as a node that works; `perform` never leaves a job half done. */
export async function openJobQueue(
  { pool }: Database,
  log: Log,
  perform: (jobId: string) => Promise<unknown>,
): Promise<JobQueue> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: QUEUE_SCHEMA,
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
  });
  boss.on("error", (err) => log.error({ err }, "the job queue has trouble"));
  await boss.start();
  await boss.createQueue(QUEUE, {
    policy: "exclusive",
    retryLimit: 0,
    expireInSeconds: EXPIRY_SECONDS,
    deleteAfterSeconds: 3_600,
  });
  const options = { pollingIntervalSeconds: POLL_SECONDS, localConcurrency: AT_ONCE };
  await boss.work<{ jobId: string }>(QUEUE, options, async (jobs) => {
    for (const { data } of jobs) await perform(data.jobId);
  });
  return {
    async add(jobIds) {
      const jobs = jobIds.map((jobId) => ({ data: { jobId }, singletonKey: jobId }));
      if (jobs.length > 0) await boss.insert(QUEUE, jobs);
    },
    close: () => boss.stop({ graceful: true, close: false, timeout: STOP_LIMIT_MS }),
  };
}
