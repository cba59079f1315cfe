import type { WebSocket } from "ws";
import { PendingSubscription } from "./pending-subscription.js";
import { openShared, type Present, type SubscriptionArgs } from "./shared-subscriptions.js";
import { SocketOutlet } from "./socket-outlet.js";

/**
 * Begins a shared subscription of a WebSocket. The stream that is returned never has an item: they
 * are written to the socket. A refusal, or an end by the hub, is an error of the stream.
 * @param id the operation's id on the socket
 */
export function subscribeOnSocket(
  subscription: SubscriptionArgs,
  at: { socket: WebSocket; id: string },
  present: Present,
): PendingSubscription {
  const pending = new PendingSubscription();
  const outlet = new SocketOutlet(at.socket, at.id, pending);
  openShared(subscription, outlet, present).then(
    (stream) => pending.begin(stream),
    (error: unknown) => pending.fail(error),
  );
  return pending;
}
