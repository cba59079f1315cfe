import { Field, ID, InputType, Int } from "type-graphql";
import { IdempotentInput } from "../shared/graphql/command.input.js";
import { enumOf } from "../shared/graphql/enum.js";
import { OrderDirectionEnum, type OrderDirection } from "../shared/graphql/page.type.js";
import { DateTimeScalar } from "../shared/graphql/scalars.js";
import { RoleEnum } from "./role.type.js";
import type { Role } from "./role.rules.js";

@InputType("ApiKeyFilter", { description: "Which API keys a list has. All conditions apply." })
export class ApiKeyFilterInput {
  @Field(() => RoleEnum, { nullable: true, description: "Only with this role." })
  role?: Role | null;

  @Field(() => ID, { nullable: true, description: "Only limited to this partner." })
  partnerId?: string | null;
}

export type ApiKeyOrderField = "CREATED_AT";

const ApiKeyOrderFieldEnum = enumOf<ApiKeyOrderField>(
  "ApiKeyOrderField",
  "By what a list of API keys is sorted.",
  { CREATED_AT: "The time at which it was made." },
);

@InputType("ApiKeyOrder", { description: "How a list of API keys is sorted." })
export class ApiKeyOrderInput {
  @Field(() => ApiKeyOrderFieldEnum, { description: "By what." })
  field!: ApiKeyOrderField;

  @Field(() => OrderDirectionEnum, {
    defaultValue: OrderDirectionEnum.ASC,
    description: "In which direction.",
  })
  direction!: OrderDirection;
}

@InputType("CreateApiKeyInput", { description: "What a new API key is for." })
export class CreateApiKeyInput extends IdempotentInput {
  @Field(() => String, { description: "What it is for, up to 100 characters." })
  name!: string;

  @Field(() => RoleEnum, { description: "Its role. Not more than your own key may do." })
  role!: Role;

  @Field(() => ID, {
    nullable: true,
    description: "The partner whose rows it is limited to. Required for the role PARTNER.",
  })
  partnerId?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it expires; never when it is left out.",
  })
  expiresAt?: Date | null;

  @Field(() => [String], {
    nullable: true,
    description: "The permissions of the role that it may use, such as `ledger:read`; else all.",
  })
  scopes?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "The addresses that it may be used from, such as `203.0.113.0/24`; all when it is left out.",
  })
  ipRanges?: string[] | null;
}

@InputType("RotateApiKeyInput", { description: "Which API key gets a new secret." })
export class RotateApiKeyInput extends IdempotentInput {
  @Field(() => ID, { description: "The key." })
  apiKeyId!: string;

  @Field(() => Int, {
    defaultValue: 24,
    description: "How long the secret before stays good as well: 0 to 720 hours.",
  })
  overlapHours!: number;
}

@InputType("RevokeApiKeyInput", { description: "Which API key is revoked." })
export class RevokeApiKeyInput extends IdempotentInput {
  @Field(() => ID, { description: "The key." })
  apiKeyId!: string;
}
