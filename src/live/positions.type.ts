import { createUnionType, Field, ObjectType } from "type-graphql";
import { PositionType } from "../settlements/index.js";
import { Requires } from "../shared/graphql/requires.js";
import { Resolved } from "../shared/graphql/resolved.js";
import { HeartbeatType, kindOf, LiveItemType, ResyncType } from "./live-item.type.js";
import { rowsOf } from "./rows-item.js";

@Requires("settlement:read")
@ObjectType("PositionsSnapshot", {
  implements: LiveItemType,
  simpleResolvers: true,
  description: "The watched positions, or a part of them.",
})
export class PositionsSnapshotType extends LiveItemType {
  @Resolved(rowsOf)
  @Field(() => [PositionType], { description: "At most 500." })
  readonly positions?: readonly PositionType[];

  @Field(() => Boolean, {
    description: "Whether this is the last part: the snapshot now replaces what the client holds.",
  })
  complete!: boolean;
}

@Requires("settlement:read")
@ObjectType("PositionsChanged", {
  implements: LiveItemType,
  simpleResolvers: true,
  description: "Positions that are new or were changed, as they are now.",
})
export class PositionsChangedType extends LiveItemType {
  @Resolved(rowsOf)
  @Field(() => [PositionType], { description: "At most 500." })
  readonly positions?: readonly PositionType[];
}

export const PositionsItemUnion = createUnionType({
  name: "PositionsItem",
  description: "An item of the positions' stream.",
  types: () => [PositionsSnapshotType, PositionsChangedType, HeartbeatType, ResyncType] as const,
  resolveType: kindOf,
});
