import { Field, ID, Int, ObjectType } from "type-graphql";
import { enumOf } from "../shared/graphql/enum.js";
import { encodeId } from "../shared/graphql/global-id.js";
import { MoneyType } from "../shared/graphql/money.type.js";
import { Requires } from "../shared/graphql/requires.js";
import { Resolved } from "../shared/graphql/resolved.js";
import { CalendarDateScalar, CurrencyScalar, Int64Scalar } from "../shared/graphql/scalars.js";
import { DateTimeScalar } from "../shared/graphql/scalars.js";
import type { Money } from "../shared/money.js";
import { exactText } from "./exact.rules.js";
import { textOf, type ExplainedComponent } from "./explain.rules.js";
import { parseInput } from "./input.rules.js";
import type { TraceLine } from "./trace.rules.js";

export const ComponentKindEnum = enumOf<ExplainedComponent["kind"]>(
  "ComponentKind",
  "What a figure of a position is.",
  {
    REVENUE_SHARE: "A share of a basis.",
    PERCENTAGE_FEE: "A percentage of a basis.",
    PRINCIPAL: "The basis itself: what one side collected for the other.",
    PER_ITEM_FEE: "A price for each of what was counted.",
    FIXED_FEE: "An amount for the period.",
    MINIMUM_GUARANTEE: "What tops up to a minimum, or earns back what was advanced.",
    CAP: "What is taken back beyond a maximum.",
    ROLLING_RESERVE: "What is held back.",
    VAT: "Value added tax.",
    WITHHOLDING: "A tax that is kept back for the office.",
    SERVICE_CREDIT: "What is given back because too much went wrong.",
    RESERVE_RELEASE: "What an earlier period held back and this one releases.",
  },
);

export const LineKindEnum = enumOf<TraceLine["is"]>("ExplanationLineKind", "What a line says.", {
  INPUT: "A total that was counted.",
  STEP: "A step of a basis, and what stands after it.",
  CLAUSE: "What an earlier clause brought.",
  TIER: "The part within a tier, times its rate or price.",
  RATE: "A rate of something.",
  AMOUNT: "An amount that the terms or an earlier period give.",
  LINES: "The sum of lines that were rounded each for itself.",
  ROUNDED: "How the figure was rounded.",
  LESS: "What follows was settled before and is taken off.",
});

type TierLine = Extract<TraceLine, { is: "TIER" }>;

@Requires("settlement:read")
@ObjectType("ExplanationTier", {
  simpleResolvers: true,
  description: "What a tier brought. Amounts are exact, in minor units.",
})
export class ExplanationTierType {
  @Field(() => String, { description: "Where it begins, included." })
  from!: string;

  @Field(() => String, { nullable: true, description: "Where it ends, excluded; null is never." })
  to!: string | null;

  @Resolved<TierLine>(({ part }) => exactText(part))
  @Field(() => String, { description: "How much lies within it." })
  readonly part?: string;

  @Field(() => String, { description: "Its rate or price." })
  factor!: string;

  @Resolved<TierLine>(({ value }) => exactText(value))
  @Field(() => String, { description: "The one times the other." })
  readonly value?: string;
}

@Requires("settlement:read")
@ObjectType("ExplanationLine", {
  simpleResolvers: true,
  description: "A line of arithmetic of how a figure came about, in the order in which it is done.",
})
export class ExplanationLineType {
  @Resolved<TraceLine>(({ is }) => is)
  @Field(() => LineKindEnum, { description: "What it says." })
  readonly kind?: TraceLine["is"];

  @Resolved<TraceLine>((line) => textOf(line))
  @Field(() => String, { description: "The line as people read it; amounts in minor units." })
  readonly text?: string;

  @Resolved<TraceLine>((line) => (line.is === "INPUT" ? line.input : null))
  @Field(() => String, {
    nullable: true,
    description: "The total that it counted: `<type>:<direction>:<currency>`.",
  })
  readonly input?: string | null;

  @Resolved<TraceLine>((line) => (line.is === "TIER" ? line : null))
  @Field(() => ExplanationTierType, { nullable: true, description: "What its tier brought." })
  readonly tier?: ExplanationTierType | null;
}

@Requires("settlement:read")
@ObjectType("PositionComponent", {
  simpleResolvers: true,
  description: "A figure of a position: what a clause of a version came to.",
})
export class PositionComponentType {
  @Field(() => String, { description: "The clause of the terms." })
  clause!: string;

  @Field(() => ComponentKindEnum, { description: "What it is." })
  kind!: ExplainedComponent["kind"];

  @Field(() => Int, { description: "The number of the contract's version." })
  version!: number;

  @Resolved<ExplainedComponent>((c) => money(c.currency, c.amountMinor))
  @Field(() => MoneyType, { description: "The clause's own figure, for whom it is for." })
  readonly amount?: Money;

  @Resolved<ExplainedComponent>((c) => money(c.currency, c.effectMinor))
  @Field(() => MoneyType, { description: "What it does to the payable." })
  readonly effect?: Money;

  @Resolved<ExplainedComponent>((c) => money(c.currency, c.residualMinor))
  @Field(() => MoneyType, { description: "What the rounding account takes." })
  readonly residual?: Money;

  @Resolved<ExplainedComponent>(({ lines }) => lines)
  @Field(() => [ExplanationLineType], { description: "How it came about." })
  readonly explanation?: ExplanationLineType[];
}

@Requires("settlement:read")
@ObjectType("PositionTotal", {
  simpleResolvers: true,
  description: "What a position has counted of one kind of transactions.",
})
export class PositionTotalType {
  @Field(() => Int, { description: "The number of the contract's version." })
  version!: number;

  @Field(() => String, { description: "What: `<type>:<direction>:<currency>`." })
  input!: string;

  @Resolved<PositionTotalType>(({ input, amountMinor }) => {
    const currency = parseInput(input)?.currency;
    return currency === undefined ? null : { amountMinor, currency };
  })
  @Field(() => MoneyType, {
    nullable: true,
    description: "The sum; null where it is kept in finer units, as at daily rates.",
  })
  readonly amount?: MoneyType | null;

  @Field(() => Int64Scalar, {
    description: "The sum, in minor units of that currency.",
    deprecationReason: "Since 2026-11-23 until 2027-05-31: use amount",
  })
  amountMinor!: bigint;

  @Field(() => Int64Scalar, { description: "How many there are." })
  count!: bigint;
}

/** A position as it is shown. */
export interface PositionView {
  contractId: string;
  currency: string;
  firstDay: string;
  lastDay: string;
  startsAt: Date;
  endsAt: Date;
  isClosed: boolean;
  version: number;
  payableMinor: bigint;
  residualMinor: bigint;
  broughtForwardMinor: bigint;
  components: ExplainedComponent[];
  totals: PositionTotalType[];
}

@Requires("settlement:read")
@ObjectType("Position", {
  simpleResolvers: true,
  description: "What has been earned under a contract in a period, as if it closed now.",
})
export class PositionType {
  @Resolved<PositionView>(({ contractId }) => encodeId("ctr", contractId))
  @Field(() => ID, { description: "The contract." })
  readonly contract?: string;

  @Field(() => CurrencyScalar, { description: "The settlement currency." })
  currency!: string;

  @Field(() => CalendarDateScalar, { description: "The first day of the period." })
  firstDay!: string;

  @Field(() => CalendarDateScalar, { description: "The last day of the period." })
  lastDay!: string;

  @Field(() => DateTimeScalar, { description: "The first moment of the period." })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: "The first moment after the period." })
  endsAt!: Date;

  @Field(() => Boolean, { description: "Whether the period is closed." })
  isClosed!: boolean;

  @Field(() => Int, { description: "How many commits changed it." })
  version!: number;

  @Resolved<PositionView>((p) => money(p.currency, p.payableMinor))
  @Field(() => MoneyType, { description: "What is owed to the partner; negative is owed by it." })
  readonly payable?: Money;

  @Resolved<PositionView>((p) => money(p.currency, p.residualMinor))
  @Field(() => MoneyType, { description: "What the rounding account takes." })
  readonly residual?: Money;

  @Resolved<PositionView>((p) => money(p.currency, p.broughtForwardMinor))
  @Field(() => MoneyType, { description: "What earlier periods left owing; negative or zero." })
  readonly broughtForward?: Money;

  @Field(() => [PositionComponentType], { description: "Its figures, each with its arithmetic." })
  components!: PositionComponentType[];

  @Field(() => [PositionTotalType], { description: "What it has counted." })
  totals!: PositionTotalType[];
}

function money(currency: string, amountMinor: bigint): Money {
  return { amountMinor, currency };
}
