import { Field, ID, InputType } from "type-graphql";
import { IdempotentInput } from "../shared/graphql/command.input.js";
import { CalendarDateScalar, CurrencyScalar } from "../shared/graphql/scalars.js";

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
}

@InputType({ description: "Gives statements another signing key." })
export class RotateStatementKeyInput extends IdempotentInput {}
