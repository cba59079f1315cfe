import { Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../shared/graphql/connection.type.js";
import { enumOf } from "../shared/graphql/enum.js";
import { encodeId, GlobalId } from "../shared/graphql/global-id.js";
import { MoneyType } from "../shared/graphql/money.type.js";
import { Node } from "../shared/graphql/node.type.js";
import { CommandPayload } from "../shared/graphql/payload.type.js";
import { Requires } from "../shared/graphql/requires.js";
import { Resolved } from "../shared/graphql/resolved.js";
import { CalendarDateScalar, CurrencyScalar, DateTimeScalar } from "../shared/graphql/scalars.js";
import type { Money } from "../shared/money.js";
import type { FrozenComponent } from "./settlement.queries.js";
import type { SettlementState } from "./settlement-state.rules.js";

export const SettlementStateEnum = enumOf<SettlementState>(
  "SettlementState",
  "Where a settlement is on its way from its period to its payout.",
  {
    OPEN: "Its period counts transactions.",
    CLOSING: "The boundary is written, its figures are being frozen.",
    CLOSED: "Its figures are frozen.",
    RECONCILED: "It agrees with what the partner says.",
    APPROVED: "A second person approved it.",
    PAYOUT_SCHEDULED: "It is paid with the next payout run.",
    IN_PAYOUT: "The bank was told to pay it.",
    PAID_OUT: "The bank confirmed the payout.",
    WITHHELD: "Its payout is held back.",
    DISPUTED: "Somebody disputes it.",
  },
);

/** A field with one of a row's amounts, in the row's currency; null until there is one. */
function Amount<Row extends { currency: string }>(
  description: string,
  amountOf: (row: Row) => bigint | null,
): PropertyDecorator {
  const resolved = Resolved<Row>((row) => {
    const amountMinor = amountOf(row);
    return amountMinor === null ? null : { amountMinor, currency: row.currency };
  });
  const field = Field(() => MoneyType, { nullable: true, description });
  return (target, key) => {
    field(target, key);
    resolved(target, key);
  };
}

@Requires("settlement:read")
@ObjectType("SettlementComponent", {
  simpleResolvers: true,
  description: "What a clause of a contract's version came to.",
})
export class SettlementComponentType {
  @Field(() => String, { description: "The clause." })
  clause!: string;

  @Field(() => Int, {
    nullable: true,
    description: "The number of the version; null for what an earlier period's reserve gave back.",
  })
  version!: number | null;

  @Field(() => MoneyType, { description: "Positive is owed to the partner." })
  effect!: Money;

  @Field(() => MoneyType, { description: "What the rounding account takes of it." })
  residual!: Money;
}

interface Components {
  components: FrozenComponent[] | null;
  currency: string;
}

@Requires("settlement:read")
@ObjectType("Settlement", {
  implements: Node,
  simpleResolvers: true,
  description: "What is owed under a contract for a period, from the period to the payout.",
})
export class SettlementType implements Node {
  @GlobalId("stl")
  id!: string;

  partnerId!: string;
  contractId!: string;
  nettingId!: string | null;
  components!: FrozenComponent[] | null;

  @Field(() => CurrencyScalar, { description: "The settlement currency." })
  currency!: string;

  @Field(() => CalendarDateScalar, { description: "The first day of the period." })
  firstDay!: string;

  @Field(() => CalendarDateScalar, { description: "The last day of the period." })
  lastDay!: string;

  @Field(() => DateTimeScalar, { description: "When the period begins." })
  periodStart!: Date;

  @Field(() => DateTimeScalar, { description: "When the period ends, excluded." })
  periodEnd!: Date;

  @Field(() => DateTimeScalar, { description: "The moment from which it is closed by itself." })
  closesAt!: Date;

  @Field(() => CalendarDateScalar, { description: "The day on which it is to be paid." })
  dueOn!: string;

  @Field(() => CalendarDateScalar, {
    description: "The day on which the money becomes available: that of its payout run, or due.",
  })
  availableOn!: string;

  @Field(() => SettlementStateEnum, { description: "Where it is on its way." })
  state!: SettlementState;

  @Resolved<Components>(({ components, currency }) => frozen(components, currency))
  @Field(() => [SettlementComponentType], {
    nullable: true,
    description: "The figures that were frozen when it closed, clause by clause.",
  })
  readonly figures?: SettlementComponentType[] | null;

  @Amount<SettlementType>("What the period itself brought.", (row) => row.payableMinor)
  readonly payable?: Money | null;

  @Amount<SettlementType>("What was still owed from before.", (row) => row.broughtForwardMinor)
  readonly broughtForward?: Money | null;

  @Amount<SettlementType>("What late transactions changed before.", (row) => row.correctionsMinor)
  readonly correctionSum?: Money | null;

  @Amount<SettlementType>("What people corrected.", (row) => row.adjustmentsMinor)
  readonly adjustmentSum?: Money | null;

  @Amount<SettlementType>("What is to be paid; negative is collected.", (row) => row.dueMinor)
  readonly due?: Money | null;

  @Amount<SettlementType>("What the next one takes over.", (row) => row.carriedForwardMinor)
  readonly carriedForward?: Money | null;

  payableMinor!: bigint | null;
  broughtForwardMinor!: bigint | null;
  correctionsMinor!: bigint | null;
  adjustmentsMinor!: bigint;
  dueMinor!: bigint | null;
  carriedForwardMinor!: bigint | null;

  @Resolved<SettlementType>((row) => row.nettingId !== null)
  @Field(() => Boolean, { description: "Whether it is paid as one with others of the partner." })
  readonly netted?: boolean;

  @Field(() => Int, { description: "How often it was changed, from 1." })
  version!: number;

  @Field(() => DateTimeScalar, { description: "When it was opened first." })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When its figures were frozen." })
  closedAt!: Date | null;
}

function frozen(
  components: FrozenComponent[] | null,
  currency: string,
): SettlementComponentType[] | null {
  if (!components) return null;
  return components.map(({ clause, version, effectMinor, residualMinor }) => ({
    clause,
    version,
    effect: { amountMinor: BigInt(effectMinor), currency },
    residual: { amountMinor: BigInt(residualMinor), currency },
  }));
}

export const { connection: SettlementConnection } = connectionOf(
  SettlementType,
  "Settlement",
  "settlements",
);

@Requires("settlement:read")
@ObjectType("Adjustment", {
  simpleResolvers: true,
  description: "A correction of a settlement by a person.",
})
export class AdjustmentType {
  amountMinor!: bigint;
  currency!: string;

  @Resolved<AdjustmentType>(({ amountMinor, currency }) => ({ amountMinor, currency }))
  @Field(() => MoneyType, { description: "Positive is owed to the partner." })
  readonly amount?: Money;

  @Field(() => String, { description: "Why." })
  reason!: string;

  @Field(() => String, { description: "Who." })
  actorName!: string;

  @Field(() => DateTimeScalar, { description: "When." })
  at!: Date;
}

@Requires("settlement:read")
@ObjectType("SettlementCorrection", {
  simpleResolvers: true,
  description: "What late transactions changed in an earlier period, paid with this settlement.",
})
export class SettlementCorrectionType {
  aboutId!: string;
  amountMinor!: bigint;
  currency!: string;

  @Resolved<SettlementCorrectionType>(({ aboutId }) => encodeId("stl", aboutId))
  @Field(() => ID, { description: "The settlement of the earlier period." })
  readonly aboutSettlementId?: string;

  @Resolved<SettlementCorrectionType>(({ amountMinor, currency }) => ({ amountMinor, currency }))
  @Field(() => MoneyType, { description: "Positive is owed to the partner." })
  readonly amount?: Money;
}

@Requires("public")
@ObjectType("SettlementPayload", {
  simpleResolvers: true,
  description: "The settlement as it is after the command, or why it was refused.",
})
export class SettlementPayload extends CommandPayload {
  @Field(() => SettlementType, { nullable: true, description: "The settlement as it is now." })
  settlement!: SettlementType | null;
}

@Requires("public")
@ObjectType("NetSettlementsPayload", {
  simpleResolvers: true,
  description: "The settlements that are paid as one, or why they are not.",
})
export class NetSettlementsPayload extends CommandPayload {
  @Field(() => [SettlementType], {
    nullable: true,
    description: "The settlements as they are now.",
  })
  settlements!: SettlementType[] | null;
}
