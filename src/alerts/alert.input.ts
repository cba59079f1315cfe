import { Field, ID, InputType, Int } from "type-graphql";
import { IdempotentInput } from "../shared/graphql/command.input.js";
import { sortedPage } from "../shared/graphql/sorted-page.type.js";
import type { AlertKind, AlertState } from "./alert.rules.js";
import { AlertKindEnum, AlertStateEnum } from "./alert.type.js";

export const AlertPageArgs = sortedPage({
  name: "Alert",
  plural: "alerts",
  by: { RAISED_AT: "The time at which it was raised." },
  otherwise: "the newest",
});

@InputType("AlertFilter", { description: "Which alerts a list has. All conditions apply." })
export class AlertFilterInput {
  @Field(() => [AlertStateEnum], { nullable: true, description: "Only in these states." })
  states?: AlertState[] | null;

  @Field(() => [AlertKindEnum], { nullable: true, description: "Only of these kinds." })
  kinds?: AlertKind[] | null;

  @Field(() => ID, { nullable: true, description: "Only about this partner." })
  partnerId?: string | null;
}

@InputType("ResolveAlertInput", { description: "An alert, and what was done about it." })
export class ResolveAlertInput extends IdempotentInput {
  @Field(() => ID, { description: "The alert." })
  alertId!: string;

  @Field(() => String, { description: "What was done about it." })
  resolution!: string;

  @Field(() => Int, { nullable: true, description: "Refused when the alert has another version." })
  expectedVersion?: number | null;
}
