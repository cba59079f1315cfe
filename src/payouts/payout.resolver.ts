import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { partnerById, PartnerType } from "../partners/index.js";
import { SettlementType } from "../settlements/index.js";
import { recordReading } from "../shared/commands/record-access.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import { describedCommand } from "../shared/graphql/described-command.js";
import { decodeId } from "../shared/graphql/global-id.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { directionOf, type SortedPage } from "../shared/graphql/sorted-page.type.js";
import { vaultService } from "../vault/index.js";
import { createPayoutRun } from "./create-payout-run.js";
import {
  CreatePayoutRunInput,
  PayoutFilterInput,
  PayoutPageArgs,
  PayoutRunFilterInput,
  PayoutRunPageArgs,
  ReadPayoutReportInput,
} from "./payout.input.js";
import { settlementsOfPayout } from "./payout.loader.js";
import { pageOfPayouts, pageOfRuns, payoutTotals } from "./payout-page.queries.js";
import type { PayoutFilter } from "./payout-page.queries.js";
import { isRunPosted } from "./payout.queries.js";
import {
  PayoutConnection,
  PayoutRunConnection,
  PayoutRunPayload,
  PayoutRunType,
  PayoutTotalType,
  PayoutType,
} from "./payout.type.js";
import { readPayoutReport } from "./read-payout-report.js";
import { openRunFile } from "./seal-payment-file.js";

@Resolver(() => PayoutType)
export class PayoutResolver {
  @Requires("settlement:read")
  @Query(() => PayoutConnection, { description: "The payouts, the newest first." })
  payouts(
    @Args(() => PayoutPageArgs) page: SortedPage,
    @Arg("filter", () => PayoutFilterInput, { nullable: true, description: "Which of them." })
    filter: PayoutFilterInput | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<PayoutType>> {
    return pageOfPayouts(ctx, withIds(filter), directionOf(page, "DESC"), page);
  }

  @Requires("settlement:read")
  @Query(() => [PayoutTotalType], {
    description: "What the payouts of a list add up to, by currency.",
  })
  payoutTotals(
    @Arg("filter", () => PayoutFilterInput, { nullable: true, description: "Which of them." })
    filter: PayoutFilterInput | null,
    @Ctx() ctx: RequestContext,
  ): Promise<PayoutTotalType[]> {
    return payoutTotals(ctx, withIds(filter));
  }

  @Requires("partner:read")
  @FieldResolver(() => PartnerType, { nullable: true, description: "Who is paid." })
  partner(@Root() row: PayoutType, @Ctx() ctx: RequestContext): Promise<PartnerType | null> {
    return ctx.loaders.load(ctx, partnerById, row.partnerId);
  }

  @FieldResolver(() => [SettlementType], { description: "The settlements that it pays." })
  settlements(@Root() row: PayoutType, @Ctx() ctx: RequestContext): Promise<SettlementType[]> {
    return ctx.loaders.load(ctx, settlementsOfPayout, row.id);
  }
}

@Resolver(() => PayoutRunType)
export class PayoutRunResolver {
  @Requires("settlement:read")
  @Query(() => PayoutRunConnection, {
    description: "The payout runs, the newest first; none for a partner's own credential.",
  })
  payoutRuns(
    @Args(() => PayoutRunPageArgs) page: SortedPage,
    @Arg("filter", () => PayoutRunFilterInput, { nullable: true, description: "Which of them." })
    filter: PayoutRunFilterInput | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<PayoutRunType>> {
    return pageOfRuns(ctx, filter ?? {}, directionOf(page, "DESC"), page);
  }

  @Requires("settlement:pay")
  @FieldResolver(() => String, {
    nullable: true,
    description:
      "The payment file, ISO 20022 pain.001; null until all that it pays has left the payables. " +
      "Each reading is in the audit trail.",
  })
  async file(@Root() row: PayoutRunType, @Ctx() ctx: RequestContext): Promise<string | null> {
    if (!(await isRunPosted(ctx.sql, row.id))) return null;
    await recordReading(ctx, { what: "payoutRunFile", which: { payoutRunId: row.id } });
    return openRunFile(ctx.services.use(vaultService), ctx.sql, row.id);
  }

  @Requires("settlement:pay")
  @Mutation(() => PayoutRunPayload, {
    description: describedCommand(
      "Pays what is scheduled in a currency up to a day: makes one payment file for the bank.",
      'createPayoutRun(input: { currency: "KRW", executeOn: "2026-02-10", debtor: { ' +
        'holderName: "Platform", scheme: DOMESTIC, number: "110-123-456789", ' +
        'clearingSystem: "KRBOK", bankCode: "088" }, idempotencyKey: "run-2026-02-10" }) ' +
        "{ payoutRun { id file } userErrors { code message path } }",
    ),
  })
  async createPayoutRun(
    @Arg("input", () => CreatePayoutRunInput, { description: "What, when, and from where." })
    input: CreatePayoutRunInput,
    @Ctx() ctx: RequestContext,
  ): Promise<PayoutRunPayload> {
    return { payoutRun: await createPayoutRun(ctx, input) };
  }

  @Requires("settlement:pay")
  @Mutation(() => PayoutRunPayload, {
    description: describedCommand(
      "Takes in what a bank says of a payout run. Only what it says has settled is paid out; " +
        "what it refused is approved again, with its reason.",
      'readPayoutReport(input: { report: "<Document>...</Document>" }) ' +
        "{ payoutRun { id } userErrors { code message path } }",
    ),
  })
  async readPayoutReport(
    @Arg("input", () => ReadPayoutReportInput, { description: "The bank's message." })
    input: ReadPayoutReportInput,
    @Ctx() ctx: RequestContext,
  ): Promise<PayoutRunPayload> {
    return { payoutRun: await readPayoutReport(ctx, input) };
  }
}

function withIds(filter: PayoutFilterInput | null): PayoutFilter {
  const partnerId = filter?.partnerId && decodeId("ptr", filter.partnerId, ["filter"]);
  const payoutRunId = filter?.payoutRunId && decodeId("run", filter.payoutRunId, ["filter"]);
  return { ...filter, partnerId, payoutRunId };
}
