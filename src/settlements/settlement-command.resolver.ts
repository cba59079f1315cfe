import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { describedCommand } from "../shared/graphql/described-command.js";
import { decodeId } from "../shared/graphql/global-id.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { adjustSettlement } from "./adjust-settlement.js";
import { closeSettlement } from "./close-settlement.js";
import { netSettlements } from "./net-settlements.js";
import { reopenSettlement } from "./reopen-settlement.js";
import {
  AdjustSettlementInput,
  NetSettlementsInput,
  SettlementInput,
  SettlementReasonInput,
} from "./settlement.input.js";
import { NetSettlementsPayload, SettlementPayload } from "./settlement.type.js";

@Resolver()
export class SettlementCommandResolver {
  @Requires("settlement:close")
  @Mutation(() => SettlementPayload, {
    description: describedCommand(
      "Closes a settlement whose period is over: its figures are frozen. What it costs does " +
        "not depend on how many transactions there are.",
      'closeSettlement(input: { settlementId: "stl_019a..." }) ' +
        "{ settlement { state } userErrors { code message path } }",
    ),
  })
  async closeSettlement(
    @Arg("input", () => SettlementInput, { description: "Which one." }) input: SettlementInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SettlementPayload> {
    return { settlement: await closeSettlement(ctx, withId(input)) };
  }

  @Requires("settlement:reopen")
  @Mutation(() => SettlementPayload, {
    description: describedCommand(
      "Opens a closed settlement again, unless a later one builds on it.",
      'reopenSettlement(input: { settlementId: "stl_019a...", reason: "as agreed" }) ' +
        "{ settlement { state } userErrors { code message path } }",
    ),
  })
  async reopenSettlement(
    @Arg("input", () => SettlementReasonInput, { description: "Which one." })
    input: SettlementReasonInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SettlementPayload> {
    return { settlement: await reopenSettlement(ctx, withId(input)) };
  }

  @Requires("settlement:adjust")
  @Mutation(() => SettlementPayload, {
    description: describedCommand(
      "Corrects a settlement by an amount, with a transfer of its own in the ledger.",
      'adjustSettlement(input: { settlementId: "stl_019a...", amountMinor: "-5000", ' +
        'reason: "chargebacks", idempotencyKey: "adjust-1" }) ' +
        "{ settlement { state } userErrors { code message path } }",
    ),
  })
  async adjustSettlement(
    @Arg("input", () => AdjustSettlementInput, { description: "Which one." })
    input: AdjustSettlementInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SettlementPayload> {
    return { settlement: await adjustSettlement(ctx, withId(input)) };
  }

  @Requires("settlement:pay")
  @Mutation(() => NetSettlementsPayload, {
    description: describedCommand(
      "Has approved settlements of a partner paid as one: what one contract owes is taken from " +
        "what others bring.",
      'netSettlements(input: { settlementIds: ["stl_019a...", "stl_019b..."], ' +
        'idempotencyKey: "net-2026-01" }) ' +
        "{ settlements { state } userErrors { code message path } }",
    ),
  })
  async netSettlements(
    @Arg("input", () => NetSettlementsInput, { description: "Which ones." })
    input: NetSettlementsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<NetSettlementsPayload> {
    const settlementIds = input.settlementIds.map((id) => decodeId("stl", id, ["settlementIds"]));
    return { settlements: await netSettlements(ctx, { ...input, settlementIds }) };
  }
}

/** The input with the row's own id. */
function withId<Input extends { settlementId: string }>(input: Input): Input {
  return { ...input, settlementId: decodeId("stl", input.settlementId, ["settlementId"]) };
}
