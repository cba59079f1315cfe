import { Field, ID, InputType, Int } from "type-graphql";
import { IdempotentInput } from "../../shared/graphql/command.input.js";
import { CurrencyScalar, DateTimeScalar, DecimalScalar } from "../../shared/graphql/scalars.js";
import { sortedPage } from "../../shared/graphql/sorted-page.type.js";
import { MovementDirectionEnum } from "../transaction-record.type.js";
import type { QuarantineKind, QuarantineRule, QuarantineState } from "./quarantine.rules.js";
import { QuarantineKindEnum, QuarantineRuleEnum, QuarantineStateEnum } from "./quarantine.type.js";

export const QuarantinePageArgs = sortedPage({
  name: "QuarantineItem",
  plural: "items in quarantine",
  by: { QUARANTINED_AT: "The time at which it was first held." },
  otherwise: "the newest",
});

@InputType("QuarantineItemFilter", {
  description: "Which items a list has. All conditions apply.",
})
export class QuarantineFilterInput {
  @Field(() => ID, { nullable: true, description: "Only of this partner." })
  partnerId?: string | null;

  @Field(() => ID, { nullable: true, description: "Only of this document." })
  documentId?: string | null;

  @Field(() => [QuarantineStateEnum], { nullable: true, description: "Only in these states." })
  states?: QuarantineState[] | null;

  @Field(() => [QuarantineRuleEnum], { nullable: true, description: "Only held by these rules." })
  rules?: QuarantineRule[] | null;

  @Field(() => [QuarantineKindEnum], { nullable: true, description: "Only of these kinds." })
  kinds?: QuarantineKind[] | null;

  @Field(() => String, { nullable: true, description: "Only held by this rule of the source." })
  ruleId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Only held at or after." })
  quarantinedFrom?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Only held before." })
  quarantinedBefore?: Date | null;
}

@InputType("CorrectQuarantinedInput", {
  description: "What is put right. What is left out stays as it came.",
})
export class CorrectQuarantinedInput {
  @Field(() => String, {
    description:
      "A text of your own, up to 255 characters, such as a UUID. The same key with the same " +
      "input has its effect once and is answered alike for ever.",
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: "The item: a line or a transaction." })
  itemId!: string;

  @Field(() => String, { nullable: true, description: "Its id with the partner." })
  externalId?: string | null;

  @Field(() => String, { nullable: true, description: "The partner's kind of transaction." })
  type?: string | null;

  @Field(() => MovementDirectionEnum, {
    nullable: true,
    description: "Which way the money went. A second person has to agree.",
  })
  direction?: "IN" | "OUT" | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "How much, in major units. A second person has to agree.",
  })
  amount?: string | null;

  @Field(() => CurrencyScalar, {
    nullable: true,
    description: "The currency, together with the amount. A second person has to agree.",
  })
  currency?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it occurred." })
  occurredAt?: Date | null;

  @Field(() => String, { nullable: true, description: "The other side." })
  counterparty?: string | null;

  @Field(() => String, { nullable: true, description: "Its reference." })
  reference?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Lets it pass although a rule of the source holds it. A second person has to agree.",
  })
  ignoreRules?: boolean | null;

  @Field(() => String, { description: "Why, in up to 500 characters." })
  reason!: string;

  @Field(() => Int, { nullable: true, description: "Refused when the item has another version." })
  expectedVersion?: number | null;
}

@InputType("ApproveCorrectionInput", { description: "An item that another person corrected." })
export class ApproveCorrectionInput extends IdempotentInput {
  @Field(() => ID, { description: "The item." })
  itemId!: string;
}

@InputType("DeclineCorrectionInput", { description: "An item whose correction is not wanted." })
export class DeclineCorrectionInput extends IdempotentInput {
  @Field(() => ID, { description: "The item." })
  itemId!: string;

  @Field(() => String, { description: "Why, in up to 500 characters." })
  reason!: string;
}

@InputType("QuarantineItemsInput", { description: "Items in quarantine, and a reason." })
export class QuarantineItemsInput extends IdempotentInput {
  @Field(() => [ID], { description: "Up to 500 items." })
  itemIds!: string[];

  @Field(() => String, { description: "Why, in up to 500 characters." })
  reason!: string;
}
