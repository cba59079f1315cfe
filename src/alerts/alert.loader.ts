import { inOrderOf } from "../shared/graphql/loaders.js";
import type { NodeKind } from "../shared/graphql/node-registry.js";
import type { LoaderDefinition } from "../shared/graphql/request-context.js";
import { alertsById, type AlertRow } from "./alert.queries.js";

const alertById: LoaderDefinition<string, AlertRow | null> = {
  name: "alert by id",
  read: async (ctx, ids) => inOrderOf(ids, await alertsById(ctx.sql, ctx.scope, ids)),
};

/** How alerts are found by their global ids. */
export const alertNodes: readonly NodeKind[] = [
  { prefix: "alr", typeName: "Alert", permission: "alert:read", loader: alertById },
];
