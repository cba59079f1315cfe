export { retryJob, runJob, skipJob } from "./decide-job.js";
export { JobEnded, JobRetried } from "./job.events.js";
export type { JobKind, PlannedJob } from "./job-kind.js";
export { jobNodes } from "./job.loader.js";
export { JobResolver } from "./job.resolver.js";
export { jobService, openJobs, type JobService } from "./open-jobs.js";
export { readJobChanges, type JobSelection } from "./job-changes.queries.js";
export { JobKindEnum, JobStateEnum, JobType } from "./job.type.js";
