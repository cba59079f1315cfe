export { ingestionNodes } from "./document.loader.js";
export { DocumentResolver } from "./document.resolver.js";
export { ingestRoutes, type IngestOptions } from "./ingest.route.js";
export { TransactionRecordResolver } from "./transaction-record.resolver.js";
