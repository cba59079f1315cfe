import "reflect-metadata";
import { Field, ID, InterfaceType } from "type-graphql";
import { nodeTypeOf } from "./node-registry.js";
import { Requires } from "./requires.js";

/** @see https://relay.dev/graphql/objectidentification.htm */
@Requires("public")
@InterfaceType("Node", {
  description: "Anything that has a global id and can be found again by it.",
  resolveType: nodeTypeOf,
})
export abstract class Node {
  @Field(() => ID, { description: "The global id, opaque and stable." })
  id!: string;
}
