import { inOrderOf } from "../../shared/graphql/loaders.js";
import type { LoaderDefinition } from "../../shared/graphql/request-context.js";
import { itemsById, type QuarantineRow } from "./quarantine.queries.js";

export const quarantineItemById: LoaderDefinition<string, QuarantineRow | null> = {
  name: "quarantine item by id",
  read: async (ctx, ids) => inOrderOf(ids, await itemsById(ctx.sql, ctx.scope, ids)),
};
