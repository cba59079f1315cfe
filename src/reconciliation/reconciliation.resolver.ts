import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { partnerById, PartnerNotFound } from "../partners/index.js";
import { poolSql } from "../shared/database/sql.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import { describedCommand } from "../shared/graphql/described-command.js";
import { decodeId } from "../shared/graphql/global-id.js";
import { directionOf, type SortedPage } from "../shared/graphql/sorted-page.type.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { pageOfRuns } from "./break-page.queries.js";
import { changeReconciliationPolicy } from "./change-policy.js";
import { rolesOfPartner } from "./document-role.queries.js";
import { policiesOf } from "./policy.queries.js";
import {
  ChangePolicyInput,
  RunFilterInput,
  RunPageArgs,
  RunReconciliationInput,
  SetDocumentRoleInput,
} from "./reconciliation.input.js";
import {
  ChangePolicyPayload,
  DocumentRoleType,
  PolicyType,
  RunConnection,
  RunReconciliationPayload,
  SetDocumentRolePayload,
  type RunType,
} from "./reconciliation.type.js";
import { runReconciliation } from "./run-reconciliation.js";
import { setDocumentRole } from "./set-document-role.js";

@Resolver()
export class ReconciliationResolver {
  @Requires("reconciliation:read")
  @Query(() => RunConnection, { description: "What looks at partners came to." })
  reconciliationRuns(
    @Args(() => RunPageArgs) page: SortedPage,
    @Arg("filter", () => RunFilterInput, { nullable: true, description: "Which of them." })
    filter: RunFilterInput | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<RunType>> {
    const id = filter?.partnerId && decodeId("ptr", filter.partnerId, ["filter"]);
    return pageOfRuns(ctx, id ?? null, directionOf(page, "DESC"), page);
  }

  @Requires("reconciliation:read")
  @Query(() => [DocumentRoleType], { description: "What a partner's documents are for." })
  async documentRoles(
    @Arg("partnerId", () => ID, { description: "The partner." }) partnerId: string,
    @Ctx() ctx: RequestContext,
  ): Promise<DocumentRoleType[]> {
    return rolesOfPartner(poolSql(ctx.database.pool), await partnerOf(ctx, partnerId));
  }

  @Requires("reconciliation:read")
  @Query(() => PolicyType, {
    nullable: true,
    description: "How a partner is reconciled; null where it is not.",
  })
  async reconciliationPolicy(
    @Arg("partnerId", () => ID, { description: "The partner." }) partnerId: string,
    @Ctx() ctx: RequestContext,
  ): Promise<PolicyType | null> {
    const id = await partnerOf(ctx, partnerId);
    const [policy] = await policiesOf(poolSql(ctx.database.pool), [id]);
    return policy ? { ...policy.settings, version: policy.version } : null;
  }

  @Requires("reconciliation:configure")
  @Mutation(() => SetDocumentRolePayload, {
    description: describedCommand(
      "Says what a partner's documents of a kind are for, from the next one on.",
      'setDocumentRole(input: { partnerId: "ptr_019a...", adapter: "camt.053", role: MATCH, ' +
        'reason: "camt.054 posts" }) { setting { role } userErrors { code message } }',
    ),
  })
  async setDocumentRole(
    @Arg("input", () => SetDocumentRoleInput, { description: "What is for what." })
    input: SetDocumentRoleInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SetDocumentRolePayload> {
    const partnerId = await partnerOf(ctx, input.partnerId);
    return { setting: await setDocumentRole(ctx, { ...input, partnerId }) };
  }

  @Requires("reconciliation:configure")
  @Mutation(() => ChangePolicyPayload, {
    description: describedCommand(
      "Changes how a partner is reconciled; the first policy takes up all that was posted.",
      'changeReconciliationPolicy(input: { partnerId: "ptr_019a...", graceMinutes: 30 }) ' +
        "{ policy { version } userErrors { code message path } }",
    ),
  })
  async changeReconciliationPolicy(
    @Arg("input", () => ChangePolicyInput, { description: "What changes." })
    input: ChangePolicyInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ChangePolicyPayload> {
    const partnerId = await partnerOf(ctx, input.partnerId);
    const kept = await changeReconciliationPolicy(ctx, { ...input, partnerId });
    return { policy: { ...kept.settings, version: kept.version } };
  }

  @Requires("reconciliation:run")
  @Mutation(() => RunReconciliationPayload, {
    description: describedCommand(
      "Looks at a partner now. It is looked at by itself whenever something arrives.",
      'runReconciliation(input: { partnerId: "ptr_019a..." }) ' +
        "{ run { matched opened } userErrors { code message } }",
    ),
  })
  async runReconciliation(
    @Arg("input", () => RunReconciliationInput, { description: "Which partner." })
    input: RunReconciliationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RunReconciliationPayload> {
    const partnerId = await partnerOf(ctx, input.partnerId);
    return { run: await runReconciliation(ctx, { ...input, partnerId }) };
  }
}

/** The row id of a partner that the credential may see. @throws PartnerNotFound, InvalidInput */
async function partnerOf(ctx: RequestContext, globalId: string): Promise<string> {
  const partnerId = decodeId("ptr", globalId, ["partnerId"]);
  if (await ctx.loaders.load(ctx, partnerById, partnerId)) return partnerId;
  throw new PartnerNotFound();
}
