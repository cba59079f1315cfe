export { AdapterResolver } from "./adapter.resolver.js";
export { ingestionNodes } from "./document.loader.js";
export { RefusedInput } from "./adapters/refuse-input.js";
export { elementRules, type ElementActions } from "./adapters/xml/element-rules.js";
export { readXml, XML_LIMITS, type XmlFormat } from "./adapters/xml/read-xml.js";
export { DocumentResolver } from "./document.resolver.js";
export { QualityResolver } from "./quality/quality.resolver.js";
export { qualityJobs } from "./quality/quality.job.js";
export { QuarantineResolver } from "./quality/quarantine.resolver.js";
export { ingestRoutes, type IngestOptions } from "./ingest.route.js";
export { TransactionRecordResolver } from "./transaction-record.resolver.js";
export type { CanonicalDocument } from "./canonical-document.js";
export type { CanonicalStatement } from "./canonical-statement.js";
export type { CanonicalTransaction } from "./canonical-transaction.js";
export {
  evidenceService,
  type ArrivedDocuments,
  type EvidenceDesk,
  type SortedRows,
} from "./sort-evidence.js";
export { blankDocuments } from "./raw-content.queries.js";
export { rawContentStore } from "./seal-raw-content.js";
