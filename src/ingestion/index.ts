export { ingestRoutes, type IngestOptions } from "./ingest.route.js";
