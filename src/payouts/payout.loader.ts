import { settlementById, type SettlementRow } from "../settlements/index.js";
import { gatheredBy, inOrderOf } from "../shared/graphql/loaders.js";
import type { NodeKind } from "../shared/graphql/node-registry.js";
import type { LoaderDefinition } from "../shared/graphql/request-context.js";
import { accountsOfPartners, type PayoutAccountRow } from "./payout-account.queries.js";
import { payoutsById, runsById, sharesOf } from "./payout.queries.js";
import type { PayoutRow, PayoutRunRow } from "./payout.queries.js";

const payoutById: LoaderDefinition<string, PayoutRow | null> = {
  name: "payout by id",
  read: async (ctx, ids) => inOrderOf(ids, await payoutsById(ctx.sql, ctx.scope, ids)),
};

export const runById: LoaderDefinition<string, PayoutRunRow | null> = {
  name: "payout run by id",
  read: async (ctx, ids) => inOrderOf(ids, await runsById(ctx.sql, ctx.scope, ids)),
};

export const accountsOfPartner: LoaderDefinition<string, PayoutAccountRow[]> = {
  name: "payout accounts of a partner",
  async read(ctx, partnerIds) {
    const rows = await accountsOfPartners(ctx.sql, ctx.scope, partnerIds);
    return gatheredBy(partnerIds, rows, (row) => row.partnerId);
  },
};

export const settlementsOfPayout: LoaderDefinition<string, SettlementRow[]> = {
  name: "settlements of a payout",
  async read(ctx, payoutIds) {
    const shares = await sharesOf(ctx.sql, payoutIds);
    const found = await Promise.all(
      shares.map(({ settlementId }) => ctx.loaders.load(ctx, settlementById, settlementId)),
    );
    return payoutIds.map((id) =>
      shares.flatMap((share, index) => (share.payoutId === id && found[index]) || []),
    );
  },
};

/** How payouts and their runs are found by their global ids. */
export const payoutNodes: readonly NodeKind[] = [
  { prefix: "pay", typeName: "Payout", permission: "settlement:read", loader: payoutById },
  { prefix: "run", typeName: "PayoutRun", permission: "settlement:read", loader: runById },
];
