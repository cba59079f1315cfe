import { Arg, Args, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { Connection } from "../shared/graphql/connection.type.js";
import { describedCommand } from "../shared/graphql/described-command.js";
import { decodeId } from "../shared/graphql/global-id.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { directionOf, type SortedPage } from "../shared/graphql/sorted-page.type.js";
import { retryJob, runJob, skipJob } from "./decide-job.js";
import { JobFilterInput, JobInput, JobPageArgs, SkipJobInput } from "./job.input.js";
import { pageOfJobs } from "./job-page.queries.js";
import { JobConnection, JobPayload, type JobType } from "./job.type.js";

@Resolver()
export class JobResolver {
  @Requires("job:read")
  @Query(() => JobConnection, { description: "The jobs, by the time at which they are due." })
  jobs(
    @Args(() => JobPageArgs) page: SortedPage,
    @Arg("filter", () => JobFilterInput, { nullable: true, description: "Which of them." })
    filter: JobFilterInput | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<JobType>> {
    const partnerId = filter?.partnerId && decodeId("ptr", filter.partnerId, ["filter"]);
    return pageOfJobs(ctx, { ...filter, partnerId }, directionOf(page, "ASC"), page);
  }

  @Requires("job:run")
  @Mutation(() => JobPayload, {
    description: describedCommand(
      "Works on a job now, whether it is due or not. The job tells whether it was done.",
      'runJob(input: { jobId: "job_019a..." }) ' +
        "{ job { state failure } userErrors { code message path } }",
    ),
  })
  async runJob(
    @Arg("input", () => JobInput, { description: "Which one." }) input: JobInput,
    @Ctx() ctx: RequestContext,
  ): Promise<JobPayload> {
    return { job: await runJob(ctx, withJobId(input)) };
  }

  @Requires("job:run")
  @Mutation(() => JobPayload, {
    description: describedCommand(
      "Works again on a job that failed. The job tells whether it was done.",
      'retryJob(input: { jobId: "job_019a..." }) ' +
        "{ job { state failure } userErrors { code message path } }",
    ),
  })
  async retryJob(
    @Arg("input", () => JobInput, { description: "Which one." }) input: JobInput,
    @Ctx() ctx: RequestContext,
  ): Promise<JobPayload> {
    return { job: await retryJob(ctx, withJobId(input)) };
  }

  @Requires("job:run")
  @Mutation(() => JobPayload, {
    description: describedCommand(
      "Leaves a job undone, for a reason. The clock does not start it again.",
      'skipJob(input: { jobId: "job_019a...", reason: "closed by hand" }) ' +
        "{ job { state reason } userErrors { code message path } }",
    ),
  })
  async skipJob(
    @Arg("input", () => SkipJobInput, { description: "Which one, and why." }) input: SkipJobInput,
    @Ctx() ctx: RequestContext,
  ): Promise<JobPayload> {
    return { job: await skipJob(ctx, withJobId(input)) };
  }
}

function withJobId<Input extends { jobId: string }>(input: Input): Input {
  return { ...input, jobId: decodeId("job", input.jobId, ["jobId"]) };
}
