import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { describedCommand } from "../shared/graphql/described-command.js";
import { decodeId } from "../shared/graphql/global-id.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { commanded, payloadOf } from "./read-command.js";
import { convertCurrency } from "./convert-currency.js";
import { captureHold, placeHold, voidHold } from "./hold-funds.js";
import {
  CaptureHoldInput,
  ConvertCurrencyInput,
  PlaceHoldInput,
  PostTransferInput,
  ReverseTransactionInput,
  VoidHoldInput,
} from "./ledger.input.js";
import { transactionById } from "./ledger.loader.js";
import { ledgerService } from "./open-ledger.js";
import { postTransfers } from "./post-transfers.js";
import { reverseTransaction } from "./reverse-transaction.js";
import { currencyOfTransaction } from "./transaction-currency.js";
import { PostingPayload, TransactionType } from "./transaction.type.js";

@Resolver(() => PostingPayload)
export class PostingResolver {
  @Requires("ledger:post")
  @Mutation(() => PostingPayload, {
    description: describedCommand(
      "Posts a transfer between two accounts, such as an adjustment.",
      'postTransfer(input: { externalId: "adj-1", debitAccountId: "acc_1", creditAccountId: ' +
        '"acc_2", ' +
        'amountMinor: "1250", currency: "KRW", code: "ADJUSTMENT" }) ' +
        "{ status transaction { id } userErrors { code message } }",
    ),
  })
  async postTransfer(
    @Arg("input", () => PostTransferInput, { description: "What moves." }) input: PostTransferInput,
    @Ctx() ctx: RequestContext,
  ): Promise<PostingPayload> {
    const request = { ...input, ...(await commanded(ctx, input)), ...accountIds(input) };
    return payloadOf(await postTransfers(ctx.services.use(ledgerService), [request]));
  }

  @Requires("ledger:post")
  @Mutation(() => PostingPayload, {
    description: describedCommand(
      "Reserves an amount: the available balance falls at once, the posted one when it is " +
        "captured.",
      'placeHold(input: { externalId: "h-1", debitAccountId: "acc_1", creditAccountId: "acc_2", ' +
        'amountMinor: "1250", currency: "KRW" }) { transaction { id hold { state } } ' +
        "userErrors { code } }",
    ),
  })
  async placeHold(
    @Arg("input", () => PlaceHoldInput, { description: "What is reserved." }) input: PlaceHoldInput,
    @Ctx() ctx: RequestContext,
  ): Promise<PostingPayload> {
    const request = { ...input, ...(await commanded(ctx, input)), ...accountIds(input) };
    return payloadOf(await placeHold(ctx.services.use(ledgerService), request));
  }

  @Requires("ledger:post")
  @Mutation(() => PostingPayload, {
    description: describedCommand(
      "Posts a hold or a part of it.",
      'captureHold(input: { externalId: "c-1", holdId: "txn_019a...", amountMinor: "1000" }) ' +
        "{ status transaction { id } userErrors { code message } }",
    ),
  })
  async captureHold(
    @Arg("input", () => CaptureHoldInput, { description: "How much." }) input: CaptureHoldInput,
    @Ctx() ctx: RequestContext,
  ): Promise<PostingPayload> {
    const holdId = decodeId("txn", input.holdId, ["holdId"]);
    const currency = await currencyOfTransaction(ctx, holdId);
    const request = { ...input, ...(await commanded(ctx, input)), holdId, currency };
    return payloadOf(await captureHold(ctx.services.use(ledgerService), request));
  }

  @Requires("ledger:post")
  @Mutation(() => PostingPayload, {
    description: describedCommand(
      "Releases what is left of a hold.",
      'voidHold(input: { externalId: "v-1", holdId: "txn_019a..." }) ' +
        "{ status userErrors { code message } }",
    ),
  })
  async voidHold(
    @Arg("input", () => VoidHoldInput, { description: "Which one." }) input: VoidHoldInput,
    @Ctx() ctx: RequestContext,
  ): Promise<PostingPayload> {
    const holdId = decodeId("txn", input.holdId, ["holdId"]);
    const currency = await currencyOfTransaction(ctx, holdId);
    const request = { ...(await commanded(ctx, input)), holdId, currency };
    return payloadOf(await voidHold(ctx.services.use(ledgerService), request));
  }

  @Requires("transaction:record")
  @Mutation(() => PostingPayload, {
    description: describedCommand(
      "Undoes a transaction by a linked one, in full or in part, never beyond it.",
      'reverseTransaction(input: { partnerId: "ptr_019a...", externalId: "r-1", ' +
        'transactionId: "txn_019a...", reference: "booked twice" }) ' +
        "{ status transaction { related { id } } userErrors { code message } }",
    ),
  })
  async reverseTransaction(
    @Arg("input", () => ReverseTransactionInput, { description: "Which one." })
    input: ReverseTransactionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<PostingPayload> {
    const transactionId = decodeId("txn", input.transactionId, ["transactionId"]);
    const currency = await currencyOfTransaction(ctx, transactionId);
    const request = { ...input, ...(await commanded(ctx, input)), transactionId, currency };
    return payloadOf(await reverseTransaction(ctx.services.use(ledgerService), request));
  }

  @Requires("ledger:post")
  @Mutation(() => PostingPayload, {
    description: describedCommand(
      "Converts between two accounts in different currencies; both legs and the rate are kept.",
      'convertCurrency(input: { externalId: "fx-1", fromAccountId: "acc_1", toAccountId: ' +
        '"acc_2", ' +
        'amountMinor: "10000", fromCurrency: "USD", toCurrency: "KRW", rate: "1391.5" }) ' +
        "{ status transaction { details } userErrors { code message } }",
    ),
  })
  async convertCurrency(
    @Arg("input", () => ConvertCurrencyInput, { description: "What is sold and bought." })
    input: ConvertCurrencyInput,
    @Ctx() ctx: RequestContext,
  ): Promise<PostingPayload> {
    const fromAccountId = decodeId("acc", input.fromAccountId, ["fromAccountId"]);
    const toAccountId = decodeId("acc", input.toAccountId, ["toAccountId"]);
    const request = { ...input, ...(await commanded(ctx, input)), fromAccountId, toAccountId };
    return payloadOf(await convertCurrency(ctx.services.use(ledgerService), request));
  }

  @Requires("ledger:read")
  @FieldResolver(() => TransactionType, {
    nullable: true,
    description: "The transaction; null when the command was refused.",
  })
  transaction(@Root() { transactionId }: PostingPayload, @Ctx() ctx: RequestContext) {
    return transactionId ? ctx.loaders.load(ctx, transactionById, transactionId) : null;
  }
}

function accountIds(input: { debitAccountId: string; creditAccountId: string }) {
  return {
    debitAccountId: decodeId("acc", input.debitAccountId, ["debitAccountId"]),
    creditAccountId: decodeId("acc", input.creditAccountId, ["creditAccountId"]),
  };
}
