import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { describedCommand } from "../shared/graphql/described-command.js";
import { decodeId } from "../shared/graphql/global-id.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { changeSettlement } from "./change-settlement.js";
import { SettlementInput, SettlementReasonInput } from "./settlement.input.js";
import { SettlementPayload } from "./settlement.type.js";

@Resolver()
export class SettlementStepResolver {
  @Requires("settlement:reconcile")
  @Mutation(() => SettlementPayload, {
    description: describedCommand(
      "States that a settlement agrees with what the partner says.",
      'reconcileSettlement(input: { settlementId: "stl_019a..." }) ' +
        "{ settlement { state } userErrors { code message path } }",
    ),
  })
  async reconcileSettlement(
    @Arg("input", () => SettlementInput, { description: "Which one." }) input: SettlementInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SettlementPayload> {
    return { settlement: await changeSettlement(ctx, "reconcileSettlement", withId(input)) };
  }

  @Requires("settlement:reconcile")
  @Mutation(() => SettlementPayload, {
    description: describedCommand(
      "Takes back that a settlement agrees with what the partner says.",
      'unreconcileSettlement(input: { settlementId: "stl_019a...", reason: "as agreed" }) ' +
        "{ settlement { state } userErrors { code message path } }",
    ),
  })
  async unreconcileSettlement(
    @Arg("input", () => SettlementReasonInput, { description: "Which one." })
    input: SettlementReasonInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SettlementPayload> {
    return { settlement: await changeSettlement(ctx, "unreconcileSettlement", withId(input)) };
  }

  @Requires("settlement:approve")
  @Mutation(() => SettlementPayload, {
    description: describedCommand(
      "Approves a settlement. Refused for whoever closed, reconciled, adjusted, withheld or " +
        "disputed it.",
      'approveSettlement(input: { settlementId: "stl_019a..." }) ' +
        "{ settlement { state } userErrors { code message path } }",
    ),
  })
  async approveSettlement(
    @Arg("input", () => SettlementInput, { description: "Which one." }) input: SettlementInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SettlementPayload> {
    return { settlement: await changeSettlement(ctx, "approveSettlement", withId(input)) };
  }

  @Requires("settlement:approve")
  @Mutation(() => SettlementPayload, {
    description: describedCommand(
      "Takes an approval back.",
      'revokeApproval(input: { settlementId: "stl_019a...", reason: "as agreed" }) ' +
        "{ settlement { state } userErrors { code message path } }",
    ),
  })
  async revokeApproval(
    @Arg("input", () => SettlementReasonInput, { description: "Which one." })
    input: SettlementReasonInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SettlementPayload> {
    return { settlement: await changeSettlement(ctx, "revokeApproval", withId(input)) };
  }

  @Requires("settlement:pay")
  @Mutation(() => SettlementPayload, {
    description: describedCommand(
      "Has an approved settlement paid with the next payout run. Needs an account to pay " + "to.",
      'schedulePayout(input: { settlementId: "stl_019a..." }) ' +
        "{ settlement { state } userErrors { code message path } }",
    ),
  })
  async schedulePayout(
    @Arg("input", () => SettlementInput, { description: "Which one." }) input: SettlementInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SettlementPayload> {
    return { settlement: await changeSettlement(ctx, "schedulePayout", withId(input)) };
  }

  @Requires("settlement:pay")
  @Mutation(() => SettlementPayload, {
    description: describedCommand(
      "Takes a settlement out of the next payout run.",
      'unschedulePayout(input: { settlementId: "stl_019a...", reason: "as agreed" }) ' +
        "{ settlement { state } userErrors { code message path } }",
    ),
  })
  async unschedulePayout(
    @Arg("input", () => SettlementReasonInput, { description: "Which one." })
    input: SettlementReasonInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SettlementPayload> {
    return { settlement: await changeSettlement(ctx, "unschedulePayout", withId(input)) };
  }

  @Requires("settlement:pay")
  @Mutation(() => SettlementPayload, {
    description: describedCommand(
      "Ends an approved settlement of which nothing is to be paid. Refused while something is " +
        "due, or owed that no later settlement has taken over.",
      'finishSettlement(input: { settlementId: "stl_019a..." }) ' +
        "{ settlement { state } userErrors { code message path } }",
    ),
  })
  async finishSettlement(
    @Arg("input", () => SettlementInput, { description: "Which one." }) input: SettlementInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SettlementPayload> {
    return { settlement: await changeSettlement(ctx, "finishSettlement", withId(input)) };
  }

  @Requires("settlement:withhold")
  @Mutation(() => SettlementPayload, {
    description: describedCommand(
      "Holds the payout of an approved settlement back.",
      'withholdSettlement(input: { settlementId: "stl_019a...", reason: "as agreed" }) ' +
        "{ settlement { state } userErrors { code message path } }",
    ),
  })
  async withholdSettlement(
    @Arg("input", () => SettlementReasonInput, { description: "Which one." })
    input: SettlementReasonInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SettlementPayload> {
    return { settlement: await changeSettlement(ctx, "withholdSettlement", withId(input)) };
  }

  @Requires("settlement:withhold")
  @Mutation(() => SettlementPayload, {
    description: describedCommand(
      "Ends the withholding of a settlement. Refused for whoever withheld it.",
      'releaseSettlement(input: { settlementId: "stl_019a...", reason: "as agreed" }) ' +
        "{ settlement { state } userErrors { code message path } }",
    ),
  })
  async releaseSettlement(
    @Arg("input", () => SettlementReasonInput, { description: "Which one." })
    input: SettlementReasonInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SettlementPayload> {
    return { settlement: await changeSettlement(ctx, "releaseSettlement", withId(input)) };
  }

  @Requires("settlement:dispute")
  @Mutation(() => SettlementPayload, {
    description: describedCommand(
      "Marks a settlement that is not paid as disputed.",
      'disputeSettlement(input: { settlementId: "stl_019a...", reason: "as agreed" }) ' +
        "{ settlement { state } userErrors { code message path } }",
    ),
  })
  async disputeSettlement(
    @Arg("input", () => SettlementReasonInput, { description: "Which one." })
    input: SettlementReasonInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SettlementPayload> {
    return { settlement: await changeSettlement(ctx, "disputeSettlement", withId(input)) };
  }

  @Requires("settlement:dispute")
  @Mutation(() => SettlementPayload, {
    description: describedCommand(
      "Ends a dispute: the settlement is looked at again from its closing on. Refused for " +
        "whoever disputed it.",
      'endDispute(input: { settlementId: "stl_019a...", reason: "as agreed" }) ' +
        "{ settlement { state } userErrors { code message path } }",
    ),
  })
  async endDispute(
    @Arg("input", () => SettlementReasonInput, { description: "Which one." })
    input: SettlementReasonInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SettlementPayload> {
    return { settlement: await changeSettlement(ctx, "endDispute", withId(input)) };
  }
}

/** The input with the row's own id. */
function withId<Input extends { settlementId: string }>(input: Input): Input {
  return { ...input, settlementId: decodeId("stl", input.settlementId, ["settlementId"]) };
}
