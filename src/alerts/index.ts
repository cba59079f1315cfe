export { AlertRaised, AlertResolved } from "./alert.events.js";
export { alertNodes } from "./alert.loader.js";
export { AlertResolver } from "./alert.resolver.js";
export type { AlertKind } from "./alert.rules.js";
export { raiseAlert, settleAlert, type AlertCause } from "./raise-alert.js";
export { resolveAlert } from "./resolve-alert.js";
