import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { PartnerType } from "../partners/index.js";
import { describedCommand } from "../shared/graphql/described-command.js";
import { decodeId } from "../shared/graphql/global-id.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { addPayoutAccount } from "./add-payout-account.js";
import {
  AddPayoutAccountPayload,
  PayoutAccountType,
  RevealPayoutAccountPayload,
} from "./payout-account.type.js";
import { AddPayoutAccountInput, RevealPayoutAccountInput } from "./payout.input.js";
import { findPayoutAccounts } from "./find-payout-accounts.js";
import { accountsOfPartner } from "./payout.loader.js";
import { revealPayoutAccount } from "./reveal-payout-account.js";

@Resolver(() => PartnerType)
export class PayoutAccountResolver {
  @Requires("payout-account:read")
  @FieldResolver(() => [PayoutAccountType], {
    description: "Where the partner is paid; accounts that were replaced come last.",
  })
  payoutAccounts(
    @Root() partner: PartnerType,
    @Ctx() ctx: RequestContext,
  ): Promise<PayoutAccountType[]> {
    return ctx.loaders.load(ctx, accountsOfPartner, partner.id);
  }

  @Requires("payout-account:read-full")
  @Query(() => [PayoutAccountType], {
    description: "The accounts with a whole number, of any partner. It is on record.",
  })
  async payoutAccountsByNumber(
    @Arg("number", () => String, { description: "The IBAN or number, as it is written." })
    number: string,
    @Ctx() ctx: RequestContext,
  ): Promise<PayoutAccountType[]> {
    return findPayoutAccounts(ctx, number);
  }

  @Requires("payout-account:create")
  @Mutation(() => AddPayoutAccountPayload, {
    description: describedCommand(
      "Says where a partner is paid in a currency. An account before it stays on record.",
      'addPayoutAccount(input: { partnerId: "ptr_019a...", currency: "EUR", account: { ' +
        'holderName: "Star Games", scheme: IBAN, number: "DE89 3704 0044 0532 0130 00" } }) ' +
        "{ payoutAccount { id numberMasked } userErrors { code message path } }",
    ),
  })
  async addPayoutAccount(
    @Arg("input", () => AddPayoutAccountInput, { description: "Whose, and which account." })
    { account, ...input }: AddPayoutAccountInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AddPayoutAccountPayload> {
    const partnerId = decodeId("ptr", input.partnerId, ["partnerId"]);
    return { payoutAccount: await addPayoutAccount(ctx, { ...input, ...account, partnerId }) };
  }

  @Requires("payout-account:read-full")
  @Mutation(() => RevealPayoutAccountPayload, {
    description: describedCommand(
      "Reads an account's holder and number whole. Who did, and why, is in the audit trail.",
      'revealPayoutAccount(input: { payoutAccountId: "bnk_019a...", reason: "bank asks" }) ' +
        "{ holderName number userErrors { code message path } }",
    ),
  })
  async revealPayoutAccount(
    @Arg("input", () => RevealPayoutAccountInput, { description: "Which one, and why." })
    input: RevealPayoutAccountInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RevealPayoutAccountPayload> {
    const payoutAccountId = decodeId("bnk", input.payoutAccountId, ["payoutAccountId"]);
    const whole = await revealPayoutAccount(ctx, { ...input, payoutAccountId });
    return { number: whole.number, holderName: whole.holderName };
  }
}
