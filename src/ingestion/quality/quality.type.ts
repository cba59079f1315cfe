import { Field, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../shared/graphql/connection.type.js";
import { CommandPayload } from "../../shared/graphql/payload.type.js";
import { Requires } from "../../shared/graphql/requires.js";
import { Resolved } from "../../shared/graphql/resolved.js";
import { CalendarDateScalar, DateTimeScalar, Int64Scalar } from "../../shared/graphql/scalars.js";
import type { QuarantineRule } from "./quarantine.rules.js";
import { QuarantineRuleEnum } from "./quarantine.type.js";

@Requires("quality:read")
@ObjectType("QualityRules", {
  simpleResolvers: true,
  description: "The quality rules of a source in one version, which never changes.",
})
export class QualityRulesType {
  @Field(() => Int, { description: "Its number, from 1." })
  version!: number;

  @Resolved<{ rules: unknown }>(({ rules }) => JSON.stringify(rules, null, 2))
  @Field(() => String, { description: "The rules, as JSON." })
  readonly rules!: unknown;

  @Field(() => String, { description: "Why they were set." })
  reason!: string;

  @Field(() => String, { description: "Who set them." })
  setBy!: string;

  @Field(() => DateTimeScalar, { description: "When." })
  setAt!: Date;
}

@Requires("public")
@ObjectType("SetQualityRulesPayload", {
  simpleResolvers: true,
  description: "The rules that are in force, or why they are not.",
})
export class SetQualityRulesPayload extends CommandPayload {
  @Field(() => QualityRulesType, { nullable: true, description: "The new version." })
  rules!: QualityRulesType | null;
}

@Requires("quality:read")
@ObjectType("QuarantinedByRule", {
  simpleResolvers: true,
  description: "How much of a source's input a rule held back.",
})
export class QuarantinedByRuleType {
  @Field(() => QuarantineRuleEnum, { description: "The rule." })
  rule!: QuarantineRule;

  @Field(() => Int, { description: "How many items." })
  items!: number;
}

@Requires("quality:read")
@ObjectType("QualityFigures", {
  simpleResolvers: true,
  description: "What came of a source's documents, by the day (UTC) on which they came.",
})
export class QualityFiguresType {
  partnerId!: string;

  @Field(() => CalendarDateScalar, { description: "The day." })
  day!: string;

  @Field(() => Int, { description: "Documents that came." })
  documents!: number;

  @Field(() => Int, { description: "Those that were refused as a whole." })
  refusedDocuments!: number;

  @Field(() => Int64Scalar, { description: "Transactions and refused lines in the documents." })
  transactions!: bigint;

  @Field(() => Int64Scalar, { description: "Those that are in the ledger." })
  posted!: bigint;

  @Field(() => Int64Scalar, { description: "Those that are not." })
  refused!: bigint;

  @Field(() => Int, { description: "Items that went to quarantine." })
  quarantined!: number;

  @Field(() => Int, { description: "Those of them that wait." })
  waiting!: number;

  @Field(() => Int, { description: "Those of them that a person rejected." })
  rejected!: number;
}

export const { connection: QualityFiguresConnection } = connectionOf(
  QualityFiguresType,
  "QualityFigures",
  "quality figures",
);

@Requires("quality:read")
@ObjectType("Source", {
  simpleResolvers: true,
  description: "A partner, as what it sends is seen.",
})
export class SourceType {
  partnerId!: string;

  @Field(() => String, { description: "The partner's code, which names the source." })
  code!: string;

  @Field(() => String, { nullable: true, description: "The adapter that reads what it sends." })
  adapter!: string | null;

  @Field(() => Int, { nullable: true, description: "The version of its rules; null without any." })
  rulesVersion!: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When something came last." })
  lastArrivalAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Since when it counts as late." })
  lateSince!: Date | null;

  @Field(() => Int, { description: "Items of it in quarantine that wait." })
  waiting!: number;
}

export const { connection: SourceConnection } = connectionOf(SourceType, "Source", "sources");
