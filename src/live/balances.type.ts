import { createUnionType, Field, ID, ObjectType } from "type-graphql";
import { BalanceType } from "../ledger/index.js";
import { enumOf } from "../shared/graphql/enum.js";
import { encodeId } from "../shared/graphql/global-id.js";
import { Requires } from "../shared/graphql/requires.js";
import { Resolved } from "../shared/graphql/resolved.js";
import { CurrencyScalar, DateTimeScalar, Int64Scalar } from "../shared/graphql/scalars.js";
import type { AccountChange } from "./account-change.js";
import type { Delivery } from "./balance-member.js";
import { HeartbeatType, kindOf, LiveItemType, ResyncType } from "./live-item.type.js";
import type { AccountSnapshot } from "./read-accounts.queries.js";

export const DeliveryEnum = enumOf<Delivery>("Delivery", "What a client gets that is slow.", {
  STATE: "The newest: changes of an account are merged into one.",
  EVENTS: "Each commit's change, as long as the queue holds; then a `Resync`.",
});

@Requires("ledger:read")
@ObjectType("AccountBalance", {
  simpleResolvers: true,
  description: "An account and its balance at a moment of the stream.",
})
export class AccountBalanceType {
  partnerId!: string | null;
  accountId!: string;
  version!: number;
  postedAt!: number | null;

  @Resolved<AccountSnapshot>(({ accountId }) => encodeId("acc", accountId))
  @Field(() => ID, { description: "The account." })
  readonly id?: string;

  @Resolved<AccountSnapshot>(({ partnerId }) => partnerId && encodeId("ptr", partnerId))
  @Field(() => ID, {
    name: "partnerId",
    nullable: true,
    description: "The partner it belongs to; null for the platform's own.",
  })
  readonly partner?: string | null;

  @Field(() => String, { description: "What it is for, such as `PARTNER_CURRENT`." })
  purpose!: string;

  @Field(() => CurrencyScalar, { description: "Its currency." })
  currency!: string;

  @Resolved<AccountSnapshot>((account) => account)
  @Field(() => BalanceType, { description: "What it holds, with its version." })
  readonly balance?: BalanceType;

  @Resolved<AccountSnapshot>(({ postedAt }) => (postedAt === null ? null : new Date(postedAt)))
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When its last entry was posted; null before the first.",
  })
  readonly lastPostedAt?: Date | null;
}

@Requires("ledger:read")
@ObjectType("BalanceChange", {
  simpleResolvers: true,
  description: "A step of one account, from one version to a later one.",
})
export class BalanceChangeType {
  @Field(() => Int64Scalar, {
    description: "The version before: that of the item before about this account.",
  })
  fromVersion!: number;

  @Resolved<AccountChange>(({ after }) => after.version)
  @Field(() => Int64Scalar, { description: "The version after." })
  readonly version?: number;

  @Resolved<AccountChange>(({ after }) => after)
  @Field(() => AccountBalanceType, { description: "The account after it." })
  readonly account?: AccountBalanceType;

  @Resolved<AccountChange>(({ transactionId }) => encodeId("txn", transactionId))
  @Field(() => ID, { name: "transactionId", description: "The transaction that caused it." })
  readonly cause?: string;
}

@Requires("ledger:read")
@ObjectType("BalancesSnapshot", {
  implements: LiveItemType,
  simpleResolvers: true,
  description: "The state of the selected accounts, or a part of it.",
})
export class BalancesSnapshotType extends LiveItemType {
  @Field(() => [AccountBalanceType], { description: "At most 500 accounts." })
  balances!: readonly AccountBalanceType[];

  @Field(() => Boolean, {
    description: "Whether this is the last part: the snapshot now replaces what the client holds.",
  })
  complete!: boolean;
}

@Requires("ledger:read")
@ObjectType("BalancesChanged", {
  implements: LiveItemType,
  simpleResolvers: true,
  description: "What commits did to the selected accounts.",
})
export class BalancesChangedType extends LiveItemType {
  @Field(() => [BalanceChangeType], { description: "At most 500, each continuing the one before." })
  changes!: readonly BalanceChangeType[];
}

export const BalancesItemUnion = createUnionType({
  name: "BalancesItem",
  description: "An item of the balances' stream.",
  types: () => [BalancesSnapshotType, BalancesChangedType, HeartbeatType, ResyncType] as const,
  resolveType: kindOf,
});
