export { auditTrail } from "./append-audit-event.js";
export { AuditEventResolver } from "./audit-event.resolver.js";
export { auditRoutes } from "./audit.route.js";
export { AUDIT_SIGNATURE_TYPE } from "./export-audit-trail.js";
export { verifyAuditTrail, type AuditVerdict } from "./verify-audit-trail.js";
