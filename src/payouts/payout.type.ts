import { Field, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../shared/graphql/connection.type.js";
import { enumOf } from "../shared/graphql/enum.js";
import { GlobalId } from "../shared/graphql/global-id.js";
import { MoneyType } from "../shared/graphql/money.type.js";
import { Node } from "../shared/graphql/node.type.js";
import { CommandPayload } from "../shared/graphql/payload.type.js";
import { Requires } from "../shared/graphql/requires.js";
import { Resolved } from "../shared/graphql/resolved.js";
import { CalendarDateScalar, CurrencyScalar, DateTimeScalar } from "../shared/graphql/scalars.js";
import type { Money } from "../shared/money.js";
import type { PayoutState } from "./payout.queries.js";

export const PayoutStateEnum = enumOf<PayoutState>("PayoutState", "What became of a payout.", {
  IN_PAYOUT: "The bank was told to pay it.",
  PAID_OUT: "The bank confirmed it.",
  FAILED: "The bank did not pay it; its settlements are approved again.",
});

@Requires("settlement:read")
@ObjectType("Payout", {
  implements: Node,
  simpleResolvers: true,
  description: "What a partner is paid with a run, for one settlement or several as one.",
})
export class PayoutType implements Node {
  @GlobalId("pay")
  id!: string;

  partnerId!: string;
  amountMinor!: bigint;
  currency!: string;

  @Resolved<PayoutType>(({ amountMinor, currency }) => ({ amountMinor, currency }))
  @Field(() => MoneyType, { description: "How much." })
  readonly amount?: Money;

  @Field(() => String, { description: "By which the bank calls it." })
  endToEndId!: string;

  @Field(() => CalendarDateScalar, { description: "The day on which it was due." })
  dueOn!: string;

  @Field(() => PayoutStateEnum, { description: "What became of it." })
  state!: PayoutState;

  @Field(() => String, { nullable: true, description: "The bank's code, such as `ACSC`." })
  bankStatus!: string | null;

  @Field(() => String, { nullable: true, description: "Why the bank did not pay it." })
  bankReason!: string | null;

  @Field(() => DateTimeScalar, { description: "When the bank was told." })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it came to an end." })
  finishedAt!: Date | null;
}

export const { connection: PayoutConnection } = connectionOf(PayoutType, "Payout", "payouts");

@Requires("settlement:read")
@ObjectType("PayoutRun", {
  implements: Node,
  simpleResolvers: true,
  description: "One payment file for the bank.",
})
export class PayoutRunType implements Node {
  @GlobalId("run")
  id!: string;

  totalMinor!: bigint;

  @Field(() => CurrencyScalar, { description: "The currency." })
  currency!: string;

  @Field(() => CalendarDateScalar, { description: "The day on which the bank pays." })
  executeOn!: string;

  @Field(() => String, { description: "The id of the message, by which reports name it." })
  messageId!: string;

  @Field(() => Int, { description: "How many payouts it has." })
  payouts!: number;

  @Resolved<PayoutRunType>(({ totalMinor: amountMinor, currency }) => ({ amountMinor, currency }))
  @Field(() => MoneyType, { description: "What it pays in all." })
  readonly total?: Money;

  @Field(() => DateTimeScalar, { description: "When it was made." })
  createdAt!: Date;
}

export const { connection: PayoutRunConnection } = connectionOf(
  PayoutRunType,
  "PayoutRun",
  "payout runs",
);

@Requires("settlement:read")
@ObjectType("PayoutTotal", {
  simpleResolvers: true,
  description: "What the payouts of a list add up to in a currency.",
})
export class PayoutTotalType {
  amountMinor!: bigint;

  @Field(() => CurrencyScalar, { description: "The currency." })
  currency!: string;

  @Field(() => Int, { description: "How many payouts there are." })
  count!: number;

  @Resolved<PayoutTotalType>(({ amountMinor, currency }) => ({ amountMinor, currency }))
  @Field(() => MoneyType, { description: "How much they are in all." })
  readonly amount?: Money;
}

@Requires("public")
@ObjectType("PayoutRunPayload", {
  simpleResolvers: true,
  description: "The payout run, or why the command was refused.",
})
export class PayoutRunPayload extends CommandPayload {
  @Field(() => PayoutRunType, { nullable: true, description: "The run." })
  payoutRun!: PayoutRunType | null;
}
