import { Field, ObjectType } from "type-graphql";
import { Requires } from "./requires.js";
import { Resolved } from "./resolved.js";
import { UserError } from "./user-error.type.js";

/** What every command's payload has. Resolvers leave `userErrors` out: the error mapper sets it. */
@Requires("public")
@ObjectType({ simpleResolvers: true })
export abstract class CommandPayload {
  @Resolved<CommandPayload>((payload) => payload.userErrors ?? [])
  @Field(() => [UserError], {
    description: "Why the command was refused; empty when it was carried out.",
  })
  userErrors?: UserError[];
}
