export { evidenceDesk } from "./evidence-desk.js";
export { openReconciliation, reconcileArrivals } from "./open-reconciliation.js";
