import { Field, ID, InputType } from "type-graphql";
import { IdempotentInput } from "../shared/graphql/command.input.js";
import { enumOf } from "../shared/graphql/enum.js";
import { CalendarDateScalar, CurrencyScalar } from "../shared/graphql/scalars.js";
import { sortedPage } from "../shared/graphql/sorted-page.type.js";
import type { PaymentCharacters } from "./credit-transfer.rules.js";
import type { PayoutScheme } from "./payout-account.rules.js";
import { PayoutSchemeEnum } from "./payout-account.type.js";
import type { PayoutState } from "./payout.queries.js";
import { PayoutStateEnum } from "./payout.type.js";

export const PayoutPageArgs = sortedPage({
  name: "Payout",
  plural: "payouts",
  by: { CREATED_AT: "The time at which it was scheduled." },
  otherwise: "the newest",
});

@InputType("BankAccountInput", { description: "A bank account." })
export class BankAccountFields {
  @Field(() => String, { description: "Whose account it is, up to 70 characters." })
  holderName!: string;

  @Field(() => PayoutSchemeEnum, { description: "How it is named." })
  scheme!: PayoutScheme;

  @Field(() => String, { description: "The IBAN, or the number. Spaces and hyphens do not count." })
  number!: string;

  @Field(() => String, { nullable: true, description: "The bank's BIC." })
  bic?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The clearing system that the bank's code is of, such as `KRBOK` or `USABA`.",
  })
  clearingSystem?: string | null;

  @Field(() => String, { nullable: true, description: "The bank's code in its clearing system." })
  bankCode?: string | null;
}

@InputType("AddPayoutAccountInput", { description: "Where a partner is paid in a currency." })
export class AddPayoutAccountInput extends IdempotentInput {
  @Field(() => ID, { description: "The partner." })
  partnerId!: string;

  @Field(() => CurrencyScalar, { description: "The currency in which it is paid to." })
  currency!: string;

  @Field(() => BankAccountFields, { description: "The account." })
  account!: BankAccountFields;
}

@InputType("RevealPayoutAccountInput", { description: "An account whose number is read whole." })
export class RevealPayoutAccountInput extends IdempotentInput {
  @Field(() => ID, { description: "The account." })
  payoutAccountId!: string;

  @Field(() => String, { description: "Why it has to be read; it is on record." })
  reason!: string;
}

const PaymentCharactersEnum = enumOf<PaymentCharacters>(
  "PaymentCharacters",
  "Which characters a bank takes in payment files.",
  {
    LATIN: "Those of the SEPA rule books; letters with accents lose them.",
    UNICODE: "All, as banks do whose customers' names are not Latin.",
  },
);

@InputType("CreatePayoutRunInput", { description: "What is paid, when, and from which account." })
export class CreatePayoutRunInput {
  @Field(() => CurrencyScalar, { description: "The currency." })
  currency!: string;

  @Field(() => CalendarDateScalar, {
    description: "The day on which the bank pays. What is due up to it is paid.",
  })
  executeOn!: string;

  @Field(() => BankAccountFields, { description: "The account that is paid from." })
  debtor!: BankAccountFields;

  @Field(() => PaymentCharactersEnum, {
    defaultValue: PaymentCharactersEnum.LATIN,
    description: "Which characters the bank takes.",
  })
  characters!: PaymentCharacters;

  @Field(() => String, {
    description: "A text of your own, up to 255 characters: the same key makes one run only.",
  })
  idempotencyKey!: string;
}

@InputType("ReadPayoutReportInput", { description: "What a bank says of a payout run." })
export class ReadPayoutReportInput extends IdempotentInput {
  @Field(() => String, { description: "The bank's message as it came: ISO 20022 pain.002." })
  report!: string;
}

@InputType("PayoutFilter", { description: "Which payouts a list has. All conditions apply." })
export class PayoutFilterInput {
  @Field(() => [PayoutStateEnum], { nullable: true, description: "Only in these states." })
  states?: PayoutState[] | null;

  @Field(() => ID, { nullable: true, description: "Only to this partner." })
  partnerId?: string | null;

  @Field(() => ID, { nullable: true, description: "Only with this run." })
  payoutRunId?: string | null;

  @Field(() => CurrencyScalar, { nullable: true, description: "Only in this currency." })
  currency?: string | null;

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

export const PayoutRunPageArgs = sortedPage({
  name: "PayoutRun",
  plural: "payout runs",
  by: { CREATED_AT: "The time at which it was made." },
  otherwise: "the newest",
});

@InputType("PayoutRunFilter", {
  description: "Which payout runs a list has. All conditions apply.",
})
export class PayoutRunFilterInput {
  @Field(() => CurrencyScalar, { nullable: true, description: "Only in this currency." })
  currency?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: "Paid on this day or later." })
  executeFrom?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: "Paid on this day or earlier." })
  executeTo?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the bank has yet to tell of some of its payouts.",
  })
  isOpen?: boolean | null;
}
