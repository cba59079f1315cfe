import "reflect-metadata";
import type { GraphQLFieldResolver } from "graphql";
import { Extensions } from "type-graphql";

/**
 * The key of a field's extensions under which its function is kept until the schema is finished.
 */
export const PLAIN_RESOLVER = "resolved";

/**
 * Computes a field with a plain function of the row. Unlike a `@FieldResolver`, nothing of the
 * framework runs for each value: the function becomes the field's resolver when the schema is
 * built.
 */
export function Resolved<Source, Context = unknown>(
  resolve: (source: Source, context: Context) => unknown,
): PropertyDecorator {
  const resolver: GraphQLFieldResolver<Source, Context> = (source, _args, context) =>
    resolve(source, context);
  return Extensions({ [PLAIN_RESOLVER]: resolver });
}
