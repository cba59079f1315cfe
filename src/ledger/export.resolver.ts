import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { describedCommand } from "../shared/graphql/described-command.js";
import { decodeId } from "../shared/graphql/global-id.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { exportTransactions } from "./export-transactions.js";
import { ExportTransactionsInput } from "./export.input.js";
import { ExportTransactionsPayload } from "./export.type.js";

@Resolver()
export class ExportResolver {
  @Requires("ledger:export")
  @Mutation(() => ExportTransactionsPayload, {
    description: describedCommand(
      "Makes a link to an export of transactions, for any number of them, in the order of time.",
      'exportTransactions(input: { format: CSV, currency: "KRW", postedFrom: ' +
        '"2026-01-01T00:00:00Z" }) { path expiresAt userErrors { code message } }',
    ),
  })
  exportTransactions(
    @Arg("input", () => ExportTransactionsInput, { description: "Which, and in which form." })
    input: ExportTransactionsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ExportTransactionsPayload> {
    const partnerId = input.partnerId && decodeId("ptr", input.partnerId, ["partnerId"]);
    return exportTransactions(ctx, { ...input, partnerId });
  }
}
