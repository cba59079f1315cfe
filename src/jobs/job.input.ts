import { Field, ID, InputType, Int } from "type-graphql";
import { IdempotentInput } from "../shared/graphql/command.input.js";
import { DateTimeScalar } from "../shared/graphql/scalars.js";
import { onceDirectedPage } from "../shared/graphql/sorted-page.type.js";
import type { JobKindName, JobState } from "./job.rules.js";
import { JobKindEnum, JobStateEnum } from "./job.type.js";

export const JobPageArgs = onceDirectedPage(
  {
    name: "Job",
    plural: "jobs",
    by: { DUE_AT: "The time at which it is due." },
    otherwise: "the soonest",
  },
  "ASC",
);

@InputType("JobFilter", { description: "Which jobs a list has. All conditions apply." })
export class JobFilterInput {
  @Field(() => [JobStateEnum], { nullable: true, description: "Only in these states." })
  states?: JobState[] | null;

  @Field(() => [JobKindEnum], { nullable: true, description: "Only of these kinds." })
  kinds?: JobKindName[] | null;

  @Field(() => ID, { nullable: true, description: "Only about this partner." })
  partnerId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Only due at or after this." })
  dueFrom?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Only due before this." })
  dueTo?: Date | null;
}

@InputType("JobInput", { description: "A job." })
export class JobInput extends IdempotentInput {
  @Field(() => ID, { description: "The job." })
  jobId!: string;

  @Field(() => Int, { nullable: true, description: "Refused when the job has another version." })
  expectedVersion?: number | null;
}

@InputType("SkipJobInput", { description: "A job that is left undone, and why." })
export class SkipJobInput extends JobInput {
  @Field(() => String, { description: "Why it is left undone." })
  reason!: string;
}
