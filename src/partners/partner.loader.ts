import { inOrderOf } from "../shared/graphql/loaders.js";
import type { NodeKind } from "../shared/graphql/node-registry.js";
import type { LoaderDefinition } from "../shared/graphql/request-context.js";
import { partnersByCode, partnersById, type PartnerRow } from "./partner.queries.js";

export const partnerById: LoaderDefinition<string, PartnerRow | null> = {
  name: "partner by id",
  read: async (ctx, ids) => inOrderOf(ids, await partnersById(ctx.sql, ctx.scope, ids)),
};

export const partnerByCode: LoaderDefinition<string, PartnerRow | null> = {
  name: "partner by code",
  async read(ctx, codes) {
    const rows = await partnersByCode(ctx.sql, ctx.scope, codes);
    const byCode = new Map(rows.map((row) => [row.code, row]));
    return codes.map((code) => byCode.get(code) ?? null);
  },
};

/** How partners are found by their global ids. */
export const partnerNodes: readonly NodeKind[] = [
  { prefix: "ptr", typeName: "Partner", permission: "partner:read", loader: partnerById },
];
