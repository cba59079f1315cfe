import { Field, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../shared/graphql/connection.type.js";
import { enumOf } from "../shared/graphql/enum.js";
import { GlobalId } from "../shared/graphql/global-id.js";
import { Node } from "../shared/graphql/node.type.js";
import { CommandPayload } from "../shared/graphql/payload.type.js";
import { Requires } from "../shared/graphql/requires.js";
import { DateTimeScalar } from "../shared/graphql/scalars.js";
import type { JobKindName, JobState } from "./job.rules.js";

export const JobKindEnum = enumOf<JobKindName>("JobKind", "What a job does.", {
  OPEN_PERIOD: "Opens the settlement of a period that has begun.",
  CLOSE_PERIOD: "Closes a settlement at its cut-off.",
  REOPEN_SETTLEMENT: "Opens a settlement again whose contract asks for that when data is late.",
  RENEW_RATES: "Settles open positions anew with rates of the period that were published.",
  RELEASE_RESERVES: "Gives back the reserves whose time has come.",
  SCHEDULE_PAYOUT:
    "Schedules the payout of an approved settlement on its due day, or ends one without.",
  POST_TRANSFER: "Posts a transfer that was decided, and that a crash kept from the ledger.",
  EXPIRE_PAYOUT: "Looks at a payout that the bank has not told of in time.",
  ISSUE_STATEMENT: "Makes the statement of a settlement's figures.",
  REWRAP_KEYS: "Wraps all data keys with the newest key that wraps.",
  APPLY_RETENTION: "Removes what is older than the rules of retention say, once a day.",
  SEAL_ROWS: "Encrypts what is not encrypted yet, and again what older data keys encrypted.",
  CHECK_FRESHNESS: "Looks whether a source has sent something in time.",
  POST_QUARANTINED: "Posts what was released from quarantine, and a crash kept from the ledger.",
});

export const JobStateEnum = enumOf<JobState>("JobState", "What became of a job.", {
  WAITING: "It is not due yet, or is taken up at any moment.",
  RUNNING: "A node works on it.",
  DONE: "It is done.",
  FAILED: "It failed and waits for a person: retry it, or skip it.",
  SKIPPED: "A person left it undone, for a reason.",
});

@Requires("job:read")
@ObjectType("Job", {
  implements: Node,
  simpleResolvers: true,
  description: "Something that the clock starts, once for each subject.",
})
export class JobType implements Node {
  @GlobalId("job")
  id!: string;

  @Field(() => JobKindEnum, { description: "What it does." })
  kind!: JobKindName;

  @Field(() => String, { description: "What it is about, as an internal id." })
  subject!: string;

  @Field(() => DateTimeScalar, { description: "When the clock starts it." })
  dueAt!: Date;

  @Field(() => JobStateEnum, { description: "What became of it." })
  state!: JobState;

  @Field(() => Int, { description: "How often it was worked on." })
  attempts!: number;

  @Field(() => String, { nullable: true, description: "The code of the refusal it failed with." })
  failureCode!: string | null;

  @Field(() => String, { nullable: true, description: "Why it failed." })
  failure!: string | null;

  @Field(() => String, { nullable: true, description: "Why it was skipped." })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: "Who retried or skipped it." })
  decidedBy!: string | null;

  @Field(() => Int, { description: "How often it was changed, from 1." })
  version!: number;

  @Field(() => DateTimeScalar, { description: "When it was planned." })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it came to an end." })
  finishedAt!: Date | null;
}

export const { connection: JobConnection } = connectionOf(JobType, "Job", "jobs");

@Requires("public")
@ObjectType("JobPayload", {
  simpleResolvers: true,
  description: "The job as it is after the command, or why it was refused.",
})
export class JobPayload extends CommandPayload {
  @Field(() => JobType, { nullable: true, description: "The job as it is now." })
  job!: JobType | null;
}
