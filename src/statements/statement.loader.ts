import { gatheredBy, inOrderOf } from "../shared/graphql/loaders.js";
import type { NodeKind } from "../shared/graphql/node-registry.js";
import type { LoaderDefinition } from "../shared/graphql/request-context.js";
import { statementsById, statementsOfSettlements, type StatementRow } from "./statement.queries.js";

export const statementById: LoaderDefinition<string, StatementRow | null> = {
  name: "statement by id",
  read: async (ctx, ids) => inOrderOf(ids, await statementsById(ctx.sql, ctx.scope, ids)),
};

/** By settlement: its statements, the newest first. */
export const statementsOfSettlement: LoaderDefinition<string, StatementRow[]> = {
  name: "statements of a settlement",
  async read(ctx, ids) {
    const rows = await statementsOfSettlements(ctx.sql, ctx.scope, ids);
    return gatheredBy(ids, rows, (row) => row.settlementId);
  },
};

/** How statements are found by their global ids. */
export const statementNodes: readonly NodeKind[] = [
  { prefix: "stm", typeName: "Statement", permission: "settlement:read", loader: statementById },
];
