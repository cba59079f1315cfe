import { Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "../shared/graphql/connection.type.js";
import { enumOf } from "../shared/graphql/enum.js";
import { GlobalId, encodeId } from "../shared/graphql/global-id.js";
import { MoneyType } from "../shared/graphql/money.type.js";
import { Node } from "../shared/graphql/node.type.js";
import { CommitPayload } from "../shared/graphql/commit-payload.type.js";
import { Requires } from "../shared/graphql/requires.js";
import { Resolved } from "../shared/graphql/resolved.js";
import { DateTimeScalar } from "../shared/graphql/scalars.js";
import type { Money } from "../shared/money.js";
import type { Direction, HoldState, Operation, TransferKind } from "./posting-model.rules.js";

type Kind = Operation["kind"];

export const TransactionKindEnum = enumOf<Kind>("TransactionKind", "What a transaction does.", {
  TRANSFER: "Moves amounts between accounts.",
  HOLD: "Reserves an amount.",
  CAPTURE: "Posts a hold, or a part of it.",
  VOID: "Releases a hold, by command or because it expired.",
  REVERSAL: "Undoes another transaction, in full or in part.",
  ROLLBACK: "Undoes a wallet's debit or credit by its external id.",
  SETTLE: "Settles a position anew, of which nothing was counted.",
});

export const DirectionEnum = enumOf<Direction>("Direction", "Which way the money went, for us.", {
  IN: "To us, or to what we hold with the partner.",
  OUT: "From us, or from what we hold with the partner.",
  NONE: "Between accounts, without a partner's movement.",
});

export const TransferKindEnum = enumOf<TransferKind>("TransferKind", "How a transfer moves.", {
  POST: "The amount moves.",
  HOLD: "The amount is reserved, nothing moves.",
  CAPTURE: "A reserved amount moves.",
  VOID: "A reserved amount is released.",
});

export const HoldStateEnum = enumOf<HoldState["state"]>("HoldState", "What became of a hold.", {
  PENDING: "It can be captured.",
  CAPTURED: "It is posted, and what was left of it released.",
  VOIDED: "It was released by command.",
  EXPIRED: "It was released because its time had come.",
});

@Requires("ledger:read")
@ObjectType("Hold", {
  simpleResolvers: true,
  description: "An amount reserved for a later capture.",
})
export class HoldType {
  currency!: string;
  amountMinor!: bigint;
  capturedMinor!: bigint;

  @Resolved<HoldType>(({ amountMinor, currency }) => ({ amountMinor, currency }))
  @Field(() => MoneyType, { description: "What was reserved." })
  readonly amount?: Money;

  @Resolved<HoldType>(({ capturedMinor: amountMinor, currency }) => ({ amountMinor, currency }))
  @Field(() => MoneyType, { description: "What of it was posted so far." })
  readonly captured?: Money;

  @Field(() => HoldStateEnum, { description: "What became of it." })
  state!: HoldState["state"];

  @Field(() => DateTimeScalar, { nullable: true, description: "When it is released by itself." })
  expiresAt!: Date | null;
}

@Requires("ledger:read")
@ObjectType("Transfer", {
  implements: Node,
  simpleResolvers: true,
  description: "An amount from one account to another.",
})
export class TransferType implements Node {
  @GlobalId("trf")
  id!: string;

  transactionId!: string;
  debitAccountId!: string;
  creditAccountId!: string;
  amountMinor!: bigint;
  currency!: string;

  @Field(() => TransferKindEnum, { description: "How it moves." })
  kind!: TransferKind;

  @Field(() => String, { description: "The why, such as `RECORD` or `ACCRUAL`." })
  code!: string;

  @Resolved<TransferType>(({ amountMinor, currency }) => ({ amountMinor, currency }))
  @Field(() => MoneyType, { description: "How much." })
  readonly amount?: Money;

  @Resolved<TransferType>((t) => encodeId("acc", t.debitAccountId))
  @Field(() => ID, { description: "The account that it goes out of." })
  readonly debitAccount?: string;

  @Resolved<TransferType>((t) => encodeId("acc", t.creditAccountId))
  @Field(() => ID, { description: "The account that it goes into." })
  readonly creditAccount?: string;
}

@Requires("ledger:read")
@ObjectType("Transaction", {
  implements: Node,
  simpleResolvers: true,
  description: "What a partner reported, or the platform did, as the ledger took it.",
})
export class TransactionType implements Node {
  @GlobalId("txn")
  id!: string;

  partnerId!: string | null;
  relatedId!: string | null;
  documentId!: string | null;
  amountMinor!: bigint;
  currency!: string;

  @Field(() => String, { description: "Its id with the partner; one effect for each, for ever." })
  externalId!: string;

  @Field(() => TransactionKindEnum, { description: "What it does." })
  kind!: Kind;

  @Field(() => String, { description: "The partner's word for it, such as `bet`." })
  type!: string;

  @Field(() => DirectionEnum, { description: "Which way the money went." })
  direction!: Direction;

  @Resolved<TransactionType>(({ amountMinor, currency }) => ({ amountMinor, currency }))
  @Field(() => MoneyType, { description: "How much." })
  readonly amount?: Money;

  @Field(() => DateTimeScalar, { description: "The world's time." })
  occurredAt!: Date;

  @Field(() => DateTimeScalar, { description: "When it was posted." })
  postedAt!: Date;

  @Field(() => String, { nullable: true, description: "Who was on the other side." })
  counterparty!: string | null;

  @Field(() => String, { nullable: true, description: "What it refers to, such as an invoice." })
  reference!: string | null;

  @Field(() => String, { nullable: true, description: "Further facts, such as a rate, as JSON." })
  details!: string | null;

  @Resolved<TransactionType>((t) => t.documentId && encodeId("doc", t.documentId))
  @Field(() => ID, { nullable: true, description: "The document that it came in." })
  readonly document?: string | null;
}

export const { connection: TransactionConnection } = connectionOf(
  TransactionType,
  "Transaction",
  "transactions",
);

export type PostingStatus = "POSTED" | "REPLAYED";

export const PostingStatusEnum = enumOf<PostingStatus>("PostingStatus", "What a command did.", {
  POSTED: "It had its effect now.",
  REPLAYED: "It had had its effect before: the same external id with the same content.",
});

@Requires("public")
@ObjectType("PostingPayload", {
  simpleResolvers: true,
  description: "What became of a transaction, or why it was refused.",
})
export class PostingPayload extends CommitPayload {
  transactionId?: string;

  @Field(() => PostingStatusEnum, { nullable: true, description: "Whether it is new." })
  status!: PostingStatus | null;
}
