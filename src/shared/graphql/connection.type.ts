import { Field, Int, ObjectType, type ClassType } from "type-graphql";
import { PageInfo } from "./page.type.js";
import { Requires } from "./requires.js";
import { Resolved } from "./resolved.js";

/** One item of a list, with its place. */
export interface Edge<Node> {
  cursor: string;
  node: Node;
}

/** A page of a list. */
export interface Connection<Node> {
  edges: Edge<Node>[];
  pageInfo: PageInfo;
  /** Counts the list. Only called when a client asks. */
  totalCount(): Promise<number> | number;
}

/**
 * The GraphQL types of a list of something, after Relay's specification.
 * @see https://relay.dev/graphql/connections.htm
 */
export function connectionOf<Node extends object>(
  node: ClassType<Node>,
  name: string,
  plural: string,
): { edge: ClassType<Edge<Node>>; connection: ClassType<Connection<Node>> } {
  @Requires("public")
  @ObjectType(`${name}Edge`, {
    simpleResolvers: true,
    description: `One of a list of ${plural}, with its place in it.`,
  })
  class NodeEdge implements Edge<Node> {
    @Field(() => String, { description: "The place: give it as `after` or `before`." })
    cursor!: string;

    @Field(() => node, { description: "The item itself." })
    node!: Node;
  }

  @Requires("public")
  @ObjectType(`${name}Connection`, {
    simpleResolvers: true,
    description: `A page of a list of ${plural}.`,
  })
  class NodeConnection implements Connection<Node> {
    @Field(() => [NodeEdge], { description: "The items of the page, with their places." })
    edges!: NodeEdge[];

    @Resolved<Connection<Node>>((page) => page.edges.map((edge) => edge.node))
    @Field(() => [node], { description: "The items of the page, without their places." })
    readonly nodes?: Node[];

    @Field(() => PageInfo, { description: "Where the page lies in the list." })
    pageInfo!: PageInfo;

    @Resolved<Connection<Node>>((page) => page.totalCount())
    @Field(() => Int, {
      description: "How many items the whole list has. Counted only when it is asked for.",
    })
    totalCount!: () => Promise<number> | number;
  }

  return { edge: NodeEdge, connection: NodeConnection };
}
