import type { Connection } from "../shared/graphql/connection.type.js";
import { queryPage, scopedTo, whenGiven, type SortKey } from "../shared/graphql/page.queries.js";
import type { OrderDirection, PageArgs } from "../shared/graphql/page.type.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { JOB_COLUMNS, type JobRow } from "./job.queries.js";
import type { JobKindName, JobState } from "./job.rules.js";

export interface JobFilter {
  states?: readonly JobState[] | null;
  kinds?: readonly JobKindName[] | null;
  partnerId?: string | null;
  dueFrom?: Date | null;
  dueTo?: Date | null;
}

const DUE: SortKey<JobRow>[] = [
  { column: "j.due_at", type: "timestamptz", value: (row) => row.dueAt.toISOString() },
  { column: "j.id", type: "uuid", value: (row) => row.id },
];

/** A page of the jobs that the credential may see, by the time at which they are due. */
export function pageOfJobs(
  ctx: RequestContext,
  filter: JobFilter,
  direction: OrderDirection,
  page: PageArgs,
): Promise<Connection<JobRow>> {
  const list = {
    name: "jobs",
    select: JOB_COLUMNS,
    from: "job j",
    where: [
      ...scopedTo("j.partner_id", ctx.scope),
      ...whenGiven("j.state = any(?::text[])", filter.states),
      ...whenGiven("j.kind = any(?::text[])", filter.kinds),
      ...whenGiven("j.partner_id = ?::uuid", filter.partnerId),
      ...whenGiven("j.due_at >= ?", filter.dueFrom),
      ...whenGiven("j.due_at < ?", filter.dueTo),
    ],
    order: DUE,
    direction,
  };
  return queryPage(ctx.sql, ctx.cursors, list, page);
}
