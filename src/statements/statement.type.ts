import { Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../shared/graphql/connection.type.js";
import { encodeId, GlobalId } from "../shared/graphql/global-id.js";
import { MoneyType } from "../shared/graphql/money.type.js";
import { Node } from "../shared/graphql/node.type.js";
import { CommandPayload } from "../shared/graphql/payload.type.js";
import { Requires } from "../shared/graphql/requires.js";
import { Resolved } from "../shared/graphql/resolved.js";
import {
  CalendarDateScalar,
  CurrencyScalar,
  DateTimeScalar,
  Int64Scalar,
} from "../shared/graphql/scalars.js";
import type { Money } from "../shared/money.js";

@Requires("settlement:read")
@ObjectType("Statement", {
  implements: Node,
  simpleResolvers: true,
  description: "What a partner is told about a settlement: signed, numbered, never changed.",
})
export class StatementType implements Node {
  @GlobalId("stm")
  id!: string;

  settlementId!: string;
  partnerId!: string;
  contractId!: string;
  replacesId!: string | null;
  dueMinor!: bigint;
  transactions!: bigint;
  sha256!: Buffer;

  @Field(() => String, { description: "Its number, unique for ever." })
  number!: string;

  @Field(() => Int, { description: "Which one of its settlement it is, from 1." })
  revision!: number;

  @Resolved<StatementType>((row) => row.replacesId && encodeId("stm", row.replacesId))
  @Field(() => ID, { nullable: true, description: "The statement that it stands for now." })
  readonly replaces?: string | null;

  @Field(() => CurrencyScalar, { description: "The settlement currency." })
  currency!: string;

  @Field(() => CalendarDateScalar, { description: "The first day of the period." })
  firstDay!: string;

  @Field(() => CalendarDateScalar, { description: "The last day of the period." })
  lastDay!: string;

  @Field(() => CalendarDateScalar, { description: "The day on which what is due is to be paid." })
  dueOn!: string;

  @Resolved<StatementType>(({ dueMinor: amountMinor, currency }) => ({ amountMinor, currency }))
  @Field(() => MoneyType, { description: "What is due; negative is owed by the partner." })
  readonly due?: Money;

  @Resolved<StatementType>((row) => row.transactions)
  @Field(() => Int64Scalar, { description: "How many transactions it was made from." })
  readonly transactionCount?: bigint;

  @Field(() => DateTimeScalar, { description: "When it was made." })
  issuedAt!: Date;

  @Field(() => String, { description: "The id of the key that signed it." })
  keyId!: string;

  @Field(() => String, {
    description: "The signed statement: JSON in its canonical form (RFC 8785), to be verified.",
  })
  content!: string;

  @Resolved<StatementType>((row) => row.sha256.toString("hex"))
  @Field(() => String, { description: "SHA-256 of `content`, in hexadecimal." })
  readonly contentHash?: string;
}

export const { connection: StatementConnection } = connectionOf(
  StatementType,
  "Statement",
  "statements",
);

@Requires("settlement:read")
@ObjectType("TransactionProof", {
  simpleResolvers: true,
  description: "The way from a transaction to the root of a statement's tree (RFC 6962).",
})
export class TransactionProofType {
  @Field(() => Int64Scalar, { description: "The transaction's place in the tree, from 0." })
  index!: bigint;

  @Field(() => [String], { description: "The hashes beside the way, in hexadecimal." })
  hashes!: string[];
}

@Requires("settlement:read")
@ObjectType("StatementTotal", {
  simpleResolvers: true,
  description: "What the statements of a list add up to in a currency.",
})
export class StatementTotalType {
  dueMinor!: bigint;

  @Field(() => CurrencyScalar, { description: "The currency." })
  currency!: string;

  @Field(() => Int, { description: "How many statements there are." })
  count!: number;

  @Resolved<StatementTotalType>(({ dueMinor, currency }) => ({ amountMinor: dueMinor, currency }))
  @Field(() => MoneyType, { description: "What is to be paid." })
  readonly due?: Money;

  @Field(() => Int64Scalar, { description: "How many transactions they list." })
  transactions!: bigint;
}

@Requires("public")
@ObjectType("StatementKey", {
  simpleResolvers: true,
  description: "A public key by which statements are verified (RFC 8037).",
})
export class StatementKeyType {
  @Field(() => String, { description: "The key's thumbprint, by which signatures name it." })
  kid!: string;

  @Field(() => String, { description: "`OKP`." })
  kty!: string;

  @Field(() => String, { description: "`Ed25519`." })
  crv!: string;

  @Field(() => String, { description: "The key's 32 bytes, in base64url." })
  x!: string;
}

@Requires("public")
@ObjectType("RotateStatementKeyPayload", {
  simpleResolvers: true,
  description: "The key that signs from now on.",
})
export class RotateStatementKeyPayload extends CommandPayload {
  @Field(() => String, { nullable: true, description: "Its id." })
  keyId!: string | null;
}
