import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { describedCommand } from "../shared/graphql/described-command.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { CurrencyScalar } from "../shared/graphql/scalars.js";
import { accepted, partnerOf } from "./read-command.js";
import { transactionById } from "./ledger.loader.js";
import { ledgerService } from "./open-ledger.js";
import { TransactionType } from "./transaction.type.js";
import {
  CreditWalletInput,
  DebitWalletInput,
  OpenWalletInput,
  RollbackWalletInput,
} from "./wallet.input.js";
import type { WalletCallInput } from "./wallet.input.js";
import type { WalletBalance } from "./wallet.queries.js";
import {
  creditWallet,
  debitWallet,
  openWallet,
  rollbackWallet,
  walletBalance,
} from "./move-wallet.js";
import type { WalletAnswer } from "./move-wallet.js";
import { WalletPayload, WalletType } from "./wallet.type.js";

@Resolver(() => WalletPayload)
export class WalletResolver {
  @Requires("wallet:authorise")
  @Query(() => WalletType, {
    nullable: true,
    description: "What a customer's wallet holds now; null where the customer has none.",
  })
  async wallet(
    @Arg("customerId", () => String, { description: "Whose." }) customerId: string,
    @Arg("currency", () => CurrencyScalar, { description: "In which currency." }) currency: string,
    @Ctx() ctx: RequestContext,
  ): Promise<WalletType | null> {
    const balance = await walletBalance(ctx.services.use(ledgerService), customerId, currency);
    return balance && walletOf({ customerId, currency }, balance);
  }

  @Requires("ledger:post")
  @Mutation(() => WalletPayload, {
    description: describedCommand(
      "Opens a customer's wallet; one that is open stays as it is.",
      'openWallet(input: { customerId: "c-1", currency: "KRW" }) { wallet { available { amount ' +
        "} } }",
    ),
  })
  async openWallet(
    @Arg("input", () => OpenWalletInput, { description: "Whose." }) input: OpenWalletInput,
    @Ctx() ctx: RequestContext,
  ): Promise<WalletPayload> {
    const ledger = ctx.services.use(ledgerService);
    await openWallet(ledger, input.customerId, input.currency);
    const balance = await walletBalance(ledger, input.customerId, input.currency);
    return { status: null, wallet: balance && walletOf(input, balance) };
  }

  @Requires("wallet:authorise")
  @Mutation(() => WalletPayload, {
    description: describedCommand(
      "Takes a stake from a wallet, if its available balance suffices, and answers the new " +
        "balance.",
      'debitWallet(input: { partnerId: "ptr_019a...", externalId: "b-1", customerId: "c-1", ' +
        'currency: "KRW", amountMinor: "1000" }) { wallet { available { amount } } userErrors ' +
        "{ code } }",
    ),
  })
  async debitWallet(
    @Arg("input", () => DebitWalletInput, { description: "What is taken." })
    input: DebitWalletInput,
    @Ctx() ctx: RequestContext,
  ): Promise<WalletPayload> {
    const call = { ...input, ...(await called(ctx, input)) };
    return payload(input, await debitWallet(ctx.services.use(ledgerService), call));
  }

  @Requires("wallet:authorise")
  @Mutation(() => WalletPayload, {
    description: describedCommand(
      "Pays a win into a wallet and answers the new balance.",
      'creditWallet(input: { partnerId: "ptr_019a...", externalId: "w-1", customerId: "c-1", ' +
        'currency: "KRW", amountMinor: "2000" }) { wallet { available { amount } } userErrors ' +
        "{ code } }",
    ),
  })
  async creditWallet(
    @Arg("input", () => CreditWalletInput, { description: "What is paid." })
    input: CreditWalletInput,
    @Ctx() ctx: RequestContext,
  ): Promise<WalletPayload> {
    const call = { ...input, ...(await called(ctx, input)) };
    return payload(input, await creditWallet(ctx.services.use(ledgerService), call));
  }

  @Requires("wallet:authorise")
  @Mutation(() => WalletPayload, {
    description: describedCommand(
      "Undoes a debit or credit by its own amount. One that is unknown is remembered: should it " +
        "arrive later, it is refused.",
      'rollbackWallet(input: { partnerId: "ptr_019a...", externalId: "rb-1", customerId: "c-1", ' +
        'currency: "KRW", originalExternalId: "b-1" }) { wallet { available { amount } } ' +
        "userErrors { code } }",
    ),
  })
  async rollbackWallet(
    @Arg("input", () => RollbackWalletInput, { description: "Which movement." })
    input: RollbackWalletInput,
    @Ctx() ctx: RequestContext,
  ): Promise<WalletPayload> {
    const call = { ...input, ...(await called(ctx, input)) };
    return payload(input, await rollbackWallet(ctx.services.use(ledgerService), call));
  }

  @Requires("ledger:read")
  @FieldResolver(() => TransactionType, {
    nullable: true,
    description: "The transaction behind the movement.",
  })
  transaction(@Root() { transactionId }: WalletPayload, @Ctx() ctx: RequestContext) {
    return transactionId ? ctx.loaders.load(ctx, transactionById, transactionId) : null;
  }
}

async function called(ctx: RequestContext, input: WalletCallInput) {
  return {
    partnerId: await partnerOf(ctx, input.partnerId),
    occurredAt: input.occurredAt ?? ctx.clock.now(),
    occurredAtIsReceipt: !input.occurredAt,
  };
}

function payload(
  input: { customerId: string; currency: string },
  { outcome, balance, block }: WalletAnswer,
): WalletPayload {
  const { status, transactionId } = accepted(outcome);
  return { status, transactionId, block, wallet: balance && walletOf(input, balance) };
}

function walletOf(
  { customerId, currency }: { customerId: string; currency: string },
  { postedMinor, availableMinor }: WalletBalance,
): WalletType {
  return {
    customerId,
    posted: { amountMinor: postedMinor, currency },
    available: { amountMinor: availableMinor, currency },
  };
}
