import { inOrderOf } from "../shared/graphql/loaders.js";
import type { NodeKind } from "../shared/graphql/node-registry.js";
import type { LoaderDefinition } from "../shared/graphql/request-context.js";
import { quarantineItemById } from "./quality/quarantine.loader.js";
import { documentsById, type DocumentRow } from "./document-page.queries.js";

export const documentById: LoaderDefinition<string, DocumentRow | null> = {
  name: "document by id",
  read: async (ctx, ids) => inOrderOf(ids, await documentsById(ctx.sql, ctx.scope, ids)),
};

/** How documents are found by their global ids. */
export const ingestionNodes: readonly NodeKind[] = [
  { prefix: "doc", typeName: "Document", permission: "ingestion:read", loader: documentById },
  {
    prefix: "qrn",
    typeName: "QuarantineItem",
    permission: "quality:read",
    loader: quarantineItemById,
  },
];
