import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { partnerById, PartnerType } from "../partners/index.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import { decodeId } from "../shared/graphql/global-id.js";
import { OrderDirectionEnum, PageArgs, type OrderDirection } from "../shared/graphql/page.type.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { AuditFilterInput } from "./audit-event.input.js";
import { AuditEventConnection, AuditEventType } from "./audit-event.type.js";
import { pageOfAuditEvents } from "./audit-page.queries.js";

@Resolver(() => AuditEventType)
export class AuditEventResolver {
  @Requires("audit:read")
  @Query(() => AuditEventConnection, {
    description: "The audit trail: who did, tried or read what, when, from where and why.",
  })
  auditEvents(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => AuditFilterInput, { nullable: true, description: "Which of them." })
    filter: AuditFilterInput | null,
    @Arg("direction", () => OrderDirectionEnum, {
      defaultValue: OrderDirectionEnum.DESC,
      description: "In which direction they are sorted by their place.",
    })
    direction: OrderDirection,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<AuditEventType>> {
    const partnerId = filter?.partnerId && decodeId("ptr", filter.partnerId, ["filter"]);
    return pageOfAuditEvents(ctx, { ...filter, partnerId }, direction, page);
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
