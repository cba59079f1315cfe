import type { RequestContext } from "../shared/graphql/request-context.js";
import type { OpenStream } from "./balance-streams.js";
import { readCursor, streamIdentity, type CursorBinding } from "./live-cursors.js";
import { liveService } from "./live-service.js";
import type { TransactionsArgs } from "./transactions.input.js";
import { visiblePartner } from "./visible-partner.js";
import type { StreamTarget } from "./watch-balances.js";

/**
 * Watches transactions: every one that is posted, each exactly once.
 * @throws InvalidInput, InvalidCursor, PartnerNotFound
 */
export async function watchTransactions(
  ctx: RequestContext,
  { partnerId, after: cursor }: TransactionsArgs,
  target: StreamTarget,
): Promise<OpenStream> {
  const live = ctx.services.use(liveService);
  const partnerIds =
    partnerId == null ? ctx.database.scope : [await visiblePartner(ctx, partnerId)];
  const binding: CursorBinding = {
    operation: "transactions",
    arguments: partnerId == null ? "" : (partnerIds?.join() ?? ""),
    scope: ctx.database.scope,
  };
  const after = cursor == null ? null : readCursor(ctx.cursors, binding, cursor);
  const stream = streamIdentity(ctx.cursors, live.epoch, binding);
  return live.transactions.open({ ...target, partnerIds, stream, after });
}
