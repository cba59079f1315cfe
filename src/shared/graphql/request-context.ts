import type { PartnerScope } from "../commands/actor.js";
import type { CommandContext } from "../commands/command-context.js";
import type { Sql } from "../database/sql.js";
import type { Cursors } from "./cursor.js";

/** What resolvers know: the first parameter of every query, and a use case's context at once. */
export interface RequestContext extends CommandContext {
  /** The partners whose rows the credential may see. Every query that reads rows applies it. */
  readonly scope: PartnerScope;
  readonly sql: Sql;
  readonly cursors: Cursors;
  readonly loaders: RequestLoaders;
  readonly nodes: NodeFinder;
}

/** How the values of many keys are read at once. */
export interface LoaderDefinition<Key, Value> {
  readonly name: string;
  /** Answers a value for each key, in the order of the keys. */
  read(ctx: RequestContext, keys: readonly Key[]): Promise<readonly Value[]>;
}

export interface RequestLoaders {
  /** The value of a key, read together with the other keys that are asked for at the same time. */
  load<Key, Value>(
    ctx: RequestContext,
    definition: LoaderDefinition<Key, Value>,
    key: Key,
  ): Promise<Value>;
}

export interface NodeFinder {
  /**
   * The thing with a global id, or null when there is none that the credential may see.
   * @throws InvalidInput when it is no id of this hub
   */
  find(ctx: RequestContext, globalId: string, path: string[]): Promise<object | null>;
}
