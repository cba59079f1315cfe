import { Field, Int, ObjectType } from "type-graphql";
import { enumOf } from "../shared/graphql/enum.js";
import { Requires } from "../shared/graphql/requires.js";
import { CalendarDateScalar, DateTimeScalar } from "../shared/graphql/scalars.js";
import { ContractTermsScalar } from "./contract-terms.type.js";
import type { Terms } from "./terms.rules.js";
import type { StoredVersionState, VersionState } from "./version-state.rules.js";

export const VersionStateEnum = enumOf<VersionState>(
  "ContractVersionState",
  "What a version of a contract is now.",
  {
    SCHEDULED: "It takes effect later; until then it can be moved and cancelled.",
    IN_FORCE: "It applies now.",
    PAST: "Another version applies now, or the contract has ended.",
    CANCELLED: "It was cancelled before it took effect.",
  },
);

@Requires("contract:read")
@ObjectType("ContractVersion", {
  simpleResolvers: true,
  description: "The terms of a contract from a day on, up to the next version.",
})
export class ContractVersionType {
  @Field(() => Int, { description: "Its number within the contract, from 1, in order of making." })
  number!: number;

  @Field(() => CalendarDateScalar, {
    description: "The first day on which it applies, in the contract's time zone.",
  })
  effectiveFrom!: string;

  @Field(() => DateTimeScalar, { description: "The first moment at which it applies." })
  startsAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "The moment from which the next version applies, or nothing; null when none is known.",
  })
  endsAt!: Date | null;

  /** As it is kept: the field `state` says what it is now. */
  state!: StoredVersionState;

  @Field(() => ContractTermsScalar, { description: "What is agreed, with all defaults filled in." })
  terms!: Terms;

  @Field(() => String, {
    nullable: true,
    description: "Why it was scheduled, moved or cancelled last; null where nobody said.",
  })
  reason!: string | null;

  @Field(() => String, { description: "The credential, or the part of the hub, that made it." })
  createdBy!: string;

  @Field(() => DateTimeScalar, { description: "When it was made." })
  createdAt!: Date;
}
