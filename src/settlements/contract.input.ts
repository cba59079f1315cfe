import { Field, ID, InputType } from "type-graphql";
import { IdempotentInput } from "../shared/graphql/command.input.js";
import { enumOf } from "../shared/graphql/enum.js";
import { OrderDirectionEnum, type OrderDirection } from "../shared/graphql/page.type.js";
import { CalendarDateScalar, CurrencyScalar } from "../shared/graphql/scalars.js";
import type { ContractOrderField } from "./contract-page.queries.js";
import { ContractTermsScalar } from "./contract-terms.type.js";

@InputType("ContractFilter", { description: "Which contracts a list has. All conditions apply." })
export class ContractFilterInput {
  @Field(() => ID, { nullable: true, description: "Only of this partner." })
  partnerId?: string | null;

  @Field(() => CurrencyScalar, { nullable: true, description: "Only settled in this currency." })
  currency?: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: "Only those that apply on this day, each in its own time zone.",
  })
  inForceOn?: string | null;
}

const ContractOrderFieldEnum = enumOf<ContractOrderField>(
  "ContractOrderField",
  "By what a list of contracts is sorted.",
  { STARTS_AT: "The moment from which it applies.", CREATED_AT: "The time at which it was added." },
);

@InputType("ContractOrder", { description: "How a list of contracts is sorted." })
export class ContractOrderInput {
  @Field(() => ContractOrderFieldEnum, { description: "By what." })
  field!: ContractOrderField;

  @Field(() => OrderDirectionEnum, {
    defaultValue: OrderDirectionEnum.ASC,
    description: "In which direction.",
  })
  direction!: OrderDirection;
}

@InputType("CreateContractInput", { description: "What is agreed with a partner." })
export class CreateContractInput extends IdempotentInput {
  @Field(() => ID, { description: "The partner." })
  partnerId!: string;

  @Field(() => String, {
    description:
      "The short name: up to 64 of a-z, 0-9 and single hyphens between them. Unique among the " +
      "partner's contracts.",
  })
  code!: string;

  @Field(() => CalendarDateScalar, {
    description:
      "The first day on which it applies. Not before transactions of the partner that are " +
      "recorded already, in a currency that it counts.",
  })
  effectiveFrom!: string;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: "The last day on which it applies; without an end when it is left out.",
  })
  effectiveTo?: string | null;

  @Field(() => ContractTermsScalar, {
    description: "What is agreed, the settlement currency and the time zone included.",
  })
  terms!: unknown;
}
