import { Field, ObjectType } from "type-graphql";
import { enumOf } from "../shared/graphql/enum.js";
import { GlobalId } from "../shared/graphql/global-id.js";
import { CommandPayload } from "../shared/graphql/payload.type.js";
import { Requires } from "../shared/graphql/requires.js";
import { CurrencyScalar, DateTimeScalar } from "../shared/graphql/scalars.js";
import type { PayoutScheme } from "./payout-account.rules.js";

export const PayoutSchemeEnum = enumOf<PayoutScheme>(
  "PayoutScheme",
  "How a bank account is named.",
  {
    IBAN: "By its IBAN (ISO 13616).",
    DOMESTIC: "By its number and its bank's code in a clearing system.",
  },
);

const PayoutAccountStateEnum = enumOf<"ACTIVE" | "REPLACED">(
  "PayoutAccountState",
  "Whether a payout account is in use.",
  { ACTIVE: "The partner is paid to it.", REPLACED: "Another took its place." },
);

@Requires("payout-account:read")
@ObjectType("PayoutAccount", {
  simpleResolvers: true,
  description: "Where a partner is paid in a currency.",
})
export class PayoutAccountType {
  @GlobalId("bnk")
  id!: string;

  @Field(() => CurrencyScalar, { description: "The currency in which it is paid to." })
  currency!: string;

  @Field(() => String, {
    description: "Whose account it is, masked; `revealPayoutAccount` has the name.",
  })
  holderName!: string;

  @Field(() => PayoutSchemeEnum, { description: "How it is named." })
  scheme!: PayoutScheme;

  @Field(() => String, { nullable: true, description: "The bank's BIC." })
  bic!: string | null;

  @Field(() => String, { nullable: true, description: "The clearing system of the bank's code." })
  clearingSystem!: string | null;

  @Field(() => String, { nullable: true, description: "The bank's code in its clearing system." })
  bankCode!: string | null;

  @Field(() => String, {
    description:
      "The number with all but its last four places hidden; `revealPayoutAccount` has it.",
  })
  numberMasked!: string;

  @Field(() => PayoutAccountStateEnum, { description: "Whether it is in use." })
  state!: "ACTIVE" | "REPLACED";

  @Field(() => DateTimeScalar, { description: "When it was added." })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When another took its place." })
  replacedAt!: Date | null;
}

@Requires("public")
@ObjectType("AddPayoutAccountPayload", {
  simpleResolvers: true,
  description: "The account that was added, or why none was.",
})
export class AddPayoutAccountPayload extends CommandPayload {
  @Field(() => PayoutAccountType, { nullable: true, description: "The account." })
  payoutAccount!: PayoutAccountType | null;
}

@Requires("public")
@ObjectType("RevealPayoutAccountPayload", {
  simpleResolvers: true,
  description: "An account's holder and number, or why they are not shown.",
})
export class RevealPayoutAccountPayload extends CommandPayload {
  @Requires("payout-account:read-full")
  @Field(() => String, { nullable: true, description: "Whose account it is." })
  holderName!: string | null;

  @Requires("payout-account:read-full")
  @Field(() => String, { nullable: true, description: "The whole number." })
  number!: string | null;
}
