import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { partnerById, PartnerType } from "../partners/index.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import { decodeId } from "../shared/graphql/global-id.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { directionOf, type SortedPage } from "../shared/graphql/sorted-page.type.js";
import { AuditEventPageArgs, AuditFilterInput } from "./audit-event.input.js";
import { AuditEventConnection, AuditEventType } from "./audit-event.type.js";
import { pageOfAuditEvents } from "./audit-page.queries.js";

@Resolver(() => AuditEventType)
export class AuditEventResolver {
  @Requires("audit:read")
  @Query(() => AuditEventConnection, {
    description: "The audit trail: who did, tried or read what, when, from where and why.",
  })
  auditEvents(
    @Args(() => AuditEventPageArgs) page: SortedPage,
    @Arg("filter", () => AuditFilterInput, { nullable: true, description: "Which of them." })
    filter: AuditFilterInput | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<AuditEventType>> {
    const partnerId = filter?.partnerId && decodeId("ptr", filter.partnerId, ["filter"]);
    return pageOfAuditEvents(ctx, { ...filter, partnerId }, directionOf(page, "DESC"), page);
  }

  @Requires("partner:read")
  @FieldResolver(() => PartnerType, {
    nullable: true,
    description: "The partner that it is about.",
  })
  async partner(
    @Root() { partnerId }: AuditEventType,
    @Ctx() ctx: RequestContext,
  ): Promise<PartnerType | null> {
    return partnerId === null ? null : ctx.loaders.load(ctx, partnerById, partnerId);
  }
}
