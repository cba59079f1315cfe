import { Field, InputType } from "type-graphql";

/**
 * What every command's input may have. Commands that move money require it and say so themselves.
 */
@InputType()
export abstract class IdempotentInput {
  @Field(() => String, {
    nullable: true,
    description:
      "A text of your own, up to 255 characters, such as a UUID. The same key with the same " +
      "input " +
      "has its effect once and is answered alike for ever; with another input it is refused.",
  })
  idempotencyKey?: string | null;
}
