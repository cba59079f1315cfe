import { Field, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../shared/graphql/connection.type.js";
import { enumOf } from "../shared/graphql/enum.js";
import { GlobalId } from "../shared/graphql/global-id.js";
import { Node } from "../shared/graphql/node.type.js";
import { CommandPayload } from "../shared/graphql/payload.type.js";
import { Requires } from "../shared/graphql/requires.js";
import { DateTimeScalar } from "../shared/graphql/scalars.js";
import type { RetentionKind } from "./retention.rules.js";

export const RetentionKindEnum = enumOf<RetentionKind>(
  "RetentionKind",
  "What is kept for a time and then removed.",
  {
    TRANSACTION_RECORDS: "Months of the ledger. They are taken out by the owner of the database.",
    AUDIT_TRAIL: "Rows of the audit trail, from its beginning.",
    RAW_DOCUMENTS: "The bytes of documents as they arrived; what was read of them stays.",
    WEBHOOK_MESSAGES: "Messages to webhook endpoints that were delivered or given up.",
    COMMAND_ANSWERS: "Answers that are kept to be given again under an idempotency key.",
  },
);

@Requires("retention:read")
@ObjectType("RetentionStanding", {
  simpleResolvers: true,
  description: "How long a kind is kept, and what is older than that.",
})
export class RetentionStandingType {
  @Field(() => RetentionKindEnum, { description: "What it is." })
  kind!: RetentionKind;

  @Field(() => Int, { description: "For how many days it is kept." })
  days!: number;

  @Field(() => Int, { description: "For how many days it must be kept." })
  minimumDays!: number;

  @Field(() => DateTimeScalar, { description: "What is older is not kept any more." })
  cutoff!: Date;

  @Field(() => Int, { description: "How much is older." })
  overdue!: number;

  @Field(() => Int, { description: "How much of that is held." })
  held!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "When something was removed last." })
  lastRunAt!: Date | null;

  @Field(() => Int, { nullable: true, description: "How much was removed then." })
  lastRemoved!: number | null;
}

@Requires("retention:read")
@ObjectType("RetentionHold", {
  implements: Node,
  simpleResolvers: true,
  description: "What must be kept although its time is over, and may not be erased.",
})
export class RetentionHoldType implements Node {
  @GlobalId("rhd")
  id!: string;

  /** What the field `partner` is found by. */
  partnerId!: string;
  documentId!: string | null;

  @Field(() => String, { description: "Why it is held." })
  reason!: string;

  @Field(() => String, { description: "Who placed it." })
  placedBy!: string;

  @Field(() => DateTimeScalar, { description: "When it was placed." })
  placedAt!: Date;

  @Field(() => String, { nullable: true, description: "Who released it." })
  releasedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was released." })
  releasedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Why it was released." })
  releaseReason!: string | null;
}

export const { connection: RetentionHoldConnection } = connectionOf(
  RetentionHoldType,
  "RetentionHold",
  "retention holds",
);

@Requires("public")
@ObjectType("RetentionHoldPayload", {
  simpleResolvers: true,
  description: "The hold, or why the command was refused.",
})
export class RetentionHoldPayload extends CommandPayload {
  @Field(() => RetentionHoldType, { nullable: true, description: "The hold as it is now." })
  hold!: RetentionHoldType | null;
}

@Requires("public")
@ObjectType("SetRetentionRulePayload", {
  simpleResolvers: true,
  description: "For how long it is kept from now on, or why it is not.",
})
export class SetRetentionRulePayload extends CommandPayload {
  @Field(() => Int, { nullable: true, description: "The days." })
  days!: number | null;
}

@Requires("public")
@ObjectType("ErasePartnerPayload", {
  simpleResolvers: true,
  description: "What was erased, or why nothing was.",
})
export class ErasePartnerPayload extends CommandPayload {
  @Field(() => DateTimeScalar, { nullable: true, description: "When it was erased." })
  erasedAt!: Date | null;

  @Field(() => Int, { nullable: true, description: "How many keys were destroyed." })
  dataKeys!: number | null;
}
