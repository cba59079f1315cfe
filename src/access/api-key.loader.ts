import { gatheredBy, inOrderOf } from "../shared/graphql/loaders.js";
import type { NodeKind } from "../shared/graphql/node-registry.js";
import type { LoaderDefinition } from "../shared/graphql/request-context.js";
import { grantsById, type GrantRow } from "./grant.queries.js";
import { peopleById, type PersonRow } from "./person.queries.js";
import { SESSION_IDLE_MS } from "./person.rules.js";
import { openSessionsOf, type SessionRow } from "./session.queries.js";
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

export const personById: LoaderDefinition<string, PersonRow | null> = {
  name: "person by id",
  read: async (ctx, ids) =>
    // People belong to no partner: who is limited to partners sees none of them.
    inOrderOf(ids, ctx.scope === null ? await peopleById(ctx.sql, ids) : []),
};

export const sessionsOfPerson: LoaderDefinition<string, SessionRow[]> = {
  name: "sessions of person",
  async read({ sql, clock }, ids) {
    const now = clock.now();
    const idleSince = new Date(now.getTime() - SESSION_IDLE_MS);
    const rows = await openSessionsOf(sql, ids, now, idleSince);
    return gatheredBy(ids, rows, ({ personId }) => personId);
  },
};

/** How API keys, people, grants and roles are found by their global ids. */
export const accessNodes: readonly NodeKind[] = [
  { prefix: "key", typeName: "ApiKey", permission: "key:read", loader: apiKeyById },
  { prefix: "per", typeName: "Person", permission: "person:read", loader: personById },
  { prefix: "grt", typeName: "RoleGrant", permission: "grant:read", loader: grantById },
  { prefix: "rol", typeName: "OwnRole", permission: "grant:read", loader: ownRoleById },
];
