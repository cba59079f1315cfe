import { Field, ObjectType } from "type-graphql";
import { connectionOf } from "../shared/graphql/connection.type.js";
import { GlobalId } from "../shared/graphql/global-id.js";
import { Node } from "../shared/graphql/node.type.js";
import { CommandPayload } from "../shared/graphql/payload.type.js";
import { Requires } from "../shared/graphql/requires.js";
import { Resolved } from "../shared/graphql/resolved.js";
import { DateTimeScalar } from "../shared/graphql/scalars.js";
import { permissionsOfKey } from "./api-key.rules.js";
import { RoleEnum } from "./role.type.js";
import type { Role } from "./role.rules.js";

@Requires("key:read")
@ObjectType("ApiKey", {
  implements: Node,
  simpleResolvers: true,
  description: "A machine's credential. Its secret is shown once, when it is made.",
})
export class ApiKeyType implements Node {
  @GlobalId("key")
  id!: string;

  /** What the field `partner` is found by. */
  partnerId!: string | null;

  @Field(() => String, { description: "What it is for." })
  name!: string;

  @Field(() => String, { description: "What its text begins with, to tell keys apart." })
  prefix!: string;

  @Field(() => RoleEnum, { description: "Its role." })
  role!: Role;

  @Field(() => [String], {
    nullable: true,
    description: "The part of its role that it may use; null when it is all of it.",
  })
  scopes!: string[] | null;

  @Field(() => [String], {
    description: "The addresses that it may be used from; everywhere when there are none.",
  })
  ipRanges!: string[];

  @Resolved<ApiKeyType>((key) => [...permissionsOfKey(key)])
  @Field(() => [String], {
    description: "What its own role lets it do; what else it is granted, `grants` says.",
  })
  readonly permissions?: string[];

  @Field(() => DateTimeScalar, { description: "When it was made." })
  createdAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "From when on it no longer opens the door; null when it does not expire.",
  })
  expiresAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Until when the secret before the last rotation is good; null when there is none.",
  })
  previousSecretUntil!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was revoked; null when it was not.",
  })
  revokedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was used last, to the minute; null when it never was.",
  })
  lastUsedAt!: Date | null;
}

export const { connection: ApiKeyConnection } = connectionOf(ApiKeyType, "ApiKey", "API keys");

@Requires("public")
@ObjectType("Viewer", { simpleResolvers: true, description: "Who the credential belongs to." })
export class Viewer {
  @Field(() => String, { description: "What the credential is called." })
  name!: string;

  @Field(() => [String], { description: "What it may do, such as `partner:hold`." })
  permissions!: string[];

  /** The partners that it is limited to; null for all. */
  partnerIds!: readonly string[] | null;
}

@Requires("public")
@ObjectType("CreateApiKeyPayload", {
  simpleResolvers: true,
  description: "The key that was made, or why none was.",
})
export class CreateApiKeyPayload extends CommandPayload {
  @Field(() => ApiKeyType, { nullable: true, description: "The new key." })
  apiKey!: ApiKeyType | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The key's text. Shown this once: the hub keeps only a hash, so a repeated command with " +
      "the " +
      "same idempotency key answers null here.",
  })
  secret!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The secret by which the key signs requests, for who would rather not send one along. " +
      "Shown this once, as `secret` is.",
  })
  signingSecret!: string | null;
}

@Requires("public")
@ObjectType("RevokeApiKeyPayload", {
  simpleResolvers: true,
  description: "The key that was revoked, or why it was not.",
})
export class RevokeApiKeyPayload extends CommandPayload {
  @Field(() => ApiKeyType, { nullable: true, description: "The key as it is now." })
  apiKey!: ApiKeyType | null;
}

@Requires("public")
@ObjectType("RotateApiKeyPayload", {
  simpleResolvers: true,
  description: "The key with its new secret, or why it has none.",
})
export class RotateApiKeyPayload extends CommandPayload {
  @Field(() => ApiKeyType, { nullable: true, description: "The key as it is now." })
  apiKey!: ApiKeyType | null;

  @Field(() => String, {
    nullable: true,
    description: "The key's new text. Shown this once, as by `createApiKey`.",
  })
  secret!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The secret by which the key signs requests, for who would rather not send one along. " +
      "Shown this once, as `secret` is.",
  })
  signingSecret!: string | null;
}
