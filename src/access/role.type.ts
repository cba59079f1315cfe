import { Field, Int, ObjectType } from "type-graphql";
import { enumOf } from "../shared/graphql/enum.js";
import { GlobalId } from "../shared/graphql/global-id.js";
import { Node } from "../shared/graphql/node.type.js";
import { CommandPayload } from "../shared/graphql/payload.type.js";
import { Requires } from "../shared/graphql/requires.js";
import { DateTimeScalar } from "../shared/graphql/scalars.js";
import type { Role } from "./role.rules.js";

export const RoleEnum = enumOf<Role>("Role", "A set of permissions.", {
  ADMINISTRATOR: "Everything.",
  SETTLEMENT_MANAGER: "Runs the settlement, from contracts to payouts.",
  OPERATOR: "Runs the hub: everything but who may do what, and the audit trail.",
  RISK_ANALYST: "Sees the ledger, holds partners, withholds and disputes settlements.",
  AUDITOR: "Sees everything, the audit trail included, and changes nothing.",
  VIEWER: "Sees partners, contracts, the ledger and live balances.",
  PARTNER: "Records its own transactions and sees its own rows.",
  INTEGRATION: "Records transactions and imports documents.",
});

@Requires("grant:read")
@ObjectType("RoleDescription", {
  simpleResolvers: true,
  description: "A role that every hub has, and what it allows.",
})
export class RoleDescription {
  @Field(() => RoleEnum, { description: "The role." })
  role!: Role;

  @Field(() => [String], { description: "What it allows, such as `partner:hold`." })
  permissions!: string[];

  @Field(() => Boolean, {
    description: "Whether a grant of it takes a second administrator where there is one.",
  })
  isDangerous!: boolean;
}

@Requires("public")
@ObjectType("PermissionDescription", {
  simpleResolvers: true,
  description: "One thing that a credential may be allowed to do.",
})
export class PermissionDescription {
  @Field(() => String, { description: "Its name, such as `partner:hold`." })
  name!: string;

  @Field(() => String, { description: "What it allows." })
  description!: string;

  @Field(() => Boolean, {
    description: "Whether a grant of it takes a second administrator where there is one.",
  })
  isDangerous!: boolean;
}

@Requires("grant:read")
@ObjectType("OwnRole", {
  implements: Node,
  simpleResolvers: true,
  description: "A role of one's own: a set of permissions of the catalogue.",
})
export class OwnRoleType implements Node {
  @GlobalId("rol")
  id!: string;

  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => String, { description: "What it is for." })
  description!: string;

  @Field(() => [String], { description: "What it allows, such as `partner:hold`." })
  permissions!: string[];

  @Field(() => Int, { description: "Goes up with each change." })
  version!: number;

  @Field(() => DateTimeScalar, { description: "When it was made." })
  createdAt!: Date;
}

@Requires("public")
@ObjectType("CreateRolePayload", {
  simpleResolvers: true,
  description: "The role that was made, or why none was.",
})
export class CreateRolePayload extends CommandPayload {
  @Field(() => OwnRoleType, { nullable: true, description: "The new role." })
  role!: OwnRoleType | null;
}

@Requires("public")
@ObjectType("ChangeRolePayload", {
  simpleResolvers: true,
  description: "The role as it is now, or why it was not changed.",
})
export class ChangeRolePayload extends CommandPayload {
  @Field(() => OwnRoleType, { nullable: true, description: "The role as it is now." })
  role!: OwnRoleType | null;
}
