import { Field, ID, InputType, Int } from "type-graphql";
import { IdempotentInput } from "../shared/graphql/command.input.js";
import { sortedPage } from "../shared/graphql/sorted-page.type.js";
import type { RetentionKind } from "./retention.rules.js";
import { RetentionKindEnum } from "./retention.type.js";

export const RetentionHoldPageArgs = sortedPage({
  name: "RetentionHold",
  plural: "retention holds",
  by: { PLACED_AT: "By the time at which they were placed." },
  otherwise: "the newest",
});

@InputType("RetentionHoldFilter", { description: "Which holds a list has." })
export class RetentionHoldFilterInput {
  @Field(() => ID, { nullable: true, description: "Only of this partner." })
  partnerId?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Only those in force, or released." })
  inForce?: boolean | null;
}

@InputType("SetRetentionRuleInput", { description: "For how long what is kept, and why." })
export class SetRetentionRuleInput extends IdempotentInput {
  @Field(() => RetentionKindEnum, { description: "What." })
  kind!: RetentionKind;

  @Field(() => Int, { description: "For how many days; at the least `minimumDays`." })
  days!: number;

  @Field(() => String, { description: "Why; it is on record." })
  reason!: string;
}

@InputType("PlaceRetentionHoldInput", { description: "What must be kept, and why." })
export class PlaceRetentionHoldInput extends IdempotentInput {
  @Field(() => ID, { description: "The partner whose it is." })
  partnerId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "Only this document; all that is the partner's where it is left out.",
  })
  documentId?: string | null;

  @Field(() => String, { description: "Why; it is on record." })
  reason!: string;
}

@InputType("ReleaseRetentionHoldInput", { description: "Which hold ends, and why." })
export class ReleaseRetentionHoldInput extends IdempotentInput {
  @Field(() => ID, { description: "The hold." })
  holdId!: string;

  @Field(() => String, { description: "Why; it is on record." })
  reason!: string;
}

@InputType("ErasePartnerInput", { description: "Whose personal data are erased, and why." })
export class ErasePartnerInput extends IdempotentInput {
  @Field(() => ID, { description: "The partner." })
  partnerId!: string;

  @Field(() => String, { description: "Why; it is on record." })
  reason!: string;
}
