import { inOrderOf } from "../shared/graphql/loaders.js";
import type { NodeKind } from "../shared/graphql/node-registry.js";
import type { LoaderDefinition } from "../shared/graphql/request-context.js";
import { grantsById, type GrantRow } from "./grant.queries.js";
import { ownRolesById, type OwnRoleRow } from "./own-role.queries.js";
import { apiKeysById, type ApiKeyRow } from "./api-key.queries.js";

export const apiKeyById: LoaderDefinition<string, ApiKeyRow | null> = {
  name: "API key by id",
  read: async (ctx, ids) => inOrderOf(ids, await apiKeysById(ctx.sql, ctx.scope, ids)),
};

export const grantById: LoaderDefinition<string, GrantRow | null> = {
  name: "grant by id",
  read: async (ctx, ids) => inOrderOf(ids, await grantsById(ctx.sql, ctx.scope, ids)),
};

export const ownRoleById: LoaderDefinition<string, OwnRoleRow | null> = {
  name: "own role by id",
  read: async (ctx, ids) => inOrderOf(ids, await ownRolesById(ctx.sql, ids)),
};

/** How API keys, grants and roles are found by their global ids. */
export const accessNodes: readonly NodeKind[] = [
  { prefix: "key", typeName: "ApiKey", permission: "key:read", loader: apiKeyById },
  { prefix: "grt", typeName: "RoleGrant", permission: "grant:read", loader: grantById },
  { prefix: "rol", typeName: "OwnRole", permission: "grant:read", loader: ownRoleById },
];
