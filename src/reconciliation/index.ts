export { BreakResolver } from "./break.resolver.js";
export { reconciliationNodes } from "./break.loader.js";
export { evidenceDesk } from "./evidence-desk.js";
export { openReconciliation, reconcileArrivals } from "./open-reconciliation.js";
export { ReconciliationRanResolver } from "./reconciliation-ran.resolver.js";
export { ReconciliationResolver } from "./reconciliation.resolver.js";
export { reconciliationService } from "./run-reconciliation.js";
