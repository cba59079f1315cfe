import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { PartnerType, partnerById } from "../partners/index.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import { decodeId } from "../shared/graphql/global-id.js";
import { AtLeast } from "./at-least.input.js";
import { reachCommit } from "./reach-commit.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { directionOf, type SortedPage } from "../shared/graphql/sorted-page.type.js";
import { TransactionFilterInput } from "./ledger.input.js";
import { TransactionPageArgs } from "./ledger-page.input.js";
import { pageOfTransactions } from "./ledger-page.queries.js";
import { holdById, transactionById, transfersOfTransaction } from "./ledger.loader.js";
import {
  HoldType,
  TransactionConnection,
  TransactionType,
  TransferType,
} from "./transaction.type.js";

@Resolver(() => TransactionType)
export class TransactionResolver {
  @Requires("ledger:read")
  @Query(() => TransactionType, {
    nullable: true,
    description: "A transaction by its id; null when there is none.",
  })
  async transaction(
    @Arg("id", () => ID, { description: "The global id." }) id: string,
    @AtLeast atLeast: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<TransactionType | null> {
    await reachCommit(ctx, atLeast);
    return ctx.loaders.load(ctx, transactionById, decodeId("txn", id, ["id"]));
  }

  @Requires("ledger:read")
  @Query(() => TransactionConnection, {
    description: "The transactions, by the time at which they were posted.",
  })
  async transactions(
    @Args(() => TransactionPageArgs) page: SortedPage,
    @Arg("filter", () => TransactionFilterInput, { nullable: true, description: "Which of them." })
    filter: TransactionFilterInput | null,
    @AtLeast atLeast: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<TransactionType>> {
    await reachCommit(ctx, atLeast);
    const partnerId = filter?.partnerId && decodeId("ptr", filter.partnerId, ["filter"]);
    return pageOfTransactions(ctx, { ...filter, partnerId }, directionOf(page, "DESC"), page);
  }

  @Requires("partner:read")
  @FieldResolver(() => PartnerType, {
    nullable: true,
    description: "The partner that it is of; null for the platform's own.",
  })
  partner(@Root() { partnerId }: TransactionType, @Ctx() ctx: RequestContext) {
    return partnerId === null ? null : ctx.loaders.load(ctx, partnerById, partnerId);
  }

  @Requires("ledger:read")
  @FieldResolver(() => TransactionType, {
    nullable: true,
    description: "The transaction that it undoes, captures or releases.",
  })
  related(@Root() { relatedId }: TransactionType, @Ctx() ctx: RequestContext) {
    return relatedId === null ? null : ctx.loaders.load(ctx, transactionById, relatedId);
  }

  @Requires("ledger:read")
  @FieldResolver(() => [TransferType], { description: "What it moved." })
  transfers(@Root() { id }: TransactionType, @Ctx() ctx: RequestContext): Promise<TransferType[]> {
    return ctx.loaders.load(ctx, transfersOfTransaction, id);
  }

  @Requires("ledger:read")
  @FieldResolver(() => HoldType, {
    nullable: true,
    description: "The hold that it placed; null for any other kind.",
  })
  hold(@Root() { id, kind }: TransactionType, @Ctx() ctx: RequestContext) {
    return kind === "HOLD" ? ctx.loaders.load(ctx, holdById, id) : null;
  }
}

@Resolver(() => TransferType)
export class TransferResolver {
  @Requires("ledger:read")
  @FieldResolver(() => TransactionType, { nullable: true, description: "What made it." })
  transaction(@Root() { transactionId }: TransferType, @Ctx() ctx: RequestContext) {
    return ctx.loaders.load(ctx, transactionById, transactionId);
  }
}
