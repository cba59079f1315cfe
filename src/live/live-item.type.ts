import { Field, InterfaceType, ObjectType } from "type-graphql";
import { enumOf } from "../shared/graphql/enum.js";
import { Requires } from "../shared/graphql/requires.js";
import { DateTimeScalar } from "../shared/graphql/scalars.js";
import type { ResyncReason } from "./live-item.js";

/** The GraphQL type of an item: each names its own kind. */
export function kindOf(item: object): string {
  return String(Reflect.get(item, "kind"));
}

@Requires("public")
@InterfaceType("LiveItem", {
  description: "One message of a live stream. schema/README.md says what a client may rely on.",
  resolveType: kindOf,
})
export abstract class LiveItemType {
  @Field(() => String, {
    nullable: true,
    description: "Where the stream stands after this item: give it as `after` to go on from here.",
  })
  cursor!: string | null;

  @Field(() => String, { description: "The history that the cursor belongs to." })
  epoch!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the newest commit that it tells of was posted; null before the first.",
  })
  committedAt!: Date | null;

  @Field(() => DateTimeScalar, { description: "When the hub made this message." })
  sentAt!: Date;
}

@Requires("public")
@ObjectType("Heartbeat", {
  implements: LiveItemType,
  simpleResolvers: true,
  description: "Nothing happened to what is watched; the stream is alive, and its cursor newer.",
})
export class HeartbeatType extends LiveItemType {}

export const ResyncReasonEnum = enumOf<ResyncReason>(
  "ResyncReason",
  "Why a stream does not go on where it stood.",
  {
    CURSOR_TOO_OLD: "Too much lies behind the cursor.",
    SLOW_CONSUMER: "The client did not take its items.",
    HUB_BEHIND: "The hub itself was cut off from the log for long.",
    EPOCH_CHANGED: "The log is not the continuation of what the cursor saw.",
  },
);

@Requires("public")
@ObjectType("Resync", {
  implements: LiveItemType,
  simpleResolvers: true,
  description: "What lies between the item before and the one after is not told.",
})
export class ResyncType extends LiveItemType {
  @Field(() => ResyncReasonEnum, { description: "Why." })
  reason!: ResyncReason;
}
