import { Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../shared/graphql/connection.type.js";
import { enumOf } from "../shared/graphql/enum.js";
import { encodeId } from "../shared/graphql/global-id.js";
import { MoneyType } from "../shared/graphql/money.type.js";
import { Requires } from "../shared/graphql/requires.js";
import { Resolved } from "../shared/graphql/resolved.js";
import { CalendarDateScalar, CurrencyScalar, DateTimeScalar } from "../shared/graphql/scalars.js";
import type { Money } from "../shared/money.js";
import type { SettlementState, Transition } from "./settlement-state.rules.js";
import type { LoggedFigures } from "./settlement-transition.queries.js";
import { SettlementStateEnum } from "./settlement.type.js";

const StepNeedEnum = enumOf<NonNullable<Transition["needs"]>>(
  "SettlementStepNeed",
  "What has to be there for a step.",
  {
    PAYOUT_ACCOUNT: "Something that is due, and an account to pay it to.",
    CONFIRMATION: "The bank's confirmation.",
    NOTHING_DUE: "Nothing that is due, or owed still.",
  },
);

@Requires("settlement:read")
@ObjectType("SettlementStep", {
  simpleResolvers: true,
  description: "A step that a settlement may take by the credential that asks.",
})
export class SettlementStepType {
  @Field(() => SettlementStateEnum, { description: "Where it goes." })
  to!: SettlementState;

  @Field(() => String, { description: "The permission that it takes." })
  permission!: string;

  @Field(() => Boolean, { description: "Whether it takes a reason." })
  needsReason!: boolean;

  @Field(() => Boolean, { description: "Whether only those may take it who did not prepare it." })
  fourEyes!: boolean;

  @Field(() => StepNeedEnum, { nullable: true, description: "What else has to be there." })
  needs!: Transition["needs"];
}

@Requires("settlement:read")
@ObjectType("LoggedFigure", {
  simpleResolvers: true,
  description: "A figure of a settlement as the log keeps it.",
})
export class LoggedFigureType {
  @Field(() => String, { description: "Which, such as `dueMinor`." })
  name!: string;

  @Field(() => String, { nullable: true, description: "What it was; amounts in minor units." })
  value!: string | null;
}

@Requires("settlement:read")
@ObjectType("SettlementTransition", {
  simpleResolvers: true,
  description: "A step that a settlement took. Never changed.",
})
export class SettlementTransitionType {
  before!: LoggedFigures;
  after!: LoggedFigures;

  settlementId!: string;

  @Resolved<SettlementTransitionType>(({ settlementId }) => encodeId("stl", settlementId))
  @Field(() => ID, { description: "The settlement." })
  readonly settlement?: string;

  @Field(() => Int, { description: "Its number among the settlement's steps, from 1." })
  sequence!: number;

  @Field(() => SettlementStateEnum, { description: "From where." })
  from!: SettlementState;

  @Field(() => SettlementStateEnum, { description: "Where to." })
  to!: SettlementState;

  @Field(() => String, { description: "The permission that it took." })
  permission!: string;

  @Field(() => String, { nullable: true, description: "Why." })
  reason!: string | null;

  @Field(() => String, { description: "Who." })
  actorName!: string;

  @Field(() => DateTimeScalar, { description: "When." })
  at!: Date;

  @Resolved<SettlementTransitionType>(({ before }) => listed(before))
  @Field(() => [LoggedFigureType], { description: "The figures before it." })
  readonly figuresBefore?: LoggedFigureType[];

  @Resolved<SettlementTransitionType>(({ after }) => listed(after))
  @Field(() => [LoggedFigureType], { description: "The figures after it." })
  readonly figuresAfter?: LoggedFigureType[];
}

function listed(figures: LoggedFigures): LoggedFigureType[] {
  return Object.entries(figures).map(([name, value]) => ({ name, value }));
}

export const { connection: SettlementTransitionConnection } = connectionOf(
  SettlementTransitionType,
  "SettlementTransition",
  "steps of settlements",
);

@Requires("settlement:read")
@ObjectType("SettlementTotal", {
  simpleResolvers: true,
  description: "What the settlements of a list add up to in a currency.",
})
export class SettlementTotalType {
  payableMinor!: bigint;
  dueMinor!: bigint;
  carriedForwardMinor!: bigint;

  @Field(() => CurrencyScalar, { description: "The currency." })
  currency!: string;

  @Field(() => Int, { description: "How many settlements there are." })
  count!: number;

  @Resolved<SettlementTotalType>((row) => moneyOf(row, row.payableMinor))
  @Field(() => MoneyType, { description: "What their periods brought." })
  readonly payable?: Money;

  @Resolved<SettlementTotalType>((row) => moneyOf(row, row.dueMinor))
  @Field(() => MoneyType, { description: "What is to be paid." })
  readonly due?: Money;

  @Resolved<SettlementTotalType>((row) => moneyOf(row, row.carriedForwardMinor))
  @Field(() => MoneyType, { description: "What later ones take over." })
  readonly carriedForward?: Money;
}

function moneyOf({ currency }: { currency: string }, amountMinor: bigint): Money {
  return { amountMinor, currency };
}

@Requires("settlement:read")
@ObjectType("SettlementPeriod", {
  simpleResolvers: true,
  description: "A period of a contract, past or to come, with the moments of its settlement.",
})
export class SettlementPeriodType {
  @Field(() => CalendarDateScalar, { description: "The first day." })
  firstDay!: string;

  @Field(() => CalendarDateScalar, { description: "The last day." })
  lastDay!: string;

  @Field(() => DateTimeScalar, { description: "When it begins." })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: "When it ends, excluded." })
  endsAt!: Date;

  @Field(() => DateTimeScalar, { description: "The moment from which it is closed by itself." })
  closesAt!: Date;

  @Field(() => CalendarDateScalar, { description: "The day on which it is to be paid." })
  dueOn!: string;

  @Field(() => Int, { description: "The number of the version by which it is closed and paid." })
  contractVersion!: number;
}
