import { openShared, type Present, type SubscriptionArgs } from "./shared-subscriptions.js";
import { StreamOutlet } from "./stream-outlet.js";

/**
 * Begins a shared subscription as a stream of its results; it ends when the reader returns it.
 * @throws what the subscription is refused for
 */
export async function subscribeAsStream(
  subscription: SubscriptionArgs,
  present: Present,
): Promise<StreamOutlet> {
  const outlet = new StreamOutlet();
  const stream = await openShared(subscription, outlet, present);
  outlet.onEnd = () => stream.close();
  return outlet;
}
