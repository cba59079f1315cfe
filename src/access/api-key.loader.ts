import { inOrderOf } from "../shared/graphql/loaders.js";
import type { NodeKind } from "../shared/graphql/node-registry.js";
import type { LoaderDefinition } from "../shared/graphql/request-context.js";
import { apiKeysById, type ApiKeyRow } from "./api-key.queries.js";

export const apiKeyById: LoaderDefinition<string, ApiKeyRow | null> = {
  name: "API key by id",
  read: async (ctx, ids) => inOrderOf(ids, await apiKeysById(ctx.sql, ctx.scope, ids)),
};

/** How API keys are found by their global ids. */
export const accessNodes: readonly NodeKind[] = [
  { prefix: "key", typeName: "ApiKey", permission: "key:read", loader: apiKeyById },
];
