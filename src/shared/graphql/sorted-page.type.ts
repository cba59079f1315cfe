import { ArgsType, Field, InputType, type ClassType } from "type-graphql";
import { enumOf } from "./enum.js";
import { OrderDirectionEnum, PageArgs, type OrderDirection } from "./page.type.js";

/** How a list is sorted. */
export interface ListOrder {
  field: string;
  direction: OrderDirection;
}

/** The arguments of a list that has one order. */
export interface SortedPage extends PageArgs {
  orderBy?: ListOrder | null;
  /** What some lists took before all took `orderBy`. */
  direction?: OrderDirection;
}

/** What the API says of a list's order. */
export interface DescribedOrder {
  /** As in `Job`, which makes `JobOrder` and `JobOrderField`. */
  name: string;
  plural: string;
  /** By what it is sorted, with descriptions. */
  by: Record<string, string>;
  /** What comes first without `orderBy`, as in "the newest". */
  otherwise: string;
}

/**
 * The arguments of a list that has one order. It has an input for its order all the same: clients
 * sort all lists alike, and another order can join it.
 */
export function sortedPage(list: DescribedOrder): ClassType<SortedPage> {
  const order = orderOf(list);
  @ArgsType()
  class Sorted extends PageArgs implements SortedPage {
    @Field(() => order, {
      nullable: true,
      description: `How they are sorted; ${list.otherwise} first when it is left out.`,
    })
    orderBy?: ListOrder | null;
  }
  return Sorted;
}

/** As `sortedPage`, for a list that was sorted by `direction` alone, which is to end. */
export function onceDirectedPage(
  list: DescribedOrder,
  otherwise: OrderDirection,
): ClassType<SortedPage> {
  @ArgsType()
  class Directed extends sortedPage(list) {
    @Field(() => OrderDirectionEnum, {
      defaultValue: OrderDirectionEnum[otherwise],
      description: "In which direction they are sorted; `orderBy` goes before it.",
      deprecationReason: "Since 2026-11-23 until 2027-05-31: use orderBy, as in all lists",
    })
    declare direction?: OrderDirection;
  }
  return Directed;
}

/** The direction that a page asks for. */
export function directionOf(
  { orderBy, direction }: SortedPage,
  otherwise: OrderDirection,
): OrderDirection {
  return orderBy?.direction ?? direction ?? otherwise;
}

function orderOf({ name, plural, by }: DescribedOrder): ClassType<ListOrder> {
  const OrderField = enumOf(`${name}OrderField`, `By what a list of ${plural} is sorted.`, by);

  @InputType(`${name}Order`, { description: `How a list of ${plural} is sorted.` })
  class Order implements ListOrder {
    @Field(() => OrderField, { description: "By what." })
    field!: string;

    @Field(() => OrderDirectionEnum, {
      defaultValue: OrderDirectionEnum.ASC,
      description: "In which direction.",
    })
    direction!: OrderDirection;
  }
  return Order;
}
