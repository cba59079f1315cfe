import { createUnionType, Field, ObjectType } from "type-graphql";
import { JobType } from "../jobs/index.js";
import { Requires } from "../shared/graphql/requires.js";
import { Resolved } from "../shared/graphql/resolved.js";
import { HeartbeatType, kindOf, LiveItemType, ResyncType } from "./live-item.type.js";
import { rowsOf } from "./rows-item.js";

@Requires("job:read")
@ObjectType("JobsSnapshot", {
  implements: LiveItemType,
  simpleResolvers: true,
  description: "The watched jobs, or a part of them.",
})
export class JobsSnapshotType extends LiveItemType {
  @Resolved(rowsOf)
  @Field(() => [JobType], { description: "At most 500." })
  readonly jobs?: readonly JobType[];

  @Field(() => Boolean, {
    description: "Whether this is the last part: the snapshot now replaces what the client holds.",
  })
  complete!: boolean;
}

@Requires("job:read")
@ObjectType("JobsChanged", {
  implements: LiveItemType,
  simpleResolvers: true,
  description: "Jobs that are new or were changed, as they are now.",
})
export class JobsChangedType extends LiveItemType {
  @Resolved(rowsOf)
  @Field(() => [JobType], { description: "At most 500." })
  readonly jobs?: readonly JobType[];
}

export const JobsItemUnion = createUnionType({
  name: "JobsItem",
  description: "An item of the jobs' stream.",
  types: () => [JobsSnapshotType, JobsChangedType, HeartbeatType, ResyncType] as const,
  resolveType: kindOf,
});
