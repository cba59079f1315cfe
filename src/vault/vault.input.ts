import { Field, ID, InputType } from "type-graphql";
import { IdempotentInput } from "../shared/graphql/command.input.js";

@InputType("RotateDataKeysInput", { description: "Whose data keys are exchanged, and why." })
export class RotateDataKeysInput extends IdempotentInput {
  @Field(() => ID, {
    nullable: true,
    description: "Only of this partner; all where it is left out.",
  })
  partnerId?: string | null;

  @Field(() => String, { description: "Why they are exchanged; it is on record." })
  reason!: string;
}
