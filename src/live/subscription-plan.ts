import {
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { canonicalText } from "../shared/tagged-json.js";

/** A subscription's document as far as sharing is concerned: analysed once. */
export interface SubscriptionPlan {
  /** Tells documents and their operations apart. */
  id: number;
  operation: OperationDefinitionNode;
  field: GraphQLField<unknown, unknown>;
  node: FieldNode;
  /** The variable that only gives the root field's `after`: it differs, all else is shared. */
  afterVariable: string | null;
}

/** The arguments of the root field, and the text by which equal subscriptions are known. */
export interface CoercedSubscription {
  args: Record<string, unknown>;
  key: string;
}

const plans = new WeakMap<OperationDefinitionNode, SubscriptionPlan | null>();
let planned = 0;

/**
 * The plan of a subscription, or null for what is not shared: other operations, and documents whose
 * root field stands in a fragment or behind a directive.
 * @param document validated
 */
export function planOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
): SubscriptionPlan | null {
  const operation = getOperationAST(document, operationName);
  if (!operation) return null;
  let plan = plans.get(operation);
  if (plan === undefined) plans.set(operation, (plan = analyse(schema, document, operation)));
  return plan;
}

function analyse(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): SubscriptionPlan | null {
  const [node, ...others] = operation.selectionSet.selections;
  if (operation.operation !== "subscription" || others.length > 0) return null;
  if (node?.kind !== Kind.FIELD || (node.directives?.length ?? 0) > 0) return null;
  const field = schema.getSubscriptionType()?.getFields()[node.name.value];
  if (!field) return null;
  return { id: planned++, operation, field, node, afterVariable: afterVariable(document, node) };
}

function afterVariable(document: DocumentNode, node: FieldNode): string | null {
  const after = node.arguments?.find((argument) => argument.name.value === "after")?.value;
  if (after?.kind !== Kind.VARIABLE) return null;
  const name = after.name.value;
  let uses = 0;
  visit(document, {
    VariableDefinition: () => false,
    Variable: (variable) => void (uses += variable.name.value === name ? 1 : 0),
  });
  return uses === 1 ? name : null;
}

/** The arguments of a subscription, or what is wrong with its variables. */
export function coerce(
  schema: GraphQLSchema,
  plan: SubscriptionPlan,
  variables: { readonly [name: string]: unknown } | null | undefined,
): CoercedSubscription | readonly GraphQLError[] {
  const { operation, field, node, afterVariable: left } = plan;
  const result = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {});
  if (result.errors) return result.errors;
  const args = getArgumentValues(field, node, result.coerced);
  const shared = Object.entries(result.coerced).filter(([name]) => name !== left);
  return { args, key: `${plan.id} ${canonicalText(Object.fromEntries(shared))}` };
}
