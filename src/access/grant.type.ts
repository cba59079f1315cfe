import { Field, ObjectType } from "type-graphql";
import { connectionOf } from "../shared/graphql/connection.type.js";
import { enumOf } from "../shared/graphql/enum.js";
import { GlobalId } from "../shared/graphql/global-id.js";
import { Node } from "../shared/graphql/node.type.js";
import { CommandPayload } from "../shared/graphql/payload.type.js";
import { Requires } from "../shared/graphql/requires.js";
import { DateTimeScalar } from "../shared/graphql/scalars.js";
import type { GrantState, HolderKind } from "./grant.rules.js";
import type { Role } from "./role.rules.js";
import { RoleEnum } from "./role.type.js";

export const GrantStateEnum = enumOf<GrantState>("GrantState", "What became of a grant.", {
  PENDING: "It waits for a second administrator.",
  ACTIVE: "It is in force, until it expires.",
  REFUSED: "Another administrator refused it.",
  REVOKED: "It was taken back.",
});

@Requires("grant:read")
@ObjectType("RoleGrant", {
  implements: Node,
  simpleResolvers: true,
  description: "That somebody has a role, from when on, and by whose decision.",
})
export class RoleGrantType implements Node {
  @GlobalId("grt")
  id!: string;

  /** What the fields of the holder are found by. */
  holderKind!: HolderKind;
  holderId!: string;
  /** What the field `ownRole` is found by. */
  roleId!: string | null;
  /** What the field `partners` is found by. */
  partnerIds!: string[] | null;

  @Field(() => RoleEnum, {
    nullable: true,
    description: "The role; null when it is one of one's own.",
  })
  role!: Role | null;

  @Field(() => GrantStateEnum, { description: "What became of it." })
  state!: GrantState;

  @Field(() => String, { nullable: true, description: "Why it was asked for." })
  reason!: string | null;

  @Field(() => String, { description: "Who asked for it." })
  requestedByName!: string;

  @Field(() => DateTimeScalar, { description: "When it was asked for." })
  requestedAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: "Who approved or refused it; null where nobody had to.",
  })
  decidedByName!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was approved or refused; null where nobody had to.",
  })
  decidedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "From when on it is no longer in force; null when it does not expire.",
  })
  expiresAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was taken back." })
  revokedAt!: Date | null;
}

export const { connection: RoleGrantConnection } = connectionOf(
  ...([RoleGrantType, "RoleGrant", "grants"] as const),
);

/** What the four commands about a grant answer. */
@Requires("public")
@ObjectType({ simpleResolvers: true })
abstract class GrantPayload extends CommandPayload {
  @Field(() => RoleGrantType, { nullable: true, description: "The grant as it is now." })
  grant!: RoleGrantType | null;
}

@Requires("public")
@ObjectType("GrantRolePayload", {
  simpleResolvers: true,
  description: "The grant, in force or waiting for a second administrator, or why there is none.",
})
export class GrantRolePayload extends GrantPayload {}

@Requires("public")
@ObjectType("ApproveGrantPayload", {
  simpleResolvers: true,
  description: "The grant that is in force now, or why it is not.",
})
export class ApproveGrantPayload extends GrantPayload {}

@Requires("public")
@ObjectType("RefuseGrantPayload", {
  simpleResolvers: true,
  description: "The grant that was refused, or why it was not.",
})
export class RefuseGrantPayload extends GrantPayload {}

@Requires("public")
@ObjectType("RevokeGrantPayload", {
  simpleResolvers: true,
  description: "The grant that was taken back, or why it was not.",
})
export class RevokeGrantPayload extends GrantPayload {}
