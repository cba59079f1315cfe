import { Field, ID, InputType, Int } from "type-graphql";
import { IdempotentInput } from "../shared/graphql/command.input.js";

@InputType("DraftAdapterInput", { description: "The next version of an adapter." })
export class DraftAdapterInput extends IdempotentInput {
  @Field(() => String, { description: "Its name: a-z, 0-9 and single hyphens." })
  adapter!: string;

  @Field(() => String, { description: "The definition, as JSON." })
  definition!: string;

  @Field(() => String, { nullable: true, description: "What is new in this version." })
  note?: string | null;
}

@InputType("DryRunAdapterInput", { description: "What is tried, and on what." })
export class DryRunAdapterInput extends IdempotentInput {
  @Field(() => String, { nullable: true, description: "An adapter by its name." })
  adapter?: string | null;

  @Field(() => Int, { nullable: true, description: "Its version; by default the newest." })
  version?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Instead of an adapter: a definition that is not drafted yet, as JSON.",
  })
  definition?: string | null;

  @Field(() => String, { description: "The name of the file." })
  fileName!: string;

  @Field(() => String, { description: "Its bytes in Base64, up to 3 MiB of them." })
  sample!: string;
}

@InputType("ActivateAdapterInput", { description: "Which adapter reads what a partner sends." })
export class ActivateAdapterInput extends IdempotentInput {
  @Field(() => ID, { description: "The partner." })
  partnerId!: string;

  @Field(() => String, { description: "The adapter." })
  adapter!: string;

  @Field(() => Int, {
    nullable: true,
    description: "Its version; by default the newest. One that comes with the hub has none.",
  })
  version?: number | null;

  @Field(() => String, { description: "Why, in up to 500 characters." })
  reason!: string;
}

@InputType("RollBackAdapterInput", { description: "Whose adapter is taken back, and why." })
export class RollBackAdapterInput extends IdempotentInput {
  @Field(() => ID, { description: "The partner." })
  partnerId!: string;

  @Field(() => String, { description: "Why, in up to 500 characters." })
  reason!: string;
}

@InputType("ReplayDocumentsInput", { description: "Which documents are read again, and why." })
export class ReplayDocumentsInput extends IdempotentInput {
  @Field(() => [ID], { description: "Up to 20 documents; an archive is read as a whole." })
  documentIds!: string[];

  @Field(() => String, { description: "Why, in up to 500 characters." })
  reason!: string;
}
