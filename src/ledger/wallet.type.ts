import { Field, ObjectType } from "type-graphql";
import { MoneyType } from "../shared/graphql/money.type.js";
import { CommitPayload } from "../shared/graphql/commit-payload.type.js";
import { Requires } from "../shared/graphql/requires.js";
import type { Money } from "../shared/money.js";
import { PostingStatusEnum } from "./transaction.type.js";
import type { PostingStatus } from "./transaction.type.js";

@Requires("ledger:read")
@ObjectType("Wallet", { simpleResolvers: true, description: "A customer's money in one currency." })
export class WalletType {
  @Field(() => String, { description: "Whose it is." })
  customerId!: string;

  @Field(() => MoneyType, { description: "What it holds." })
  posted!: Money;

  @Field(() => MoneyType, { description: "What of it is not reserved." })
  available!: Money;
}

@Requires("public")
@ObjectType("WalletPayload", {
  simpleResolvers: true,
  description: "The wallet right after the movement, or why it was refused.",
})
export class WalletPayload extends CommitPayload {
  transactionId?: string;

  @Field(() => PostingStatusEnum, { nullable: true, description: "Whether the movement is new." })
  status!: PostingStatus | null;

  @Field(() => WalletType, {
    nullable: true,
    description: "The wallet right after this very movement, also when it is asked again.",
  })
  wallet!: WalletType | null;
}
