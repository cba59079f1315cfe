import { Field, ID, InputType } from "type-graphql";
import { IdempotentInput } from "../shared/graphql/command.input.js";
import { enumOf } from "../shared/graphql/enum.js";
import { OrderDirectionEnum, type OrderDirection } from "../shared/graphql/page.type.js";
import { CalendarDateScalar, CurrencyScalar, DecimalScalar } from "../shared/graphql/scalars.js";
import type { ContractOrderField } from "./contract-page.queries.js";
import { DEFAULT_TIME_ZONE, type Rounding, type TermBasis } from "./contract.rules.js";
import { RoundingEnum, TermBasisEnum } from "./contract.type.js";

@InputType("ContractFilter", { description: "Which contracts a list has. All conditions apply." })
export class ContractFilterInput {
  @Field(() => ID, { nullable: true, description: "Only of this partner." })
  partnerId?: string | null;

  @Field(() => CurrencyScalar, { nullable: true, description: "Only in this currency." })
  currency?: string | null;
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

@InputType("ContractTermInput", { description: "One clause: a flat share of its basis." })
export class ContractTermInput {
  @Field(() => TermBasisEnum, { description: "Which transactions it counts." })
  basis!: TermBasis;

  @Field(() => DecimalScalar, {
    description: 'The partner\'s share, from 0 to 1 with up to 8 decimals, such as `"0.1250"`.',
  })
  shareRate!: string;

  @Field(() => RoundingEnum, {
    defaultValue: RoundingEnum.HALF_EVEN,
    description: "How the share is rounded.",
  })
  rounding!: Rounding;
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

  @Field(() => CurrencyScalar, { description: "The currency that it settles." })
  currency!: string;

  @Field(() => CalendarDateScalar, {
    description:
      "The first day on which it applies. Not before transactions of the partner in this " +
      "currency " +
      "that are recorded already.",
  })
  effectiveFrom!: string;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: "The last day on which it applies; without an end when it is left out.",
  })
  effectiveTo?: string | null;

  @Field(() => String, {
    defaultValue: DEFAULT_TIME_ZONE,
    description: "The IANA time zone of its days and periods.",
  })
  timeZone?: string;

  @Field(() => [ContractTermInput], { description: "Its clauses: exactly one at present." })
  terms!: ContractTermInput[];
}
