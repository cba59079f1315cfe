import { Field, ID, InputType, Int } from "type-graphql";
import { IdempotentInput } from "../shared/graphql/command.input.js";

@InputType("CreateRoleInput", { description: "What a new role allows." })
export class CreateRoleInput extends IdempotentInput {
  @Field(() => String, { description: "Its name, up to 60 characters." })
  name!: string;

  @Field(() => String, {
    defaultValue: "",
    description: "What it is for, up to 200 characters.",
  })
  description!: string;

  @Field(() => [String], {
    description: "Permissions of the catalogue, such as `partner:hold`; not more than your own.",
  })
  permissions!: string[];
}

@InputType("ChangeRoleInput", { description: "Which role is to allow what." })
export class ChangeRoleInput extends IdempotentInput {
  @Field(() => ID, { description: "The role of your own." })
  roleId!: string;

  @Field(() => [String], { description: "All that it allows from now on." })
  permissions!: string[];

  @Field(() => Int, {
    nullable: true,
    description: "The version that the change was decided on; else the newest, whatever it is.",
  })
  expectedVersion?: number | null;
}
