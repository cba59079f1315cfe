export { erasePartner } from "./erase-partner.js";
export { placeRetentionHold, releaseRetentionHold } from "./place-retention-hold.js";
export { retentionJobs } from "./retention.job.js";
export { retentionReport } from "./retention-report.js";
export { retentionNodes } from "./retention.loader.js";
export { RetentionResolver } from "./retention.resolver.js";
export { setRetentionRule } from "./set-retention-rule.js";
