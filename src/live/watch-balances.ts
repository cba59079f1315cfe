import { decodeId } from "../shared/graphql/global-id.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { InvalidInput } from "../shared/input.errors.js";
import { selectionText, type BalanceSelection } from "./balance-selection.rules.js";
import type { BalancesRequest, OpenStream } from "./balance-streams.js";
import type { BalancesArgs } from "./balances.input.js";
import { readCursor, streamIdentity, type CursorBinding } from "./live-cursors.js";
import { LIVE_LIMITS } from "./live-limits.js";
import { liveService } from "./live-service.js";
import { visiblePartner } from "./visible-partner.js";

/** Where the items of a subscription go, and who shares them. */
export type StreamTarget = Pick<BalancesRequest, "key" | "render" | "outlet">;

/**
 * Watches balances: a snapshot, then each change; behind a cursor only what was missed.
 * @throws InvalidInput, InvalidCursor, PartnerNotFound, AccountNotVisible
 */
export async function watchBalances(
  ctx: RequestContext,
  args: BalancesArgs,
  target: StreamTarget,
): Promise<OpenStream> {
  const live = ctx.services.use(liveService);
  const selection = await selectionOf(ctx, args);
  const binding: CursorBinding = {
    operation: "balances",
    arguments: selectionText(selection),
    scope: ctx.database.scope,
  };
  const after = args.after == null ? null : readCursor(ctx.cursors, binding, args.after);
  const stream = streamIdentity(ctx.cursors, live.epoch, binding);
  return live.balances.open({ ...target, selection, delivery: args.delivery, stream, after });
}

async function selectionOf(ctx: RequestContext, args: BalancesArgs): Promise<BalanceSelection> {
  const { accountIds, partnerId, filter } = args;
  if (accountIds != null) return accountSelection(ctx, accountIds, partnerId ?? filter ?? null);
  const partnerIds =
    partnerId == null ? ctx.database.scope : [await visiblePartner(ctx, partnerId)];
  const { currency = null, purpose = null } = filter ?? {};
  return { accountIds: null, partnerIds, currency, purpose };
}

function accountSelection(
  { database }: RequestContext,
  given: readonly string[],
  beside: unknown,
): BalanceSelection {
  const { accountIdsGiven } = LIVE_LIMITS;
  if (beside !== null) {
    throw new InvalidInput("Give accountIds, or partnerId and filter, not both", ["accountIds"]);
  }
  if (given.length === 0 || given.length > accountIdsGiven) {
    throw new InvalidInput(`From 1 to ${accountIdsGiven} accounts can be given`, ["accountIds"]);
  }
  const accountIds = given.map((id, index) => decodeId("acc", id, ["accountIds", String(index)]));
  return { accountIds, partnerIds: database.scope, currency: null, purpose: null };
}
