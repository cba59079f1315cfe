import { Field, ID, InputType } from "type-graphql";
import { IdempotentInput } from "../shared/graphql/command.input.js";
import { CurrencyScalar, DateTimeScalar } from "../shared/graphql/scalars.js";
import type { ExportFormat } from "./export-transactions.js";
import { ExportFormatEnum } from "./export.type.js";

@InputType("ExportTransactionsInput", {
  description: "Which transactions are exported. All conditions apply.",
})
export class ExportTransactionsInput extends IdempotentInput {
  @Field(() => ExportFormatEnum, { description: "The form." })
  format!: ExportFormat;

  @Field(() => ID, { nullable: true, description: "Only of this partner." })
  partnerId?: string | null;

  @Field(() => CurrencyScalar, { nullable: true, description: "Only in this currency." })
  currency?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Only posted then or later." })
  postedFrom?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Only posted before; now, when it is left out.",
  })
  postedBefore?: Date | null;
}
