import { Field, Int, ObjectType } from "type-graphql";
import type { ErrorCode } from "../../shared/errors.js";
import { connectionOf } from "../../shared/graphql/connection.type.js";
import { enumOf } from "../../shared/graphql/enum.js";
import { ErrorCodeEnum } from "../../shared/graphql/error-code.type.js";
import { GlobalId } from "../../shared/graphql/global-id.js";
import { MoneyType } from "../../shared/graphql/money.type.js";
import { Node } from "../../shared/graphql/node.type.js";
import { CommandPayload } from "../../shared/graphql/payload.type.js";
import { Requires } from "../../shared/graphql/requires.js";
import { Resolved } from "../../shared/graphql/resolved.js";
import { DateTimeScalar } from "../../shared/graphql/scalars.js";
import type { Money } from "../../shared/money.js";
import type { RefusalCode } from "../adapters/index.js";
import { DocumentRefusalCodeEnum } from "../document-refusal.type.js";
import { MovementDirectionEnum } from "../transaction-record.type.js";
import type {
  HeldRow,
  QuarantineKind,
  QuarantineRule,
  QuarantineState,
} from "./quarantine.rules.js";

export const QuarantineKindEnum = enumOf<QuarantineKind>(
  "QuarantineKind",
  "What an item in quarantine is.",
  {
    DOCUMENT: "A document that was refused as a whole.",
    LINE: "A line of a document that became no transaction.",
    ROW: "A transaction.",
  },
);

export const QuarantineRuleEnum = enumOf<QuarantineRule>(
  "QuarantineRule",
  "What held an item back.",
  {
    ADAPTER: "The adapter could not read it.",
    LEDGER: "The ledger refused it.",
    SCHEMA: "A field has no value, or one of another shape.",
    CURRENCY: "The source may not send this currency.",
    TYPE: "The source may not send this type.",
    AMOUNT: "The amount is out of bounds.",
    TIME: "The time is not plausible.",
    DUPLICATE: "Another transaction has the same content under another id.",
    CONTROL_TOTALS: "The document does not state its totals, or contradicts itself.",
  },
);

export const QuarantineStateEnum = enumOf<QuarantineState>(
  "QuarantineState",
  "Whether an item in quarantine is dealt with.",
  {
    OPEN: "It waits for a person.",
    AWAITING_APPROVAL: "It is corrected, and waits for a second person.",
    RELEASED: "It is on its way into the ledger.",
    POSTED: "It is in the ledger.",
    CLEARED: "Its document was read again, and it is no longer held back.",
    REJECTED: "A person decided that it is never posted.",
  },
);

@Requires("quality:read")
@ObjectType("QuarantinedTransaction", {
  simpleResolvers: true,
  description: "A transaction in quarantine, or what is posted instead of it.",
})
export class QuarantinedTransactionType {
  amountMinor!: string;
  currency!: string;

  @Field(() => String, { description: "Its id with the partner." })
  externalId!: string;

  @Field(() => String, { description: "The partner's kind of transaction." })
  type!: string;

  @Field(() => MovementDirectionEnum, { description: "Which way the money went." })
  direction!: "IN" | "OUT";

  @Resolved<HeldRow>(({ amountMinor, currency }) => ({
    amountMinor: BigInt(amountMinor),
    currency,
  }))
  @Field(() => MoneyType, { description: "How much." })
  readonly amount?: Money;

  @Resolved<HeldRow>(({ occurredAt }) => new Date(occurredAt))
  @Field(() => DateTimeScalar, { description: "When it occurred." })
  readonly occurredAt!: string;

  @Field(() => String, { nullable: true, description: "The other side." })
  counterparty!: string | null;

  @Field(() => String, { nullable: true, description: "Its reference." })
  reference!: string | null;
}

@Requires("quality:read")
@ObjectType("QuarantineItem", {
  implements: Node,
  simpleResolvers: true,
  description: "Something that came and was not posted, kept until a person decides.",
})
export class QuarantineItemType implements Node {
  @GlobalId("qrn")
  id!: string;

  partnerId!: string;
  documentId!: string | null;

  @Field(() => QuarantineKindEnum, { description: "What it is." })
  kind!: QuarantineKind;

  @Field(() => QuarantineStateEnum, { description: "Whether it is dealt with." })
  state!: QuarantineState;

  @Field(() => QuarantineRuleEnum, { description: "What held it back." })
  rule!: QuarantineRule;

  @Field(() => String, { nullable: true, description: "Which of the source's rules that was." })
  ruleId!: string | null;

  @Field(() => ErrorCodeEnum, { description: "The reason, for programs." })
  code!: ErrorCode;

  @Field(() => DocumentRefusalCodeEnum, {
    nullable: true,
    description: "The adapter's own code, where the adapter could not read it.",
  })
  refusalCode!: RefusalCode | null;

  @Field(() => String, { nullable: true, description: "The field at which it failed." })
  field!: string | null;

  @Field(() => String, { nullable: true, description: "What stood there." })
  value!: string | null;

  @Field(() => String, { description: "The reason in one English sentence, for people." })
  reason!: string;

  @Field(() => Int, { description: "Its place in the document, from 1; 0 is the document." })
  position!: number;

  @Field(() => Int, { nullable: true, description: "The line, from 1, where it is known." })
  line!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "The line as it came, up to 8192 characters.",
  })
  raw!: string | null;

  @Resolved<{ row: HeldRow | null }>(({ row }) => row)
  @Field(() => QuarantinedTransactionType, {
    nullable: true,
    description: "The transaction as it came; null where none could be read.",
  })
  readonly transaction?: HeldRow | null;

  @Field(() => QuarantinedTransactionType, {
    nullable: true,
    description: "What a person wants posted instead.",
  })
  correction!: HeldRow | null;

  @Field(() => Boolean, { description: "Whether the correction sets the source's rules aside." })
  ignoresRules!: boolean;

  @Field(() => String, { nullable: true, description: "Who corrected it." })
  correctedBy!: string | null;

  @Field(() => String, { nullable: true, description: "Why it was corrected so." })
  correctionReason!: string | null;

  @Field(() => String, { nullable: true, description: "Who decided." })
  decidedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When." })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Why." })
  decisionReason!: string | null;

  @Field(() => DateTimeScalar, { description: "When it was held back." })
  quarantinedAt!: Date;

  @Field(() => Int, { description: "How often it was changed, from 1." })
  version!: number;
}

export const { connection: QuarantineConnection } = connectionOf(
  QuarantineItemType,
  "QuarantineItem",
  "items in quarantine",
);

@Requires("public")
@ObjectType("QuarantineItemPayload", {
  simpleResolvers: true,
  description: "The item as it is now, or why it stays as it was.",
})
export class QuarantineItemPayload extends CommandPayload {
  @Field(() => QuarantineItemType, { nullable: true, description: "The item as it is now." })
  item!: QuarantineItemType | null;
}

@Requires("public")
@ObjectType("QuarantineItemsPayload", {
  simpleResolvers: true,
  description: "The items as they are now, or why they stay as they were.",
})
export class QuarantineItemsPayload extends CommandPayload {
  @Field(() => [QuarantineItemType], { nullable: true, description: "The items as they are now." })
  items!: QuarantineItemType[] | null;
}
