import { createUnionType, Field, ObjectType } from "type-graphql";
import { SettlementType } from "../settlements/index.js";
import { Requires } from "../shared/graphql/requires.js";
import { Resolved } from "../shared/graphql/resolved.js";
import { HeartbeatType, kindOf, LiveItemType, ResyncType } from "./live-item.type.js";
import { rowsOf } from "./rows-item.js";

@Requires("settlement:read")
@ObjectType("SettlementsSnapshot", {
  implements: LiveItemType,
  simpleResolvers: true,
  description: "The watched settlements, or a part of them.",
})
export class SettlementsSnapshotType extends LiveItemType {
  @Resolved(rowsOf)
  @Field(() => [SettlementType], { description: "At most 500." })
  readonly settlements?: readonly SettlementType[];

  @Field(() => Boolean, {
    description: "Whether this is the last part: the snapshot now replaces what the client holds.",
  })
  complete!: boolean;
}

@Requires("settlement:read")
@ObjectType("SettlementsChanged", {
  implements: LiveItemType,
  simpleResolvers: true,
  description: "Settlements that are new or were changed, as they are now.",
})
export class SettlementsChangedType extends LiveItemType {
  @Resolved(rowsOf)
  @Field(() => [SettlementType], { description: "At most 500." })
  readonly settlements?: readonly SettlementType[];
}

export const SettlementsItemUnion = createUnionType({
  name: "SettlementsItem",
  description: "An item of the settlements' stream.",
  types: () =>
    [SettlementsSnapshotType, SettlementsChangedType, HeartbeatType, ResyncType] as const,
  resolveType: kindOf,
});
