import { inOrderOf } from "../shared/graphql/loaders.js";
import type { NodeKind } from "../shared/graphql/node-registry.js";
import type { LoaderDefinition } from "../shared/graphql/request-context.js";
import { holdsById, type RetentionHoldRow } from "./retention.queries.js";

const holdById: LoaderDefinition<string, RetentionHoldRow | null> = {
  name: "retention hold by id",
  read: async (ctx, ids) => inOrderOf(ids, await holdsById(ctx.sql, ctx.scope, ids)),
};

/** How holds are found by their global ids. */
export const retentionNodes: readonly NodeKind[] = [
  { prefix: "rhd", typeName: "RetentionHold", permission: "retention:read", loader: holdById },
];
