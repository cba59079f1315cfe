export type { AuditReport } from "./audit.js";
export { verifyAuditExport, type AuditExportVerdict } from "./verify-audit.js";
export type { BalancesItem, WatchedBalances } from "./balances.js";
export { createTuttiClient } from "./client.js";
export type * from "./contract-terms.js";
export type { TuttiClient, TuttiClientOptions, WatchOptions } from "./client.js";
export type {
  DocumentRefusal,
  DocumentUpload,
  ImportedDocument,
  ImportLine,
  ImportSummary,
  ImportTotal,
  SkippedFile,
} from "./documents.js";
export * from "./errors.js";
export type { CallOptions } from "./operations.js";
export { ConnectionClosed, Drained } from "./live-connection.js";
export { paginate } from "./paginate.js";
export { GapDetected, HubSilent } from "./resume.js";
export type { CursorStore, StreamOptions } from "./resume.js";
export type { RetryPolicy } from "./retry.js";
export { signIn, signInHere } from "./sign-in.js";
export { signatureHeaders } from "./signing.js";
export type { SignedParts, SigningOptions } from "./signing.js";
export type { SignedIn, SignInOptions } from "./sign-in.js";
export type {
  JobsItem,
  PositionsItem,
  SettlementsItem,
  WatchedJobs,
  WatchedPositions,
  WatchedSettlements,
} from "./rows.js";
export type * from "./statement.js";
export type { StatementDownload } from "./statements.js";
export { StatementNotVerified, type NotVerifiedReason } from "./statement-not-verified.js";
export { verifyInclusion, statementTransaction } from "./verify-inclusion.js";
export type { ShownTransaction } from "./verify-inclusion.js";
export { verifyStatement } from "./verify-statement.js";
export type { TransactionsItem, WatchedTransactions } from "./transactions.js";
export type { VerifyFault, VerifyProgress, VerifyReport, VerifyScope } from "./verify.js";
export type { EndedCall } from "./transport.js";
export { verifyWebhook } from "./webhook.js";
export { WebhookNotVerified } from "./webhook-not-verified.js";
export type { VerifyWebhookOptions, WebhookEvent, WebhookHeaders } from "./webhook.js";
export * from "../generated/operations.js";
