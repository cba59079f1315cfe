import { Field, ID, Int, ObjectType } from "type-graphql";
import type { Atomicity, Outcome } from "../ledger/index.js";
import type { ErrorCode } from "../shared/errors.js";
import { enumOf } from "../shared/graphql/enum.js";
import { ErrorCodeEnum } from "../shared/graphql/error-code.type.js";
import { encodeId } from "../shared/graphql/global-id.js";
import { CommitPayload } from "../shared/graphql/commit-payload.type.js";
import { Requires } from "../shared/graphql/requires.js";
import { Resolved } from "../shared/graphql/resolved.js";

export const MovementDirectionEnum = enumOf<"IN" | "OUT">(
  "MovementDirection",
  "Which way the money of a partner's transaction went, for us.",
  { IN: "To what we hold with the partner.", OUT: "From what we hold with the partner." },
);

export const AtomicityEnum = enumOf<Atomicity>(
  "Atomicity",
  "Whether transactions that are sent together stand or fall together.",
  { EACH: "Each stands for itself.", ALL_OR_NOTHING: "All are posted, or none is." },
);

type RecordStatus = Outcome["status"];

export const RecordStatusEnum = enumOf<RecordStatus>(
  "RecordStatus",
  "What became of a transaction that was sent.",
  {
    POSTED: "It is in the ledger now.",
    REPLAYED: "It was in the ledger before: the same external id with the same content.",
    REFUSED: "It is not in the ledger, for the reason given.",
  },
);

@Requires("public")
@ObjectType("RecordOutcome", {
  simpleResolvers: true,
  description: "What became of one transaction that was sent.",
})
export class RecordOutcomeType {
  @Field(() => RecordStatusEnum, { description: "What became of it." })
  status!: RecordStatus;

  @Resolved<{ transactionId?: string }>(({ transactionId: id }) => id && encodeId("txn", id))
  @Field(() => ID, { nullable: true, description: "The transaction; null when it was refused." })
  transactionId?: string;

  @Field(() => ErrorCodeEnum, { nullable: true, description: "Why it was refused, for programs." })
  code?: ErrorCode;

  @Field(() => String, {
    nullable: true,
    description: "Why it was refused, in one English sentence.",
  })
  reason?: string;
}

@Requires("public")
@ObjectType("RecordTransactionsPayload", {
  simpleResolvers: true,
  description: "What became of the transactions, or why none of them was looked at.",
})
export class RecordTransactionsPayload extends CommitPayload {
  @Field(() => [RecordOutcomeType], {
    nullable: true,
    description: "One for each transaction, in the order in which they were sent.",
  })
  outcomes!: RecordOutcomeType[] | null;

  @Field(() => Int, { nullable: true, description: "How many were posted now." })
  posted!: number | null;

  @Field(() => Int, { nullable: true, description: "How many had been posted before." })
  replayed!: number | null;

  @Field(() => Int, { nullable: true, description: "How many were refused." })
  refused!: number | null;
}
