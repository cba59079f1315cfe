import { InvalidInput } from "../input.errors.js";
import type { Permission } from "../permission.rules.js";
import { parseId, type IdPrefix } from "./global-id.js";
import type { LoaderDefinition, NodeFinder, RequestContext } from "./request-context.js";

/** How a room's things are found by their global ids. */
export interface NodeKind {
  readonly prefix: IdPrefix;
  /** The GraphQL type. */
  readonly typeName: string;
  /** Without it a credential finds nothing, as if the thing were not there. */
  readonly permission: Permission;
  readonly loader: LoaderDefinition<string, object | null>;
}

const TYPE_NAME = Symbol("type name");

/** The kinds of things that `node` finds; each room adds its own. */
export class NodeRegistry implements NodeFinder {
  readonly #kinds = new Map<IdPrefix, NodeKind>();

  constructor(kinds: readonly NodeKind[]) {
    for (const kind of kinds) {
      if (this.#kinds.has(kind.prefix))
        throw new Error(`Two kinds of node begin "${kind.prefix}_"`);
      this.#kinds.set(kind.prefix, kind);
    }
  }

  async find(ctx: RequestContext, globalId: string, path: string[]): Promise<object | null> {
    const parsed = parseId(globalId);
    if (!parsed) {
      throw new InvalidInput(`"${globalId.slice(0, 64)}" is not an id of this hub`, path);
    }
    const kind = this.#kinds.get(parsed.prefix);
    if (!kind || !ctx.actor.permissions.has(kind.permission)) return null;
    const row = await ctx.loaders.load(ctx, kind.loader, parsed.id);
    return row && { ...row, [TYPE_NAME]: kind.typeName };
  }
}

/** The GraphQL type of something that the registry found. */
export function nodeTypeOf(value: object): string | undefined {
  const name: unknown = Reflect.get(value, TYPE_NAME);
  return typeof name === "string" ? name : undefined;
}
