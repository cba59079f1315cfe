import { Field, ID, InputType, Int } from "type-graphql";
import { CalendarDateScalar, CurrencyScalar } from "../shared/graphql/scalars.js";
import { sortedPage } from "../shared/graphql/sorted-page.type.js";

export const PositionPageArgs = sortedPage({
  name: "Position",
  plural: "positions",
  by: { PERIOD: "The beginning of the period." },
  otherwise: "the newest",
});

@InputType("PositionFilter", {
  description: "Which positions a list has. All conditions apply.",
})
export class PositionFilterInput {
  @Field(() => ID, { nullable: true, description: "Only of this partner." })
  partnerId?: string | null;

  @Field(() => ID, { nullable: true, description: "Only of this contract." })
  contractId?: string | null;

  @Field(() => CurrencyScalar, { nullable: true, description: "Only settled in this currency." })
  currency?: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: "Only of the periods of this day, which each contract has of its own.",
  })
  on?: string | null;
}

@InputType("PositionInputRef", { description: "A total that a position has counted." })
export class PositionInputRef {
  @Field(() => ID, { description: "The contract." })
  contractId!: string;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: "A day of the period; today when it is left out.",
  })
  on?: string | null;

  @Field(() => Int, { description: "The number of the contract's version." })
  version!: number;

  @Field(() => String, { description: "What: `<type>:<direction>:<currency>`." })
  input!: string;
}
