import { Field, Int, ObjectType } from "type-graphql";
import { CommandPayload } from "../shared/graphql/payload.type.js";
import { Requires } from "../shared/graphql/requires.js";

@Requires("encryption:read")
@ObjectType("WrappingKey", {
  simpleResolvers: true,
  description: "A key that wraps data keys. It is kept outside of the database.",
})
export class WrappingKeyType {
  @Field(() => String, { description: "Its name, which is made of the key." })
  keyId!: string;

  @Field(() => Boolean, { description: "Whether it wraps from now on." })
  current!: boolean;

  @Field(() => Int, { description: "How many data keys it has wrapped." })
  dataKeys!: number;
}

@Requires("encryption:read")
@ObjectType("SealedStore", {
  simpleResolvers: true,
  description: "Rows that are encrypted, and how far that is.",
})
export class SealedStoreType {
  @Field(() => String, { description: "What is in it." })
  name!: string;

  @Field(() => Int, { description: "Rows that are encrypted with keys in use." })
  sealed!: number;

  @Field(() => Int, { description: "Rows that a job encrypts again, with newer keys." })
  stale!: number;

  @Field(() => Int, { description: "Rows that a job encrypts for the first time." })
  plain!: number;
}

@Requires("encryption:read")
@ObjectType("EncryptionStatus", {
  simpleResolvers: true,
  description: "The keys of the hub, and how far its data are encrypted with them.",
})
export class EncryptionStatusType {
  @Field(() => [WrappingKeyType], { description: "The keys that wrap data keys." })
  wrappingKeys!: WrappingKeyType[];

  @Field(() => [SealedStoreType], { description: "What is encrypted." })
  stores!: SealedStoreType[];
}

@Requires("public")
@ObjectType("RotateDataKeysPayload", {
  simpleResolvers: true,
  description: "How many keys were exchanged, or why none was.",
})
export class RotateDataKeysPayload extends CommandPayload {
  @Field(() => Int, { nullable: true, description: "How many data keys were taken out of use." })
  dataKeys!: number | null;
}
