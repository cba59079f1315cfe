import { Field, ID, InputType } from "type-graphql";
import { IdempotentInput } from "../shared/graphql/command.input.js";
import { sortedPage } from "../shared/graphql/sorted-page.type.js";

export const PersonPageArgs = sortedPage({
  name: "Person",
  plural: "people",
  by: { CREATED_AT: "The time at which they were added." },
  otherwise: "the oldest",
});

@InputType("CreatePersonInput", { description: "Who is added." })
export class CreatePersonInput extends IdempotentInput {
  @Field(() => String, { description: "The e-mail address that they sign in with." })
  email!: string;

  @Field(() => String, { description: "What they are called, up to 100 characters." })
  name!: string;
}

@InputType()
abstract class PersonInput extends IdempotentInput {
  @Field(() => ID, { description: "The person." })
  personId!: string;
}

@InputType("ResetPersonInput", { description: "Who starts anew." })
export class ResetPersonInput extends PersonInput {}

@InputType("DisablePersonInput", { description: "Who may sign in no more." })
export class DisablePersonInput extends PersonInput {}

@InputType("EnablePersonInput", { description: "Who may sign in again." })
export class EnablePersonInput extends PersonInput {}

@InputType("EndSessionsInput", { description: "Whose sessions end." })
export class EndSessionsInput extends PersonInput {}
