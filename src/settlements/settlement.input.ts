import { Field, ID, InputType, Int } from "type-graphql";
import { IdempotentInput } from "../shared/graphql/command.input.js";
import { enumOf } from "../shared/graphql/enum.js";
import { OrderDirectionEnum, type OrderDirection } from "../shared/graphql/page.type.js";
import {
  CalendarDateScalar,
  CurrencyScalar,
  DateTimeScalar,
  Int64Scalar,
} from "../shared/graphql/scalars.js";
import { onceDirectedPage } from "../shared/graphql/sorted-page.type.js";
import type { SettlementOrderField } from "./settlement-page.queries.js";
import type { SettlementState } from "./settlement-state.rules.js";
import { SettlementStateEnum } from "./settlement.type.js";

export const SettlementTransitionPageArgs = onceDirectedPage(
  {
    name: "SettlementTransition",
    plural: "steps of settlements",
    by: { AT: "The time at which it was taken." },
    otherwise: "the oldest",
  },
  "ASC",
);

@InputType("SettlementFilter", {
  description: "Which settlements a list has. All conditions apply; days are included.",
})
export class SettlementFilterInput {
  @Field(() => [SettlementStateEnum], { nullable: true, description: "Only in these states." })
  states?: SettlementState[] | null;

  @Field(() => ID, { nullable: true, description: "Only of this partner." })
  partnerId?: string | null;

  @Field(() => ID, { nullable: true, description: "Only of this contract." })
  contractId?: string | null;

  @Field(() => CurrencyScalar, { nullable: true, description: "Only in this currency." })
  currency?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: "Periods from this day on." })
  periodFrom?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: "Periods up to this day." })
  periodTo?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: "Due on this day or later." })
  dueFrom?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: "Due on this day or earlier." })
  dueTo?: string | null;

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
}

const SettlementOrderFieldEnum = enumOf<SettlementOrderField>(
  "SettlementOrderField",
  "By what a list of settlements is sorted.",
  {
    PERIOD: "The beginning of the period.",
    DUE_ON: "The day on which it is to be paid.",
    CREATED_AT: "The time at which it was opened first.",
  },
);

@InputType("SettlementOrder", { description: "How a list of settlements is sorted." })
export class SettlementOrderInput {
  @Field(() => SettlementOrderFieldEnum, { description: "By what." })
  field!: SettlementOrderField;

  @Field(() => OrderDirectionEnum, {
    defaultValue: OrderDirectionEnum.ASC,
    description: "In which direction.",
  })
  direction!: OrderDirection;
}

@InputType("SettlementTransitionFilter", {
  description: "Which steps a list has. All conditions apply.",
})
export class SettlementTransitionFilterInput {
  @Field(() => ID, { nullable: true, description: "Only of this settlement." })
  settlementId?: string | null;

  @Field(() => ID, { nullable: true, description: "Only of settlements of this partner." })
  partnerId?: string | null;

  @Field(() => [SettlementStateEnum], { nullable: true, description: "Only into these states." })
  to?: SettlementState[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Only taken at or after this." })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Only taken before this." })
  until?: Date | null;
}

@InputType("SettlementInput", { description: "A settlement that takes a step." })
export class SettlementInput extends IdempotentInput {
  @Field(() => ID, { description: "The settlement." })
  settlementId!: string;

  @Field(() => Int, {
    nullable: true,
    description: "Refused when the settlement has another version.",
  })
  expectedVersion?: number | null;
}

@InputType("SettlementReasonInput", { description: "A settlement that takes a step, and why." })
export class SettlementReasonInput extends SettlementInput {
  @Field(() => String, { description: "Why." })
  reason!: string;
}

@InputType("AdjustSettlementInput", { description: "A correction of a settlement, and why." })
export class AdjustSettlementInput {
  @Field(() => ID, { description: "The settlement." })
  settlementId!: string;

  @Field(() => Int64Scalar, {
    description: "In minor units of its currency; positive is owed to the partner.",
  })
  amountMinor!: bigint;

  @Field(() => String, { description: "Why." })
  reason!: string;

  @Field(() => Int, {
    nullable: true,
    description: "Refused when the settlement has another version.",
  })
  expectedVersion?: number | null;

  @Field(() => String, {
    description: "A text of your own, up to 255 characters: the same key moves the money once.",
  })
  idempotencyKey!: string;
}

@InputType("NetSettlementsInput", { description: "Settlements that are paid as one." })
export class NetSettlementsInput {
  @Field(() => [ID], { description: "The settlements, of one partner and currency." })
  settlementIds!: string[];

  @Field(() => String, {
    description: "A text of your own, up to 255 characters: the same key moves the money once.",
  })
  idempotencyKey!: string;
}
