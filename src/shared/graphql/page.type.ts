import { ArgsType, Field, Int, ObjectType } from "type-graphql";
import { InvalidInput } from "../input.errors.js";
import { enumOf } from "./enum.js";
import { Requires } from "./requires.js";

/** How many items a page has when the client does not say, and at the most. */
export const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 100;

export type OrderDirection = "ASC" | "DESC";

export const OrderDirectionEnum = enumOf<OrderDirection>(
  "OrderDirection",
  "In which direction a list is sorted.",
  {
    ASC: "The smallest, earliest or first in the alphabet first.",
    DESC: "The largest, latest or last in the alphabet first.",
  },
);

/** The arguments of every list. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description:
      `How many items from the beginning, or from after \`after\`: 1 to ${MAX_PAGE_SIZE}. ` +
      `${DEFAULT_PAGE_SIZE} when neither \`first\` nor \`last\` is given.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: "Only items after this cursor." })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many items from the end, or from before \`before\`: 1 to ${MAX_PAGE_SIZE}.`,
  })
  last?: number | null;

  @Field(() => String, { nullable: true, description: "Only items before this cursor." })
  before?: string | null;
}

/** What a page asks for, checked. */
export interface PageRequest {
  size: number;
  backward: boolean;
  after: string | null;
  before: string | null;
}

/** @throws InvalidInput */
export function pageRequest(args: PageArgs): PageRequest {
  const { first, last } = args;
  if (first != null && last != null) {
    throw new InvalidInput('Give "first" or "last", not both', ["last"]);
  }
  const backward = last != null;
  const size = (backward ? last : first) ?? DEFAULT_PAGE_SIZE;
  if (size < 1 || size > MAX_PAGE_SIZE) {
    const argument = backward ? "last" : "first";
    throw new InvalidInput(`"${argument}" must be from 1 to ${MAX_PAGE_SIZE}`, [argument]);
  }
  return { size, backward, after: args.after ?? null, before: args.before ?? null };
}

@Requires("public")
@ObjectType("PageInfo", { simpleResolvers: true, description: "Where a page lies in its list." })
export class PageInfo {
  @Field(() => Boolean, {
    description: "Whether there are items after this page. Always known when paging forward.",
  })
  hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: "Whether there are items before this page. Always known when paging backward.",
  })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "The cursor of the first item: give it as `before` to page backward.",
  })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The cursor of the last item: give it as `after` to page forward.",
  })
  endCursor!: string | null;
}
