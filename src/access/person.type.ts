import { Field, ObjectType } from "type-graphql";
import { connectionOf } from "../shared/graphql/connection.type.js";
import { enumOf } from "../shared/graphql/enum.js";
import { GlobalId } from "../shared/graphql/global-id.js";
import { Node } from "../shared/graphql/node.type.js";
import { CommandPayload } from "../shared/graphql/payload.type.js";
import { Requires } from "../shared/graphql/requires.js";
import { DateTimeScalar } from "../shared/graphql/scalars.js";
import type { SignInMethod } from "./person.events.js";
import type { PersonState } from "./person.rules.js";

const PersonStateEnum = enumOf<PersonState>("PersonState", "Whether a person may sign in.", {
  ACTIVE: "They may.",
  DISABLED: "They may not.",
});

const SignInMethodEnum = enumOf<SignInMethod>("SignInMethod", "How a person signed in.", {
  PASSWORD: "With an account of the hub.",
  OIDC: "By an OpenID provider.",
});

@Requires("person:read")
@ObjectType("Person", {
  implements: Node,
  simpleResolvers: true,
  description: "Somebody who signs in.",
})
export class PersonType implements Node {
  @GlobalId("per")
  id!: string;

  @Field(() => String, { description: "The e-mail address that they sign in with." })
  email!: string;

  @Field(() => String, { description: "What they are called." })
  name!: string;

  @Field(() => PersonStateEnum, { description: "Whether they may sign in." })
  state!: PersonState;

  @Field(() => Boolean, { description: "Whether they have a password of this hub." })
  hasPassword!: boolean;

  @Field(() => Boolean, { description: "Whether they need a code of an authenticator app." })
  hasTotp!: boolean;

  @Field(() => Boolean, { description: "Whether the password is one for the first sign-in only." })
  mustChangePassword!: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Until when nobody can try to sign in, after too many failures.",
  })
  lockedUntil!: Date | null;

  @Field(() => DateTimeScalar, { description: "When they were added." })
  createdAt!: Date;
}

export const { connection: PersonConnection } = connectionOf(PersonType, "Person", "people");

@Requires("person:read")
@ObjectType("Session", {
  simpleResolvers: true,
  description: "That a person is signed in somewhere.",
})
export class SessionType {
  @Field(() => SignInMethodEnum, { description: "How they signed in." })
  method!: SignInMethod;

  @Field(() => String, { nullable: true, description: "The address that they signed in from." })
  address!: string | null;

  @Field(() => DateTimeScalar, { description: "When they signed in." })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: "When they were last seen, to the minute." })
  lastSeenAt!: Date;

  @Field(() => DateTimeScalar, { description: "When it ends at the latest." })
  expiresAt!: Date;
}

@Requires("public")
@ObjectType({ simpleResolvers: true })
abstract class PersonPayload extends CommandPayload {
  @Field(() => PersonType, { nullable: true, description: "The person as they are now." })
  person!: PersonType | null;
}

@Requires("public")
@ObjectType({ simpleResolvers: true })
abstract class PasswordPayload extends PersonPayload {
  @Field(() => String, {
    nullable: true,
    description: "The password for the next sign-in, where it is changed. Shown this once.",
  })
  temporaryPassword!: string | null;
}

@Requires("public")
@ObjectType("CreatePersonPayload", {
  simpleResolvers: true,
  description: "The person who was added, or why nobody was.",
})
export class CreatePersonPayload extends PasswordPayload {}

@Requires("public")
@ObjectType("ResetPersonPayload", {
  simpleResolvers: true,
  description: "The person who starts anew, or why they do not.",
})
export class ResetPersonPayload extends PasswordPayload {}

@Requires("public")
@ObjectType("DisablePersonPayload", {
  simpleResolvers: true,
  description: "The person who may sign in no more, or why they may.",
})
export class DisablePersonPayload extends PersonPayload {}

@Requires("public")
@ObjectType("EnablePersonPayload", {
  simpleResolvers: true,
  description: "The person who may sign in again, or why they may not.",
})
export class EnablePersonPayload extends PersonPayload {}

@Requires("public")
@ObjectType("EndSessionsPayload", {
  simpleResolvers: true,
  description: "The person whose sessions ended, or why they did not.",
})
export class EndSessionsPayload extends PersonPayload {}
