import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { decodeId } from "../shared/graphql/global-id.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { CalendarDateScalar } from "../shared/graphql/scalars.js";
import { contractById } from "./contract.loader.js";
import { ContractTermsScalar } from "./contract-terms.type.js";
import { presentSimulation } from "./present-simulation.js";
import { TermsSimulation } from "./simulation.type.js";

@Resolver(() => TermsSimulation)
export class SimulationResolver {
  @Requires("settlement:read")
  @Query(() => TermsSimulation, {
    nullable: true,
    description:
      "What past periods of a contract would have come to under other terms, clause by clause, " +
      "as if these had applied from the first of them on; null when there is no such contract. " +
      "The periods stay as they are, whatever cycle the terms have. Nothing is written.",
  })
  async simulateTerms(
    @Arg("contractId", () => ID, { description: "The contract." }) contractId: string,
    @Arg("terms", () => ContractTermsScalar, { description: "The other terms." }) terms: unknown,
    @Arg("from", () => CalendarDateScalar, { description: "The first day on which periods begin." })
    from: string,
    @Arg("to", () => CalendarDateScalar, { description: "The last day on which periods begin." })
    to: string,
    @Ctx() ctx: RequestContext,
  ): Promise<TermsSimulation | null> {
    const id = decodeId("ctr", contractId, ["contractId"]);
    const contract = await ctx.loaders.load(ctx, contractById, id);
    return contract && presentSimulation(ctx.sql, contract, { terms, from, to });
  }
}
