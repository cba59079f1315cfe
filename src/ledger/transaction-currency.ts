import type { RequestContext } from "../shared/graphql/request-context.js";
import { TransactionNotFound } from "./ledger.errors.js";
import { transactionById } from "./ledger.loader.js";

/** The currency of a transaction that the credential may see. @throws TransactionNotFound */
export async function currencyOfTransaction(ctx: RequestContext, id: string): Promise<string> {
  const transaction = await ctx.loaders.load(ctx, transactionById, id);
  if (!transaction) throw new TransactionNotFound();
  return transaction.currency;
}
