import { getOperationAST, Kind, OperationTypeNode, type DocumentNode } from "graphql";
import { recordRefusal } from "../shared/commands/record-refusal.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { digestOf } from "../shared/tagged-json.js";
import type { DocumentPermissions } from "./document-permissions.js";

/** What a client asks to be executed. */
export interface AskedOperation {
  /** Validated. */
  document: DocumentNode;
  operationName: string | null | undefined;
  variables: Record<string, unknown> | null | undefined;
}

/**
 * Lets an operation pass whose credential has the permissions that it needs. Commands that it has
 * not are on record, like those that are refused later. @throws Forbidden
 */
export async function admitOperation(
  permissions: DocumentPermissions,
  ctx: RequestContext,
  asked: AskedOperation,
): Promise<void> {
  try {
    permissions.assertPermitted(asked.document, asked.operationName ?? null, ctx.actor);
  } catch (error) {
    const inputHash = digestOf(asked.variables ?? {});
    for (const name of commandsOf(asked)) await recordRefusal(ctx, { name, inputHash }, error);
    throw error;
  }
}

/** The mutations that an operation sends, each once. */
function commandsOf({ document, operationName }: AskedOperation): Set<string> {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.MUTATION) return new Set();
  const fields = operation.selectionSet.selections.filter((each) => each.kind === Kind.FIELD);
  return new Set(fields.map((field) => field.name.value));
}
