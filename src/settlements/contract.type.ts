import { Field, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../shared/graphql/connection.type.js";
import { GlobalId } from "../shared/graphql/global-id.js";
import { Node } from "../shared/graphql/node.type.js";
import { CommandPayload } from "../shared/graphql/payload.type.js";
import { Requires } from "../shared/graphql/requires.js";
import { CalendarDateScalar, CurrencyScalar, DateTimeScalar } from "../shared/graphql/scalars.js";

@Requires("contract:read")
@ObjectType("Contract", {
  implements: Node,
  simpleResolvers: true,
  description: "What is agreed with a partner, and when; its versions say under which terms.",
})
export class ContractType implements Node {
  @GlobalId("ctr")
  id!: string;

  /** What the field `partner` is found by. */
  partnerId!: string;

  @Field(() => String, { description: "The short name, unique among the partner's contracts." })
  code!: string;

  @Field(() => CurrencyScalar, { description: "The currency that it settles in." })
  currency!: string;

  @Field(() => CalendarDateScalar, {
    description: "The first day on which it applies, in its time zone.",
  })
  effectiveFrom!: string;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: "The last day on which it applies; null when it has no end.",
  })
  effectiveTo!: string | null;

  @Field(() => String, { description: "The IANA time zone of its days and periods." })
  timeZone!: string;

  @Field(() => DateTimeScalar, { description: "The first moment at which it applies." })
  startsAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "The moment from which it no longer applies; null when it has no end.",
  })
  endsAt!: Date | null;

  @Field(() => Int, { description: "How often it was changed, from 1." })
  version!: number;

  @Field(() => DateTimeScalar, { description: "When it was added." })
  createdAt!: Date;
}

export const { connection: ContractConnection } = connectionOf(
  ContractType,
  "Contract",
  "contracts",
);

@Requires("public")
@ObjectType("CreateContractPayload", {
  simpleResolvers: true,
  description: "The contract that was agreed, or why none was.",
})
export class CreateContractPayload extends CommandPayload {
  @Field(() => ContractType, { nullable: true, description: "The new contract." })
  contract!: ContractType | null;
}
