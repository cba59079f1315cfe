import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { InvalidInput } from "../input.errors.js";
import { Node } from "./node.type.js";
import type { RequestContext } from "./request-context.js";
import { Requires } from "./requires.js";

/** The most ids that `nodes` takes. */
export const MAX_NODES = 100;

@Resolver()
export class NodeResolver {
  @Requires("public")
  @Query(() => Node, {
    nullable: true,
    description: "Anything by its global id; null when there is none that the credential may see.",
  })
  node(
    @Arg("id", () => ID, { description: "The global id." }) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<object | null> {
    return ctx.nodes.find(ctx, id, ["id"]);
  }

  @Requires("public")
  @Query(() => [Node], {
    nullable: "items",
    description: `Things by their global ids, in the same order. At most ${MAX_NODES}.`,
  })
  nodes(
    @Arg("ids", () => [ID], { description: "The global ids." }) ids: string[],
    @Ctx() ctx: RequestContext,
  ): Promise<(object | null)[]> {
    if (ids.length > MAX_NODES) {
      throw new InvalidInput(`At most ${MAX_NODES} ids can be asked for at once`, ["ids"]);
    }
    return Promise.all(ids.map((id, index) => ctx.nodes.find(ctx, id, ["ids", String(index)])));
  }
}
