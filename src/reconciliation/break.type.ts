import { Field, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../shared/graphql/connection.type.js";
import { enumOf } from "../shared/graphql/enum.js";
import { GlobalId } from "../shared/graphql/global-id.js";
import { MoneyType } from "../shared/graphql/money.type.js";
import { Node } from "../shared/graphql/node.type.js";
import { CommandPayload } from "../shared/graphql/payload.type.js";
import { Requires } from "../shared/graphql/requires.js";
import { Resolved } from "../shared/graphql/resolved.js";
import { CalendarDateScalar, DateTimeScalar } from "../shared/graphql/scalars.js";
import type { Money } from "../shared/money.js";
import type { BreakRow, ResolutionRow } from "./break-page.queries.js";
import type { DifferingField, FieldDifference } from "./item.rules.js";
import type { BreakKind } from "./judge.rules.js";
import type { BreakSubject, ResolutionAction } from "./proposal.rules.js";
import type { BreakState, ResolutionState } from "./resolution.queries.js";
import type { RootCause } from "./root-cause.rules.js";

export const BreakKindEnum = enumOf<BreakKind>("BreakKind", "In what a break consists.", {
  MISMATCHED: "Both sides have it, with different figures: see its fields.",
  MISSING_OURS: "The partner states it, and it was not posted.",
  MISSING_THEIRS: "It was posted, and no statement of the partner lists it.",
  DUPLICATE: "It is there once more on one side; the first one is matched.",
});

export const BreakSubjectEnum = enumOf<BreakSubject>("BreakSubject", "What a break is about.", {
  ITEM: "A transaction of ours, a line of theirs, or both.",
  BALANCE: "A statement whose opening and lines do not lead to its closing.",
  CONTINUITY: "A statement that does not open with what the one before it closed with.",
  POSITION: "A position whose turnover is not that of the ledger's day.",
});

export const BreakStateEnum = enumOf<BreakState>("BreakState", "Whether a break is dealt with.", {
  OPEN: "It waits for a person.",
  WAITING: "It was decided to wait; it is open again when the time is over.",
  PROPOSED: "A write-off above the limit waits for a second person.",
  RESOLVED: "It is dealt with, or resolved itself.",
});

export const DifferingFieldEnum = enumOf<DifferingField>(
  "DifferingField",
  "In what both sides differ.",
  {
    amount: "The amount, in minor units.",
    currency: "The currency.",
    day: "The day on which the money counts.",
    reference: "The reference that both sides share.",
    counterparty: "The other side.",
    opening: "The opening balance, in minor units.",
    closing: "The closing balance, in minor units.",
    turnover: "The net turnover of a day, in minor units.",
  },
);

export const ResolutionActionEnum = enumOf<ResolutionAction | "MATCHED_LATER">(
  "ResolutionAction",
  "What is done about a break.",
  {
    ADJUST: "Our books follow the partner's: the difference is posted against clearing.",
    WAIT: "Nothing until a time; then it is open again.",
    ACCEPT: "The difference stands as it is; nothing is posted.",
    REVERSE: "Our transaction is taken back by a linked one.",
    WRITE_OFF: "The difference is posted against the account of write-offs.",
    MATCHED_LATER: "The hub found that both sides agree now. Nobody can ask for it.",
  },
);

export const RootCauseEnum = enumOf<RootCause>("RootCause", "What is behind several breaks.", {
  CLOCK_OFF: "Times differ by the same quarters of an hour.",
  FEE_RATE: "Amounts differ by the same rate.",
  PAGE_CUT: "A statement ends at a round number of lines, and later ones are missing.",
  DOUBLED_FILE: "The partner sent a statement twice.",
  DOUBLED_POSTING: "A document was posted twice.",
  DAY_NOT_POSTED: "Nothing that a statement lists was posted.",
});

const ResolutionStateEnum = enumOf<ResolutionState>(
  "BreakResolutionState",
  "How far a decision is.",
  {
    PROPOSED: "It waits for a second person.",
    REFUSED: "The second person sent it back.",
    POSTING: "It is decided, and its transfer is on its way.",
    DONE: "It is carried out.",
    FAILED: "The ledger refused its transfer; the break is open again.",
  },
);

@Requires("reconciliation:read")
@ObjectType("FieldDifference", {
  simpleResolvers: true,
  description: "One field in which both sides differ.",
})
export class FieldDifferenceType implements FieldDifference {
  @Field(() => DifferingFieldEnum, { description: "Which field." })
  field!: DifferingField;

  @Field(() => String, { description: "What we have." })
  ours!: string;

  @Field(() => String, { description: "What the partner has." })
  theirs!: string;

  @Field(() => String, {
    nullable: true,
    description: "Theirs less ours, in minor units or days; null for texts.",
  })
  difference!: string | null;
}

@Requires("reconciliation:read")
@ObjectType("BreakResolution", {
  simpleResolvers: true,
  description: "What was decided about a break.",
})
export class BreakResolutionType {
  amountMinor!: bigint;
  currency!: string;

  @Field(() => ResolutionActionEnum, { description: "What is done." })
  action!: ResolutionRow["action"];

  @Field(() => ResolutionStateEnum, { description: "How far it is." })
  state!: ResolutionState;

  @Resolved<ResolutionRow>(({ amountMinor, currency }) => ({ amountMinor, currency }))
  @Field(() => MoneyType, { description: "What it moves to the partner's account." })
  readonly amount?: Money;

  @Field(() => String, { description: "Why." })
  reason!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "Until when it is waited." })
  waitUntil!: Date | null;

  @Field(() => String, { description: "Who decided." })
  decidedBy!: string;

  @Field(() => DateTimeScalar, { description: "When." })
  decidedAt!: Date;

  @Field(() => String, { nullable: true, description: "The second person." })
  approvedBy!: string | null;

  @Field(() => String, { nullable: true, description: "Why the ledger refused it." })
  failure!: string | null;
}

@Requires("reconciliation:read")
@ObjectType("ReconciliationBreak", {
  implements: Node,
  simpleResolvers: true,
  description: "A difference between a partner's statement and the ledger that needs a person.",
})
export class BreakType implements Node {
  @GlobalId("brk")
  id!: string;

  partnerId!: string;
  transactionId!: string | null;
  documentId!: string | null;
  currency!: string;
  differenceMinor!: bigint;

  @Field(() => BreakSubjectEnum, { description: "What it is about." })
  subject!: BreakSubject;

  @Field(() => BreakKindEnum, { description: "In what it consists." })
  kind!: BreakKind;

  @Field(() => BreakStateEnum, { description: "Whether it is dealt with." })
  state!: BreakState;

  @Field(() => String, { description: "The account; empty where none is known." })
  account!: string;

  @Field(() => CalendarDateScalar, { description: "The day on which the money counts." })
  day!: string;

  @Resolved<BreakRow>(({ differenceMinor: amountMinor, currency }) => ({ amountMinor, currency }))
  @Field(() => MoneyType, { description: "Theirs less ours." })
  readonly difference?: Money;

  @Field(() => [FieldDifferenceType], { description: "Where both sides have it: how they differ." })
  fields!: FieldDifference[];

  @Field(() => ResolutionActionEnum, { description: "What is likely to be right." })
  proposal!: ResolutionAction;

  @Field(() => RootCauseEnum, { nullable: true, description: "What is behind it and others." })
  cause!: RootCause | null;

  @Field(() => String, { nullable: true, description: "The cause in a sentence." })
  explanation!: string | null;

  @Field(() => String, { nullable: true, description: "The partner's name of the statement." })
  statementName!: string | null;

  @Field(() => String, { nullable: true, description: "The reference of their line." })
  lineReference!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "The time of their line." })
  lineOccurredAt!: Date | null;

  @Field(() => DateTimeScalar, { description: "When it was found: its age counts from here." })
  openedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "Until when it is waited." })
  waitUntil!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was dealt with." })
  resolvedAt!: Date | null;

  @Field(() => Int, { description: "Grows with each change." })
  version!: number;
}

export const { connection: BreakConnection } = connectionOf(
  BreakType,
  "ReconciliationBreak",
  "breaks",
);

@Requires("public")
@ObjectType("BreaksPayload", {
  simpleResolvers: true,
  description: "The breaks that were decided on, or why they were not.",
})
export class BreaksPayload extends CommandPayload {
  @Field(() => [BreakType], { nullable: true, description: "The breaks as they are now." })
  breaks!: BreakType[] | null;
}
