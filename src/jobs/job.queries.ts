import type { PartnerScope } from "../shared/commands/actor.js";
import type { Sql } from "../shared/database/sql.js";
import type { PlannedJob } from "./job-kind.js";
import type { JobKindName, JobState } from "./job.rules.js";

/** A job as it is read. */
export interface JobRow extends PlannedJob {
  id: string;
  kind: JobKindName;
  state: JobState;
  attempts: number;
  failureCode: string | null;
  failure: string | null;
  reason: string | null;
  decidedBy: string | null;
  version: number;
  createdAt: Date;
  finishedAt: Date | null;
}

export const JOB_COLUMNS = `j.id, j.kind, j.subject, j.partner_id as "partnerId", j.input,
  j.due_at as "dueAt", j.state, j.attempts, j.failure_code as "failureCode", j.failure, j.reason,
  j.decided_by as "decidedBy", j.version, j.created_at as "createdAt",
  j.finished_at as "finishedAt"`;

const INSERT = `
insert into job (id, kind, subject, partner_id, input, due_at, state, version, created_at)
select u.id, $1, u.subject, u.partner_id, u.input, u.due_at, 'WAITING', 1, $2
from unnest($3::uuid[], $4::text[], $5::uuid[], $6::jsonb[], $7::timestamptz[])
  as u (id, subject, partner_id, input, due_at)
on conflict on constraint job_subject do update set due_at = excluded.due_at
  where job.state = 'WAITING' and job.due_at <> excluded.due_at
returning id`;

/**
 * Keeps what is planned; what was planned before stays, at its new time where that moved. Answers
 * whether that changed anything.
 */
export async function insertJobs(
  sql: Sql,
  kind: JobKindName,
  jobs: readonly (PlannedJob & { id: string })[],
  now: Date,
): Promise<boolean> {
  if (jobs.length === 0) return false;
  const changed = await sql.rows(INSERT, [
    kind,
    now,
    jobs.map((job) => job.id),
    jobs.map((job) => job.subject),
    jobs.map((job) => job.partnerId),
    jobs.map((job) => JSON.stringify(job.input)),
    jobs.map((job) => job.dueAt),
  ]);
  return changed.length > 0;
}

/** The jobs that are to be handed out: what is due, and what a node left unfinished. */
export async function dueJobs(sql: Sql, now: Date, limit: number): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(
    `select id from job where state in ('WAITING', 'RUNNING') and due_at <= $1
     order by due_at, id limit $2`,
    [now, limit],
  );
  return rows.map(({ id }) => id);
}

/** A job that the scope shows, locked until the command ends. */
export async function lockJob(sql: Sql, scope: PartnerScope, id: string): Promise<JobRow | null> {
  const [job] = await sql.rows<JobRow>(
    `select ${JOB_COLUMNS} from job j
     where j.id = $1 and ($2::uuid[] is null or j.partner_id = any($2)) for update`,
    [id, scope],
  );
  return job ?? null;
}

/** Takes a job up, unless it came to an end meanwhile. */
export async function beginJob(sql: Sql, id: string): Promise<JobRow | null> {
  const [job] = await sql.rows<JobRow>(
    `update job j set state = 'RUNNING', attempts = j.attempts + 1, version = j.version + 1
     where j.id = $1 and j.state in ('WAITING', 'RUNNING') returning ${JOB_COLUMNS}`,
    [id],
  );
  return job ?? null;
}

/** What becomes of a job. */
export interface JobChange {
  state: JobState;
  failureCode?: string | null;
  failure?: string | null;
  reason?: string | null;
  decidedBy?: string | null;
  finishedAt?: Date | null;
}

/** Writes down what became of a job; what is not told is empty. */
export async function updateJob(sql: Sql, id: string, change: JobChange): Promise<JobRow> {
  const { state, failureCode = null, failure = null, reason = null } = change;
  const { decidedBy = null, finishedAt = null } = change;
  const [job] = await sql.rows<JobRow>(
    `update job j set state = $2, failure_code = $3, failure = $4, reason = $5, decided_by = $6,
       finished_at = $7, version = j.version + 1
     where j.id = $1 returning ${JOB_COLUMNS}`,
    [id, state, failureCode, failure, reason, decidedBy, finishedAt],
  );
  if (!job) throw new Error(`Job ${id} is gone`);
  return job;
}

export function jobsById(sql: Sql, scope: PartnerScope, ids: readonly string[]): Promise<JobRow[]> {
  return sql.rows(
    `select ${JOB_COLUMNS} from job j
     where j.id = any($1::uuid[]) and ($2::uuid[] is null or j.partner_id = any($2))`,
    [ids, scope],
  );
}

/**
 * Takes the job for this connection, until it is given back or the connection ends: of two nodes
 * that would work on it one does.
 */
export async function tryJobLock(sql: Sql, id: string): Promise<boolean> {
  const [row] = await sql.rows<{ taken: boolean }>(
    "select pg_try_advisory_lock(hashtextextended($1, 0)) as taken",
    [`job ${id}`],
  );
  return row?.taken ?? false;
}
