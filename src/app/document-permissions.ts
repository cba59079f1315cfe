import {
  getOperationAST,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import type { Actor } from "../shared/commands/actor.js";
import { DomainError } from "../shared/errors.js";
import { ACCESS_RULE, type AccessRule } from "../shared/graphql/requires.js";
import type { Permission } from "../shared/permission.rules.js";

export class Forbidden extends DomainError {
  constructor(missing: readonly Permission[]) {
    super("FORBIDDEN", `The credential lacks ${missing.join(", ")}, which this document needs`);
  }
}

/** Checks what a credential may ask for: once a document, never a value. */
export interface DocumentPermissions {
  /**
   * @param document validated
   * @throws Forbidden
   */
  assertPermitted(document: DocumentNode, operationName: string | null, actor: Actor): void;
}

/** The rule of a field: its own, or else that of its type. Undefined is a fault of ours. */
export function accessRuleOf(
  parent: GraphQLNamedType,
  field: Pick<GraphQLField<unknown, unknown>, "extensions">,
): AccessRule | undefined {
  const rule = field.extensions[ACCESS_RULE] ?? parent.extensions[ACCESS_RULE];
  return rule as AccessRule | undefined;
}

/** Compiles the permissions that a document needs when it is first seen, and remembers them. */
export function documentPermissions(schema: GraphQLSchema): DocumentPermissions {
  const compiled = new WeakMap<OperationDefinitionNode, readonly Permission[]>();
  /** Sets of permissions that were found to be enough: equal ones are mostly the same object. */
  const enough = new WeakMap<OperationDefinitionNode, WeakSet<object>>();
  return {
    assertPermitted(document, operationName, actor) {
      const operation = getOperationAST(document, operationName);
      if (!operation) return; // there is nothing to execute, and the executor says so
      if (enough.get(operation)?.has(actor.permissions)) return;
      let required = compiled.get(operation);
      if (!required) compiled.set(operation, (required = compile(schema, document, operation)));
      const missing = required.filter((permission) => !actor.permissions.has(permission));
      if (missing.length > 0) throw new Forbidden(missing);
      const sets = enough.get(operation) ?? new WeakSet();
      enough.set(operation, sets.add(actor.permissions));
    },
  };
}

/** What tells about the schema itself; `__typename` tells nothing that was not asked for. */
const INTROSPECTION: ReadonlySet<string> = new Set(["__schema", "__type"]);

/** Fields in fragments count for every operation: which of them spreads which is not looked at. */
function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Permission[] {
  const required = new Set<Permission>();
  const types = new TypeInfo(schema);
  const note = (node: FieldNode): void => {
    const parent = types.getParentType();
    const field = types.getFieldDef();
    if (INTROSPECTION.has(node.name.value)) required.add("schema:introspect");
    if (!parent || !field || node.name.value.startsWith("__")) return;
    if (parent.name.startsWith("__")) return;
    const rule = accessRuleOf(parent, field);
    if (rule === undefined) throw new Error(`${parent.name}.${field.name} has no access rule`);
    if (rule !== "public") required.add(rule);
  };
  const visitor = visitWithTypeInfo(types, { Field: note });
  visit(operation, visitor);
  for (const definition of document.definitions) {
    if (definition.kind === "FragmentDefinition") visit(definition, visitor);
  }
  return [...required];
}
