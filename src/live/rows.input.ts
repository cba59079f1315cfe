import { ArgsType, Field, ID } from "type-graphql";
import { JobKindEnum, JobStateEnum, type JobSelection } from "../jobs/index.js";
import { SettlementStateEnum, type SettlementSelection } from "../settlements/index.js";
import { CalendarDateScalar } from "../shared/graphql/scalars.js";

/** What all streams of rows take. */
@ArgsType()
export abstract class RowsArgs {
  @Field(() => ID, { nullable: true, description: "Only those of this partner." })
  partnerId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Go on behind the item with this cursor.",
  })
  after?: string | null;
}

@ArgsType()
export class SettlementsArgs extends RowsArgs {
  @Field(() => ID, { nullable: true, description: "Only those of this contract." })
  contractId?: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: "Only of periods that begin on this day or later.",
  })
  from?: string | null;

  @Field(() => [SettlementStateEnum], {
    nullable: true,
    description: "Of what it begins with only those in these states; every change is told.",
  })
  states?: SettlementSelection["states"];
}

@ArgsType()
export class PositionsArgs extends RowsArgs {
  @Field(() => ID, { nullable: true, description: "Only those of this contract." })
  contractId?: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: "Only of periods that begin on this day or later.",
  })
  from?: string | null;
}

@ArgsType()
export class JobsArgs extends RowsArgs {
  @Field(() => [JobKindEnum], { nullable: true, description: "Only of these kinds." })
  kinds?: JobSelection["kinds"];

  @Field(() => [JobStateEnum], {
    nullable: true,
    description: "Of what it begins with only those in these states; every change is told.",
  })
  states?: JobSelection["states"];
}
