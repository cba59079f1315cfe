import {
  isInterfaceType,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { reasonsOf } from "../errors.js";
import { nodeTypeOf } from "./node-registry.js";
import { isAboutCommand } from "./present-error.js";
import { PLAIN_RESOLVER } from "./resolved.js";
import { toUserError } from "./user-error.type.js";

type Field = GraphQLField<unknown, unknown>;
type AnyResolver = GraphQLFieldResolver<unknown, unknown>;

const ROOT_DESCRIPTIONS: Record<string, string> = {
  Query: "What can be read.",
  Mutation:
    "What can be commanded. A command that is refused changes nothing and says why in " +
    "`userErrors`.",
  Subscription: "What can be watched.",
};

/**
 * Completes the schema that the decorators declare: plain functions become resolvers, commands put
 * their refusals into their payloads, the root types get their descriptions.
 */
export function finishSchema(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    type.description ??= ROOT_DESCRIPTIONS[type.name];
    for (const field of Object.values(type.getFields())) usePlainResolver(field);
  }
  const node = schema.getType("Node");
  // The decorator's own answers with a promise, which compiled operations do not wait for.
  if (isInterfaceType(node)) node.resolveType = (value) => nodeTypeOf(Object(value) as object);
  const mutation = schema.getMutationType();
  if (mutation) commandsOf(mutation).forEach(answerRefusals);
  return schema;
}

function usePlainResolver(field: Field): void {
  const resolve = field.extensions[PLAIN_RESOLVER];
  if (typeof resolve === "function") field.resolve = resolve as AnyResolver;
}

function commandsOf(mutation: GraphQLObjectType): Field[] {
  return Object.values(mutation.getFields());
}

/** What the caller can act on becomes part of the answer; all other errors stay errors. */
function answerRefusals(field: Field): void {
  const { resolve } = field;
  if (!resolve) return;
  field.resolve = async (source, args, context, info) => {
    try {
      return await resolve(source, args, context, info);
    } catch (error) {
      if (!isAboutCommand(error)) throw error;
      return { userErrors: reasonsOf(error).map(toUserError) };
    }
  };
}
