import { gatheredBy, inOrderOf } from "../shared/graphql/loaders.js";
import type { NodeKind } from "../shared/graphql/node-registry.js";
import type { LoaderDefinition } from "../shared/graphql/request-context.js";
import { contractsById, contractsOfPartners, type ContractRow } from "./contract.queries.js";
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

export const contractById: LoaderDefinition<string, ContractRow | null> = {
  name: "contract by id",
  read: async (ctx, ids) => inOrderOf(ids, await contractsById(ctx.sql, ctx.scope, ids)),
};

export const contractsOfPartner: LoaderDefinition<string, ContractRow[]> = {
  name: "contracts of a partner",
  async read(ctx, partnerIds) {
    const rows = await contractsOfPartners(ctx.sql, ctx.scope, partnerIds);
    return gatheredBy(partnerIds, rows, (row) => row.partnerId);
  },
};

/** How partners and contracts are found by their global ids. */
export const partnerNodes: readonly NodeKind[] = [
  { prefix: "ptr", typeName: "Partner", permission: "partner:read", loader: partnerById },
  { prefix: "ctr", typeName: "Contract", permission: "contract:read", loader: contractById },
];
