import { Field, Int, ObjectType } from "type-graphql";
import { MoneyType } from "../shared/graphql/money.type.js";
import { CommandPayload } from "../shared/graphql/payload.type.js";
import { Requires } from "../shared/graphql/requires.js";
import { Resolved } from "../shared/graphql/resolved.js";
import { DateTimeScalar } from "../shared/graphql/scalars.js";
import type { Money } from "../shared/money.js";
import type { CanonicalTransaction, ControlTotal, Direction } from "./canonical-transaction.js";
import type { RefusedLine } from "./canonical-document.js";
import { DocumentRefusalCodeEnum } from "./document-refusal.type.js";
import { DocumentRefusalType, DocumentTotalType } from "./document.type.js";
import type { DryRun, FieldCoverage } from "./dry-run-adapter.js";
import type { RefusalCode } from "./adapters/index.js";
import { MovementDirectionEnum } from "./transaction-record.type.js";

@Requires("adapter:draft")
@ObjectType("CanonicalRow", {
  simpleResolvers: true,
  description: "A transaction as an adapter reads it.",
})
export class CanonicalRowType {
  amountMinor!: bigint;
  currency!: string;

  @Field(() => Int, { description: "Its place in the document, from 1." })
  position!: number;

  @Field(() => String, { description: "Its id with the partner." })
  externalId!: string;

  @Field(() => String, { description: "The partner's kind of transaction." })
  type!: string;

  @Field(() => MovementDirectionEnum, { description: "Which way the money went." })
  direction!: Direction;

  @Resolved<CanonicalTransaction>(({ amountMinor, currency }) => ({ amountMinor, currency }))
  @Field(() => MoneyType, { description: "How much." })
  readonly amount?: Money;

  @Field(() => DateTimeScalar, { description: "When it occurred." })
  occurredAt!: Date;

  @Field(() => String, { nullable: true, description: "The day from which it counts." })
  valueDate?: string;

  @Field(() => String, { nullable: true, description: "The other side." })
  counterparty?: string;

  @Field(() => String, { nullable: true, description: "Its reference." })
  reference?: string;

  @Field(() => String, { nullable: true, description: "What it is for." })
  remittance?: string;

  @Field(() => String, { nullable: true, description: "The reference that it reverses." })
  reversalOf?: string;

  @Field(() => String, { nullable: true, description: "The account that it is of." })
  account?: string;
}

@Requires("adapter:draft")
@ObjectType("FieldCoverage", { simpleResolvers: true, description: "How often a field is filled." })
export class FieldCoverageType implements FieldCoverage {
  @Field(() => String, { description: "The canonical field." })
  field!: string;

  @Field(() => Int, { description: "Rows that have it." })
  filled!: number;
}

@Requires("adapter:draft")
@ObjectType("RefusedLine", {
  simpleResolvers: true,
  description: "A line that an adapter refuses.",
})
export class RefusedLineType implements RefusedLine {
  @Field(() => Int, { description: "Its place among the records, from 1." })
  position!: number;

  @Field(() => Int, { description: "The line of the document, from 1." })
  line!: number;

  @Field(() => DocumentRefusalCodeEnum, { description: "The reason, for programs." })
  code!: RefusalCode;

  @Field(() => String, { description: "The reason, for people." })
  reason!: string;

  @Field(() => String, { nullable: true, description: "The canonical field at which it failed." })
  field?: string;
}

@Requires("adapter:draft")
@ObjectType("ControlTotal", {
  simpleResolvers: true,
  description: "A total that a document states, and what its body adds up to.",
})
export class ControlTotalType {
  @Field(() => String, { description: "What it is a total of." })
  kind!: string;

  @Field(() => String, { nullable: true, description: "The currency of a sum." })
  currency?: string;

  @Resolved<ControlTotal>(({ declared }) => declared.toString())
  @Field(() => String, { description: "As the document states it; sums in minor units." })
  declared!: bigint;

  @Resolved<ControlTotal>(({ computed }) => computed.toString())
  @Field(() => String, { description: "As its body gives it." })
  computed!: bigint;
}

@Requires("adapter:draft")
@ObjectType("DryRun", {
  simpleResolvers: true,
  description: "What an adapter makes of a sample; nothing of it is kept.",
})
export class DryRunType implements Omit<DryRun, "rows" | "controlTotals"> {
  @Field(() => DocumentRefusalType, {
    nullable: true,
    description: "Why the whole sample is refused; null when it is not.",
  })
  refusal!: DryRun["refusal"];

  @Field(() => String, { nullable: true, description: "What it turned out to be." })
  format!: string | null;

  @Field(() => Int, { description: "Rows that would be posted." })
  transactions!: number;

  @Field(() => Int, { description: "Records that move no money." })
  unposted!: number;

  @Field(() => Int, { description: "Lines that are refused." })
  refused!: number;

  @Field(() => [DocumentTotalType], { description: "The sums of the rows." })
  totals!: DryRun["totals"];

  @Field(() => [CanonicalRowType], { description: "The first hundred rows." })
  rows!: CanonicalRowType[];

  @Field(() => [FieldCoverageType], { description: "How often each field is filled." })
  coverage!: FieldCoverage[];

  @Field(() => [RefusedLineType], { description: "The first hundred refused lines." })
  refusedLines!: RefusedLine[];

  @Field(() => [ControlTotalType], { description: "The totals that it states." })
  controlTotals!: ControlTotalType[];
}

@Requires("public")
@ObjectType("DryRunAdapterPayload", {
  simpleResolvers: true,
  description: "What the sample came to, or why it was not tried.",
})
export class DryRunAdapterPayload extends CommandPayload {
  @Field(() => DryRunType, { nullable: true, description: "What the sample came to." })
  dryRun!: DryRunType | null;
}
