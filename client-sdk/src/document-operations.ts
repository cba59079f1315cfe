import * as d from "../generated/operations.js";
import { importDocuments, type DocumentUpload } from "./documents.js";
import type { CallOptions, Operations } from "./operations.js";
import { PAGE_SIZE, paginate } from "./paginate.js";

/** Files that partners' transactions came in. */
export function documents(operations: Operations) {
  return {
    async get(id: string, call?: CallOptions) {
      return (await operations.query(d.DocumentDocument, { id }, call)).document;
    },
    list: (filter: d.DocumentFilter = {}, call?: CallOptions) =>
      paginate(async (after) => {
        const variables = { first: PAGE_SIZE, after, filter };
        return (await operations.query(d.DocumentsDocument, variables, call)).documents;
      }),
    /** Sends a file of documents and tells what becomes of each, the summary last. */
    import: (upload: DocumentUpload, call?: CallOptions) =>
      importDocuments(operations.transport, upload, call),
  };
}
