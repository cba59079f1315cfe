import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { PartnerType, partnerById } from "../partners/index.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import { decodeId } from "../shared/graphql/global-id.js";
import { AtLeast } from "./at-least.input.js";
import { reachCommit } from "./reach-commit.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { directionOf, type SortedPage } from "../shared/graphql/sorted-page.type.js";
import { AccountConnection, AccountType, BalanceType, EntryConnection } from "./account.type.js";
import type { EntryType } from "./account.type.js";
import { AccountFilterInput, PointInTimeInput } from "./ledger.input.js";
import { AccountPageArgs, EntryPageArgs } from "./ledger-page.input.js";
import { pageOfAccounts, pageOfEntries } from "./ledger-page.queries.js";
import { accountById, accountsOfPartner, outerPageOfEntries } from "./ledger.loader.js";
import { pastBalance } from "./read-past.js";

@Resolver(() => AccountType)
export class AccountResolver {
  @Requires("ledger:read")
  @Query(() => AccountType, {
    nullable: true,
    description: "An account by its id; null when there is none.",
  })
  async account(
    @Arg("id", () => ID, { description: "The global id." }) id: string,
    @AtLeast atLeast: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<AccountType | null> {
    await reachCommit(ctx, atLeast);
    return ctx.loaders.load(ctx, accountById, decodeId("acc", id, ["id"]));
  }

  @Requires("ledger:read")
  @Query(() => AccountConnection, {
    description: "The accounts, in the order in which they were opened.",
  })
  async accounts(
    @Args(() => AccountPageArgs) page: SortedPage,
    @Arg("filter", () => AccountFilterInput, { nullable: true, description: "Which of them." })
    filter: AccountFilterInput | null,
    @AtLeast atLeast: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<AccountType>> {
    await reachCommit(ctx, atLeast);
    const partnerId = filter?.partnerId && decodeId("ptr", filter.partnerId, ["filter"]);
    return pageOfAccounts(ctx, { ...filter, partnerId }, directionOf(page, "ASC"), page);
  }

  @Requires("partner:read")
  @FieldResolver(() => PartnerType, {
    nullable: true,
    description: "The partner it belongs to; null for the platform's own.",
  })
  partner(@Root() account: AccountType, @Ctx() ctx: RequestContext): Promise<PartnerType | null> {
    if (account.partnerId === null) return Promise.resolve(null);
    return ctx.loaders.load(ctx, partnerById, account.partnerId);
  }

  @Requires("ledger:read")
  @FieldResolver(() => BalanceType, {
    description: "What it holds now, or what it held at a point in time.",
  })
  balance(
    @Root() account: AccountType,
    @Arg("asOf", () => PointInTimeInput, { nullable: true, description: "When; now without it." })
    asOf: PointInTimeInput | null,
    @Ctx() ctx: RequestContext,
  ): BalanceType | Promise<BalanceType> {
    return asOf ? pastBalance(ctx, account, asOf) : account;
  }

  @Requires("ledger:read")
  @FieldResolver(() => EntryConnection, { description: "Its entries." })
  entries(
    @Root() account: AccountType,
    @Args(() => EntryPageArgs) page: SortedPage,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<EntryType>> {
    const direction = directionOf(page, "DESC");
    if (page.after != null || page.before != null) {
      return pageOfEntries(ctx, account.id, direction, page);
    }
    return ctx.loaders.load(ctx, outerPageOfEntries, { accountId: account.id, direction, page });
  }
}

@Resolver(() => PartnerType)
export class PartnerAccountsResolver {
  @Requires("ledger:read")
  @FieldResolver(() => [AccountType], {
    description: "The partner's accounts, in the order in which they were opened.",
  })
  accounts(@Root() partner: PartnerType, @Ctx() ctx: RequestContext): Promise<AccountType[]> {
    return ctx.loaders.load(ctx, accountsOfPartner, partner.id);
  }
}
