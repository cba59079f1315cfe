import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { SettlementType, settlementById } from "../settlements/index.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import { describedCommand } from "../shared/graphql/described-command.js";
import { decodeId } from "../shared/graphql/global-id.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { directionOf, type SortedPage } from "../shared/graphql/sorted-page.type.js";
import { proveTransaction } from "./prove-transaction.js";
import { rotateStatementKey } from "./rotate-statement-key.js";
import { publicKeys } from "./sign-with-newest.js";
import {
  RotateStatementKeyInput,
  StatementFilterInput,
  StatementPageArgs,
} from "./statement.input.js";
import { statementById, statementsOfSettlement } from "./statement.loader.js";
import { pageOfStatements, statementTotals } from "./statement-page.queries.js";
import {
  RotateStatementKeyPayload,
  StatementConnection,
  StatementKeyType,
  StatementTotalType,
  StatementType,
  TransactionProofType,
} from "./statement.type.js";

@Resolver(() => StatementType)
export class StatementResolver {
  @Requires("settlement:read")
  @Query(() => StatementType, {
    nullable: true,
    description: "A statement by its id; null when there is none.",
  })
  statement(
    @Arg("id", () => ID, { description: "The global id." }) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<StatementType | null> {
    return ctx.loaders.load(ctx, statementById, decodeId("stm", id, ["id"]));
  }

  @Requires("settlement:read")
  @Query(() => StatementConnection, { description: "The statements, by when they were made." })
  statements(
    @Args(() => StatementPageArgs) page: SortedPage,
    @Arg("filter", () => StatementFilterInput, { nullable: true, description: "Which of them." })
    filter: StatementFilterInput | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<StatementType>> {
    return pageOfStatements(ctx, idsOf(filter), directionOf(page, "DESC"), page);
  }

  @Requires("settlement:read")
  @Query(() => [StatementTotalType], {
    description:
      "What the statements of a list add up to, by currency; those that are replaced do not count.",
  })
  statementTotals(
    @Arg("filter", () => StatementFilterInput, { nullable: true, description: "Which of them." })
    filter: StatementFilterInput | null,
    @Ctx() ctx: RequestContext,
  ): Promise<StatementTotalType[]> {
    return statementTotals(ctx, idsOf(filter));
  }

  @Requires("settlement:read")
  @Query(() => TransactionProofType, {
    nullable: true,
    description: "The proof that a statement was made from a transaction; null when it was not.",
  })
  async transactionProof(
    @Arg("statementId", () => ID, { description: "The statement." }) statementId: string,
    @Arg("transactionId", () => ID, { description: "The transaction." }) transactionId: string,
    @Ctx() ctx: RequestContext,
  ): Promise<TransactionProofType | null> {
    const id = decodeId("stm", statementId, ["statementId"]);
    const statement = await ctx.loaders.load(ctx, statementById, id);
    const transaction = decodeId("txn", transactionId, ["transactionId"]);
    return statement && proveTransaction(ctx.sql, statement, transaction);
  }

  @Requires("public")
  @Query(() => [StatementKeyType], {
    description: "The public keys by which statements are verified, the newest first.",
  })
  statementKeys(@Ctx() ctx: RequestContext): Promise<StatementKeyType[]> {
    return publicKeys(ctx.sql);
  }

  @Requires("statement:rotate-key")
  @Mutation(() => RotateStatementKeyPayload, {
    description: describedCommand(
      "Gives statements another signing key from now on; the old ones' public keys stay.",
      'rotateStatementKey(input: { idempotencyKey: "2027" }) ' +
        "{ keyId userErrors { code message path } }",
    ),
  })
  async rotateStatementKey(
    @Arg("input", () => RotateStatementKeyInput, { description: "Nothing but its key." })
    input: RotateStatementKeyInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RotateStatementKeyPayload> {
    return { keyId: (await rotateStatementKey(ctx, input)).id };
  }

  @Requires("settlement:read")
  @FieldResolver(() => SettlementType, {
    nullable: true,
    description: "The settlement that it tells.",
  })
  settlement(@Root() { settlementId }: StatementType, @Ctx() ctx: RequestContext) {
    return ctx.loaders.load(ctx, settlementById, settlementId);
  }
}

@Resolver(() => SettlementType)
export class SettlementStatementResolver {
  @Requires("settlement:read")
  @FieldResolver(() => StatementType, {
    nullable: true,
    description: "Its newest statement; null until one is made, soon after it is closed.",
  })
  async statement(
    @Root() { id }: SettlementType,
    @Ctx() ctx: RequestContext,
  ): Promise<StatementType | null> {
    return (await ctx.loaders.load(ctx, statementsOfSettlement, id))[0] ?? null;
  }

  @Requires("settlement:read")
  @FieldResolver(() => [StatementType], {
    description: "All of its statements, the newest first; each stands for those before it.",
  })
  statements(@Root() { id }: SettlementType, @Ctx() ctx: RequestContext): Promise<StatementType[]> {
    return ctx.loaders.load(ctx, statementsOfSettlement, id);
  }
}

function idsOf(filter: StatementFilterInput | null) {
  const { partnerId, contractId, settlementId, ...others } = filter ?? {};
  return {
    ...others,
    partnerId: partnerId && decodeId("ptr", partnerId, ["filter", "partnerId"]),
    contractId: contractId && decodeId("ctr", contractId, ["filter", "contractId"]),
    settlementId: settlementId && decodeId("stl", settlementId, ["filter", "settlementId"]),
  };
}
