import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { describedCommand } from "../shared/graphql/described-command.js";
import { decodeId } from "../shared/graphql/global-id.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { AccountPayload } from "./account.type.js";
import { closeAccount } from "./close-account.js";
import { partnerOf } from "./read-command.js";
import { CloseAccountInput, OpenAccountInput } from "./ledger.input.js";
import { accountById } from "./ledger.loader.js";
import { openAccount } from "./open-account.js";

@Resolver()
export class AccountCommandResolver {
  @Requires("ledger:post")
  @Mutation(() => AccountPayload, {
    description: describedCommand(
      "Opens an account. One that is there already stays as it is.",
      'openAccount(input: { purpose: "RESERVE", currency: "KRW", normalSide: CREDIT }) ' +
        "{ account { id } userErrors { code message } }",
    ),
  })
  async openAccount(
    @Arg("input", () => OpenAccountInput, { description: "What it is for." })
    input: OpenAccountInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AccountPayload> {
    const partnerId = input.partnerId ? await partnerOf(ctx, input.partnerId) : null;
    const id = await openAccount(ctx, { ...input, partnerId });
    return { account: await ctx.loaders.load(ctx, accountById, id) };
  }

  @Requires("ledger:post")
  @Mutation(() => AccountPayload, {
    description: describedCommand(
      "Closes an account whose balances are zero.",
      'closeAccount(input: { accountId: "acc_7" }) { account { state } userErrors { code ' +
        "message } }",
    ),
  })
  async closeAccount(
    @Arg("input", () => CloseAccountInput, { description: "Which one." }) input: CloseAccountInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AccountPayload> {
    const id = await closeAccount(ctx, decodeId("acc", input.accountId, ["accountId"]));
    return { account: await ctx.loaders.load(ctx, accountById, id) };
  }
}
