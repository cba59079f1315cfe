import type { ServerResponse } from "node:http";
import type { OpenStream } from "./balance-streams.js";
import { EventOutlet } from "./event-outlet.js";
import { openShared, type Present, type SubscriptionArgs } from "./shared-subscriptions.js";

/**
 * Begins a shared subscription whose results are written to a response as server-sent events.
 * @param onFail told when the hub ends the subscription, and why
 * @throws what the subscription is refused for
 */
export function subscribeAsEvents(
  subscription: SubscriptionArgs,
  response: ServerResponse,
  present: Present,
  onFail: (error: unknown) => void,
): Promise<OpenStream> {
  return openShared(subscription, new EventOutlet(response, onFail), present);
}
