import { gatheredBy, inOrderOf } from "../shared/graphql/loaders.js";
import type { NodeKind } from "../shared/graphql/node-registry.js";
import type { LoaderDefinition } from "../shared/graphql/request-context.js";
import {
  breaksById,
  resolutionsOf,
  runsById,
  type BreakRow,
  type ResolutionRow,
} from "./break-page.queries.js";
import type { RunRow } from "./run.queries.js";

export const breakById: LoaderDefinition<string, BreakRow | null> = {
  name: "break by id",
  read: async (ctx, ids) => inOrderOf(ids, await breaksById(ctx.sql, ctx.scope, ids)),
};

export const runById: LoaderDefinition<string, RunRow | null> = {
  name: "reconciliation run by id",
  read: async (ctx, ids) => inOrderOf(ids, await runsById(ctx.sql, ctx.scope, ids)),
};

export const resolutionsOfBreak: LoaderDefinition<string, ResolutionRow[]> = {
  name: "resolutions of a break",
  async read(ctx, ids) {
    return gatheredBy(ids, await resolutionsOf(ctx.sql, ids), (row) => row.breakId);
  },
};

/** How breaks and runs are found by their global ids. */
export const reconciliationNodes: readonly NodeKind[] = [
  {
    prefix: "brk",
    typeName: "ReconciliationBreak",
    permission: "reconciliation:read",
    loader: breakById,
  },
  {
    prefix: "rrn",
    typeName: "ReconciliationRun",
    permission: "reconciliation:read",
    loader: runById,
  },
];
