import { recordReading } from "../shared/commands/record-access.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { vaultService } from "../vault/index.js";
import { accountsByIndex, type PayoutAccountRow } from "./payout-account.queries.js";
import { readNumber } from "./payout-account.rules.js";
import { numberIndex } from "./seal-payout-account.js";

/** The accounts that have a number, found by its blind index; who asks is on record. */
export async function findPayoutAccounts(
  ctx: RequestContext,
  number: string,
): Promise<PayoutAccountRow[]> {
  const index = await numberIndex(ctx.services.use(vaultService), ctx.sql, readNumber(number));
  const which = { numberIndex: index.toString("hex") };
  await recordReading(ctx, { what: "payoutAccountsByNumber", which });
  return accountsByIndex(ctx.sql, ctx.scope, index);
}
