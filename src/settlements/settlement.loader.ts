import { gatheredBy, inOrderOf } from "../shared/graphql/loaders.js";
import type { NodeKind } from "../shared/graphql/node-registry.js";
import type { LoaderDefinition } from "../shared/graphql/request-context.js";
import { adjustmentsOf, correctionsOf } from "./adjustment.queries.js";
import type { AdjustmentRow, CorrectionRow } from "./adjustment.queries.js";
import { preparersOf } from "./settlement-transition.queries.js";
import { settlementsById, type SettlementRow } from "./settlement.queries.js";

export const settlementById: LoaderDefinition<string, SettlementRow | null> = {
  name: "settlement by id",
  read: async (ctx, ids) => inOrderOf(ids, await settlementsById(ctx.sql, ctx.scope, ids)),
};

/** By settlement: who had a hand in it. The settlements are ones that the credential sees. */
export const preparersOfSettlement: LoaderDefinition<string, ReadonlySet<string>> = {
  name: "preparers of a settlement",
  async read(ctx, ids) {
    const preparers = await preparersOf(ctx.sql, ids);
    return ids.map((id) => preparers.get(id) ?? new Set<string>());
  },
};

export const adjustmentsOfSettlement: LoaderDefinition<string, AdjustmentRow[]> = {
  name: "adjustments of a settlement",
  async read(ctx, ids) {
    return gatheredBy(ids, await adjustmentsOf(ctx.sql, ids), (row) => row.settlementId);
  },
};

export const correctionsOfSettlement: LoaderDefinition<string, CorrectionRow[]> = {
  name: "corrections of a settlement",
  async read(ctx, ids) {
    return gatheredBy(ids, await correctionsOf(ctx.sql, ids), (row) => row.settlementId);
  },
};

/** How settlements are found by their global ids. */
export const settlementNodes: readonly NodeKind[] = [
  {
    prefix: "stl",
    typeName: "Settlement",
    permission: "settlement:read",
    loader: settlementById,
  },
];
