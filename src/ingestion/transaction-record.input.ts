import { Field, ID, InputType } from "type-graphql";
import { MAX_SUBMISSION_ITEMS, type Atomicity } from "../ledger/index.js";
import {
  CurrencyScalar,
  DateTimeScalar,
  DecimalScalar,
  Int64Scalar,
} from "../shared/graphql/scalars.js";
import { AtomicityEnum, MovementDirectionEnum } from "./transaction-record.type.js";

@InputType("TransactionInput", { description: "A transaction as the partner reports it." })
export class TransactionInput {
  @Field(() => String, {
    description:
      "The partner's id of it, up to 200 characters: the same again has no further effect, with " +
      "other content it is refused.",
  })
  externalId!: string;

  @Field(() => String, { description: "The partner's word for it, such as `bet`." })
  type!: string;

  @Field(() => MovementDirectionEnum, { description: "Which way the money went." })
  direction!: "IN" | "OUT";

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'How much, in major units, such as `"12.50"`. Either this or `amountMinor`.',
  })
  amount?: string | null;

  @Field(() => Int64Scalar, {
    nullable: true,
    description: 'How much, in minor units, such as `"1250"`. Either this or `amount`.',
  })
  amountMinor?: bigint | null;

  @Field(() => CurrencyScalar, { description: "The currency of the amount." })
  currency!: string;

  @Field(() => DateTimeScalar, { description: "The world's time of it." })
  occurredAt!: Date;

  @Field(() => String, { nullable: true, description: "Who was on the other side." })
  counterparty?: string | null;

  @Field(() => String, { nullable: true, description: "What it refers to, such as an invoice." })
  reference?: string | null;
}

@InputType("RecordTransactionsInput", { description: "A partner's transactions." })
export class RecordTransactionsInput {
  @Field(() => ID, { description: "The partner." })
  partnerId!: string;

  @Field(() => [TransactionInput], {
    description: `The transactions, 1 to ${MAX_SUBMISSION_ITEMS}; they are posted in this order.`,
  })
  transactions!: TransactionInput[];

  @Field(() => AtomicityEnum, {
    defaultValue: AtomicityEnum.EACH,
    description: "Whether they stand or fall together.",
  })
  atomicity!: Atomicity;
}
