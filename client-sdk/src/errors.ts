import type { ErrorCode } from "../generated/operations.js";
import * as reconciling from "./reconciliation-errors.js";
import { RefusedError, type Refusal } from "./tutti-error.js";

export * from "./reconciliation-errors.js";
export * from "./tutti-error.js";

export class UnauthenticatedError extends RefusedError {}
export class ForbiddenError extends RefusedError {}
export class InvalidInputError extends RefusedError {}
export class RateLimitedError extends RefusedError {}
export class OverloadedError extends RefusedError {}
export class PayloadTooLargeError extends RefusedError {}
export class DocumentNotTrustedError extends RefusedError {}
export class IdempotencyKeyReusedError extends RefusedError {}
export class VersionConflictError extends RefusedError {}
export class PartnerNotFoundError extends RefusedError {}
export class PartnerCodeTakenError extends RefusedError {}
export class PartnerOnHoldError extends RefusedError {}
export class PartnerAlreadyOnHoldError extends RefusedError {}
export class PartnerNotOnHoldError extends RefusedError {}
export class ContractNotFoundError extends RefusedError {}
export class ContractCodeTakenError extends RefusedError {}
export class ContractOverlapsError extends RefusedError {}
export class ContractStartsTooEarlyError extends RefusedError {}
export class InvalidRateError extends RefusedError {}
export class TooManyTermsError extends RefusedError {}
export class TermIdTakenError extends RefusedError {}
export class TermNotFoundError extends RefusedError {}
export class EmptyBasisError extends RefusedError {}
export class TiersHaveGapError extends RefusedError {}
export class TiersOverlapError extends RefusedError {}
export class TiersNotAscendingError extends RefusedError {}
export class RateAboveOneError extends RefusedError {}
export class UnknownTimeZoneError extends RefusedError {}
export class ContradictoryTermsError extends RefusedError {}
export class ContractVersionsOverlapError extends RefusedError {}
export class ContractVersionInForceError extends RefusedError {}
export class ContractVersionWithinPeriodError extends RefusedError {}
export class ContractEndsTooEarlyError extends RefusedError {}
export class ExchangeRateNotFoundError extends RefusedError {}
export class ExchangeRatePublishedError extends RefusedError {}
export class ExchangeRateInUseError extends RefusedError {}
export class ApiKeyNotFoundError extends RefusedError {}
export class ApiKeyAlreadyRevokedError extends RefusedError {}
export class RoleNotFoundError extends RefusedError {}
export class RoleNameTakenError extends RefusedError {}
export class RoleInUseError extends RefusedError {}
export class GrantNotFoundError extends RefusedError {}
export class GrantNotPendingError extends RefusedError {}
export class GrantAlreadyEndedError extends RefusedError {}
export class GrantLimitsDifferError extends RefusedError {}
export class PersonNotFoundError extends RefusedError {}
export class EmailTakenError extends RefusedError {}
export class PersonDisabledError extends RefusedError {}
export class PasswordTooWeakError extends RefusedError {}
export class SignInRefusedError extends RefusedError {}
export class TotpRequiredError extends RefusedError {}
export class EmptyBatchError extends RefusedError {}
export class BatchTooLargeError extends RefusedError {}
export class InvalidAmountError extends RefusedError {}
export class UnknownCurrencyError extends RefusedError {}
export class ExternalIdReusedError extends RefusedError {}
export class AccountNotFoundError extends RefusedError {}
export class AccountClosedError extends RefusedError {}
export class AccountNotEmptyError extends RefusedError {}
export class SameAccountError extends RefusedError {}
export class CurrencyMismatchError extends RefusedError {}
export class TransactionNotFoundError extends RefusedError {}
export class AlreadyReversedError extends RefusedError {}
export class ReversalExceedsOriginalError extends RefusedError {}
export class NotReversibleError extends RefusedError {}
export class RolledBackBeforeError extends RefusedError {}
export class HoldNotFoundError extends RefusedError {}
export class HoldNotPendingError extends RefusedError {}
export class HoldExpiredError extends RefusedError {}
export class CaptureExceedsHoldError extends RefusedError {}
export class BalanceBelowFloorError extends RefusedError {}
export class BalanceOutOfRangeError extends RefusedError {}
export class TooManyTypesError extends RefusedError {}
export class LinkedTransactionFailedError extends RefusedError {}
export class MissingExchangeRateError extends RefusedError {}
export class PeriodNotFoundError extends RefusedError {}
export class TransitionNotAllowedError extends RefusedError {}
export class ReasonRequiredError extends RefusedError {}
export class SecondPersonRequiredError extends RefusedError {}
export class NothingToPayError extends RefusedError {}
export class PayoutAccountRequiredError extends RefusedError {}
export class PayoutNotConfirmedError extends RefusedError {}
export class PayoutRequiredError extends RefusedError {}
export class SettlementNotFoundError extends RefusedError {}
export class PeriodNotOverError extends RefusedError {}
export class EarlierPeriodOpenError extends RefusedError {}
export class LaterPeriodClosedError extends RefusedError {}
export class SettlementNotAdjustableError extends RefusedError {}
export class NettingNotPossibleError extends RefusedError {}
export class TransferNotPostedError extends RefusedError {}
export class PayoutRunNotFoundError extends RefusedError {}
export class UnknownPaymentError extends RefusedError {}
export class JobNotFoundError extends RefusedError {}
export class JobNotOpenError extends RefusedError {}
export class AlertNotFoundError extends RefusedError {}
export class AlertAlreadyResolvedError extends RefusedError {}
export class PaymentNotWritableError extends RefusedError {}
export class StatusReportRefusedError extends RefusedError {}
export class UnknownAdapterError extends RefusedError {}
export class DocumentRefusedError extends RefusedError {}
export class QualityRuleFailedError extends RefusedError {}
export class QuarantineItemNotFoundError extends RefusedError {}
export class QuarantineItemNotOpenError extends RefusedError {}
export class WebhookEndpointNotFoundError extends RefusedError {}
export class WebhookMessageNotFoundError extends RefusedError {}
export class WebhookUrlRefusedError extends RefusedError {}
export class TooManyWebhookEndpointsError extends RefusedError {}
export class ErasedError extends RefusedError {}
export class ErasureBlockedError extends RefusedError {}
export class RetentionTooShortError extends RefusedError {}
export class RetentionHoldNotFoundError extends RefusedError {}
export class InvalidCursorError extends RefusedError {}
export class TooManySubscriptionsError extends RefusedError {}

/** Every code of the hub has its class: a new code does not compile until it has one. */
const CLASSES: Record<ErrorCode, new (refusal: Refusal) => RefusedError> = {
  UNAUTHENTICATED: UnauthenticatedError,
  FORBIDDEN: ForbiddenError,
  INVALID_INPUT: InvalidInputError,
  RATE_LIMITED: RateLimitedError,
  OVERLOADED: OverloadedError,
  PAYLOAD_TOO_LARGE: PayloadTooLargeError,
  DOCUMENT_NOT_TRUSTED: DocumentNotTrustedError,
  IDEMPOTENCY_KEY_REUSED: IdempotencyKeyReusedError,
  VERSION_CONFLICT: VersionConflictError,
  PARTNER_NOT_FOUND: PartnerNotFoundError,
  PARTNER_CODE_TAKEN: PartnerCodeTakenError,
  PARTNER_ON_HOLD: PartnerOnHoldError,
  PARTNER_ALREADY_ON_HOLD: PartnerAlreadyOnHoldError,
  PARTNER_NOT_ON_HOLD: PartnerNotOnHoldError,
  CONTRACT_NOT_FOUND: ContractNotFoundError,
  CONTRACT_CODE_TAKEN: ContractCodeTakenError,
  CONTRACT_OVERLAPS: ContractOverlapsError,
  CONTRACT_STARTS_TOO_EARLY: ContractStartsTooEarlyError,
  INVALID_RATE: InvalidRateError,
  TOO_MANY_TERMS: TooManyTermsError,
  TERM_ID_TAKEN: TermIdTakenError,
  TERM_NOT_FOUND: TermNotFoundError,
  EMPTY_BASIS: EmptyBasisError,
  TIERS_HAVE_GAP: TiersHaveGapError,
  TIERS_OVERLAP: TiersOverlapError,
  TIERS_NOT_ASCENDING: TiersNotAscendingError,
  RATE_ABOVE_ONE: RateAboveOneError,
  UNKNOWN_TIME_ZONE: UnknownTimeZoneError,
  CONTRADICTORY_TERMS: ContradictoryTermsError,
  CONTRACT_VERSIONS_OVERLAP: ContractVersionsOverlapError,
  CONTRACT_VERSION_IN_FORCE: ContractVersionInForceError,
  CONTRACT_VERSION_WITHIN_PERIOD: ContractVersionWithinPeriodError,
  CONTRACT_ENDS_TOO_EARLY: ContractEndsTooEarlyError,
  EXCHANGE_RATE_NOT_FOUND: ExchangeRateNotFoundError,
  EXCHANGE_RATE_PUBLISHED: ExchangeRatePublishedError,
  EXCHANGE_RATE_IN_USE: ExchangeRateInUseError,
  API_KEY_NOT_FOUND: ApiKeyNotFoundError,
  API_KEY_ALREADY_REVOKED: ApiKeyAlreadyRevokedError,
  ROLE_NOT_FOUND: RoleNotFoundError,
  ROLE_NAME_TAKEN: RoleNameTakenError,
  ROLE_IN_USE: RoleInUseError,
  GRANT_NOT_FOUND: GrantNotFoundError,
  GRANT_NOT_PENDING: GrantNotPendingError,
  GRANT_ALREADY_ENDED: GrantAlreadyEndedError,
  GRANT_LIMITS_DIFFER: GrantLimitsDifferError,
  PERSON_NOT_FOUND: PersonNotFoundError,
  EMAIL_TAKEN: EmailTakenError,
  PERSON_DISABLED: PersonDisabledError,
  PASSWORD_TOO_WEAK: PasswordTooWeakError,
  SIGN_IN_REFUSED: SignInRefusedError,
  TOTP_REQUIRED: TotpRequiredError,
  EMPTY_BATCH: EmptyBatchError,
  BATCH_TOO_LARGE: BatchTooLargeError,
  INVALID_AMOUNT: InvalidAmountError,
  UNKNOWN_CURRENCY: UnknownCurrencyError,
  EXTERNAL_ID_REUSED: ExternalIdReusedError,
  ACCOUNT_NOT_FOUND: AccountNotFoundError,
  ACCOUNT_CLOSED: AccountClosedError,
  ACCOUNT_NOT_EMPTY: AccountNotEmptyError,
  SAME_ACCOUNT: SameAccountError,
  CURRENCY_MISMATCH: CurrencyMismatchError,
  TRANSACTION_NOT_FOUND: TransactionNotFoundError,
  ALREADY_REVERSED: AlreadyReversedError,
  REVERSAL_EXCEEDS_ORIGINAL: ReversalExceedsOriginalError,
  NOT_REVERSIBLE: NotReversibleError,
  ROLLED_BACK_BEFORE: RolledBackBeforeError,
  HOLD_NOT_FOUND: HoldNotFoundError,
  HOLD_NOT_PENDING: HoldNotPendingError,
  HOLD_EXPIRED: HoldExpiredError,
  CAPTURE_EXCEEDS_HOLD: CaptureExceedsHoldError,
  BALANCE_BELOW_FLOOR: BalanceBelowFloorError,
  BALANCE_OUT_OF_RANGE: BalanceOutOfRangeError,
  TOO_MANY_TYPES: TooManyTypesError,
  LINKED_TRANSACTION_FAILED: LinkedTransactionFailedError,
  MISSING_EXCHANGE_RATE: MissingExchangeRateError,
  PERIOD_NOT_FOUND: PeriodNotFoundError,
  TRANSITION_NOT_ALLOWED: TransitionNotAllowedError,
  REASON_REQUIRED: ReasonRequiredError,
  SECOND_PERSON_REQUIRED: SecondPersonRequiredError,
  NOTHING_TO_PAY: NothingToPayError,
  PAYOUT_ACCOUNT_REQUIRED: PayoutAccountRequiredError,
  PAYOUT_NOT_CONFIRMED: PayoutNotConfirmedError,
  PAYOUT_REQUIRED: PayoutRequiredError,
  SETTLEMENT_NOT_FOUND: SettlementNotFoundError,
  PERIOD_NOT_OVER: PeriodNotOverError,
  EARLIER_PERIOD_OPEN: EarlierPeriodOpenError,
  LATER_PERIOD_CLOSED: LaterPeriodClosedError,
  SETTLEMENT_NOT_ADJUSTABLE: SettlementNotAdjustableError,
  NETTING_NOT_POSSIBLE: NettingNotPossibleError,
  TRANSFER_NOT_POSTED: TransferNotPostedError,
  PAYOUT_RUN_NOT_FOUND: PayoutRunNotFoundError,
  UNKNOWN_PAYMENT: UnknownPaymentError,
  JOB_NOT_FOUND: JobNotFoundError,
  JOB_NOT_OPEN: JobNotOpenError,
  ALERT_NOT_FOUND: AlertNotFoundError,
  ALERT_ALREADY_RESOLVED: AlertAlreadyResolvedError,
  PAYMENT_NOT_WRITABLE: PaymentNotWritableError,
  STATUS_REPORT_REFUSED: StatusReportRefusedError,
  UNKNOWN_ADAPTER: UnknownAdapterError,
  DOCUMENT_REFUSED: DocumentRefusedError,
  QUALITY_RULE_FAILED: QualityRuleFailedError,
  QUARANTINE_ITEM_NOT_FOUND: QuarantineItemNotFoundError,
  QUARANTINE_ITEM_NOT_OPEN: QuarantineItemNotOpenError,
  BREAK_NOT_FOUND: reconciling.BreakNotFoundError,
  BREAK_NOT_OPEN: reconciling.BreakNotOpenError,
  RESOLUTION_NOT_POSSIBLE: reconciling.ResolutionNotPossibleError,
  PARTNER_NOT_RECONCILED: reconciling.PartnerNotReconciledError,
  WEBHOOK_ENDPOINT_NOT_FOUND: WebhookEndpointNotFoundError,
  WEBHOOK_MESSAGE_NOT_FOUND: WebhookMessageNotFoundError,
  WEBHOOK_URL_REFUSED: WebhookUrlRefusedError,
  TOO_MANY_WEBHOOK_ENDPOINTS: TooManyWebhookEndpointsError,
  ERASED: ErasedError,
  ERASURE_BLOCKED: ErasureBlockedError,
  RETENTION_TOO_SHORT: RetentionTooShortError,
  RETENTION_HOLD_NOT_FOUND: RetentionHoldNotFoundError,
  INVALID_CURSOR: InvalidCursorError,
  TOO_MANY_SUBSCRIPTIONS: TooManySubscriptionsError,
};

/** The error of a refusal; a code that this client does not know yet is a plain RefusedError. */
export function refusedError(refusal: Refusal): RefusedError {
  const known = Object.hasOwn(CLASSES, refusal.code)
    ? CLASSES[refusal.code as ErrorCode]
    : undefined;
  return new (known ?? RefusedError)(refusal);
}
