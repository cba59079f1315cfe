import { Field, ID, InputType } from "type-graphql";
import {
  CurrencyScalar,
  DateTimeScalar,
  DecimalScalar,
  Int64Scalar,
} from "../shared/graphql/scalars.js";
import { SideEnum } from "./account.type.js";
import type { Direction, Side } from "./posting-model.rules.js";
import { DirectionEnum } from "./transaction.type.js";

@InputType("AccountFilter", { description: "Which accounts a list has. All conditions apply." })
export class AccountFilterInput {
  @Field(() => ID, { nullable: true, description: "Only of this partner." })
  partnerId?: string | null;

  @Field(() => CurrencyScalar, { nullable: true, description: "Only in this currency." })
  currency?: string | null;

  @Field(() => String, { nullable: true, description: "Only for this purpose." })
  purpose?: string | null;
}

@InputType("PointInTime", {
  description: "A point in an account's past: exactly one of these.",
})
export class PointInTimeInput {
  @Field(() => Int64Scalar, { nullable: true, description: "Right after this entry." })
  version?: bigint | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "What the books said at this moment of the hub's time.",
  })
  postedAt?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "What was true at this moment of the world's time, late arrivals included.",
  })
  occurredAt?: Date | null;
}

@InputType("TransactionFilter", {
  description: "Which transactions a list has. All conditions apply.",
})
export class TransactionFilterInput {
  @Field(() => ID, { nullable: true, description: "Only of this partner." })
  partnerId?: string | null;

  @Field(() => String, { nullable: true, description: "Only with this external id." })
  externalId?: string | null;

  @Field(() => String, { nullable: true, description: "Only of this type." })
  type?: string | null;

  @Field(() => DirectionEnum, { nullable: true, description: "Only in this direction." })
  direction?: Direction | null;

  @Field(() => CurrencyScalar, { nullable: true, description: "Only in this currency." })
  currency?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Only posted at or after this." })
  postedFrom?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Only posted before this." })
  postedBefore?: Date | null;
}

/** What every command that moves money says; its external id makes each retry safe. */
@InputType()
export abstract class PostingInput {
  @Field(() => ID, {
    nullable: true,
    description: "The partner whose transaction it is; left out for the platform's own.",
  })
  partnerId?: string | null;

  @Field(() => String, {
    description:
      "Your id of this very command, up to 200 characters, unique for the partner: the same " +
      "again " +
      "has no further effect, with other content it is refused.",
  })
  externalId!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "The world's time; the time of receipt when it is left out.",
  })
  occurredAt?: Date | null;

  @Field(() => String, { nullable: true, description: "What it refers to, or why." })
  reference?: string | null;
}

@InputType("OpenAccountInput", { description: "What an account is for. There is one of each." })
export class OpenAccountInput {
  @Field(() => ID, { nullable: true, description: "Its partner; left out for the platform's own." })
  partnerId?: string | null;

  @Field(() => String, { description: "What it is for: up to 64 of A-Z, 0-9 and `_`." })
  purpose!: string;

  @Field(() => CurrencyScalar, { description: "Its currency." })
  currency!: string;

  @Field(() => SideEnum, { description: "The side on which it grows." })
  normalSide!: Side;

  @Field(() => String, {
    defaultValue: "",
    description: "Tells accounts of one purpose apart: up to 200 characters.",
  })
  reference?: string;

  @Field(() => Int64Scalar, {
    nullable: true,
    description: "What its available balance never falls below, in minor units; without: no limit.",
  })
  floorMinor?: bigint | null;
}

@InputType("CloseAccountInput", { description: "Which account is closed." })
export class CloseAccountInput {
  @Field(() => ID, { description: "The account." })
  accountId!: string;
}

@InputType("PostTransferInput", { description: "A transfer between two accounts." })
export class PostTransferInput extends PostingInput {
  @Field(() => ID, { description: "The account that the amount goes out of." })
  debitAccountId!: string;

  @Field(() => ID, { description: "The account that it goes into." })
  creditAccountId!: string;

  @Field(() => Int64Scalar, { description: "How much, above zero, in minor units." })
  amountMinor!: bigint;

  @Field(() => CurrencyScalar, { description: "The currency of both accounts." })
  currency!: string;

  @Field(() => String, { description: "The why in a word, such as `ADJUSTMENT`." })
  code!: string;
}

@InputType("PlaceHoldInput", { description: "What is reserved on which account, for which." })
export class PlaceHoldInput extends PostingInput {
  @Field(() => ID, { description: "The account on which it is reserved." })
  debitAccountId!: string;

  @Field(() => ID, { description: "The account that a capture goes into." })
  creditAccountId!: string;

  @Field(() => Int64Scalar, { description: "How much, above zero, in minor units." })
  amountMinor!: bigint;

  @Field(() => CurrencyScalar, { description: "The currency of both accounts." })
  currency!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it is released by itself; never when it is left out.",
  })
  expiresAt?: Date | null;
}

@InputType("CaptureHoldInput", { description: "How much of which hold is posted." })
export class CaptureHoldInput extends PostingInput {
  @Field(() => ID, { description: "The transaction that placed the hold." })
  holdId!: string;

  @Field(() => Int64Scalar, { description: "How much of it, above zero, in minor units." })
  amountMinor!: bigint;

  @Field(() => Boolean, {
    defaultValue: true,
    description: "Whether what is left of it is released; keep it for further captures with false.",
  })
  final!: boolean;
}

@InputType("VoidHoldInput", { description: "Which hold is released." })
export class VoidHoldInput extends PostingInput {
  @Field(() => ID, { description: "The transaction that placed the hold." })
  holdId!: string;
}

@InputType("ReverseTransactionInput", { description: "Which transaction is undone." })
export class ReverseTransactionInput extends PostingInput {
  @Field(() => ID, { description: "The transaction to undo." })
  transactionId!: string;

  @Field(() => Int64Scalar, {
    nullable: true,
    description: "How much of it, in minor units; all that is left of it when it is left out.",
  })
  amountMinor?: bigint | null;
}

@InputType("ConvertCurrencyInput", { description: "What is sold and what is bought." })
export class ConvertCurrencyInput extends PostingInput {
  @Field(() => ID, { description: "The account that the amount goes out of." })
  fromAccountId!: string;

  @Field(() => ID, { description: "The account, in another currency, that the proceeds go into." })
  toAccountId!: string;

  @Field(() => Int64Scalar, { description: "How much is sold, above zero, in minor units." })
  amountMinor!: bigint;

  @Field(() => CurrencyScalar, { description: "The currency that is sold." })
  fromCurrency!: string;

  @Field(() => CurrencyScalar, { description: "The currency that is bought." })
  toCurrency!: string;

  @Field(() => DecimalScalar, {
    description: "Major units of the currency that is bought for one of the currency that is sold.",
  })
  rate!: string;
}
