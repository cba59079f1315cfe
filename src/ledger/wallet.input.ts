import { Field, ID, InputType } from "type-graphql";
import { CurrencyScalar, DateTimeScalar, Int64Scalar } from "../shared/graphql/scalars.js";

@InputType("OpenWalletInput", { description: "Whose wallet, in which currency." })
export class OpenWalletInput {
  @Field(() => String, { description: "The customer: up to 200 characters." })
  customerId!: string;

  @Field(() => CurrencyScalar, { description: "Its currency." })
  currency!: string;
}

/** What every wallet call says. */
@InputType()
export abstract class WalletCallInput {
  @Field(() => ID, { description: "The provider that calls." })
  partnerId!: string;

  @Field(() => String, {
    description:
      "The provider's id of this very movement: the same again gets the same answer and has no " +
      "second effect, with other content it is refused.",
  })
  externalId!: string;

  @Field(() => String, { description: "Whose wallet." })
  customerId!: string;

  @Field(() => CurrencyScalar, { description: "The wallet's currency." })
  currency!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "The world's time; the time of receipt when it is left out.",
  })
  occurredAt?: Date | null;

  @Field(() => String, { nullable: true, description: "The provider's round or bet." })
  reference?: string | null;
}

@InputType("DebitWalletInput", { description: "What is taken from a wallet." })
export class DebitWalletInput extends WalletCallInput {
  @Field(() => Int64Scalar, { description: "How much, above zero, in minor units." })
  amountMinor!: bigint;
}

@InputType("CreditWalletInput", { description: "What is paid into a wallet." })
export class CreditWalletInput extends WalletCallInput {
  @Field(() => Int64Scalar, { description: "How much, above zero, in minor units." })
  amountMinor!: bigint;
}

@InputType("RollbackWalletInput", { description: "Which movement of a wallet is undone." })
export class RollbackWalletInput extends WalletCallInput {
  @Field(() => String, { description: "The external id of the debit or credit." })
  originalExternalId!: string;
}
