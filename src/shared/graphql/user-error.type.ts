import { Field, ObjectType } from "type-graphql";
import type { DomainError, ErrorCode } from "../errors.js";
import { ErrorCodeEnum } from "./error-code.type.js";
import { Requires } from "./requires.js";

@Requires("public")
@ObjectType("UserError", {
  simpleResolvers: true,
  description: "Why a command was refused. The command has changed nothing.",
})
export class UserError {
  @Field(() => ErrorCodeEnum, { description: "The reason, for programs." })
  code!: ErrorCode;

  @Field(() => String, { description: "The reason in one English sentence, for people." })
  message!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Where in the arguments the reason lies, such as `["input", "code"]`.',
  })
  path!: string[] | null;
}

/** A refusal as the payload of a command shows it; paths start at the mutation's arguments. */
export function toUserError(error: DomainError): UserError {
  const path = error.inputPath.length === 0 ? null : ["input", ...error.inputPath.map(String)];
  return { code: error.code, message: error.message, path };
}
