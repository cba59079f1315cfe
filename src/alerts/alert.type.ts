import { Field, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../shared/graphql/connection.type.js";
import { enumOf } from "../shared/graphql/enum.js";
import { GlobalId } from "../shared/graphql/global-id.js";
import { Node } from "../shared/graphql/node.type.js";
import { CommandPayload } from "../shared/graphql/payload.type.js";
import { Requires } from "../shared/graphql/requires.js";
import { DateTimeScalar } from "../shared/graphql/scalars.js";
import type { AlertKind, AlertState } from "./alert.rules.js";

export const AlertKindEnum = enumOf<AlertKind>("AlertKind", "What an alert is about.", {
  JOB_FAILED: "A job failed and waits for a person: retry it, or skip it with a reason.",
  BREAKS_OPEN: "A partner's statements differ from the ledger: its breaks wait for a person.",
  PAYOUT_FAILED: "A bank did not carry out a payout; its settlements are approved again.",
  SOURCE_LATE: "A source has not sent anything for longer than its rules allow.",
  SOURCE_GAP: "Numbers of a source's sequence are missing.",
});

export const AlertStateEnum = enumOf<AlertState>("AlertState", "Whether an alert is dealt with.", {
  RAISED: "It waits for a person.",
  RESOLVED: "It is dealt with.",
});

@Requires("alert:read")
@ObjectType("Alert", {
  implements: Node,
  simpleResolvers: true,
  description: "Something that went wrong and waits for a person.",
})
export class AlertType implements Node {
  @GlobalId("alr")
  id!: string;

  @Field(() => AlertKindEnum, { description: "What it is about." })
  kind!: AlertKind;

  @Field(() => String, {
    description: "The job, payout or partner that it is about, as an internal id.",
  })
  subject!: string;

  @Field(() => String, { description: "What happened, in a sentence." })
  message!: string;

  @Field(() => AlertStateEnum, { description: "Whether it is dealt with." })
  state!: AlertState;

  @Field(() => DateTimeScalar, { description: "When it was raised." })
  raisedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was dealt with." })
  resolvedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Who dealt with it." })
  resolvedBy!: string | null;

  @Field(() => String, { nullable: true, description: "What was done about it." })
  resolution!: string | null;

  @Field(() => Int, { description: "How often it was changed, from 1." })
  version!: number;
}

export const { connection: AlertConnection } = connectionOf(AlertType, "Alert", "alerts");

@Requires("public")
@ObjectType("ResolveAlertPayload", {
  simpleResolvers: true,
  description: "The alert that is dealt with, or why it is not.",
})
export class ResolveAlertPayload extends CommandPayload {
  @Field(() => AlertType, { nullable: true, description: "The alert as it is now." })
  alert!: AlertType | null;
}
