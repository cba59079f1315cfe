import { Field, ObjectType } from "type-graphql";
import { MoneyType } from "../shared/graphql/money.type.js";
import { Requires } from "../shared/graphql/requires.js";
import { CalendarDateScalar } from "../shared/graphql/scalars.js";
import { UserError } from "../shared/graphql/user-error.type.js";

@Requires("settlement:read")
@ObjectType({ simpleResolvers: true })
abstract class SimulatedSums {
  @Field(() => MoneyType, { description: "What it came to; positive is owed to the partner." })
  present!: MoneyType;

  @Field(() => MoneyType, { description: "What it would have come to." })
  simulated!: MoneyType;

  @Field(() => MoneyType, { description: "How much more that is." })
  difference!: MoneyType;
}

@Requires("settlement:read")
@ObjectType("SimulatedLine", { simpleResolvers: true, description: "A clause of a period." })
export class SimulatedLineType extends SimulatedSums {
  @Field(() => String, { description: "The clause, of the present terms or the others." })
  clause!: string;
}

@Requires("settlement:read")
@ObjectType("SimulatedPeriod", {
  simpleResolvers: true,
  description: "A period of the past under other terms, without what reserves release in it.",
})
export class SimulatedPeriodType extends SimulatedSums {
  @Field(() => CalendarDateScalar, { description: "Its first day." })
  firstDay!: string;

  @Field(() => CalendarDateScalar, { description: "Its last day." })
  lastDay!: string;

  @Field(() => [SimulatedLineType], { description: "Its clauses." })
  lines!: SimulatedLineType[];
}

@Requires("public")
@ObjectType("TermsSimulation", {
  simpleResolvers: true,
  description: "Other terms over past periods. Nothing is written.",
})
export class TermsSimulation {
  @Field(() => [SimulatedPeriodType], { description: "The periods in their order." })
  periods!: SimulatedPeriodType[];

  @Field(() => [UserError], { description: "All reasons why the terms cannot be simulated." })
  reasons!: UserError[];
}
