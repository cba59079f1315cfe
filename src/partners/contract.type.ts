import { Field, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../shared/graphql/connection.type.js";
import { enumOf } from "../shared/graphql/enum.js";
import { GlobalId } from "../shared/graphql/global-id.js";
import { Node } from "../shared/graphql/node.type.js";
import { CommandPayload } from "../shared/graphql/payload.type.js";
import { Requires } from "../shared/graphql/requires.js";
import {
  CalendarDateScalar,
  CurrencyScalar,
  DateTimeScalar,
  DecimalScalar,
} from "../shared/graphql/scalars.js";
import type { Cycle, Rounding, TermBasis } from "./contract.rules.js";

export const TermBasisEnum = enumOf<TermBasis>("TermBasis", "Which transactions a term counts.", {
  TURNOVER: "The sum of all amounts in, whatever went out.",
  NET: "The sum of the amounts in less the sum of the amounts out.",
});

export const RoundingEnum = enumOf<Rounding>("Rounding", "How a share becomes whole minor units.", {
  HALF_EVEN: "To the nearest; a half to the even neighbour.",
  HALF_UP: "To the nearest; a half away from zero.",
  DOWN: "Towards zero.",
});

export const CycleEnum = enumOf<Cycle>("Cycle", "How long a settlement period is.", {
  MONTHLY: "A calendar month in the contract's time zone.",
});

@Requires("contract:read")
@ObjectType("ContractTerm", {
  simpleResolvers: true,
  description: "One clause of a contract: a flat share of its basis.",
})
export class ContractTermType {
  @Field(() => TermBasisEnum, { description: "Which transactions it counts." })
  basis!: TermBasis;

  @Field(() => DecimalScalar, {
    description: 'The partner\'s share of the basis, from 0 to 1: `"0.1250"` is 12.5 percent.',
  })
  shareRate!: string;

  @Field(() => RoundingEnum, { description: "How the share is rounded." })
  rounding!: Rounding;
}

@Requires("contract:read")
@ObjectType("Contract", {
  implements: Node,
  simpleResolvers: true,
  description: "Under which terms a partner is settled in a currency, and when.",
})
export class ContractType implements Node {
  @GlobalId("ctr")
  id!: string;

  /** What the field `partner` is found by. */
  partnerId!: string;

  @Field(() => String, { description: "The short name, unique among the partner's contracts." })
  code!: string;

  @Field(() => CurrencyScalar, { description: "The currency that it settles." })
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

  @Field(() => CycleEnum, { description: "How long its settlement periods are." })
  cycle!: Cycle;

  @Field(() => [ContractTermType], { description: "Its clauses." })
  terms!: ContractTermType[];

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
