import { Field, ID, InputType } from "type-graphql";
import { IdempotentInput } from "../../shared/graphql/command.input.js";
import { CalendarDateScalar } from "../../shared/graphql/scalars.js";
import { sortedPage } from "../../shared/graphql/sorted-page.type.js";

export const QualityFiguresPageArgs = sortedPage({
  name: "QualityFigures",
  plural: "quality figures",
  by: { DAY: "The day." },
  otherwise: "the newest",
});

export const SourcePageArgs = sortedPage({
  name: "Source",
  plural: "sources",
  by: { CODE: "The partner's code." },
  otherwise: "the first in the alphabet",
});

@InputType("SetQualityRulesInput", { description: "The next version of a source's rules." })
export class SetQualityRulesInput extends IdempotentInput {
  @Field(() => ID, { description: "The partner." })
  partnerId!: string;

  @Field(() => String, { description: "The rules, as JSON: a list; an empty one for none." })
  rules!: string;

  @Field(() => String, { description: "Why, in up to 500 characters." })
  reason!: string;
}

@InputType("QualityFiguresFilter", { description: "Which days. All conditions apply." })
export class QualityFiguresFilterInput {
  @Field(() => ID, { nullable: true, description: "Only of this partner." })
  partnerId?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: "Not before this day." })
  from?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: "Not after this day." })
  to?: string | null;
}

@InputType("SourceFilter", { description: "Which sources. All conditions apply." })
export class SourceFilterInput {
  @Field(() => [String], { nullable: true, description: "Only those with these codes." })
  codes?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: "Only those that are late, or are not." })
  isLate?: boolean | null;
}
