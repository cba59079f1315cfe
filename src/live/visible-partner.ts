import { partnerById, PartnerNotFound } from "../partners/index.js";
import { decodeId } from "../shared/graphql/global-id.js";
import type { RequestContext } from "../shared/graphql/request-context.js";

/** The id of a partner that the credential may see. @throws InvalidInput, PartnerNotFound */
export async function visiblePartner(ctx: RequestContext, globalId: string): Promise<string> {
  const id = decodeId("ptr", globalId, ["partnerId"]);
  const partner = await ctx.loaders.load(ctx, partnerById, id);
  if (!partner) throw new PartnerNotFound();
  return id;
}
