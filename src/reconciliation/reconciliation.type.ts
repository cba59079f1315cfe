import { Field, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../shared/graphql/connection.type.js";
import { enumOf } from "../shared/graphql/enum.js";
import { GlobalId } from "../shared/graphql/global-id.js";
import { Node } from "../shared/graphql/node.type.js";
import { CommandPayload } from "../shared/graphql/payload.type.js";
import { Requires } from "../shared/graphql/requires.js";
import { DateTimeScalar, Int64Scalar } from "../shared/graphql/scalars.js";
import type {
  DocumentRole,
  LinkRule,
  MatchRule,
  OurLink,
  RuleKind,
  TheirLink,
} from "./policy.rules.js";
import type { RunTrigger } from "./run.queries.js";

export const DocumentRoleEnum = enumOf<DocumentRole>(
  "DocumentRole",
  "What documents of a kind are for.",
  {
    POST: "Their rows are posted.",
    MATCH: "Their rows are held against what is posted; nothing of them is.",
    BALANCE: "Only their balances and positions are checked.",
  },
);

export const RuleKindEnum = enumOf<RuleKind>("MatchRuleKind", "How many items make one match.", {
  ONE_TO_ONE: "One transaction and one line.",
  ONE_TO_MANY: "One line for many transactions.",
  MANY_TO_ONE: "Many lines for one transaction.",
  NET_BY_DAY: "All of a day on both sides, by their sums.",
});

export const LinkRuleEnum = enumOf<LinkRule>("LinkRule", "How references are compared.", {
  EXACT: "They are the same.",
  SIMILAR: "They agree for the most part.",
  ANY: "They do not count.",
});

export const OurLinkEnum = enumOf<OurLink>("OurLink", "Where our side has the reference.", {
  REFERENCE: "In the transaction's reference.",
  EXTERNAL_ID: "In its external id.",
});

export const TheirLinkEnum = enumOf<TheirLink>("TheirLink", "Where a line has the reference.", {
  REFERENCE: "In its strongest reference.",
  BANK_REFERENCE: "In the bank's own.",
  REMITTANCE: "In what the payment says it is for.",
  EXTERNAL_ID: "In its identity within the document.",
});

const RunTriggerEnum = enumOf<RunTrigger>("ReconciliationTrigger", "Why a partner was looked at.", {
  ARRIVAL: "Something arrived on one side.",
  DUE: "Something had waited long enough.",
  COMMAND: "A person asked for it.",
});

@Requires("reconciliation:read")
@ObjectType("DocumentRoleSetting", {
  simpleResolvers: true,
  description: "What a partner's documents of a kind are for.",
})
export class DocumentRoleType {
  @Field(() => String, { description: "The kind, by the adapter that reads it." })
  adapter!: string;

  @Field(() => String, { description: "The account; empty for any." })
  account!: string;

  @Field(() => DocumentRoleEnum, { description: "What they are for." })
  role!: DocumentRole;

  @Field(() => String, { description: "Why." })
  reason!: string;

  @Field(() => String, { description: "Who said so." })
  setBy!: string;

  @Field(() => DateTimeScalar, { description: "When." })
  setAt!: Date;
}

@Requires("reconciliation:read")
@ObjectType("MatchRule", { simpleResolvers: true, description: "One rule of matching." })
export class MatchRuleType implements MatchRule {
  @Field(() => String, { description: "Its name, which matches tell." })
  name!: string;

  @Field(() => RuleKindEnum, { description: "How many items make one match." })
  kind!: RuleKind;

  @Field(() => LinkRuleEnum, { description: "How references are compared." })
  link!: LinkRule;

  @Field(() => Int, { description: "How much of a reference agrees at least, for SIMILAR." })
  similarityPercent!: number;

  @Field(() => Int64Scalar, { description: "By how many minor units amounts may differ." })
  tolerance!: bigint;

  @Field(() => Int, { description: "By which part of our amount they may differ." })
  toleranceBasisPoints!: number;

  @Field(() => Int, { description: "By how many days they may be apart." })
  days!: number;
}

@Requires("reconciliation:read")
@ObjectType("ReconciliationPolicy", {
  simpleResolvers: true,
  description: "How a partner is reconciled.",
})
export class PolicyType {
  @Field(() => String, { description: "The zone in which a time has its day." })
  zone!: string;

  @Field(() => OurLinkEnum, { description: "Where our side has the shared reference." })
  ourLink!: OurLink;

  @Field(() => TheirLinkEnum, { description: "Where their side has it." })
  theirLink!: TheirLink;

  @Field(() => [String], {
    nullable: true,
    description: "Types of our transactions that the partner states; null for all.",
  })
  types!: string[] | null;

  @Field(() => Int, { description: "How long an item waits before it is a break." })
  graceMinutes!: number;

  @Field(() => Int, { description: "So many days after ours a statement must list it." })
  lateDays!: number;

  @Field(() => Int64Scalar, {
    description: "Up to so many minor units of any currency one person writes off alone.",
  })
  writeOffLimit!: bigint;

  @Field(() => [MatchRuleType], { description: "The rules, in their order." })
  rules!: MatchRule[];

  @Field(() => Int, { description: "Grows with each change." })
  version!: number;
}

@Requires("reconciliation:read")
@ObjectType("ReconciliationRun", {
  implements: Node,
  simpleResolvers: true,
  description: "What one look at a partner came to.",
})
export class RunType implements Node {
  @GlobalId("rrn")
  id!: string;

  partnerId!: string;

  @Field(() => RunTriggerEnum, { description: "Why it was made." })
  trigger!: RunTrigger;

  @Field(() => DateTimeScalar, { description: "When it began." })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { description: "When it ended." })
  finishedAt!: Date;

  @Field(() => Int, { description: "Our transactions that were new." })
  transactions!: number;

  @Field(() => Int, { description: "Their lines that were new." })
  lines!: number;

  @Field(() => Int, { description: "Matches without any difference." })
  matched!: number;

  @Field(() => Int, { description: "Matches within tolerance." })
  withTolerance!: number;

  @Field(() => Int, { description: "Breaks that were opened." })
  opened!: number;

  @Field(() => Int, { description: "Breaks that resolved themselves." })
  resolved!: number;
}

export const { connection: RunConnection } = connectionOf(
  RunType,
  "ReconciliationRun",
  "reconciliation runs",
);

@Requires("public")
@ObjectType("SetDocumentRolePayload", {
  simpleResolvers: true,
  description: "The setting, or why it was refused.",
})
export class SetDocumentRolePayload extends CommandPayload {
  @Field(() => DocumentRoleType, { nullable: true, description: "The setting as it is now." })
  setting!: DocumentRoleType | null;
}

@Requires("public")
@ObjectType("ChangeReconciliationPolicyPayload", {
  simpleResolvers: true,
  description: "The policy, or why it was refused.",
})
export class ChangePolicyPayload extends CommandPayload {
  @Field(() => PolicyType, { nullable: true, description: "The policy as it is now." })
  policy!: PolicyType | null;
}

@Requires("public")
@ObjectType("RunReconciliationPayload", {
  simpleResolvers: true,
  description: "What the look came to, or why there was none.",
})
export class RunReconciliationPayload extends CommandPayload {
  @Field(() => RunType, { nullable: true, description: "The run." })
  run!: RunType | null;
}
