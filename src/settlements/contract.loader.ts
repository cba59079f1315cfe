import { gatheredBy, inOrderOf } from "../shared/graphql/loaders.js";
import type { NodeKind } from "../shared/graphql/node-registry.js";
import type { LoaderDefinition } from "../shared/graphql/request-context.js";
import { versionsOfContracts, type ContractVersionRow } from "./contract-version.queries.js";
import { contractsById, contractsOfPartners, type ContractRow } from "./contract.queries.js";

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

export const versionsOfContract: LoaderDefinition<string, ContractVersionRow[]> = {
  name: "versions of a contract",
  async read(ctx, contractIds) {
    const rows = await versionsOfContracts(ctx.sql, ctx.scope, contractIds);
    return gatheredBy(contractIds, rows, (row) => row.contractId);
  },
};

/** How contracts are found by their global ids. */
export const contractNodes: readonly NodeKind[] = [
  { prefix: "ctr", typeName: "Contract", permission: "contract:read", loader: contractById },
];
