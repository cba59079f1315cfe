import { eventStream } from "../shared/events/event-stream.js";
import { mapStream } from "../shared/events/map-stream.js";
import { Loaders } from "../shared/graphql/loaders.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import type { PartnerCreated, PartnerHeld, PartnerReleased } from "./partner.events.js";
import { partnerById } from "./partner.loader.js";
import type { PartnerRow } from "./partner.queries.js";

type PartnerEvent = PartnerCreated | PartnerHeld | PartnerReleased;

const NAMES: PartnerEvent["name"][] = ["PartnerCreated", "PartnerHeld", "PartnerReleased"];

/**
 * Each partner that changes, as it is after the change, from the moment of the call on.
 * @param partnerId only this one
 */
export function watchPartners(
  ctx: RequestContext,
  partnerId: string | null,
): AsyncIterableIterator<PartnerRow> {
  return mapStream(eventStream<PartnerEvent>(ctx.events, NAMES), async (event) => {
    if (partnerId !== null && event.partnerId !== partnerId) return undefined;
    // What a loader has read it keeps: each change is read with a loader of its own.
    return (await new Loaders().load(ctx, partnerById, event.partnerId)) ?? undefined;
  });
}
