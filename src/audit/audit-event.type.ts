import { Field, ObjectType } from "type-graphql";
import { type AuditKind, type AuditOutcome } from "../shared/commands/audit-trail.js";
import { connectionOf } from "../shared/graphql/connection.type.js";
import { enumOf } from "../shared/graphql/enum.js";
import { Requires } from "../shared/graphql/requires.js";
import { Resolved } from "../shared/graphql/resolved.js";
import { DateTimeScalar, Int64Scalar } from "../shared/graphql/scalars.js";
import type { Json } from "../shared/tagged-json.js";

export const AuditKindEnum = enumOf<AuditKind>("AuditKind", "What was put on record.", {
  COMMAND: "A command, carried out or refused.",
  SIGN_IN: "An attempt to sign in.",
  READING: "A reading of what is sensitive.",
});

export const AuditOutcomeEnum = enumOf<AuditOutcome>("AuditOutcome", "What became of it.", {
  DONE: "It was carried out.",
  REFUSED: "It was refused, by the code beside it, and changed nothing.",
  FAILED: "It failed inside the hub, and changed nothing.",
});

@Requires("audit:read")
@ObjectType("AuditEvent", {
  simpleResolvers: true,
  description: "One row of the audit trail. Each row's hash covers the row before it.",
})
export class AuditEventType {
  @Field(() => Int64Scalar, { description: "Its place in the trail, from 1, without a gap." })
  sequence!: bigint;

  @Field(() => AuditKindEnum, { description: "What was put on record." })
  kind!: AuditKind;

  @Field(() => DateTimeScalar, { description: "When." })
  at!: Date;

  @Field(() => String, { description: "What kind of actor it was." })
  actorKind!: string;

  @Field(() => String, { description: "Who it was: the credential's id, or the hub's part." })
  actorId!: string;

  @Field(() => String, { description: "Who it was, by name." })
  actorName!: string;

  @Field(() => String, { description: "By which way it came." })
  channel!: string;

  @Field(() => String, { nullable: true, description: "From which network address." })
  address!: string | null;

  @Field(() => String, { description: "The request that it came with; the log has it too." })
  requestId!: string;

  @Field(() => String, { description: "The command, the way of signing in, or what was read." })
  command!: string;

  @Field(() => AuditOutcomeEnum, { description: "What became of it." })
  outcome!: AuditOutcome;

  @Field(() => String, { nullable: true, description: "Why it was refused." })
  code!: string | null;

  @Field(() => String, { nullable: true, description: "The reason that was given for it." })
  reason!: string | null;

  /** What the field `partner` is found by. */
  partnerId!: string | null;

  @Resolved<{ facts: Json }>(({ facts }) => JSON.stringify(facts))
  @Field(() => String, { description: "What came of it, as JSON." })
  facts!: Json;

  @Resolved<{ changes: Json }>(({ changes }) => changes && JSON.stringify(changes))
  @Field(() => String, {
    nullable: true,
    description: "The rows that it changed, before and after, as JSON. Secrets are masked.",
  })
  changes!: Json;

  @Resolved<{ inputHash: Buffer }>(({ inputHash }) => inputHash.toString("hex"))
  @Field(() => String, { description: "SHA-256 of what was asked for, in hex." })
  inputHash!: Buffer;

  @Resolved<{ hash: Buffer }>(({ hash }) => hash.toString("hex"))
  @Field(() => String, { description: "Its hash in the chain, in hex." })
  hash!: Buffer;
}

export const { connection: AuditEventConnection } = connectionOf(
  AuditEventType,
  "AuditEvent",
  "rows of the audit trail",
);
