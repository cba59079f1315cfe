export { BalancesResolver } from "./balances.resolver.js";
export type { LiveHub, LiveMode } from "./live-hub.js";
export { LIVE_LIMITS } from "./live-limits.js";
export { liveService } from "./live-service.js";
export { openLive } from "./open-live.js";
export { isShared, type SubscriptionArgs } from "./shared-subscriptions.js";
export { subscribeAsEvents } from "./subscribe-as-events.js";
export { subscribeOnSocket } from "./subscribe-on-socket.js";
export { TransactionsResolver } from "./transactions.resolver.js";
