import { Field, ID, InputType, Int } from "type-graphql";
import { IdempotentInput } from "../shared/graphql/command.input.js";
import { enumOf } from "../shared/graphql/enum.js";
import { OrderDirectionEnum, type OrderDirection } from "../shared/graphql/page.type.js";
import type { PartnerOrderField } from "./partner.queries.js";
import type { PartnerKind, PartnerState } from "./partner.rules.js";
import { PartnerKindEnum, PartnerStateEnum } from "./partner.type.js";

@InputType("PartnerFilter", { description: "Which partners a list has. All conditions apply." })
export class PartnerFilterInput {
  @Field(() => PartnerKindEnum, { nullable: true, description: "Only of this kind." })
  kind?: PartnerKind | null;

  @Field(() => PartnerStateEnum, { nullable: true, description: "Only in this state." })
  state?: PartnerState | null;

  @Field(() => [String], { nullable: true, description: "Only with one of these codes." })
  codes?: string[] | null;
}

const PartnerOrderFieldEnum = enumOf<PartnerOrderField>(
  "PartnerOrderField",
  "By what a list of partners is sorted.",
  { CODE: "The code.", NAME: "The name.", CREATED_AT: "The time at which it was added." },
);

@InputType("PartnerOrder", { description: "How a list of partners is sorted." })
export class PartnerOrderInput {
  @Field(() => PartnerOrderFieldEnum, { description: "By what." })
  field!: PartnerOrderField;

  @Field(() => OrderDirectionEnum, {
    defaultValue: OrderDirectionEnum.ASC,
    description: "In which direction.",
  })
  direction!: OrderDirection;
}

@InputType("CreatePartnerInput", { description: "What a new partner is." })
export class CreatePartnerInput extends IdempotentInput {
  @Field(() => String, {
    description: "The short name: up to 64 of a-z, 0-9 and single hyphens between them. Unique.",
  })
  code!: string;

  @Field(() => String, { description: "The name for people, up to 200 characters." })
  name!: string;

  @Field(() => PartnerKindEnum, { description: "What it provides." })
  kind!: PartnerKind;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether it is made up for a demonstration.",
  })
  synthetic?: boolean;
}

@InputType("HoldPartnerInput", { description: "Which partner is put on hold, and why." })
export class HoldPartnerInput extends IdempotentInput {
  @Field(() => ID, { description: "The partner." })
  partnerId!: string;

  @Field(() => String, { description: "Why, in one line of up to 500 characters." })
  reason!: string;

  @Field(() => Int, {
    nullable: true,
    description: "The version on which the decision rests; refused when there is a newer one.",
  })
  expectedVersion?: number | null;
}

@InputType("ReleasePartnerInput", { description: "Which partner goes on." })
export class ReleasePartnerInput extends IdempotentInput {
  @Field(() => ID, { description: "The partner." })
  partnerId!: string;

  @Field(() => Int, {
    nullable: true,
    description: "The version on which the decision rests; refused when there is a newer one.",
  })
  expectedVersion?: number | null;
}
