import { Field, ID, InputType } from "type-graphql";
import { IdempotentInput } from "../shared/graphql/command.input.js";
import { DateTimeScalar } from "../shared/graphql/scalars.js";
import { GrantStateEnum } from "./grant.type.js";
import type { GrantState } from "./grant.rules.js";
import type { Role } from "./role.rules.js";
import { sortedPage } from "../shared/graphql/sorted-page.type.js";
import { RoleEnum } from "./role.type.js";

export const RoleGrantPageArgs = sortedPage({
  name: "RoleGrant",
  plural: "grants of roles",
  by: { CREATED_AT: "The time at which it was asked for." },
  otherwise: "the oldest",
});

@InputType("RoleGrantFilter", { description: "Which grants a list has. All conditions apply." })
export class RoleGrantFilterInput {
  @Field(() => GrantStateEnum, { nullable: true, description: "Only in this state." })
  state?: GrantState | null;

  @Field(() => RoleEnum, { nullable: true, description: "Only of this role." })
  role?: Role | null;

  @Field(() => ID, { nullable: true, description: "Only of this API key." })
  apiKeyId?: string | null;

  @Field(() => ID, { nullable: true, description: "Only of this person." })
  personId?: string | null;
}

@InputType("GrantRoleInput", { description: "Who gets which role." })
export class GrantRoleInput extends IdempotentInput {
  @Field(() => ID, { nullable: true, description: "The API key that is to have it." })
  apiKeyId?: string | null;

  @Field(() => ID, { nullable: true, description: "Or the person who is to have it." })
  personId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      "The partners that it is limited to, for a person: the same for all that they have.",
  })
  partnerIds?: string[] | null;

  @Field(() => RoleEnum, { nullable: true, description: "A role that every hub has." })
  role?: Role | null;

  @Field(() => ID, { nullable: true, description: "Or a role of your own." })
  roleId?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "From when on it is no longer in force; never when it is left out.",
  })
  expiresAt?: Date | null;

  @Field(() => String, { nullable: true, description: "Why, up to 500 characters." })
  reason?: string | null;
}

@InputType("ApproveGrantInput", { description: "Which grant comes into force." })
export class ApproveGrantInput extends IdempotentInput {
  @Field(() => ID, { description: "The grant." })
  grantId!: string;
}

@InputType("RefuseGrantInput", { description: "Which grant is refused." })
export class RefuseGrantInput extends IdempotentInput {
  @Field(() => ID, { description: "The grant." })
  grantId!: string;
}

@InputType("RevokeGrantInput", { description: "Which grant is taken back." })
export class RevokeGrantInput extends IdempotentInput {
  @Field(() => ID, { description: "The grant." })
  grantId!: string;
}
