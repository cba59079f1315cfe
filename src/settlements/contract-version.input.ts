import { Field, ID, InputType, Int } from "type-graphql";
import { IdempotentInput } from "../shared/graphql/command.input.js";
import { CalendarDateScalar } from "../shared/graphql/scalars.js";
import { ContractTermsScalar } from "./contract-terms.type.js";

@InputType()
abstract class ChangeContractInput extends IdempotentInput {
  @Field(() => ID, { description: "The contract." })
  contractId!: string;

  @Field(() => Int, {
    nullable: true,
    description: "The version of the contract that this was decided on; refused if it is another.",
  })
  expectedVersion?: number | null;
}

@InputType("ScheduleContractVersionInput", { description: "Other terms, from a later day on." })
export class ScheduleContractVersionInput extends ChangeContractInput {
  @Field(() => CalendarDateScalar, {
    description: "The first day on which they apply: later than today and than what is recorded.",
  })
  effectiveFrom!: string;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: "Another last day of the contract; it stays as it is when this is left out.",
  })
  effectiveTo?: string | null;

  @Field(() => ContractTermsScalar, {
    description: "All terms, in the settlement currency and the time zone of the contract.",
  })
  terms!: unknown;

  @Field(() => String, { nullable: true, description: "Why, in one line of up to 500 characters." })
  reason?: string | null;
}

@InputType("MoveContractVersionInput", { description: "Which scheduled version, and to when." })
export class MoveContractVersionInput extends ChangeContractInput {
  @Field(() => Int, { description: "The number of the version." })
  number!: number;

  @Field(() => CalendarDateScalar, { description: "The first day on which it applies instead." })
  effectiveFrom!: string;

  @Field(() => String, { description: "Why, in one line of up to 500 characters." })
  reason!: string;
}

@InputType("CancelContractVersionInput", { description: "Which scheduled version, and why." })
export class CancelContractVersionInput extends ChangeContractInput {
  @Field(() => Int, { description: "The number of the version." })
  number!: number;

  @Field(() => String, { description: "Why, in one line of up to 500 characters." })
  reason!: string;
}

@InputType("EndContractInput", { description: "When a contract ends, and why." })
export class EndContractInput extends ChangeContractInput {
  @Field(() => CalendarDateScalar, { description: "The last day on which it applies." })
  effectiveTo!: string;

  @Field(() => String, { description: "Why, in one line of up to 500 characters." })
  reason!: string;
}
