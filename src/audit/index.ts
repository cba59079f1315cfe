export { auditTrail } from "./append-audit-event.js";
export { verifyAuditTrail, type AuditVerdict } from "./verify-audit-trail.js";
