import { Arg, ID, Resolver, Root, Subscription, type SubscribeResolverData } from "type-graphql";
import { decodeId } from "../shared/graphql/global-id.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { PartnerType } from "./partner.type.js";
import { watchPartners } from "./watch-partners.js";

type Watch = SubscribeResolverData<unknown, { id?: string | null }, RequestContext>;

@Resolver()
export class PartnerChangedResolver {
  @Requires("live:subscribe")
  @Subscription(() => PartnerType, {
    description: "Each partner that is added, put on hold or released, as it is then.",
    subscribe: ({ args, context }: Watch) =>
      watchPartners(context, args.id ? decodeId("ptr", args.id, ["id"]) : null),
  })
  partnerChanged(
    @Root() partner: PartnerType,
    @Arg("id", () => ID, { nullable: true, description: "Only this partner." })
    _id: string | null,
  ): PartnerType {
    return partner;
  }
}
