import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { partnerById, PartnerType } from "../partners/index.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import { describedCommand } from "../shared/graphql/described-command.js";
import { decodeId } from "../shared/graphql/global-id.js";
import { PageArgs } from "../shared/graphql/page.type.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { ContractFilterInput, ContractOrderInput, CreateContractInput } from "./contract.input.js";
import { pageOfContracts } from "./contract-page.queries.js";
import { ContractConnection, ContractType, CreateContractPayload } from "./contract.type.js";
import { createContract } from "./create-contract.js";
import { contractById, contractsOfPartner, versionsOfContract } from "./contract.loader.js";
import { ContractVersionType } from "./contract-version.type.js";
import { versionStateAt } from "./version-state.rules.js";

const BY_START: ContractOrderInput = { field: "STARTS_AT", direction: "ASC" };

@Resolver(() => ContractType)
export class ContractResolver {
  @Requires("contract:read")
  @Query(() => ContractType, {
    nullable: true,
    description: "A contract by its id; null when there is none.",
  })
  contract(
    @Arg("id", () => ID, { description: "The global id." }) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<ContractType | null> {
    return ctx.loaders.load(ctx, contractById, decodeId("ctr", id, ["id"]));
  }

  @Requires("contract:read")
  @Query(() => ContractConnection, { description: "The contracts." })
  contracts(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => ContractFilterInput, { nullable: true, description: "Which of them." })
    filter: ContractFilterInput | null,
    @Arg("orderBy", () => ContractOrderInput, {
      nullable: true,
      description: "How they are sorted; by the moment from which they apply when it is left out.",
    })
    orderBy: ContractOrderInput | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<ContractType>> {
    const partnerId = filter?.partnerId && decodeId("ptr", filter.partnerId, ["filter"]);
    return pageOfContracts(ctx, { ...filter, partnerId }, orderBy ?? BY_START, page);
  }

  @Requires("contract:create")
  @Mutation(() => CreateContractPayload, {
    description: describedCommand(
      "Agrees terms with a partner. One contract at a time counts a currency of the partner.",
      'createContract(input: { partnerId: "ptr_019a...", code: "krw-2026", effectiveFrom: ' +
        '"2026-01-01", terms: { currency: "KRW", cycle: { rhythm: { kind: "MONTHLY" } }, bases: ' +
        '[{ id: "ggr", kind: "GGR" }], clauses: [{ id: "share", kind: "REVENUE_SHARE", basis: ' +
        '"ggr", beneficiary: "PARTNER", scheme: "FLAT", tiers: [{ from: "0", rate: "0.1250" }] ' +
        "}] } }) { contract { id } userErrors { code message path } }",
    ),
  })
  async createContract(
    @Arg("input", () => CreateContractInput, { description: "What is agreed." })
    input: CreateContractInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CreateContractPayload> {
    const partnerId = decodeId("ptr", input.partnerId, ["partnerId"]);
    return { contract: await createContract(ctx, { ...input, partnerId }) };
  }

  @Requires("partner:read")
  @FieldResolver(() => PartnerType, {
    nullable: true,
    description: "The partner it is agreed with.",
  })
  partner(@Root() contract: ContractType, @Ctx() ctx: RequestContext): Promise<PartnerType | null> {
    return ctx.loaders.load(ctx, partnerById, contract.partnerId);
  }

  @FieldResolver(() => [ContractVersionType], {
    description: "Its versions in the order in which they apply, cancelled ones among them.",
  })
  versions(
    @Root() contract: ContractType,
    @Ctx() ctx: RequestContext,
  ): Promise<ContractVersionType[]> {
    return ctx.loaders.load(ctx, versionsOfContract, contract.id);
  }

  @FieldResolver(() => ContractVersionType, {
    nullable: true,
    description: "The version that applies now; null before the contract begins and after its end.",
  })
  async inForce(
    @Root() contract: ContractType,
    @Ctx() ctx: RequestContext,
  ): Promise<ContractVersionType | null> {
    const versions = await ctx.loaders.load(ctx, versionsOfContract, contract.id);
    const now = ctx.clock.now();
    return versions.find((each) => versionStateAt(each, now) === "IN_FORCE") ?? null;
  }
}

@Resolver(() => PartnerType)
export class PartnerContractsResolver {
  @Requires("contract:read")
  @FieldResolver(() => [ContractType], {
    description: "The partner's contracts, in the order in which they apply.",
  })
  contracts(@Root() partner: PartnerType, @Ctx() ctx: RequestContext): Promise<ContractType[]> {
    return ctx.loaders.load(ctx, contractsOfPartner, partner.id);
  }
}
