import type { GraphQLSchema } from "graphql";
import type { Log } from "../shared/log.js";
import type { ContextMaker } from "./context.js";
import type { DocumentPermissions } from "./document-permissions.js";
import type { Documents } from "./documents.js";
import type { Charging } from "./charge-operation.js";
import type { TrustedDocuments } from "./trusted-documents.js";
import type { OperationExecutor } from "./operation-executor.js";

/** What GraphQL needs on either way in. */
export interface GraphQLParts extends Charging {
  schema: GraphQLSchema;
  documents: Documents;
  trusted: TrustedDocuments;
  executor: OperationExecutor;
  permissions: DocumentPermissions;
  makeContext: ContextMaker;
  log: Log;
}
