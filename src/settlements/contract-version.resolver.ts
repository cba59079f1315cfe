import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Answer } from "../shared/commands/run-command.js";
import { describedCommand } from "../shared/graphql/described-command.js";
import { decodeId } from "../shared/graphql/global-id.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { cancelContractVersion } from "./cancel-contract-version.js";
import { CancelContractVersionPayload, EndContractPayload } from "./contract-change.type.js";
import { MoveContractVersionPayload } from "./contract-change.type.js";
import { ScheduleContractVersionPayload } from "./contract-change.type.js";
import { versionsOfContract } from "./contract.loader.js";
import { CancelContractVersionInput, EndContractInput } from "./contract-version.input.js";
import { MoveContractVersionInput } from "./contract-version.input.js";
import { ScheduleContractVersionInput } from "./contract-version.input.js";
import { ContractVersionType, VersionStateEnum } from "./contract-version.type.js";
import { endContract } from "./end-contract.js";
import { moveContractVersion } from "./move-contract-version.js";
import { scheduleContractVersion } from "./schedule-contract-version.js";
import type { ScheduledVersion } from "./schedule-contract-version.js";
import { versionStateAt, type VersionState } from "./version-state.rules.js";

@Resolver(() => ContractVersionType)
export class ContractVersionResolver {
  @FieldResolver(() => VersionStateEnum, { description: "What it is now." })
  state(@Root() version: ContractVersionType, @Ctx() ctx: RequestContext): VersionState {
    return versionStateAt(version, ctx.clock.now());
  }

  @Requires("contract:change")
  @Mutation(() => ScheduleContractVersionPayload, {
    description: describedCommand(
      "Lets other terms of a contract take effect on a later day.",
      'scheduleContractVersion(input: { contractId: "ctr_019a...", effectiveFrom: ' +
        '"2027-01-01", terms: { currency: "KRW", cycle: { rhythm: { kind: "MONTHLY" } }, bases: ' +
        '[{ id: "ggr", kind: "GGR" }], clauses: [{ id: "share", kind: "REVENUE_SHARE", basis: ' +
        '"ggr", beneficiary: "PARTNER", scheme: "FLAT", tiers: [{ from: "0", rate: "0.1100" }] ' +
        '}] }, reason: "renewal" }) { contractVersion { number } userErrors { code message } }',
    ),
  })
  async scheduleContractVersion(
    @Arg("input", () => ScheduleContractVersionInput, { description: "Which terms, and when." })
    input: ScheduleContractVersionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ScheduleContractVersionPayload> {
    return shown(ctx, await scheduleContractVersion(ctx, decoded(input)));
  }

  @Requires("contract:change")
  @Mutation(() => MoveContractVersionPayload, {
    description: describedCommand(
      "Lets a scheduled version take effect on another day.",
      'moveContractVersion(input: { contractId: "ctr_019a...", number: 2, effectiveFrom: ' +
        '"2027-02-01", reason: "signed later" }) ' +
        "{ contractVersion { effectiveFrom } userErrors { code message } }",
    ),
  })
  async moveContractVersion(
    @Arg("input", () => MoveContractVersionInput, { description: "Which version, and when." })
    input: MoveContractVersionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<MoveContractVersionPayload> {
    return shown(ctx, await moveContractVersion(ctx, decoded(input)));
  }

  @Requires("contract:change")
  @Mutation(() => CancelContractVersionPayload, {
    description: describedCommand(
      "Takes back a version before it takes effect.",
      'cancelContractVersion(input: { contractId: "ctr_019a...", number: 2, reason: ' +
        '"not signed" }) { contractVersion { state } userErrors { code message } }',
    ),
  })
  async cancelContractVersion(
    @Arg("input", () => CancelContractVersionInput, { description: "Which version, and why." })
    input: CancelContractVersionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CancelContractVersionPayload> {
    return shown(ctx, await cancelContractVersion(ctx, decoded(input)));
  }

  @Requires("contract:change")
  @Mutation(() => EndContractPayload, {
    description: describedCommand(
      "Gives a contract its last day, or another one.",
      'endContract(input: { contractId: "ctr_019a...", effectiveTo: "2026-12-31", reason: ' +
        '"notice given" }) { contract { effectiveTo } userErrors { code message } }',
    ),
  })
  async endContract(
    @Arg("input", () => EndContractInput, { description: "Which contract, and when." })
    input: EndContractInput,
    @Ctx() ctx: RequestContext,
  ): Promise<EndContractPayload> {
    return { contract: await endContract(ctx, decoded(input)) };
  }
}

function decoded<Input extends { contractId: string }>(input: Input): Input {
  return { ...input, contractId: decodeId("ctr", input.contractId, ["contractId"]) };
}

async function shown(ctx: RequestContext, { contract, number }: Answer<ScheduledVersion>) {
  const versions = await ctx.loaders.load(ctx, versionsOfContract, contract.id);
  return { contract, contractVersion: versions.find((each) => each.number === number) ?? null };
}
