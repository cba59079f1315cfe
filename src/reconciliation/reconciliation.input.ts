import { Field, ID, InputType, Int } from "type-graphql";
import { IdempotentInput } from "../shared/graphql/command.input.js";
import { sortedPage } from "../shared/graphql/sorted-page.type.js";
import { CalendarDateScalar, DateTimeScalar, Int64Scalar } from "../shared/graphql/scalars.js";
import {
  BreakKindEnum,
  BreakStateEnum,
  BreakSubjectEnum,
  ResolutionActionEnum,
  RootCauseEnum,
} from "./break.type.js";
import type { BreakKind } from "./judge.rules.js";
import type {
  DocumentRole,
  LinkRule,
  MatchRule,
  OurLink,
  RuleKind,
  TheirLink,
} from "./policy.rules.js";
import type { BreakSubject, ResolutionAction } from "./proposal.rules.js";
import {
  DocumentRoleEnum,
  LinkRuleEnum,
  OurLinkEnum,
  RuleKindEnum,
  TheirLinkEnum,
} from "./reconciliation.type.js";
import type { BreakState } from "./resolution.queries.js";
import type { RootCause } from "./root-cause.rules.js";

@InputType("ReconciliationBreakFilter", {
  description: "Which breaks a list has. All conditions apply.",
})
export class BreakFilterInput {
  @Field(() => ID, { nullable: true, description: "Only of this partner." })
  partnerId?: string | null;

  @Field(() => [BreakStateEnum], { nullable: true, description: "Only in these states." })
  states?: BreakState[] | null;

  @Field(() => [BreakKindEnum], { nullable: true, description: "Only of these kinds." })
  kinds?: BreakKind[] | null;

  @Field(() => [BreakSubjectEnum], { nullable: true, description: "Only about these." })
  subjects?: BreakSubject[] | null;

  @Field(() => [RootCauseEnum], { nullable: true, description: "Only with these causes." })
  causes?: RootCause[] | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: "Only of this day or later." })
  dayFrom?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: "Only of this day or before." })
  dayTo?: string | null;
}

@InputType("ReconciliationRunFilter", { description: "Which runs a list has." })
export class RunFilterInput {
  @Field(() => ID, { nullable: true, description: "Only of this partner." })
  partnerId?: string | null;
}

export const BreakPageArgs = sortedPage({
  name: "ReconciliationBreak",
  plural: "breaks",
  by: { OPENED_AT: "When they were found." },
  otherwise: "the newest",
});

export const RunPageArgs = sortedPage({
  name: "ReconciliationRun",
  plural: "reconciliation runs",
  by: { STARTED_AT: "When they began." },
  otherwise: "the newest",
});

@InputType("SetDocumentRoleInput", { description: "What a partner's documents are for." })
export class SetDocumentRoleInput extends IdempotentInput {
  @Field(() => ID, { description: "The partner." })
  partnerId!: string;

  @Field(() => String, { description: "The kind of documents, by the adapter that reads them." })
  adapter!: string;

  @Field(() => String, { nullable: true, description: "Only of this account." })
  account?: string | null;

  @Field(() => DocumentRoleEnum, { description: "What they are for from now on." })
  role!: DocumentRole;

  @Field(() => String, { description: "Why." })
  reason!: string;
}

@InputType("MatchRuleInput", { description: "One rule of matching." })
export class MatchRuleInput implements MatchRule {
  @Field(() => String, { description: "Its name, which matches tell." })
  name!: string;

  @Field(() => RuleKindEnum, { description: "How many items make one match." })
  kind!: RuleKind;

  @Field(() => LinkRuleEnum, { description: "How references are compared." })
  link!: LinkRule;

  @Field(() => Int, { defaultValue: 80, description: "For SIMILAR: 1 to 100." })
  similarityPercent!: number;

  @Field(() => Int64Scalar, { defaultValue: 0n, description: "Minor units of tolerance." })
  tolerance!: bigint;

  @Field(() => Int, { defaultValue: 0, description: "Tolerance as a part of our amount." })
  toleranceBasisPoints!: number;

  @Field(() => Int, { defaultValue: 0, description: "Days of tolerance, up to 31." })
  days!: number;
}

@InputType("ChangeReconciliationPolicyInput", {
  description: "How a partner is reconciled; what is left out stays as it is.",
})
export class ChangePolicyInput extends IdempotentInput {
  @Field(() => ID, { description: "The partner." })
  partnerId!: string;

  @Field(() => String, { nullable: true, description: "The zone in which a time has its day." })
  zone?: string | null;

  @Field(() => OurLinkEnum, { nullable: true, description: "Where our side has the reference." })
  ourLink?: OurLink | null;

  @Field(() => TheirLinkEnum, { nullable: true, description: "Where their side has it." })
  theirLink?: TheirLink | null;

  @Field(() => [String], {
    nullable: true,
    description: "Types of our transactions that the partner states; an empty list for all.",
  })
  types?: string[] | null;

  @Field(() => Int, { nullable: true, description: "How long an item waits, up to 43200." })
  graceMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: "How late a statement may list it, up to 60." })
  lateDays?: number | null;

  @Field(() => Int64Scalar, {
    nullable: true,
    description: "Minor units that one person writes off alone.",
  })
  writeOffLimit?: bigint | null;

  @Field(() => [MatchRuleInput], { nullable: true, description: "The rules, up to 20." })
  rules?: MatchRuleInput[] | null;
}

@InputType("RunReconciliationInput", { description: "Which partner is looked at." })
export class RunReconciliationInput extends IdempotentInput {
  @Field(() => ID, { description: "The partner." })
  partnerId!: string;
}

@InputType("ResolveBreaksInput", { description: "Breaks, and what is done about them." })
export class ResolveBreaksInput {
  @Field(() => String, {
    description: "A text of your own, up to 255 characters: the same key moves money once.",
  })
  idempotencyKey!: string;

  @Field(() => [ID], { description: "Up to 500 breaks." })
  breakIds!: string[];

  @Field(() => ResolutionActionEnum, { description: "What is done." })
  action!: ResolutionAction;

  @Field(() => String, { description: "Why." })
  reason!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "For WAIT: until when." })
  waitUntil?: Date | null;
}

@InputType("ApproveWriteOffsInput", { description: "Write-offs above the limit." })
export class ApproveWriteOffsInput {
  @Field(() => String, {
    description: "A text of your own, up to 255 characters: the same key moves money once.",
  })
  idempotencyKey!: string;

  @Field(() => [ID], { description: "The breaks, up to 500." })
  breakIds!: string[];

  @Field(() => Boolean, { defaultValue: true, description: "False sends them back." })
  approve!: boolean;

  @Field(() => String, { description: "Why." })
  reason!: string;
}
