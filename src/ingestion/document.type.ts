import { Field, Int, ObjectType } from "type-graphql";
import type { ErrorCode } from "../shared/errors.js";
import { connectionOf } from "../shared/graphql/connection.type.js";
import { enumOf } from "../shared/graphql/enum.js";
import { ErrorCodeEnum } from "../shared/graphql/error-code.type.js";
import { GlobalId } from "../shared/graphql/global-id.js";
import { MoneyType } from "../shared/graphql/money.type.js";
import { Node } from "../shared/graphql/node.type.js";
import { Requires } from "../shared/graphql/requires.js";
import { Resolved } from "../shared/graphql/resolved.js";
import { DateTimeScalar } from "../shared/graphql/scalars.js";
import type { Money } from "../shared/money.js";
import type { Refusal, RefusalCode } from "./adapters/index.js";
import { DocumentRefusalCodeEnum } from "./document-refusal.type.js";
import type { DocumentState, DocumentTotal, RefusedTransaction } from "./document.rules.js";
import { MovementDirectionEnum } from "./transaction-record.type.js";

export const DocumentStateEnum = enumOf<DocumentState>(
  "DocumentState",
  "What became of a document.",
  {
    RECEIVED: "Its bytes are kept; it was not read to its end yet.",
    POSTED: "All its transactions are in the ledger.",
    PARTIAL:
      "Not all of them are: posting was cut off, or the ledger refused some. The same document " +
      "again goes on where it stopped.",
    REFUSED: "It was refused as a whole, nothing of it is in the ledger.",
  },
);

@Requires("ingestion:read")
@ObjectType("DocumentTotal", {
  simpleResolvers: true,
  description: "The transactions of a document in one currency and direction.",
})
export class DocumentTotalType implements DocumentTotal {
  currency!: string;
  amountMinor!: bigint;

  @Field(() => MovementDirectionEnum, { description: "Which way the money went." })
  direction!: "IN" | "OUT";

  @Field(() => Int, { description: "How many there are." })
  transactions!: number;

  @Resolved<DocumentTotal>(({ amountMinor, currency }) => ({ amountMinor, currency }))
  @Field(() => MoneyType, { description: "Their sum." })
  readonly amount?: Money;
}

@Requires("ingestion:read")
@ObjectType("DocumentRefusal", {
  simpleResolvers: true,
  description: "Why a document was refused as a whole, and where the reason lies.",
})
export class DocumentRefusalType implements Refusal {
  @Field(() => DocumentRefusalCodeEnum, { description: "The reason, for programs." })
  code!: RefusalCode;

  @Field(() => String, { description: "The reason in one English sentence, for people." })
  reason!: string;

  @Field(() => String, { description: "The file, as it was named when it came." })
  file!: string;

  @Field(() => Int, { nullable: true, description: "The line, from 1." })
  line?: number;

  @Field(() => Int, { nullable: true, description: "The column, from 1." })
  column?: number;

  @Field(() => String, { nullable: true, description: "The element, as a path of names." })
  element?: string;
}

@Requires("ingestion:read")
@ObjectType("RefusedTransaction", {
  simpleResolvers: true,
  description: "A transaction or line of a document that is in quarantine.",
})
export class RefusedTransactionType implements RefusedTransaction {
  @Field(() => Int, { description: "Its place in the document, from 1." })
  position!: number;

  @Field(() => String, { description: "Its id with the partner." })
  externalId!: string;

  @Field(() => ErrorCodeEnum, { description: "The reason, for programs." })
  code!: ErrorCode;

  @Field(() => String, { description: "The reason in one English sentence, for people." })
  reason!: string;
}

@Requires("ingestion:read")
@ObjectType("Document", {
  implements: Node,
  simpleResolvers: true,
  description: "A file that a partner's transactions came in.",
})
export class DocumentType implements Node {
  @GlobalId("doc")
  id!: string;

  partnerId!: string;

  @Field(() => String, { description: "Its name when it first came, within its archive if any." })
  name!: string;

  @Field(() => String, { description: "The SHA-256 of its bytes, in hexadecimal digits." })
  sha256!: string;

  @Field(() => DocumentStateEnum, { description: "What became of it." })
  state!: DocumentState;

  @Field(() => String, { description: "The adapter that reads it." })
  adapter!: string;

  @Field(() => String, {
    nullable: true,
    description: "What it turned out to be, such as `camt.054.001.10`.",
  })
  format!: string | null;

  @Field(() => [String], { description: "How the messages in it name themselves." })
  messageIds!: string[];

  @Field(() => Int, { description: "The transactions in it." })
  transactions!: number;

  @Field(() => Int, { description: "Rows in it that move no money yet, such as pending ones." })
  unposted!: number;

  @Field(() => Int, { description: "How many of its transactions are in the ledger." })
  posted!: number;

  @Field(() => Int, { description: "How many of its transactions are not: refused or held back." })
  refused!: number;

  @Field(() => [DocumentTotalType], { description: "The sums of its transactions." })
  totals!: DocumentTotalType[];

  @Field(() => DocumentRefusalType, {
    nullable: true,
    description: "Why it was refused as a whole; null when it was not.",
  })
  refusal!: DocumentRefusalType | null;

  @Field(() => [RefusedTransactionType], {
    description: "What of it is in quarantine: the first hundred.",
  })
  refusedTransactions!: RefusedTransactionType[];

  @Field(() => String, { description: "Whose credential first brought it." })
  receivedFrom!: string;

  @Field(() => DateTimeScalar, { description: "When it first came." })
  receivedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was posted or refused; null until then.",
  })
  finishedAt!: Date | null;
}

export const { connection: DocumentConnection } = connectionOf(
  DocumentType,
  "Document",
  "documents",
);
