export { issueStatement } from "./issue-statement.js";
export { detachedSignature } from "./statement-key.js";
export { signingKey } from "./sign-with-newest.js";
export { StatementIssued } from "./statement.events.js";
export { statementJobs } from "./statement.job.js";
export { statementById, statementNodes, statementsOfSettlement } from "./statement.loader.js";
export { SettlementStatementResolver, StatementResolver } from "./statement.resolver.js";
export { statementRoutes, type StatementRouteOptions } from "./statement.route.js";
export { StatementType } from "./statement.type.js";
