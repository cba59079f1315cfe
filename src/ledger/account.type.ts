import { Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "../shared/graphql/connection.type.js";
import { enumOf } from "../shared/graphql/enum.js";
import { GlobalId, encodeId } from "../shared/graphql/global-id.js";
import { MoneyType } from "../shared/graphql/money.type.js";
import { Node } from "../shared/graphql/node.type.js";
import { CommandPayload } from "../shared/graphql/payload.type.js";
import { Requires } from "../shared/graphql/requires.js";
import { Resolved } from "../shared/graphql/resolved.js";
import { CurrencyScalar, DateTimeScalar, Int64Scalar } from "../shared/graphql/scalars.js";
import type { Money } from "../shared/money.js";
import { normalMinor } from "./balance.rules.js";
import type { BalanceFigures } from "./balance.rules.js";
import type { Side } from "./posting-model.rules.js";

export const SideEnum = enumOf<Side>("Side", "A side of an account.", {
  DEBIT: "What goes out of the account.",
  CREDIT: "What comes into the account.",
});

export type AccountOpenness = "OPEN" | "CLOSED";

export const AccountStateEnum = enumOf<AccountOpenness>("AccountState", "Whether it is in use.", {
  OPEN: "It takes entries.",
  CLOSED: "It takes no entries any more; its history stays.",
});

@Requires("ledger:read")
@ObjectType("Balance", {
  simpleResolvers: true,
  description: "What an account holds, in the sign of its normal side.",
})
export class BalanceType implements BalanceFigures {
  currency!: string;
  normalSide!: Side;
  balance!: bigint;
  pendingDebit!: bigint;
  pendingCredit!: bigint;

  @Resolved<BalanceFigures>((b) => money(b, normalMinor(b, b.balance)))
  @Field(() => MoneyType, { description: "What is posted." })
  readonly posted?: Money;

  @Resolved<BalanceFigures>((b) => money(b, b.pendingDebit))
  @Field(() => MoneyType, { description: "What holds will take out when they are captured." })
  readonly pendingOut?: Money;

  @Resolved<BalanceFigures>((b) => money(b, b.pendingCredit))
  @Field(() => MoneyType, { description: "What holds will bring in when they are captured." })
  readonly pendingIn?: Money;

  @Resolved<BalanceFigures>((b) =>
    money(
      b,
      normalMinor(b, b.balance) - (b.normalSide === "CREDIT" ? b.pendingDebit : b.pendingCredit),
    ),
  )
  @Field(() => MoneyType, { description: "What is posted less what is on hold." })
  readonly available?: Money;

  @Field(() => Int64Scalar, {
    description: "The number of the account's last entry: 1, 2, 3 ... without a gap.",
  })
  version!: bigint;
}

function money({ currency }: { currency: string }, amountMinor: bigint): Money {
  return { amountMinor, currency };
}

@Requires("ledger:read")
@ObjectType("Account", {
  implements: Node,
  simpleResolvers: true,
  description: "A balance in one currency, with one purpose.",
})
export class AccountType implements Node {
  @GlobalId("acc")
  id!: string;

  partnerId!: string | null;

  @Field(() => String, { description: "What it is for, such as `PARTNER_CURRENT`." })
  purpose!: string;

  @Field(() => String, {
    description: "Tells accounts of one purpose apart, such as the customer's id on a wallet.",
  })
  reference!: string;

  @Field(() => CurrencyScalar, { description: "Its currency." })
  currency!: string;

  @Field(() => SideEnum, { description: "The side on which it grows." })
  normalSide!: Side;

  @Field(() => AccountStateEnum, { description: "Whether it takes entries." })
  state!: AccountOpenness;

  floorMinor!: bigint | null;

  @Resolved<AccountType>((a) => (a.floorMinor === null ? null : money(a, a.floorMinor)))
  @Field(() => MoneyType, {
    nullable: true,
    description: "What the available balance never falls below; null where there is no limit.",
  })
  readonly floor?: Money | null;

  balance!: bigint;
  pendingDebit!: bigint;
  pendingCredit!: bigint;
  version!: bigint;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When its last entry was posted; null before the first.",
  })
  lastPostedAt!: Date | null;

  @Field(() => DateTimeScalar, { description: "When it was opened." })
  createdAt!: Date;
}

export const { connection: AccountConnection } = connectionOf(AccountType, "Account", "accounts");

@Requires("ledger:read")
@ObjectType("Entry", {
  simpleResolvers: true,
  description: "One account's side of a transfer.",
})
export class EntryType {
  accountId!: string;
  transferId!: string;
  currency!: string;
  normalSide!: Side;
  amount!: bigint;
  balance!: bigint;
  pendingDebit!: bigint;
  pendingCredit!: bigint;

  @Field(() => Int64Scalar, { description: "Its number on the account, from 1 without a gap." })
  version!: bigint;

  @Resolved<EntryType>((e) => money(e, normalMinor(e, e.amount)))
  @Field(() => MoneyType, {
    description: "What it changed, in the sign of the account's normal side; zero for a hold.",
  })
  readonly change?: Money;

  @Resolved<EntryType>((e) => e)
  @Field(() => BalanceType, { description: "The account's balance right after it." })
  readonly balanceAfter?: BalanceType;

  @Resolved<EntryType>((e) => encodeId("trf", e.transferId))
  @Field(() => ID, { description: "The transfer that it is a side of." })
  readonly transfer?: string;

  @Field(() => DateTimeScalar, { description: "The world's time of the transaction." })
  occurredAt!: Date;

  @Field(() => DateTimeScalar, { description: "When it was posted." })
  postedAt!: Date;
}

export const { connection: EntryConnection } = connectionOf(EntryType, "Entry", "entries");

@Requires("public")
@ObjectType("AccountPayload", {
  simpleResolvers: true,
  description: "The account as it is now, or why the command was refused.",
})
export class AccountPayload extends CommandPayload {
  @Field(() => AccountType, { nullable: true, description: "The account." })
  account!: AccountType | null;
}
