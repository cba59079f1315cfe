/**
 * Every reason the hub gives for a refusal, one closed list. A code is part of the API: it is
 * emitted as a GraphQL enum, documented in schema/README.md, and mapped to a class in the SDK.
 */
export const ERROR_CODES = [
  // about the request
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "INVALID_INPUT",
  "RATE_LIMITED",
  "OVERLOADED",
  "PAYLOAD_TOO_LARGE",
  "DOCUMENT_NOT_TRUSTED",
  // commands
  "IDEMPOTENCY_KEY_REUSED",
  "VERSION_CONFLICT",
  // partners and contracts
  "PARTNER_NOT_FOUND",
  "PARTNER_CODE_TAKEN",
  "PARTNER_ON_HOLD",
  "PARTNER_ALREADY_ON_HOLD",
  "PARTNER_NOT_ON_HOLD",
  "CONTRACT_NOT_FOUND",
  "CONTRACT_CODE_TAKEN",
  "CONTRACT_OVERLAPS",
  "CONTRACT_STARTS_TOO_EARLY",
  "INVALID_RATE",
  "TOO_MANY_TERMS",
  "TERM_ID_TAKEN",
  "TERM_NOT_FOUND",
  "EMPTY_BASIS",
  "TIERS_HAVE_GAP",
  "TIERS_OVERLAP",
  "TIERS_NOT_ASCENDING",
  "RATE_ABOVE_ONE",
  "UNKNOWN_TIME_ZONE",
  "CONTRADICTORY_TERMS",
  "CONTRACT_VERSIONS_OVERLAP",
  "CONTRACT_VERSION_IN_FORCE",
  "CONTRACT_VERSION_WITHIN_PERIOD",
  "CONTRACT_ENDS_TOO_EARLY",
  "EXCHANGE_RATE_NOT_FOUND",
  "EXCHANGE_RATE_PUBLISHED",
  "EXCHANGE_RATE_IN_USE",
  // access
  "API_KEY_NOT_FOUND",
  "API_KEY_ALREADY_REVOKED",
  "ROLE_NOT_FOUND",
  "ROLE_NAME_TAKEN",
  "ROLE_IN_USE",
  "GRANT_NOT_FOUND",
  "GRANT_NOT_PENDING",
  "GRANT_ALREADY_ENDED",
  "GRANT_LIMITS_DIFFER",
  "PERSON_NOT_FOUND",
  "EMAIL_TAKEN",
  "PERSON_DISABLED",
  "PASSWORD_TOO_WEAK",
  "SIGN_IN_REFUSED",
  "TOTP_REQUIRED",
  // money and the ledger, in the order in which the posting core checks them
  "EMPTY_BATCH",
  "BATCH_TOO_LARGE",
  "INVALID_AMOUNT",
  "UNKNOWN_CURRENCY",
  "ROLLED_BACK_BEFORE",
  "EXTERNAL_ID_REUSED",
  "TRANSACTION_NOT_FOUND",
  "NOT_REVERSIBLE",
  "ALREADY_REVERSED",
  "REVERSAL_EXCEEDS_ORIGINAL",
  "HOLD_NOT_FOUND",
  "HOLD_NOT_PENDING",
  "HOLD_EXPIRED",
  "CAPTURE_EXCEEDS_HOLD",
  "ACCOUNT_NOT_FOUND",
  "ACCOUNT_CLOSED",
  "ACCOUNT_NOT_EMPTY",
  "SAME_ACCOUNT",
  "CURRENCY_MISMATCH",
  "BALANCE_BELOW_FLOOR",
  "BALANCE_OUT_OF_RANGE",
  "TOO_MANY_TYPES",
  "LINKED_TRANSACTION_FAILED",
  // settlements
  "MISSING_EXCHANGE_RATE",
  "PERIOD_NOT_FOUND",
  "TRANSITION_NOT_ALLOWED",
  "REASON_REQUIRED",
  "SECOND_PERSON_REQUIRED",
  "NOTHING_TO_PAY",
  "PAYOUT_ACCOUNT_REQUIRED",
  "PAYOUT_NOT_CONFIRMED",
  "PAYOUT_REQUIRED",
  "SETTLEMENT_NOT_FOUND",
  "PERIOD_NOT_OVER",
  "EARLIER_PERIOD_OPEN",
  "LATER_PERIOD_CLOSED",
  "SETTLEMENT_NOT_ADJUSTABLE",
  "NETTING_NOT_POSSIBLE",
  "TRANSFER_NOT_POSTED",
  "PAYOUT_RUN_NOT_FOUND",
  "UNKNOWN_PAYMENT",
  "JOB_NOT_FOUND",
  "JOB_NOT_OPEN",
  "ALERT_NOT_FOUND",
  "ALERT_ALREADY_RESOLVED",
  "PAYMENT_NOT_WRITABLE",
  "STATUS_REPORT_REFUSED",
  // ingestion
  "UNKNOWN_ADAPTER",
  "DOCUMENT_REFUSED",
  "QUALITY_RULE_FAILED",
  "QUARANTINE_ITEM_NOT_FOUND",
  "QUARANTINE_ITEM_NOT_OPEN",
  // reconciliation
  "BREAK_NOT_FOUND",
  "BREAK_NOT_OPEN",
  "RESOLUTION_NOT_POSSIBLE",
  "PARTNER_NOT_RECONCILED",
  // webhooks
  "WEBHOOK_ENDPOINT_NOT_FOUND",
  "WEBHOOK_MESSAGE_NOT_FOUND",
  "WEBHOOK_URL_REFUSED",
  "TOO_MANY_WEBHOOK_ENDPOINTS",
  // personal data
  "ERASED",
  "ERASURE_BLOCKED",
  "RETENTION_TOO_SHORT",
  "RETENTION_HOLD_NOT_FOUND",
  // live stream
  "INVALID_CURSOR",
  "TOO_MANY_SUBSCRIPTIONS",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** A refusal with a reason that the caller can act on. Throwing it rolls back the work in hand. */
export class DomainError extends Error {
  override readonly name: string;
  constructor(
    readonly code: ErrorCode,
    message: string,
    /**
     * Where in the caller's input the reason lies: field names and indexes. Not named `path`:
     * GraphQL takes an error with an array of that name for one of its own, and would not say where
     * it arose.
     */
    readonly inputPath: readonly (string | number)[] = [],
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** Several reasons against one input; taken as one, it is the first of them. */
export class SeveralRefusals extends DomainError {
  constructor(readonly refusals: readonly [DomainError, DomainError, ...DomainError[]]) {
    const [{ code, message, inputPath }] = refusals;
    super(code, message, inputPath);
  }
}

/** Every reason that a refusal has, one at least. */
export function reasonsOf(error: DomainError): readonly [DomainError, ...DomainError[]] {
  return error instanceof SeveralRefusals ? error.refusals : [error];
}
