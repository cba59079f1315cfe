import { Field, ID, InputType } from "type-graphql";
import { SettlementStateEnum, type SettlementState } from "../settlements/index.js";
import { IdempotentInput } from "../shared/graphql/command.input.js";
import { CalendarDateScalar, CurrencyScalar } from "../shared/graphql/scalars.js";
import { onceDirectedPage } from "../shared/graphql/sorted-page.type.js";

export const StatementPageArgs = onceDirectedPage(
  {
    name: "Statement",
    plural: "statements",
    by: { ISSUED_AT: "The time at which it was made." },
    otherwise: "the newest",
  },
  "DESC",
);

@InputType("StatementFilter", {
  description: "Which statements a list has. All conditions apply.",
})
export class StatementFilterInput {
  @Field(() => ID, { nullable: true, description: "Those of this partner." })
  partnerId?: string | null;

  @Field(() => ID, { nullable: true, description: "Those of this contract." })
  contractId?: string | null;

  @Field(() => ID, { nullable: true, description: "Those of this settlement." })
  settlementId?: string | null;

  @Field(() => CurrencyScalar, { nullable: true, description: "Those in this currency." })
  currency?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: "Due on this day or later." })
  dueFrom?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: "Due on this day or earlier." })
  dueTo?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: "Periods from this day on." })
  periodFrom?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: "Periods up to this day." })
  periodTo?: string | null;

  @Field(() => [SettlementStateEnum], {
    nullable: true,
    description: "Of settlements that are in these states now.",
  })
  states?: SettlementState[] | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: "Whose money becomes available on this day or later.",
  })
  availableFrom?: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: "Whose money becomes available on this day or earlier.",
  })
  availableTo?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether no later statement stands for it.",
  })
  isCurrent?: boolean | null;
}

@InputType({ description: "Gives statements another signing key." })
export class RotateStatementKeyInput extends IdempotentInput {}
