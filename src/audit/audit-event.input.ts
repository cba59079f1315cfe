import { Field, ID, InputType } from "type-graphql";
import type { AuditKind, AuditOutcome } from "../shared/commands/audit-trail.js";
import { DateTimeScalar } from "../shared/graphql/scalars.js";
import { sortedPage } from "../shared/graphql/sorted-page.type.js";
import { AuditKindEnum, AuditOutcomeEnum } from "./audit-event.type.js";

export const AuditEventPageArgs = sortedPage({
  name: "AuditEvent",
  plural: "rows of the trail",
  by: { PLACE: "The place in the trail." },
  otherwise: "the newest",
});

@InputType("AuditEventFilter", { description: "Which rows of the trail. All conditions apply." })
export class AuditFilterInput {
  @Field(() => String, { nullable: true, description: "Only of this actor, by its `actorId`." })
  actorId?: string | null;

  @Field(() => [AuditKindEnum], { nullable: true, description: "Only of these kinds." })
  kinds?: AuditKind[] | null;

  @Field(() => [String], { nullable: true, description: "Only these commands." })
  commands?: string[] | null;

  @Field(() => [AuditOutcomeEnum], { nullable: true, description: "Only with these outcomes." })
  outcomes?: AuditOutcome[] | null;

  @Field(() => [String], { nullable: true, description: "Only refused with these codes." })
  codes?: string[] | null;

  @Field(() => ID, { nullable: true, description: "Only about this partner." })
  partnerId?: string | null;

  @Field(() => String, { nullable: true, description: "Only of this request." })
  requestId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Only at or after this." })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Only before this." })
  to?: Date | null;
}
