// Generated from schema/operations by `npm run codegen`; never edited.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { ContractTermsInput, ContractTerms } from '../src/contract-terms.js';
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Which accounts a list has. All conditions apply. */
export type AccountFilter = {
  /** Only in this currency. */
  readonly currency?: string | null | undefined;
  /** Only of this partner. */
  readonly partnerId?: string | null | undefined;
  /** Only for this purpose. */
  readonly purpose?: string | null | undefined;
};

/** Whether it is in use. */
export type AccountState =
  /** It takes no entries any more; its history stays. */
  | 'CLOSED'
  /** It takes entries. */
  | 'OPEN';

/** Which adapter reads what a partner sends. */
export type ActivateAdapterInput = {
  /** The adapter. */
  readonly adapter: string;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** The partner. */
  readonly partnerId: string;
  /** Why, in up to 500 characters. */
  readonly reason: string;
  /** Its version; by default the newest. One that comes with the hub has none. */
  readonly version?: number | null | undefined;
};

/** Where an adapter comes from. */
export type AdapterKind =
  /** It is a part of the hub. */
  | 'BUILT_IN'
  /** It was drafted here. */
  | 'DRAFTED'
  /** It comes with the hub as a definition, which may be the beginning of another one. */
  | 'SHIPPED';

/** Whether transactions that are sent together stand or fall together. */
export type Atomicity =
  /** All are posted, or none is. */
  | 'ALL_OR_NOTHING'
  /** Each stands for itself. */
  | 'EACH';

/** Which accounts are watched. All conditions apply. */
export type BalanceFilter = {
  /** Only in this currency. */
  readonly currency?: string | null | undefined;
  /** Only for this purpose. */
  readonly purpose?: string | null | undefined;
};

/** Which scheduled version, and why. */
export type CancelContractVersionInput = {
  /** The contract. */
  readonly contractId: string;
  /** The version of the contract that this was decided on; refused if it is another. */
  readonly expectedVersion?: number | null | undefined;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** The number of the version. */
  readonly number: number;
  /** Why, in one line of up to 500 characters. */
  readonly reason: string;
};

/** How much of which hold is posted. */
export type CaptureHoldInput = {
  /** How much of it, above zero, in minor units. */
  readonly amountMinor: string;
  /** Your id of this very command, up to 200 characters, unique for the partner: the same again has no further effect, with other content it is refused. */
  readonly externalId: string;
  /** Whether what is left of it is released; keep it for further captures with false. */
  readonly final?: boolean;
  /** The transaction that placed the hold. */
  readonly holdId: string;
  /** The world's time; the time of receipt when it is left out. */
  readonly occurredAt?: string | null | undefined;
  /** The partner whose transaction it is; left out for the platform's own. */
  readonly partnerId?: string | null | undefined;
  /** What it refers to, or why. */
  readonly reference?: string | null | undefined;
};

/** Which account is closed. */
export type CloseAccountInput = {
  /** The account. */
  readonly accountId: string;
};

/** Which contracts a list has. All conditions apply. */
export type ContractFilter = {
  /** Only settled in this currency. */
  readonly currency?: string | null | undefined;
  /** Only those that apply on this day, each in its own time zone. */
  readonly inForceOn?: string | null | undefined;
  /** Only of this partner. */
  readonly partnerId?: string | null | undefined;
};

/** What a version of a contract is now. */
export type ContractVersionState =
  /** It was cancelled before it took effect. */
  | 'CANCELLED'
  /** It applies now. */
  | 'IN_FORCE'
  /** Another version applies now, or the contract has ended. */
  | 'PAST'
  /** It takes effect later; until then it can be moved and cancelled. */
  | 'SCHEDULED';

/** What is sold and what is bought. */
export type ConvertCurrencyInput = {
  /** How much is sold, above zero, in minor units. */
  readonly amountMinor: string;
  /** Your id of this very command, up to 200 characters, unique for the partner: the same again has no further effect, with other content it is refused. */
  readonly externalId: string;
  /** The account that the amount goes out of. */
  readonly fromAccountId: string;
  /** The currency that is sold. */
  readonly fromCurrency: string;
  /** The world's time; the time of receipt when it is left out. */
  readonly occurredAt?: string | null | undefined;
  /** The partner whose transaction it is; left out for the platform's own. */
  readonly partnerId?: string | null | undefined;
  /** Major units of the currency that is bought for one of the currency that is sold. */
  readonly rate: string;
  /** What it refers to, or why. */
  readonly reference?: string | null | undefined;
  /** The account, in another currency, that the proceeds go into. */
  readonly toAccountId: string;
  /** The currency that is bought. */
  readonly toCurrency: string;
};

/** Which published rate was wrong, and why. */
export type CorrectExchangeRateInput = {
  /** The currency of which one unit is worth the rate. */
  readonly currency: string;
  /** The day for which it is. */
  readonly day: string;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** The currency in which the rate is told. */
  readonly quote: string;
  /** What it is instead. */
  readonly rate: string;
  /** Why, in one line of up to 500 characters. */
  readonly reason: string;
  /** Who said it. */
  readonly source: string;
};

/** What a new API key is for. */
export type CreateApiKeyInput = {
  /** When it expires; never when it is left out. */
  readonly expiresAt?: string | null | undefined;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** What it is for, up to 100 characters. */
  readonly name: string;
  /** The partner whose rows it is limited to. Required for the role PARTNER. */
  readonly partnerId?: string | null | undefined;
  /** Its role. Not more than your own key may do. */
  readonly role: Role;
};

/** What is agreed with a partner. */
export type CreateContractInput = {
  /** The short name: up to 64 of a-z, 0-9 and single hyphens between them. Unique among the partner's contracts. */
  readonly code: string;
  /** The first day on which it applies. Not before transactions of the partner that are recorded already, in a currency that it counts. */
  readonly effectiveFrom: string;
  /** The last day on which it applies; without an end when it is left out. */
  readonly effectiveTo?: string | null | undefined;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** The partner. */
  readonly partnerId: string;
  /** What is agreed, the settlement currency and the time zone included. */
  readonly terms: ContractTermsInput;
};

/** What a new partner is. */
export type CreatePartnerInput = {
  /** The short name: up to 64 of a-z, 0-9 and single hyphens between them. Unique. */
  readonly code: string;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** What it provides. */
  readonly kind: PartnerKind;
  /** The name for people, up to 200 characters. */
  readonly name: string;
  /** Whether it is made up for a demonstration. */
  readonly synthetic?: boolean;
};

/** What is paid into a wallet. */
export type CreditWalletInput = {
  /** How much, above zero, in minor units. */
  readonly amountMinor: string;
  /** The wallet's currency. */
  readonly currency: string;
  /** Whose wallet. */
  readonly customerId: string;
  /** The provider's id of this very movement: the same again gets the same answer and has no second effect, with other content it is refused. */
  readonly externalId: string;
  /** The world's time; the time of receipt when it is left out. */
  readonly occurredAt?: string | null | undefined;
  /** The provider that calls. */
  readonly partnerId: string;
  /** The provider's round or bet. */
  readonly reference?: string | null | undefined;
};

/** What is taken from a wallet. */
export type DebitWalletInput = {
  /** How much, above zero, in minor units. */
  readonly amountMinor: string;
  /** The wallet's currency. */
  readonly currency: string;
  /** Whose wallet. */
  readonly customerId: string;
  /** The provider's id of this very movement: the same again gets the same answer and has no second effect, with other content it is refused. */
  readonly externalId: string;
  /** The world's time; the time of receipt when it is left out. */
  readonly occurredAt?: string | null | undefined;
  /** The provider that calls. */
  readonly partnerId: string;
  /** The provider's round or bet. */
  readonly reference?: string | null | undefined;
};

/** What a client gets that is slow. */
export type Delivery =
  /** Each commit's change, as long as the queue holds; then a `Resync`. */
  | 'EVENTS'
  /** The newest: changes of an account are merged into one. */
  | 'STATE';

/** Which way the money went, for us. */
export type Direction =
  /** To us, or to what we hold with the partner. */
  | 'IN'
  /** Between accounts, without a partner's movement. */
  | 'NONE'
  /** From us, or from what we hold with the partner. */
  | 'OUT';

/** Which documents a list has. All conditions apply. */
export type DocumentFilter = {
  /** Only read by this adapter. */
  readonly adapter?: string | null | undefined;
  /** Only of this partner. */
  readonly partnerId?: string | null | undefined;
  /** Only those that came before. */
  readonly receivedBefore?: string | null | undefined;
  /** Only those that came at or after. */
  readonly receivedFrom?: string | null | undefined;
  /** Only in this state. */
  readonly state?: DocumentState | null | undefined;
};

/** Why a document was refused as a whole. */
export type DocumentRefusalCode =
  /** The archive is damaged or cut off. */
  | 'BROKEN_ARCHIVE'
  /** A total that it states is not the sum of what it holds. */
  | 'CONTROL_TOTAL'
  /** It declares a document type, which may hold anything. */
  | 'DOCTYPE_NOT_ALLOWED'
  /** The archive holds no files. */
  | 'EMPTY_ARCHIVE'
  /** There is nothing in it. */
  | 'EMPTY_DOCUMENT'
  /** An expression of its adapter has no value for a line. */
  | 'EXPRESSION_FAILED'
  /** It is another message, or another version, than the adapter reads. */
  | 'FOREIGN_DOCUMENT'
  /** A text begins like the formula of a spreadsheet. */
  | 'FORMULA_NOT_ALLOWED'
  /** An amount is none, or has more decimals than its currency. */
  | 'INVALID_AMOUNT'
  /** A date or time is none. */
  | 'INVALID_DATE'
  /** A payment says something else than credit or debit. */
  | 'INVALID_DIRECTION'
  /** Its bytes are not what its encoding says. */
  | 'INVALID_ENCODING'
  /** It is larger than a limit, which the reason names. */
  | 'LIMIT_EXCEEDED'
  /** A payment does not say whether it is a credit or a debit. */
  | 'MISSING_DIRECTION'
  /** It lacks an element that the message must have. */
  | 'MISSING_ELEMENT'
  /** It breaks the rules of its syntax. */
  | 'NOT_WELL_FORMED'
  /** It has an element twice that may be there once. */
  | 'REPEATED_ELEMENT'
  /** It ends before its end. */
  | 'TRUNCATED'
  /** A currency is none that the hub knows. */
  | 'UNKNOWN_CURRENCY'
  /** It has an element where the message has none. */
  | 'UNKNOWN_ELEMENT'
  /** An entry has a status that the message does not know. */
  | 'UNKNOWN_STATUS'
  /** A value is not in the map of its adapter. */
  | 'UNKNOWN_TYPE'
  /** It is in an encoding that is not read. */
  | 'UNSUPPORTED_ENCODING'
  /** It is a kind of file that is not read. */
  | 'UNSUPPORTED_FILE';

/** What became of a document. */
export type DocumentState =
  /** Not all of them are: posting was cut off, or the ledger refused some. The same document again goes on where it stopped. */
  | 'PARTIAL'
  /** All its transactions are in the ledger. */
  | 'POSTED'
  /** Its bytes are kept; it was not read to its end yet. */
  | 'RECEIVED'
  /** It was refused as a whole, nothing of it is in the ledger. */
  | 'REFUSED';

/** The next version of an adapter. */
export type DraftAdapterInput = {
  /** Its name: a-z, 0-9 and single hyphens. */
  readonly adapter: string;
  /** The definition, as JSON. */
  readonly definition: string;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** What is new in this version. */
  readonly note?: string | null | undefined;
};

/** What is tried, and on what. */
export type DryRunAdapterInput = {
  /** An adapter by its name. */
  readonly adapter?: string | null | undefined;
  /** Instead of an adapter: a definition that is not drafted yet, as JSON. */
  readonly definition?: string | null | undefined;
  /** The name of the file. */
  readonly fileName: string;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** Its bytes in Base64, up to 3 MiB of them. */
  readonly sample: string;
  /** Its version; by default the newest. */
  readonly version?: number | null | undefined;
};

/** When a contract ends, and why. */
export type EndContractInput = {
  /** The contract. */
  readonly contractId: string;
  /** The last day on which it applies. */
  readonly effectiveTo: string;
  /** The version of the contract that this was decided on; refused if it is another. */
  readonly expectedVersion?: number | null | undefined;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** Why, in one line of up to 500 characters. */
  readonly reason: string;
};

/** Every reason that the hub gives for a refusal. The list only ever grows. */
export type ErrorCode =
  /** The account is closed. */
  | 'ACCOUNT_CLOSED'
  /** The account has a balance or a hold. */
  | 'ACCOUNT_NOT_EMPTY'
  /** There is no such account, or the credential may not see it. */
  | 'ACCOUNT_NOT_FOUND'
  /** The alert is resolved already. */
  | 'ALERT_ALREADY_RESOLVED'
  /** There is no such alert. */
  | 'ALERT_NOT_FOUND'
  /** The transaction is reversed already. */
  | 'ALREADY_REVERSED'
  /** The API key is revoked already. */
  | 'API_KEY_ALREADY_REVOKED'
  /** There is no such API key. */
  | 'API_KEY_NOT_FOUND'
  /** The balance would fall below the account's floor. */
  | 'BALANCE_BELOW_FLOOR'
  /** The balance would not fit into 64 bits. */
  | 'BALANCE_OUT_OF_RANGE'
  /** The batch holds more than the hub takes at once. */
  | 'BATCH_TOO_LARGE'
  /** The capture is more than what is left of the hold. */
  | 'CAPTURE_EXCEEDS_HOLD'
  /** Another contract of the partner has this code. */
  | 'CONTRACT_CODE_TAKEN'
  /** The contract would end before what is recorded or scheduled in it. */
  | 'CONTRACT_ENDS_TOO_EARLY'
  /** There is no such contract, or the credential may not see it. */
  | 'CONTRACT_NOT_FOUND'
  /** Another contract of the partner applies in this currency at the same time. */
  | 'CONTRACT_OVERLAPS'
  /** The contract would begin before transactions that are recorded already. */
  | 'CONTRACT_STARTS_TOO_EARLY'
  /** Another version of the contract takes effect on the same day. */
  | 'CONTRACT_VERSIONS_OVERLAP'
  /** The version is in force already, or would be in force in the past. */
  | 'CONTRACT_VERSION_IN_FORCE'
  /** The version changes what can only change between two periods. */
  | 'CONTRACT_VERSION_WITHIN_PERIOD'
  /** Two terms cannot both hold. */
  | 'CONTRADICTORY_TERMS'
  /** The amount's currency is not that of the account. */
  | 'CURRENCY_MISMATCH'
  /** The hub knows no document by this id, or executes trusted ones only. */
  | 'DOCUMENT_NOT_TRUSTED'
  /** The document cannot be read. The message says where and why. */
  | 'DOCUMENT_REFUSED'
  /** An earlier period of the contract is not closed. */
  | 'EARLIER_PERIOD_OPEN'
  /** The term would never count anything. */
  | 'EMPTY_BASIS'
  /** The batch holds nothing. */
  | 'EMPTY_BATCH'
  /** Transactions were settled by the rate already; it cannot be corrected. */
  | 'EXCHANGE_RATE_IN_USE'
  /** The source has published no such rate for the day. */
  | 'EXCHANGE_RATE_NOT_FOUND'
  /** The source has published another rate for the day; correct that one. */
  | 'EXCHANGE_RATE_PUBLISHED'
  /** The external id was used before with another content. */
  | 'EXTERNAL_ID_REUSED'
  /** The credential does not have a permission that the document needs. */
  | 'FORBIDDEN'
  /** The hold has expired. */
  | 'HOLD_EXPIRED'
  /** There is no such hold. */
  | 'HOLD_NOT_FOUND'
  /** The hold is captured, voided or expired already. */
  | 'HOLD_NOT_PENDING'
  /** The idempotency key was used before with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The amount is not a positive number of minor units of its currency. */
  | 'INVALID_AMOUNT'
  /** The cursor was not made by this hub for this list. */
  | 'INVALID_CURSOR'
  /** A value in the input can never be right. `path` says which. */
  | 'INVALID_INPUT'
  /** The rate is not an exact decimal between 0 and 1. */
  | 'INVALID_RATE'
  /** There is no such job. */
  | 'JOB_NOT_FOUND'
  /** The job is in a state in which this cannot be done. */
  | 'JOB_NOT_OPEN'
  /** A later period of the contract is closed and builds on this one. */
  | 'LATER_PERIOD_CLOSED'
  /** Another transaction of the same group was refused. */
  | 'LINKED_TRANSACTION_FAILED'
  /** There is no exchange rate for the currency. */
  | 'MISSING_EXCHANGE_RATE'
  /** The settlements cannot be paid as one. */
  | 'NETTING_NOT_POSSIBLE'
  /** Nothing is due to the partner. */
  | 'NOTHING_TO_PAY'
  /** The transaction is of a kind, or in a state, that cannot be reversed. */
  | 'NOT_REVERSIBLE'
  /** The hub cannot take the request at present: send the same again, later. */
  | 'OVERLOADED'
  /** The partner is on hold already. */
  | 'PARTNER_ALREADY_ON_HOLD'
  /** Another partner has this code. */
  | 'PARTNER_CODE_TAKEN'
  /** There is no such partner, or the credential may not see it. */
  | 'PARTNER_NOT_FOUND'
  /** The partner is not on hold. */
  | 'PARTNER_NOT_ON_HOLD'
  /** The partner is on hold, so this cannot be done for it. */
  | 'PARTNER_ON_HOLD'
  /** The request is larger than the hub accepts. */
  | 'PAYLOAD_TOO_LARGE'
  /** A payment cannot be put into a payment file. The message says why. */
  | 'PAYMENT_NOT_WRITABLE'
  /** The partner has no account to pay to. */
  | 'PAYOUT_ACCOUNT_REQUIRED'
  /** The bank has not confirmed the payout. */
  | 'PAYOUT_NOT_CONFIRMED'
  /** There is no such payout run. */
  | 'PAYOUT_RUN_NOT_FOUND'
  /** No settlement period of the contract has the day. */
  | 'PERIOD_NOT_FOUND'
  /** The settlement's period goes on. */
  | 'PERIOD_NOT_OVER'
  /** The rate is above 100 percent, and nobody agreed to that. */
  | 'RATE_ABOVE_ONE'
  /** Too many requests: wait for `retryAfter`, then send the same again. */
  | 'RATE_LIMITED'
  /** The step needs a reason. */
  | 'REASON_REQUIRED'
  /** The reversals would be more than the original amount. */
  | 'REVERSAL_EXCEEDS_ORIGINAL'
  /** The transaction was rolled back before it arrived. */
  | 'ROLLED_BACK_BEFORE'
  /** Debit and credit account are the same. */
  | 'SAME_ACCOUNT'
  /** Somebody else has to do this than those who prepared it. */
  | 'SECOND_PERSON_REQUIRED'
  /** The settlement is in a state in which it is not adjusted. */
  | 'SETTLEMENT_NOT_ADJUSTABLE'
  /** There is no such settlement, or the credential may not see it. */
  | 'SETTLEMENT_NOT_FOUND'
  /** A bank's status report is broken, or about another file. */
  | 'STATUS_REPORT_REFUSED'
  /** Another term of the contract has this name. */
  | 'TERM_ID_TAKEN'
  /** The term that is named does not stand before the one that names it. */
  | 'TERM_NOT_FOUND'
  /** The tiers leave out a part of what they should cover. */
  | 'TIERS_HAVE_GAP'
  /** The tiers do not go upwards. */
  | 'TIERS_NOT_ASCENDING'
  /** Two tiers cover the same part. */
  | 'TIERS_OVERLAP'
  /** The connection has as many subscriptions as it may have. */
  | 'TOO_MANY_SUBSCRIPTIONS'
  /** There are more terms, tiers or types than a contract may have. */
  | 'TOO_MANY_TERMS'
  /** The settlement position counts as many transaction types as it may. */
  | 'TOO_MANY_TYPES'
  /** The partner has as many webhook endpoints as it may. */
  | 'TOO_MANY_WEBHOOK_ENDPOINTS'
  /** There is no such transaction, or the credential may not see it. */
  | 'TRANSACTION_NOT_FOUND'
  /** The ledger did not take a transfer of the settlement. */
  | 'TRANSFER_NOT_POSTED'
  /** The settlement cannot go from its state to that one. */
  | 'TRANSITION_NOT_ALLOWED'
  /** The request carries no credential, or one that is unknown, expired or revoked. */
  | 'UNAUTHENTICATED'
  /** There is no such adapter. */
  | 'UNKNOWN_ADAPTER'
  /** The hub does not know the currency. */
  | 'UNKNOWN_CURRENCY'
  /** The bank's report is about a payment that no payout run has. */
  | 'UNKNOWN_PAYMENT'
  /** The hub does not know the time zone. */
  | 'UNKNOWN_TIME_ZONE'
  /** The thing has changed since the version that the command expects. */
  | 'VERSION_CONFLICT'
  /** No webhook endpoint has this id. */
  | 'WEBHOOK_ENDPOINT_NOT_FOUND'
  /** The endpoint has no message with this id. */
  | 'WEBHOOK_MESSAGE_NOT_FOUND'
  /** The hub does not call this address: it is not https, or not public. */
  | 'WEBHOOK_URL_REFUSED';

/** Which exchange rates a list has. */
export type ExchangeRateFilter = {
  /** Only of this currency. */
  readonly currency?: string | null | undefined;
  /** Only of this day and later. */
  readonly from?: string | null | undefined;
  /** Only told in this currency. */
  readonly quote?: string | null | undefined;
  /** Only of this source. */
  readonly source?: string | null | undefined;
  /** Only of this day and earlier. */
  readonly to?: string | null | undefined;
};

/** Which partner is put on hold, and why. */
export type HoldPartnerInput = {
  /** The version on which the decision rests; refused when there is a newer one. */
  readonly expectedVersion?: number | null | undefined;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** The partner. */
  readonly partnerId: string;
  /** Why, in one line of up to 500 characters. */
  readonly reason: string;
};

/** What became of a hold. */
export type HoldState =
  /** It is posted, and what was left of it released. */
  | 'CAPTURED'
  /** It was released because its time had come. */
  | 'EXPIRED'
  /** It can be captured. */
  | 'PENDING'
  /** It was released by command. */
  | 'VOIDED';

/** Which scheduled version, and to when. */
export type MoveContractVersionInput = {
  /** The contract. */
  readonly contractId: string;
  /** The first day on which it applies instead. */
  readonly effectiveFrom: string;
  /** The version of the contract that this was decided on; refused if it is another. */
  readonly expectedVersion?: number | null | undefined;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** The number of the version. */
  readonly number: number;
  /** Why, in one line of up to 500 characters. */
  readonly reason: string;
};

/** Which way the money of a partner's transaction went, for us. */
export type MovementDirection =
  /** To what we hold with the partner. */
  | 'IN'
  /** From what we hold with the partner. */
  | 'OUT';

/** What an account is for. There is one of each. */
export type OpenAccountInput = {
  /** Its currency. */
  readonly currency: string;
  /** What its available balance never falls below, in minor units; without: no limit. */
  readonly floorMinor?: string | null | undefined;
  /** The side on which it grows. */
  readonly normalSide: Side;
  /** Its partner; left out for the platform's own. */
  readonly partnerId?: string | null | undefined;
  /** What it is for: up to 64 of A-Z, 0-9 and `_`. */
  readonly purpose: string;
  /** Tells accounts of one purpose apart: up to 200 characters. */
  readonly reference?: string;
};

/** Whose wallet, in which currency. */
export type OpenWalletInput = {
  /** Its currency. */
  readonly currency: string;
  /** The customer: up to 200 characters. */
  readonly customerId: string;
};

/** In which direction a list is sorted. */
export type OrderDirection =
  /** The smallest, earliest or first in the alphabet first. */
  | 'ASC'
  /** The largest, latest or last in the alphabet first. */
  | 'DESC';

/** Which partners a list has. All conditions apply. */
export type PartnerFilter = {
  /** Only with one of these codes. */
  readonly codes?: ReadonlyArray<string> | null | undefined;
  /** Only of this kind. */
  readonly kind?: PartnerKind | null | undefined;
  /** Only in this state. */
  readonly state?: PartnerState | null | undefined;
};

/** What a partner provides. */
export type PartnerKind =
  /** Credits that customers buy. */
  | 'CREDIT_SUPPLIER'
  /** Games, whose stakes and payouts it reports. */
  | 'GAME_PROVIDER'
  /** Payments in and out. */
  | 'PAYMENT_VENDOR'
  /** Identity checks, fraud screening and the like. */
  | 'SECURITY_VENDOR';

/** How a list of partners is sorted. */
export type PartnerOrder = {
  /** In which direction. */
  readonly direction?: OrderDirection;
  /** By what. */
  readonly field: PartnerOrderField;
};

/** By what a list of partners is sorted. */
export type PartnerOrderField =
  /** The code. */
  | 'CODE'
  /** The time at which it was added. */
  | 'CREATED_AT'
  /** The name. */
  | 'NAME';

/** Whether settling goes on. */
export type PartnerState =
  /** Settlements go on. */
  | 'ACTIVE'
  /** No new settlement begins. Transactions are still recorded: money that moved, moved. */
  | 'ON_HOLD';

/** What is reserved on which account, for which. */
export type PlaceHoldInput = {
  /** How much, above zero, in minor units. */
  readonly amountMinor: string;
  /** The account that a capture goes into. */
  readonly creditAccountId: string;
  /** The currency of both accounts. */
  readonly currency: string;
  /** The account on which it is reserved. */
  readonly debitAccountId: string;
  /** When it is released by itself; never when it is left out. */
  readonly expiresAt?: string | null | undefined;
  /** Your id of this very command, up to 200 characters, unique for the partner: the same again has no further effect, with other content it is refused. */
  readonly externalId: string;
  /** The world's time; the time of receipt when it is left out. */
  readonly occurredAt?: string | null | undefined;
  /** The partner whose transaction it is; left out for the platform's own. */
  readonly partnerId?: string | null | undefined;
  /** What it refers to, or why. */
  readonly reference?: string | null | undefined;
};

/** A transfer between two accounts. */
export type PostTransferInput = {
  /** How much, above zero, in minor units. */
  readonly amountMinor: string;
  /** The why in a word, such as `ADJUSTMENT`. */
  readonly code: string;
  /** The account that it goes into. */
  readonly creditAccountId: string;
  /** The currency of both accounts. */
  readonly currency: string;
  /** The account that the amount goes out of. */
  readonly debitAccountId: string;
  /** Your id of this very command, up to 200 characters, unique for the partner: the same again has no further effect, with other content it is refused. */
  readonly externalId: string;
  /** The world's time; the time of receipt when it is left out. */
  readonly occurredAt?: string | null | undefined;
  /** The partner whose transaction it is; left out for the platform's own. */
  readonly partnerId?: string | null | undefined;
  /** What it refers to, or why. */
  readonly reference?: string | null | undefined;
};

/** What a command did. */
export type PostingStatus =
  /** It had its effect now. */
  | 'POSTED'
  /** It had had its effect before: the same external id with the same content. */
  | 'REPLAYED';

/** What a source says that currencies are worth on a day. */
export type PublishExchangeRatesInput = {
  /** The day for which the rates are. */
  readonly day: string;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** The rates: from 1 to 500. */
  readonly rates: ReadonlyArray<QuotedRateInput>;
  /** Who says so, as contracts name it: up to 64 characters. */
  readonly source: string;
};

/** What one unit of a currency is worth in another. */
export type QuotedRateInput = {
  /** The currency of which one unit is worth the rate. */
  readonly currency: string;
  /** The currency in which the rate is told. */
  readonly quote: string;
  /** Major units of `quote` for one of `currency`, such as `"1384.5"`. */
  readonly rate: string;
};

/** What became of a transaction that was sent. */
export type RecordStatus =
  /** It is in the ledger now. */
  | 'POSTED'
  /** It is not in the ledger, for the reason given. */
  | 'REFUSED'
  /** It was in the ledger before: the same external id with the same content. */
  | 'REPLAYED';

/** A partner's transactions. */
export type RecordTransactionsInput = {
  /** Whether they stand or fall together. */
  readonly atomicity?: Atomicity;
  /** The partner. */
  readonly partnerId: string;
  /** The transactions, 1 to 1000; they are posted in this order. */
  readonly transactions: ReadonlyArray<TransactionInput>;
};

/** Which partner goes on. */
export type ReleasePartnerInput = {
  /** The version on which the decision rests; refused when there is a newer one. */
  readonly expectedVersion?: number | null | undefined;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** The partner. */
  readonly partnerId: string;
};

/** Which documents are read again, and why. */
export type ReplayDocumentsInput = {
  /** Up to 20 documents; an archive is read as a whole. */
  readonly documentIds: ReadonlyArray<string>;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** Why, in up to 500 characters. */
  readonly reason: string;
};

/** Why a stream does not go on where it stood. */
export type ResyncReason =
  /** Too much lies behind the cursor. */
  | 'CURSOR_TOO_OLD'
  /** The log is not the continuation of what the cursor saw. */
  | 'EPOCH_CHANGED'
  /** The hub itself was cut off from the log for long. */
  | 'HUB_BEHIND'
  /** The client did not take its items. */
  | 'SLOW_CONSUMER';

/** Which transaction is undone. */
export type ReverseTransactionInput = {
  /** How much of it, in minor units; all that is left of it when it is left out. */
  readonly amountMinor?: string | null | undefined;
  /** Your id of this very command, up to 200 characters, unique for the partner: the same again has no further effect, with other content it is refused. */
  readonly externalId: string;
  /** The world's time; the time of receipt when it is left out. */
  readonly occurredAt?: string | null | undefined;
  /** The partner whose transaction it is; left out for the platform's own. */
  readonly partnerId?: string | null | undefined;
  /** What it refers to, or why. */
  readonly reference?: string | null | undefined;
  /** The transaction to undo. */
  readonly transactionId: string;
};

/** Which API key is revoked. */
export type RevokeApiKeyInput = {
  /** The key. */
  readonly apiKeyId: string;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
};

/** A set of permissions. */
export type Role =
  /** Everything. */
  | 'ADMINISTRATOR'
  /** Records transactions and imports documents. */
  | 'INTEGRATION'
  /** Runs the settlement: everything but API keys and the audit trail. */
  | 'OPERATOR'
  /** Records its own transactions and sees its own rows. */
  | 'PARTNER'
  /** Sees partners, contracts, the ledger and live balances. */
  | 'VIEWER';

/** Whose adapter is taken back, and why. */
export type RollBackAdapterInput = {
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** The partner. */
  readonly partnerId: string;
  /** Why, in up to 500 characters. */
  readonly reason: string;
};

/** Which movement of a wallet is undone. */
export type RollbackWalletInput = {
  /** The wallet's currency. */
  readonly currency: string;
  /** Whose wallet. */
  readonly customerId: string;
  /** The provider's id of this very movement: the same again gets the same answer and has no second effect, with other content it is refused. */
  readonly externalId: string;
  /** The world's time; the time of receipt when it is left out. */
  readonly occurredAt?: string | null | undefined;
  /** The external id of the debit or credit. */
  readonly originalExternalId: string;
  /** The provider that calls. */
  readonly partnerId: string;
  /** The provider's round or bet. */
  readonly reference?: string | null | undefined;
};

/** Other terms, from a later day on. */
export type ScheduleContractVersionInput = {
  /** The contract. */
  readonly contractId: string;
  /** The first day on which they apply: later than today and than what is recorded. */
  readonly effectiveFrom: string;
  /** Another last day of the contract; it stays as it is when this is left out. */
  readonly effectiveTo?: string | null | undefined;
  /** The version of the contract that this was decided on; refused if it is another. */
  readonly expectedVersion?: number | null | undefined;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** Why, in one line of up to 500 characters. */
  readonly reason?: string | null | undefined;
  /** All terms, in the settlement currency and the time zone of the contract. */
  readonly terms: ContractTermsInput;
};

/** A side of an account. */
export type Side =
  /** What comes into the account. */
  | 'CREDIT'
  /** What goes out of the account. */
  | 'DEBIT';

/** Which transactions a list has. All conditions apply. */
export type TransactionFilter = {
  /** Only in this currency. */
  readonly currency?: string | null | undefined;
  /** Only in this direction. */
  readonly direction?: Direction | null | undefined;
  /** Only with this external id. */
  readonly externalId?: string | null | undefined;
  /** Only of this partner. */
  readonly partnerId?: string | null | undefined;
  /** Only posted before this. */
  readonly postedBefore?: string | null | undefined;
  /** Only posted at or after this. */
  readonly postedFrom?: string | null | undefined;
  /** Only of this type. */
  readonly type?: string | null | undefined;
};

/** A transaction as the partner reports it. */
export type TransactionInput = {
  /** How much, in major units, such as `"12.50"`. Either this or `amountMinor`. */
  readonly amount?: string | null | undefined;
  /** How much, in minor units, such as `"1250"`. Either this or `amount`. */
  readonly amountMinor?: string | null | undefined;
  /** Who was on the other side. */
  readonly counterparty?: string | null | undefined;
  /** The currency of the amount. */
  readonly currency: string;
  /** Which way the money went. */
  readonly direction: MovementDirection;
  /** The partner's id of it, up to 200 characters: the same again has no further effect, with other content it is refused. */
  readonly externalId: string;
  /** The world's time of it. */
  readonly occurredAt: string;
  /** What it refers to, such as an invoice. */
  readonly reference?: string | null | undefined;
  /** The partner's word for it, such as `bet`. */
  readonly type: string;
};

/** What a transaction does. */
export type TransactionKind =
  /** Posts a hold, or a part of it. */
  | 'CAPTURE'
  /** Reserves an amount. */
  | 'HOLD'
  /** Undoes another transaction, in full or in part. */
  | 'REVERSAL'
  /** Undoes a wallet's debit or credit by its external id. */
  | 'ROLLBACK'
  /** Settles a position anew, of which nothing was counted. */
  | 'SETTLE'
  /** Moves amounts between accounts. */
  | 'TRANSFER'
  /** Releases a hold, by command or because it expired. */
  | 'VOID';

/** How a transfer moves. */
export type TransferKind =
  /** A reserved amount moves. */
  | 'CAPTURE'
  /** The amount is reserved, nothing moves. */
  | 'HOLD'
  /** The amount moves. */
  | 'POST'
  /** A reserved amount is released. */
  | 'VOID';

/** Which hold is released. */
export type VoidHoldInput = {
  /** Your id of this very command, up to 200 characters, unique for the partner: the same again has no further effect, with other content it is refused. */
  readonly externalId: string;
  /** The transaction that placed the hold. */
  readonly holdId: string;
  /** The world's time; the time of receipt when it is left out. */
  readonly occurredAt?: string | null | undefined;
  /** The partner whose transaction it is; left out for the platform's own. */
  readonly partnerId?: string | null | undefined;
  /** What it refers to, or why. */
  readonly reference?: string | null | undefined;
};

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { readonly viewer: { readonly name: string, readonly permissions: ReadonlyArray<string>, readonly partners: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string }> | null } };

export type ApiKeyFieldsFragment = { readonly id: string, readonly name: string, readonly prefix: string, readonly role: Role, readonly permissions: ReadonlyArray<string>, readonly createdAt: string, readonly expiresAt: string | null, readonly revokedAt: string | null, readonly lastUsedAt: string | null, readonly partner: { readonly id: string, readonly code: string } | null };

export type ApiKeysQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ApiKeysQuery = { readonly apiKeys: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly prefix: string, readonly role: Role, readonly permissions: ReadonlyArray<string>, readonly createdAt: string, readonly expiresAt: string | null, readonly revokedAt: string | null, readonly lastUsedAt: string | null, readonly partner: { readonly id: string, readonly code: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type CreateApiKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type CreateApiKeyMutation = { readonly createApiKey: { readonly secret: string | null, readonly apiKey: { readonly id: string, readonly name: string, readonly prefix: string, readonly role: Role, readonly permissions: ReadonlyArray<string>, readonly createdAt: string, readonly expiresAt: string | null, readonly revokedAt: string | null, readonly lastUsedAt: string | null, readonly partner: { readonly id: string, readonly code: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type RevokeApiKeyMutationVariables = Exact<{
  input: RevokeApiKeyInput;
}>;


export type RevokeApiKeyMutation = { readonly revokeApiKey: { readonly apiKey: { readonly id: string, readonly name: string, readonly prefix: string, readonly role: Role, readonly permissions: ReadonlyArray<string>, readonly createdAt: string, readonly expiresAt: string | null, readonly revokedAt: string | null, readonly lastUsedAt: string | null, readonly partner: { readonly id: string, readonly code: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type MoneyFieldsFragment = { readonly amountMinor: string, readonly amount: string, readonly currency: string };

export type BalanceFieldsFragment = { readonly version: string, readonly posted: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly pendingOut: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly pendingIn: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly available: { readonly amountMinor: string, readonly amount: string, readonly currency: string } };

export type AccountFieldsFragment = { readonly id: string, readonly purpose: string, readonly reference: string, readonly currency: string, readonly normalSide: Side, readonly state: AccountState, readonly lastPostedAt: string | null, readonly createdAt: string, readonly floor: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly partner: { readonly id: string, readonly code: string, readonly name: string } | null, readonly balance: { readonly version: string, readonly posted: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly pendingOut: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly pendingIn: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly available: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } };

export type AccountQueryVariables = Exact<{
  id: string;
}>;


export type AccountQuery = { readonly account: { readonly id: string, readonly purpose: string, readonly reference: string, readonly currency: string, readonly normalSide: Side, readonly state: AccountState, readonly lastPostedAt: string | null, readonly createdAt: string, readonly floor: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly partner: { readonly id: string, readonly code: string, readonly name: string } | null, readonly balance: { readonly version: string, readonly posted: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly pendingOut: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly pendingIn: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly available: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } } | null };

export type AccountsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: AccountFilter | null | undefined;
}>;


export type AccountsQuery = { readonly accounts: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly purpose: string, readonly reference: string, readonly currency: string, readonly normalSide: Side, readonly state: AccountState, readonly lastPostedAt: string | null, readonly createdAt: string, readonly floor: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly partner: { readonly id: string, readonly code: string, readonly name: string } | null, readonly balance: { readonly version: string, readonly posted: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly pendingOut: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly pendingIn: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly available: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type AccountEntriesQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  direction?: OrderDirection;
}>;


export type AccountEntriesQuery = { readonly account: { readonly entries: { readonly nodes: ReadonlyArray<{ readonly version: string, readonly transfer: string, readonly occurredAt: string, readonly postedAt: string, readonly change: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly balanceAfter: { readonly version: string, readonly posted: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly pendingOut: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly pendingIn: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly available: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type OpenAccountMutationVariables = Exact<{
  input: OpenAccountInput;
}>;


export type OpenAccountMutation = { readonly openAccount: { readonly account: { readonly id: string, readonly purpose: string, readonly reference: string, readonly currency: string, readonly normalSide: Side, readonly state: AccountState, readonly lastPostedAt: string | null, readonly createdAt: string, readonly floor: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly partner: { readonly id: string, readonly code: string, readonly name: string } | null, readonly balance: { readonly version: string, readonly posted: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly pendingOut: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly pendingIn: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly available: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type CloseAccountMutationVariables = Exact<{
  input: CloseAccountInput;
}>;


export type CloseAccountMutation = { readonly closeAccount: { readonly account: { readonly id: string, readonly purpose: string, readonly reference: string, readonly currency: string, readonly normalSide: Side, readonly state: AccountState, readonly lastPostedAt: string | null, readonly createdAt: string, readonly floor: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly partner: { readonly id: string, readonly code: string, readonly name: string } | null, readonly balance: { readonly version: string, readonly posted: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly pendingOut: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly pendingIn: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly available: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type AdapterVersionFieldsFragment = { readonly adapter: string, readonly version: number, readonly definition: string, readonly note: string, readonly draftedBy: string, readonly draftedAt: string };

export type AdapterActivationFieldsFragment = { readonly adapter: string, readonly version: number | null, readonly reason: string, readonly isRollBack: boolean, readonly activatedBy: string, readonly activatedAt: string };

export type AdaptersQueryVariables = Exact<{ [key: string]: never; }>;


export type AdaptersQuery = { readonly adapters: ReadonlyArray<{ readonly name: string, readonly kind: AdapterKind, readonly shippedDefinition: string | null, readonly versions: ReadonlyArray<{ readonly adapter: string, readonly version: number, readonly definition: string, readonly note: string, readonly draftedBy: string, readonly draftedAt: string }> }> };

export type AdapterActivationsQueryVariables = Exact<{
  partnerId: string;
}>;


export type AdapterActivationsQuery = { readonly adapterActivations: ReadonlyArray<{ readonly adapter: string, readonly version: number | null, readonly reason: string, readonly isRollBack: boolean, readonly activatedBy: string, readonly activatedAt: string }> };

export type DraftAdapterMutationVariables = Exact<{
  input: DraftAdapterInput;
}>;


export type DraftAdapterMutation = { readonly draftAdapter: { readonly version: { readonly adapter: string, readonly version: number, readonly definition: string, readonly note: string, readonly draftedBy: string, readonly draftedAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type DryRunAdapterMutationVariables = Exact<{
  input: DryRunAdapterInput;
}>;


export type DryRunAdapterMutation = { readonly dryRunAdapter: { readonly dryRun: { readonly format: string | null, readonly transactions: number, readonly unposted: number, readonly refused: number, readonly refusal: { readonly file: string, readonly line: number | null, readonly column: number | null, readonly element: string | null, readonly code: DocumentRefusalCode, readonly reason: string } | null, readonly totals: ReadonlyArray<{ readonly direction: MovementDirection, readonly transactions: number, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } }>, readonly rows: ReadonlyArray<{ readonly position: number, readonly externalId: string, readonly type: string, readonly direction: MovementDirection, readonly occurredAt: string, readonly valueDate: string | null, readonly counterparty: string | null, readonly reference: string | null, readonly remittance: string | null, readonly reversalOf: string | null, readonly account: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } }>, readonly coverage: ReadonlyArray<{ readonly field: string, readonly filled: number }>, readonly refusedLines: ReadonlyArray<{ readonly position: number, readonly line: number, readonly code: DocumentRefusalCode, readonly reason: string, readonly field: string | null }>, readonly controlTotals: ReadonlyArray<{ readonly kind: string, readonly currency: string | null, readonly declared: string, readonly computed: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type ActivateAdapterMutationVariables = Exact<{
  input: ActivateAdapterInput;
}>;


export type ActivateAdapterMutation = { readonly activateAdapter: { readonly activation: { readonly adapter: string, readonly version: number | null, readonly reason: string, readonly isRollBack: boolean, readonly activatedBy: string, readonly activatedAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type RollBackAdapterMutationVariables = Exact<{
  input: RollBackAdapterInput;
}>;


export type RollBackAdapterMutation = { readonly rollBackAdapter: { readonly activation: { readonly adapter: string, readonly version: number | null, readonly reason: string, readonly isRollBack: boolean, readonly activatedBy: string, readonly activatedAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type ReplayDocumentsMutationVariables = Exact<{
  input: ReplayDocumentsInput;
}>;


export type ReplayDocumentsMutation = { readonly replayDocuments: { readonly documents: ReadonlyArray<{ readonly documentId: string | null, readonly file: string, readonly state: DocumentState, readonly transactions: number, readonly posted: number, readonly known: number, readonly refused: number, readonly refusal: { readonly code: DocumentRefusalCode, readonly reason: string } | null }> | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type ContractVersionFieldsFragment = { readonly number: number, readonly state: ContractVersionState, readonly effectiveFrom: string, readonly startsAt: string, readonly endsAt: string | null, readonly terms: ContractTerms, readonly reason: string | null, readonly createdBy: string, readonly createdAt: string };

export type ContractFieldsFragment = { readonly id: string, readonly code: string, readonly currency: string, readonly effectiveFrom: string, readonly effectiveTo: string | null, readonly timeZone: string, readonly version: number, readonly createdAt: string, readonly versions: ReadonlyArray<{ readonly number: number, readonly state: ContractVersionState, readonly effectiveFrom: string, readonly startsAt: string, readonly endsAt: string | null, readonly terms: ContractTerms, readonly reason: string | null, readonly createdBy: string, readonly createdAt: string }> };

export type ContractQueryVariables = Exact<{
  id: string;
}>;


export type ContractQuery = { readonly contract: { readonly id: string, readonly code: string, readonly currency: string, readonly effectiveFrom: string, readonly effectiveTo: string | null, readonly timeZone: string, readonly version: number, readonly createdAt: string, readonly versions: ReadonlyArray<{ readonly number: number, readonly state: ContractVersionState, readonly effectiveFrom: string, readonly startsAt: string, readonly endsAt: string | null, readonly terms: ContractTerms, readonly reason: string | null, readonly createdBy: string, readonly createdAt: string }> } | null };

export type ContractsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ContractFilter | null | undefined;
}>;


export type ContractsQuery = { readonly contracts: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly currency: string, readonly effectiveFrom: string, readonly effectiveTo: string | null, readonly timeZone: string, readonly version: number, readonly createdAt: string, readonly versions: ReadonlyArray<{ readonly number: number, readonly state: ContractVersionState, readonly effectiveFrom: string, readonly startsAt: string, readonly endsAt: string | null, readonly terms: ContractTerms, readonly reason: string | null, readonly createdBy: string, readonly createdAt: string }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ContractTemplateQueryVariables = Exact<{
  kind: PartnerKind;
}>;


export type ContractTemplateQuery = { readonly contractTemplate: ContractTerms };

export type ValidateTermsQueryVariables = Exact<{
  terms: ContractTermsInput;
}>;


export type ValidateTermsQuery = { readonly validateTerms: { readonly terms: ContractTerms | null, readonly reasons: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type SimulateTermsQueryVariables = Exact<{
  contractId: string;
  terms: ContractTermsInput;
  from: string;
  to: string;
}>;


export type SimulateTermsQuery = { readonly simulateTerms: { readonly periods: ReadonlyArray<{ readonly firstDay: string, readonly lastDay: string, readonly present: { readonly amountMinor: string, readonly currency: string }, readonly simulated: { readonly amountMinor: string, readonly currency: string }, readonly difference: { readonly amountMinor: string, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly clause: string, readonly present: { readonly amountMinor: string, readonly currency: string }, readonly simulated: { readonly amountMinor: string, readonly currency: string }, readonly difference: { readonly amountMinor: string, readonly currency: string } }> }>, readonly reasons: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type CreateContractMutationVariables = Exact<{
  input: CreateContractInput;
}>;


export type CreateContractMutation = { readonly createContract: { readonly contract: { readonly id: string, readonly code: string, readonly currency: string, readonly effectiveFrom: string, readonly effectiveTo: string | null, readonly timeZone: string, readonly version: number, readonly createdAt: string, readonly versions: ReadonlyArray<{ readonly number: number, readonly state: ContractVersionState, readonly effectiveFrom: string, readonly startsAt: string, readonly endsAt: string | null, readonly terms: ContractTerms, readonly reason: string | null, readonly createdBy: string, readonly createdAt: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type ScheduleContractVersionMutationVariables = Exact<{
  input: ScheduleContractVersionInput;
}>;


export type ScheduleContractVersionMutation = { readonly scheduleContractVersion: { readonly contract: { readonly id: string, readonly code: string, readonly currency: string, readonly effectiveFrom: string, readonly effectiveTo: string | null, readonly timeZone: string, readonly version: number, readonly createdAt: string, readonly versions: ReadonlyArray<{ readonly number: number, readonly state: ContractVersionState, readonly effectiveFrom: string, readonly startsAt: string, readonly endsAt: string | null, readonly terms: ContractTerms, readonly reason: string | null, readonly createdBy: string, readonly createdAt: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type MoveContractVersionMutationVariables = Exact<{
  input: MoveContractVersionInput;
}>;


export type MoveContractVersionMutation = { readonly moveContractVersion: { readonly contract: { readonly id: string, readonly code: string, readonly currency: string, readonly effectiveFrom: string, readonly effectiveTo: string | null, readonly timeZone: string, readonly version: number, readonly createdAt: string, readonly versions: ReadonlyArray<{ readonly number: number, readonly state: ContractVersionState, readonly effectiveFrom: string, readonly startsAt: string, readonly endsAt: string | null, readonly terms: ContractTerms, readonly reason: string | null, readonly createdBy: string, readonly createdAt: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type CancelContractVersionMutationVariables = Exact<{
  input: CancelContractVersionInput;
}>;


export type CancelContractVersionMutation = { readonly cancelContractVersion: { readonly contract: { readonly id: string, readonly code: string, readonly currency: string, readonly effectiveFrom: string, readonly effectiveTo: string | null, readonly timeZone: string, readonly version: number, readonly createdAt: string, readonly versions: ReadonlyArray<{ readonly number: number, readonly state: ContractVersionState, readonly effectiveFrom: string, readonly startsAt: string, readonly endsAt: string | null, readonly terms: ContractTerms, readonly reason: string | null, readonly createdBy: string, readonly createdAt: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type EndContractMutationVariables = Exact<{
  input: EndContractInput;
}>;


export type EndContractMutation = { readonly endContract: { readonly contract: { readonly id: string, readonly code: string, readonly currency: string, readonly effectiveFrom: string, readonly effectiveTo: string | null, readonly timeZone: string, readonly version: number, readonly createdAt: string, readonly versions: ReadonlyArray<{ readonly number: number, readonly state: ContractVersionState, readonly effectiveFrom: string, readonly startsAt: string, readonly endsAt: string | null, readonly terms: ContractTerms, readonly reason: string | null, readonly createdBy: string, readonly createdAt: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type DocumentFieldsFragment = { readonly id: string, readonly name: string, readonly adapter: string, readonly format: string | null, readonly sha256: string, readonly state: DocumentState, readonly receivedAt: string, readonly receivedFrom: string, readonly finishedAt: string | null, readonly messageIds: ReadonlyArray<string>, readonly transactions: number, readonly posted: number, readonly refused: number, readonly unposted: number, readonly partner: { readonly id: string, readonly code: string } | null, readonly totals: ReadonlyArray<{ readonly direction: MovementDirection, readonly transactions: number, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } }>, readonly refusal: { readonly file: string, readonly line: number | null, readonly column: number | null, readonly element: string | null, readonly code: DocumentRefusalCode, readonly reason: string } | null, readonly refusedTransactions: ReadonlyArray<{ readonly position: number, readonly externalId: string, readonly code: ErrorCode, readonly reason: string }> };

export type DocumentQueryVariables = Exact<{
  id: string;
}>;


export type DocumentQuery = { readonly document: { readonly id: string, readonly name: string, readonly adapter: string, readonly format: string | null, readonly sha256: string, readonly state: DocumentState, readonly receivedAt: string, readonly receivedFrom: string, readonly finishedAt: string | null, readonly messageIds: ReadonlyArray<string>, readonly transactions: number, readonly posted: number, readonly refused: number, readonly unposted: number, readonly partner: { readonly id: string, readonly code: string } | null, readonly totals: ReadonlyArray<{ readonly direction: MovementDirection, readonly transactions: number, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } }>, readonly refusal: { readonly file: string, readonly line: number | null, readonly column: number | null, readonly element: string | null, readonly code: DocumentRefusalCode, readonly reason: string } | null, readonly refusedTransactions: ReadonlyArray<{ readonly position: number, readonly externalId: string, readonly code: ErrorCode, readonly reason: string }> } | null };

export type DocumentsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: DocumentFilter | null | undefined;
}>;


export type DocumentsQuery = { readonly documents: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly adapter: string, readonly format: string | null, readonly sha256: string, readonly state: DocumentState, readonly receivedAt: string, readonly receivedFrom: string, readonly finishedAt: string | null, readonly messageIds: ReadonlyArray<string>, readonly transactions: number, readonly posted: number, readonly refused: number, readonly unposted: number, readonly partner: { readonly id: string, readonly code: string } | null, readonly totals: ReadonlyArray<{ readonly direction: MovementDirection, readonly transactions: number, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } }>, readonly refusal: { readonly file: string, readonly line: number | null, readonly column: number | null, readonly element: string | null, readonly code: DocumentRefusalCode, readonly reason: string } | null, readonly refusedTransactions: ReadonlyArray<{ readonly position: number, readonly externalId: string, readonly code: ErrorCode, readonly reason: string }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ExchangeRateFieldsFragment = { readonly source: string, readonly currency: string, readonly quote: string, readonly day: string, readonly rate: string, readonly revision: number, readonly reason: string | null, readonly publishedBy: string, readonly publishedAt: string };

export type ExchangeRatesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ExchangeRateFilter | null | undefined;
}>;


export type ExchangeRatesQuery = { readonly exchangeRates: { readonly nodes: ReadonlyArray<{ readonly source: string, readonly currency: string, readonly quote: string, readonly day: string, readonly rate: string, readonly revision: number, readonly reason: string | null, readonly publishedBy: string, readonly publishedAt: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type PublishExchangeRatesMutationVariables = Exact<{
  input: PublishExchangeRatesInput;
}>;


export type PublishExchangeRatesMutation = { readonly publishExchangeRates: { readonly exchangeRates: ReadonlyArray<{ readonly source: string, readonly currency: string, readonly quote: string, readonly day: string, readonly rate: string, readonly revision: number, readonly reason: string | null, readonly publishedBy: string, readonly publishedAt: string }> | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type CorrectExchangeRateMutationVariables = Exact<{
  input: CorrectExchangeRateInput;
}>;


export type CorrectExchangeRateMutation = { readonly correctExchangeRate: { readonly exchangeRate: { readonly source: string, readonly currency: string, readonly quote: string, readonly day: string, readonly rate: string, readonly revision: number, readonly reason: string | null, readonly publishedBy: string, readonly publishedAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type AccountBalanceFieldsFragment = { readonly id: string, readonly partnerId: string | null, readonly purpose: string, readonly currency: string, readonly lastPostedAt: string | null, readonly balance: { readonly version: string, readonly posted: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly pendingOut: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly pendingIn: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly available: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } };

export type BalancesSubscriptionVariables = Exact<{
  accountIds?: ReadonlyArray<string> | string | null | undefined;
  partnerId?: string | null | undefined;
  filter?: BalanceFilter | null | undefined;
  after?: string | null | undefined;
  delivery?: Delivery;
}>;


export type BalancesSubscription = { readonly balances:
    | { readonly __typename: 'BalancesChanged', readonly cursor: string | null, readonly epoch: string, readonly committedAt: string | null, readonly sentAt: string, readonly changes: ReadonlyArray<{ readonly fromVersion: string, readonly version: string, readonly transactionId: string, readonly account: { readonly id: string, readonly partnerId: string | null, readonly purpose: string, readonly currency: string, readonly lastPostedAt: string | null, readonly balance: { readonly version: string, readonly posted: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly pendingOut: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly pendingIn: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly available: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } } }> }
    | { readonly __typename: 'BalancesSnapshot', readonly cursor: string | null, readonly epoch: string, readonly committedAt: string | null, readonly sentAt: string, readonly complete: boolean, readonly balances: ReadonlyArray<{ readonly id: string, readonly partnerId: string | null, readonly purpose: string, readonly currency: string, readonly lastPostedAt: string | null, readonly balance: { readonly version: string, readonly posted: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly pendingOut: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly pendingIn: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly available: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } }> }
    | { readonly __typename: 'Heartbeat', readonly cursor: string | null, readonly epoch: string, readonly committedAt: string | null, readonly sentAt: string }
    | { readonly __typename: 'Resync', readonly cursor: string | null, readonly epoch: string, readonly committedAt: string | null, readonly sentAt: string, readonly reason: ResyncReason }
   };

export type TransactionStreamSubscriptionVariables = Exact<{
  partnerId?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type TransactionStreamSubscription = { readonly transactions:
    | { readonly __typename: 'Heartbeat', readonly cursor: string | null, readonly epoch: string, readonly committedAt: string | null, readonly sentAt: string }
    | { readonly __typename: 'Resync', readonly cursor: string | null, readonly epoch: string, readonly committedAt: string | null, readonly sentAt: string, readonly reason: ResyncReason }
    | { readonly __typename: 'TransactionsPosted', readonly cursor: string | null, readonly epoch: string, readonly committedAt: string | null, readonly sentAt: string, readonly transactions: ReadonlyArray<{ readonly id: string, readonly externalId: string, readonly kind: TransactionKind, readonly type: string, readonly direction: Direction, readonly occurredAt: string, readonly postedAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly details: string | null, readonly document: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly partner: { readonly id: string, readonly code: string } | null }> }
   };

export type PartnerFieldsFragment = { readonly id: string, readonly code: string, readonly name: string, readonly kind: PartnerKind, readonly state: PartnerState, readonly holdReason: string | null, readonly heldAt: string | null, readonly synthetic: boolean, readonly version: number, readonly createdAt: string };

export type PartnerQueryVariables = Exact<{
  id?: string | null | undefined;
  code?: string | null | undefined;
}>;


export type PartnerQuery = { readonly partner: { readonly id: string, readonly code: string, readonly name: string, readonly kind: PartnerKind, readonly state: PartnerState, readonly holdReason: string | null, readonly heldAt: string | null, readonly synthetic: boolean, readonly version: number, readonly createdAt: string } | null };

export type PartnersQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: PartnerFilter | null | undefined;
  orderBy?: PartnerOrder | null | undefined;
}>;


export type PartnersQuery = { readonly partners: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly kind: PartnerKind, readonly state: PartnerState, readonly holdReason: string | null, readonly heldAt: string | null, readonly synthetic: boolean, readonly version: number, readonly createdAt: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type CreatePartnerMutationVariables = Exact<{
  input: CreatePartnerInput;
}>;


export type CreatePartnerMutation = { readonly createPartner: { readonly partner: { readonly id: string, readonly code: string, readonly name: string, readonly kind: PartnerKind, readonly state: PartnerState, readonly holdReason: string | null, readonly heldAt: string | null, readonly synthetic: boolean, readonly version: number, readonly createdAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type HoldPartnerMutationVariables = Exact<{
  input: HoldPartnerInput;
}>;


export type HoldPartnerMutation = { readonly holdPartner: { readonly partner: { readonly id: string, readonly code: string, readonly name: string, readonly kind: PartnerKind, readonly state: PartnerState, readonly holdReason: string | null, readonly heldAt: string | null, readonly synthetic: boolean, readonly version: number, readonly createdAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type ReleasePartnerMutationVariables = Exact<{
  input: ReleasePartnerInput;
}>;


export type ReleasePartnerMutation = { readonly releasePartner: { readonly partner: { readonly id: string, readonly code: string, readonly name: string, readonly kind: PartnerKind, readonly state: PartnerState, readonly holdReason: string | null, readonly heldAt: string | null, readonly synthetic: boolean, readonly version: number, readonly createdAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type TransactionFieldsFragment = { readonly id: string, readonly externalId: string, readonly kind: TransactionKind, readonly type: string, readonly direction: Direction, readonly occurredAt: string, readonly postedAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly details: string | null, readonly document: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly partner: { readonly id: string, readonly code: string } | null };

export type TransactionQueryVariables = Exact<{
  id: string;
}>;


export type TransactionQuery = { readonly transaction: { readonly id: string, readonly externalId: string, readonly kind: TransactionKind, readonly type: string, readonly direction: Direction, readonly occurredAt: string, readonly postedAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly details: string | null, readonly document: string | null, readonly related: { readonly id: string } | null, readonly transfers: ReadonlyArray<{ readonly id: string, readonly kind: TransferKind, readonly code: string, readonly debitAccount: string, readonly creditAccount: string, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } }>, readonly hold: { readonly state: HoldState, readonly expiresAt: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly captured: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly partner: { readonly id: string, readonly code: string } | null } | null };

export type TransactionsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: TransactionFilter | null | undefined;
  direction?: OrderDirection;
}>;


export type TransactionsQuery = { readonly transactions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly externalId: string, readonly kind: TransactionKind, readonly type: string, readonly direction: Direction, readonly occurredAt: string, readonly postedAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly details: string | null, readonly document: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly partner: { readonly id: string, readonly code: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type PostingFieldsFragment = { readonly status: PostingStatus | null, readonly transaction: { readonly id: string, readonly externalId: string, readonly kind: TransactionKind, readonly type: string, readonly direction: Direction, readonly occurredAt: string, readonly postedAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly details: string | null, readonly document: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly partner: { readonly id: string, readonly code: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> };

export type PostTransferMutationVariables = Exact<{
  input: PostTransferInput;
}>;


export type PostTransferMutation = { readonly postTransfer: { readonly status: PostingStatus | null, readonly transaction: { readonly id: string, readonly externalId: string, readonly kind: TransactionKind, readonly type: string, readonly direction: Direction, readonly occurredAt: string, readonly postedAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly details: string | null, readonly document: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly partner: { readonly id: string, readonly code: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type PlaceHoldMutationVariables = Exact<{
  input: PlaceHoldInput;
}>;


export type PlaceHoldMutation = { readonly placeHold: { readonly status: PostingStatus | null, readonly transaction: { readonly id: string, readonly externalId: string, readonly kind: TransactionKind, readonly type: string, readonly direction: Direction, readonly occurredAt: string, readonly postedAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly details: string | null, readonly document: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly partner: { readonly id: string, readonly code: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type CaptureHoldMutationVariables = Exact<{
  input: CaptureHoldInput;
}>;


export type CaptureHoldMutation = { readonly captureHold: { readonly status: PostingStatus | null, readonly transaction: { readonly id: string, readonly externalId: string, readonly kind: TransactionKind, readonly type: string, readonly direction: Direction, readonly occurredAt: string, readonly postedAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly details: string | null, readonly document: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly partner: { readonly id: string, readonly code: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type VoidHoldMutationVariables = Exact<{
  input: VoidHoldInput;
}>;


export type VoidHoldMutation = { readonly voidHold: { readonly status: PostingStatus | null, readonly transaction: { readonly id: string, readonly externalId: string, readonly kind: TransactionKind, readonly type: string, readonly direction: Direction, readonly occurredAt: string, readonly postedAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly details: string | null, readonly document: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly partner: { readonly id: string, readonly code: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type ReverseTransactionMutationVariables = Exact<{
  input: ReverseTransactionInput;
}>;


export type ReverseTransactionMutation = { readonly reverseTransaction: { readonly status: PostingStatus | null, readonly transaction: { readonly id: string, readonly externalId: string, readonly kind: TransactionKind, readonly type: string, readonly direction: Direction, readonly occurredAt: string, readonly postedAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly details: string | null, readonly document: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly partner: { readonly id: string, readonly code: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type ConvertCurrencyMutationVariables = Exact<{
  input: ConvertCurrencyInput;
}>;


export type ConvertCurrencyMutation = { readonly convertCurrency: { readonly status: PostingStatus | null, readonly transaction: { readonly id: string, readonly externalId: string, readonly kind: TransactionKind, readonly type: string, readonly direction: Direction, readonly occurredAt: string, readonly postedAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly details: string | null, readonly document: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly partner: { readonly id: string, readonly code: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type RecordTransactionsMutationVariables = Exact<{
  input: RecordTransactionsInput;
}>;


export type RecordTransactionsMutation = { readonly recordTransactions: { readonly posted: number | null, readonly replayed: number | null, readonly refused: number | null, readonly outcomes: ReadonlyArray<{ readonly status: RecordStatus, readonly transactionId: string | null, readonly code: ErrorCode | null, readonly reason: string | null }> | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type WalletFieldsFragment = { readonly customerId: string, readonly posted: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly available: { readonly amountMinor: string, readonly amount: string, readonly currency: string } };

export type WalletQueryVariables = Exact<{
  customerId: string;
  currency: string;
}>;


export type WalletQuery = { readonly wallet: { readonly customerId: string, readonly posted: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly available: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null };

export type WalletPayloadFieldsFragment = { readonly status: PostingStatus | null, readonly wallet: { readonly customerId: string, readonly posted: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly available: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> };

export type OpenWalletMutationVariables = Exact<{
  input: OpenWalletInput;
}>;


export type OpenWalletMutation = { readonly openWallet: { readonly status: PostingStatus | null, readonly wallet: { readonly customerId: string, readonly posted: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly available: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type DebitWalletMutationVariables = Exact<{
  input: DebitWalletInput;
}>;


export type DebitWalletMutation = { readonly debitWallet: { readonly status: PostingStatus | null, readonly wallet: { readonly customerId: string, readonly posted: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly available: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type CreditWalletMutationVariables = Exact<{
  input: CreditWalletInput;
}>;


export type CreditWalletMutation = { readonly creditWallet: { readonly status: PostingStatus | null, readonly wallet: { readonly customerId: string, readonly posted: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly available: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type RollbackWalletMutationVariables = Exact<{
  input: RollbackWalletInput;
}>;


export type RollbackWalletMutation = { readonly rollbackWallet: { readonly status: PostingStatus | null, readonly wallet: { readonly customerId: string, readonly posted: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly available: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ApiKeyFieldsFragmentDoc = new TypedDocumentString(`
    fragment ApiKeyFields on ApiKey {
  id
  name
  prefix
  role
  permissions
  partner {
    id
    code
  }
  createdAt
  expiresAt
  revokedAt
  lastUsedAt
}
    `, {"fragmentName":"ApiKeyFields"}) as unknown as TypedDocumentString<ApiKeyFieldsFragment, unknown>;
export const MoneyFieldsFragmentDoc = new TypedDocumentString(`
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
    `, {"fragmentName":"MoneyFields"}) as unknown as TypedDocumentString<MoneyFieldsFragment, unknown>;
export const BalanceFieldsFragmentDoc = new TypedDocumentString(`
    fragment BalanceFields on Balance {
  posted {
    ...MoneyFields
  }
  pendingOut {
    ...MoneyFields
  }
  pendingIn {
    ...MoneyFields
  }
  available {
    ...MoneyFields
  }
  version
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}`, {"fragmentName":"BalanceFields"}) as unknown as TypedDocumentString<BalanceFieldsFragment, unknown>;
export const AccountFieldsFragmentDoc = new TypedDocumentString(`
    fragment AccountFields on Account {
  id
  purpose
  reference
  currency
  normalSide
  state
  floor {
    ...MoneyFields
  }
  partner {
    id
    code
    name
  }
  balance {
    ...BalanceFields
  }
  lastPostedAt
  createdAt
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment BalanceFields on Balance {
  posted {
    ...MoneyFields
  }
  pendingOut {
    ...MoneyFields
  }
  pendingIn {
    ...MoneyFields
  }
  available {
    ...MoneyFields
  }
  version
}`, {"fragmentName":"AccountFields"}) as unknown as TypedDocumentString<AccountFieldsFragment, unknown>;
export const AdapterVersionFieldsFragmentDoc = new TypedDocumentString(`
    fragment AdapterVersionFields on AdapterVersion {
  adapter
  version
  definition
  note
  draftedBy
  draftedAt
}
    `, {"fragmentName":"AdapterVersionFields"}) as unknown as TypedDocumentString<AdapterVersionFieldsFragment, unknown>;
export const AdapterActivationFieldsFragmentDoc = new TypedDocumentString(`
    fragment AdapterActivationFields on AdapterActivation {
  adapter
  version
  reason
  isRollBack
  activatedBy
  activatedAt
}
    `, {"fragmentName":"AdapterActivationFields"}) as unknown as TypedDocumentString<AdapterActivationFieldsFragment, unknown>;
export const ContractVersionFieldsFragmentDoc = new TypedDocumentString(`
    fragment ContractVersionFields on ContractVersion {
  number
  state
  effectiveFrom
  startsAt
  endsAt
  terms
  reason
  createdBy
  createdAt
}
    `, {"fragmentName":"ContractVersionFields"}) as unknown as TypedDocumentString<ContractVersionFieldsFragment, unknown>;
export const ContractFieldsFragmentDoc = new TypedDocumentString(`
    fragment ContractFields on Contract {
  id
  code
  currency
  effectiveFrom
  effectiveTo
  timeZone
  version
  createdAt
  versions {
    ...ContractVersionFields
  }
}
    fragment ContractVersionFields on ContractVersion {
  number
  state
  effectiveFrom
  startsAt
  endsAt
  terms
  reason
  createdBy
  createdAt
}`, {"fragmentName":"ContractFields"}) as unknown as TypedDocumentString<ContractFieldsFragment, unknown>;
export const DocumentFieldsFragmentDoc = new TypedDocumentString(`
    fragment DocumentFields on Document {
  id
  name
  adapter
  format
  sha256
  state
  partner {
    id
    code
  }
  receivedAt
  receivedFrom
  finishedAt
  messageIds
  transactions
  posted
  refused
  unposted
  totals {
    direction
    transactions
    amount {
      ...MoneyFields
    }
  }
  refusal {
    file
    line
    column
    element
    code
    reason
  }
  refusedTransactions {
    position
    externalId
    code
    reason
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}`, {"fragmentName":"DocumentFields"}) as unknown as TypedDocumentString<DocumentFieldsFragment, unknown>;
export const ExchangeRateFieldsFragmentDoc = new TypedDocumentString(`
    fragment ExchangeRateFields on ExchangeRate {
  source
  currency
  quote
  day
  rate
  revision
  reason
  publishedBy
  publishedAt
}
    `, {"fragmentName":"ExchangeRateFields"}) as unknown as TypedDocumentString<ExchangeRateFieldsFragment, unknown>;
export const AccountBalanceFieldsFragmentDoc = new TypedDocumentString(`
    fragment AccountBalanceFields on AccountBalance {
  id
  partnerId
  purpose
  currency
  balance {
    ...BalanceFields
  }
  lastPostedAt
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment BalanceFields on Balance {
  posted {
    ...MoneyFields
  }
  pendingOut {
    ...MoneyFields
  }
  pendingIn {
    ...MoneyFields
  }
  available {
    ...MoneyFields
  }
  version
}`, {"fragmentName":"AccountBalanceFields"}) as unknown as TypedDocumentString<AccountBalanceFieldsFragment, unknown>;
export const PartnerFieldsFragmentDoc = new TypedDocumentString(`
    fragment PartnerFields on Partner {
  id
  code
  name
  kind
  state
  holdReason
  heldAt
  synthetic
  version
  createdAt
}
    `, {"fragmentName":"PartnerFields"}) as unknown as TypedDocumentString<PartnerFieldsFragment, unknown>;
export const TransactionFieldsFragmentDoc = new TypedDocumentString(`
    fragment TransactionFields on Transaction {
  id
  externalId
  kind
  type
  direction
  amount {
    ...MoneyFields
  }
  occurredAt
  postedAt
  counterparty
  reference
  details
  document
  partner {
    id
    code
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}`, {"fragmentName":"TransactionFields"}) as unknown as TypedDocumentString<TransactionFieldsFragment, unknown>;
export const PostingFieldsFragmentDoc = new TypedDocumentString(`
    fragment PostingFields on PostingPayload {
  status
  transaction {
    ...TransactionFields
  }
  userErrors {
    code
    message
    path
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment TransactionFields on Transaction {
  id
  externalId
  kind
  type
  direction
  amount {
    ...MoneyFields
  }
  occurredAt
  postedAt
  counterparty
  reference
  details
  document
  partner {
    id
    code
  }
}`, {"fragmentName":"PostingFields"}) as unknown as TypedDocumentString<PostingFieldsFragment, unknown>;
export const WalletFieldsFragmentDoc = new TypedDocumentString(`
    fragment WalletFields on Wallet {
  customerId
  posted {
    ...MoneyFields
  }
  available {
    ...MoneyFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}`, {"fragmentName":"WalletFields"}) as unknown as TypedDocumentString<WalletFieldsFragment, unknown>;
export const WalletPayloadFieldsFragmentDoc = new TypedDocumentString(`
    fragment WalletPayloadFields on WalletPayload {
  status
  wallet {
    ...WalletFields
  }
  userErrors {
    code
    message
    path
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment WalletFields on Wallet {
  customerId
  posted {
    ...MoneyFields
  }
  available {
    ...MoneyFields
  }
}`, {"fragmentName":"WalletPayloadFields"}) as unknown as TypedDocumentString<WalletPayloadFieldsFragment, unknown>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    name
    permissions
    partners {
      id
      code
      name
    }
  }
}
    `, {"hash":"a2e3a32e83e4f774b1be3f4f186550d5964f417a82c0879376e615e217e60384"}) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const ApiKeysDocument = new TypedDocumentString(`
    query ApiKeys($first: Int, $after: String) {
  apiKeys(first: $first, after: $after) {
    nodes {
      ...ApiKeyFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ApiKeyFields on ApiKey {
  id
  name
  prefix
  role
  permissions
  partner {
    id
    code
  }
  createdAt
  expiresAt
  revokedAt
  lastUsedAt
}`, {"hash":"a9a3be758544bca1a04fd865a2cbbad091b1316e3db33e61f14a1fe65800a2b5"}) as unknown as TypedDocumentString<ApiKeysQuery, ApiKeysQueryVariables>;
export const CreateApiKeyDocument = new TypedDocumentString(`
    mutation CreateApiKey($input: CreateApiKeyInput!) {
  createApiKey(input: $input) {
    secret
    apiKey {
      ...ApiKeyFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment ApiKeyFields on ApiKey {
  id
  name
  prefix
  role
  permissions
  partner {
    id
    code
  }
  createdAt
  expiresAt
  revokedAt
  lastUsedAt
}`, {"hash":"62ebd88ac5e0ce532c2fc41e559416b58d0be8b09b6ea5f1dd06557b15f0fbfe"}) as unknown as TypedDocumentString<CreateApiKeyMutation, CreateApiKeyMutationVariables>;
export const RevokeApiKeyDocument = new TypedDocumentString(`
    mutation RevokeApiKey($input: RevokeApiKeyInput!) {
  revokeApiKey(input: $input) {
    apiKey {
      ...ApiKeyFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment ApiKeyFields on ApiKey {
  id
  name
  prefix
  role
  permissions
  partner {
    id
    code
  }
  createdAt
  expiresAt
  revokedAt
  lastUsedAt
}`, {"hash":"a125d8d4e2cea0d0ff7ea2099fac9435c7fd293c51b0afaf6e6b1225874a06a5"}) as unknown as TypedDocumentString<RevokeApiKeyMutation, RevokeApiKeyMutationVariables>;
export const AccountDocument = new TypedDocumentString(`
    query Account($id: ID!) {
  account(id: $id) {
    ...AccountFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment BalanceFields on Balance {
  posted {
    ...MoneyFields
  }
  pendingOut {
    ...MoneyFields
  }
  pendingIn {
    ...MoneyFields
  }
  available {
    ...MoneyFields
  }
  version
}
fragment AccountFields on Account {
  id
  purpose
  reference
  currency
  normalSide
  state
  floor {
    ...MoneyFields
  }
  partner {
    id
    code
    name
  }
  balance {
    ...BalanceFields
  }
  lastPostedAt
  createdAt
}`, {"hash":"ce28c07c1cfdee6d48f9cbca5bcaa36522c9bc3d55509333177af457d57dcc74"}) as unknown as TypedDocumentString<AccountQuery, AccountQueryVariables>;
export const AccountsDocument = new TypedDocumentString(`
    query Accounts($first: Int, $after: String, $filter: AccountFilter) {
  accounts(first: $first, after: $after, filter: $filter) {
    nodes {
      ...AccountFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment BalanceFields on Balance {
  posted {
    ...MoneyFields
  }
  pendingOut {
    ...MoneyFields
  }
  pendingIn {
    ...MoneyFields
  }
  available {
    ...MoneyFields
  }
  version
}
fragment AccountFields on Account {
  id
  purpose
  reference
  currency
  normalSide
  state
  floor {
    ...MoneyFields
  }
  partner {
    id
    code
    name
  }
  balance {
    ...BalanceFields
  }
  lastPostedAt
  createdAt
}`, {"hash":"350b2e02197f58070ca5bd7d27de486a7b928fafd8d9479936d880f3a2435dea"}) as unknown as TypedDocumentString<AccountsQuery, AccountsQueryVariables>;
export const AccountEntriesDocument = new TypedDocumentString(`
    query AccountEntries($id: ID!, $first: Int, $after: String, $direction: OrderDirection! = DESC) {
  account(id: $id) {
    entries(first: $first, after: $after, direction: $direction) {
      nodes {
        version
        change {
          ...MoneyFields
        }
        balanceAfter {
          ...BalanceFields
        }
        transfer
        occurredAt
        postedAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment BalanceFields on Balance {
  posted {
    ...MoneyFields
  }
  pendingOut {
    ...MoneyFields
  }
  pendingIn {
    ...MoneyFields
  }
  available {
    ...MoneyFields
  }
  version
}`, {"hash":"83f45e2c8bf1d1816f122280f75cf68dfe9f767776aec59431eb3a4e4ef9d74d"}) as unknown as TypedDocumentString<AccountEntriesQuery, AccountEntriesQueryVariables>;
export const OpenAccountDocument = new TypedDocumentString(`
    mutation OpenAccount($input: OpenAccountInput!) {
  openAccount(input: $input) {
    account {
      ...AccountFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment BalanceFields on Balance {
  posted {
    ...MoneyFields
  }
  pendingOut {
    ...MoneyFields
  }
  pendingIn {
    ...MoneyFields
  }
  available {
    ...MoneyFields
  }
  version
}
fragment AccountFields on Account {
  id
  purpose
  reference
  currency
  normalSide
  state
  floor {
    ...MoneyFields
  }
  partner {
    id
    code
    name
  }
  balance {
    ...BalanceFields
  }
  lastPostedAt
  createdAt
}`, {"hash":"725afa4d8f7eae82a696d71a1c0718750cd15ac1845fae4f2f496b5cc0c7c581"}) as unknown as TypedDocumentString<OpenAccountMutation, OpenAccountMutationVariables>;
export const CloseAccountDocument = new TypedDocumentString(`
    mutation CloseAccount($input: CloseAccountInput!) {
  closeAccount(input: $input) {
    account {
      ...AccountFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment BalanceFields on Balance {
  posted {
    ...MoneyFields
  }
  pendingOut {
    ...MoneyFields
  }
  pendingIn {
    ...MoneyFields
  }
  available {
    ...MoneyFields
  }
  version
}
fragment AccountFields on Account {
  id
  purpose
  reference
  currency
  normalSide
  state
  floor {
    ...MoneyFields
  }
  partner {
    id
    code
    name
  }
  balance {
    ...BalanceFields
  }
  lastPostedAt
  createdAt
}`, {"hash":"e92d28161629bf480383642d7084fc67193b4a09f7e9d71f12a9ccc3daeebed9"}) as unknown as TypedDocumentString<CloseAccountMutation, CloseAccountMutationVariables>;
export const AdaptersDocument = new TypedDocumentString(`
    query Adapters {
  adapters {
    name
    kind
    shippedDefinition
    versions {
      ...AdapterVersionFields
    }
  }
}
    fragment AdapterVersionFields on AdapterVersion {
  adapter
  version
  definition
  note
  draftedBy
  draftedAt
}`, {"hash":"5fa2f8e1d31c2daaf3101eb658fd05bcd4b6b285a2ce0e2a1450aa94f7f28a31"}) as unknown as TypedDocumentString<AdaptersQuery, AdaptersQueryVariables>;
export const AdapterActivationsDocument = new TypedDocumentString(`
    query AdapterActivations($partnerId: ID!) {
  adapterActivations(partnerId: $partnerId) {
    ...AdapterActivationFields
  }
}
    fragment AdapterActivationFields on AdapterActivation {
  adapter
  version
  reason
  isRollBack
  activatedBy
  activatedAt
}`, {"hash":"25d8568686e63199c82ff302ae3f9b1c075140d32affb973a923121ba8fe108e"}) as unknown as TypedDocumentString<AdapterActivationsQuery, AdapterActivationsQueryVariables>;
export const DraftAdapterDocument = new TypedDocumentString(`
    mutation DraftAdapter($input: DraftAdapterInput!) {
  draftAdapter(input: $input) {
    version {
      ...AdapterVersionFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment AdapterVersionFields on AdapterVersion {
  adapter
  version
  definition
  note
  draftedBy
  draftedAt
}`, {"hash":"f77379a1dd71c3111f633f5b989b71699ae2e1931505dc722e89e21e629cc637"}) as unknown as TypedDocumentString<DraftAdapterMutation, DraftAdapterMutationVariables>;
export const DryRunAdapterDocument = new TypedDocumentString(`
    mutation DryRunAdapter($input: DryRunAdapterInput!) {
  dryRunAdapter(input: $input) {
    dryRun {
      refusal {
        file
        line
        column
        element
        code
        reason
      }
      format
      transactions
      unposted
      refused
      totals {
        direction
        transactions
        amount {
          ...MoneyFields
        }
      }
      rows {
        position
        externalId
        type
        direction
        amount {
          ...MoneyFields
        }
        occurredAt
        valueDate
        counterparty
        reference
        remittance
        reversalOf
        account
      }
      coverage {
        field
        filled
      }
      refusedLines {
        position
        line
        code
        reason
        field
      }
      controlTotals {
        kind
        currency
        declared
        computed
      }
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}`, {"hash":"801e921a915b56d921eaa50a487c5c72648da557f90d33f8573f2a9d61ab863c"}) as unknown as TypedDocumentString<DryRunAdapterMutation, DryRunAdapterMutationVariables>;
export const ActivateAdapterDocument = new TypedDocumentString(`
    mutation ActivateAdapter($input: ActivateAdapterInput!) {
  activateAdapter(input: $input) {
    activation {
      ...AdapterActivationFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment AdapterActivationFields on AdapterActivation {
  adapter
  version
  reason
  isRollBack
  activatedBy
  activatedAt
}`, {"hash":"c0e1069c38e423dffa5ebd2d4ac52b3a51461d997c2a7000908b328b61baec71"}) as unknown as TypedDocumentString<ActivateAdapterMutation, ActivateAdapterMutationVariables>;
export const RollBackAdapterDocument = new TypedDocumentString(`
    mutation RollBackAdapter($input: RollBackAdapterInput!) {
  rollBackAdapter(input: $input) {
    activation {
      ...AdapterActivationFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment AdapterActivationFields on AdapterActivation {
  adapter
  version
  reason
  isRollBack
  activatedBy
  activatedAt
}`, {"hash":"0eeeffcde764e5087d8f104c9dc721bbb4b902a049b7340b7c5c5dedb458f0b0"}) as unknown as TypedDocumentString<RollBackAdapterMutation, RollBackAdapterMutationVariables>;
export const ReplayDocumentsDocument = new TypedDocumentString(`
    mutation ReplayDocuments($input: ReplayDocumentsInput!) {
  replayDocuments(input: $input) {
    documents {
      documentId
      file
      state
      transactions
      posted
      known
      refused
      refusal {
        code
        reason
      }
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `, {"hash":"8d12c8aa78d11611c21bc5203f4a57089d1af3807d6791b0da1b1a6854cf1ad0"}) as unknown as TypedDocumentString<ReplayDocumentsMutation, ReplayDocumentsMutationVariables>;
export const ContractDocument = new TypedDocumentString(`
    query Contract($id: ID!) {
  contract(id: $id) {
    ...ContractFields
  }
}
    fragment ContractVersionFields on ContractVersion {
  number
  state
  effectiveFrom
  startsAt
  endsAt
  terms
  reason
  createdBy
  createdAt
}
fragment ContractFields on Contract {
  id
  code
  currency
  effectiveFrom
  effectiveTo
  timeZone
  version
  createdAt
  versions {
    ...ContractVersionFields
  }
}`, {"hash":"1ef46d90b733e2fb6af0cd8a1b2ee5762b7bbd6140384d931d98d20ae0ae7023"}) as unknown as TypedDocumentString<ContractQuery, ContractQueryVariables>;
export const ContractsDocument = new TypedDocumentString(`
    query Contracts($first: Int, $after: String, $filter: ContractFilter) {
  contracts(first: $first, after: $after, filter: $filter) {
    nodes {
      ...ContractFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ContractVersionFields on ContractVersion {
  number
  state
  effectiveFrom
  startsAt
  endsAt
  terms
  reason
  createdBy
  createdAt
}
fragment ContractFields on Contract {
  id
  code
  currency
  effectiveFrom
  effectiveTo
  timeZone
  version
  createdAt
  versions {
    ...ContractVersionFields
  }
}`, {"hash":"46d815a8cb7fd3f9ec0106283e512553f5a8abe2df92c3d332bcd6f6a04c7210"}) as unknown as TypedDocumentString<ContractsQuery, ContractsQueryVariables>;
export const ContractTemplateDocument = new TypedDocumentString(`
    query ContractTemplate($kind: PartnerKind!) {
  contractTemplate(kind: $kind)
}
    `, {"hash":"d82551eba970e9c709b1d7a3ec52562abef24eed9be25211bb9efb58d1704f8c"}) as unknown as TypedDocumentString<ContractTemplateQuery, ContractTemplateQueryVariables>;
export const ValidateTermsDocument = new TypedDocumentString(`
    query ValidateTerms($terms: ContractTerms!) {
  validateTerms(terms: $terms) {
    terms
    reasons {
      code
      message
      path
    }
  }
}
    `, {"hash":"2dbaae1c4cecc72b0d6bb83d203393f329deeae2a5ed07512fc7daeb6efb45f8"}) as unknown as TypedDocumentString<ValidateTermsQuery, ValidateTermsQueryVariables>;
export const SimulateTermsDocument = new TypedDocumentString(`
    query SimulateTerms($contractId: ID!, $terms: ContractTerms!, $from: Date!, $to: Date!) {
  simulateTerms(contractId: $contractId, terms: $terms, from: $from, to: $to) {
    periods {
      firstDay
      lastDay
      present {
        amountMinor
        currency
      }
      simulated {
        amountMinor
        currency
      }
      difference {
        amountMinor
        currency
      }
      lines {
        clause
        present {
          amountMinor
          currency
        }
        simulated {
          amountMinor
          currency
        }
        difference {
          amountMinor
          currency
        }
      }
    }
    reasons {
      code
      message
      path
    }
  }
}
    `, {"hash":"ec6c51cc5dd9d59f9037d5ac0e395d8df1d963b85920b3e35b701a6dd5fa9d77"}) as unknown as TypedDocumentString<SimulateTermsQuery, SimulateTermsQueryVariables>;
export const CreateContractDocument = new TypedDocumentString(`
    mutation CreateContract($input: CreateContractInput!) {
  createContract(input: $input) {
    contract {
      ...ContractFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment ContractVersionFields on ContractVersion {
  number
  state
  effectiveFrom
  startsAt
  endsAt
  terms
  reason
  createdBy
  createdAt
}
fragment ContractFields on Contract {
  id
  code
  currency
  effectiveFrom
  effectiveTo
  timeZone
  version
  createdAt
  versions {
    ...ContractVersionFields
  }
}`, {"hash":"04c7d5bc25918b7d694e05538462beb169ee40c7cd4536b0836a21330dfd61a8"}) as unknown as TypedDocumentString<CreateContractMutation, CreateContractMutationVariables>;
export const ScheduleContractVersionDocument = new TypedDocumentString(`
    mutation ScheduleContractVersion($input: ScheduleContractVersionInput!) {
  scheduleContractVersion(input: $input) {
    contract {
      ...ContractFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment ContractVersionFields on ContractVersion {
  number
  state
  effectiveFrom
  startsAt
  endsAt
  terms
  reason
  createdBy
  createdAt
}
fragment ContractFields on Contract {
  id
  code
  currency
  effectiveFrom
  effectiveTo
  timeZone
  version
  createdAt
  versions {
    ...ContractVersionFields
  }
}`, {"hash":"50c28376637ee75b97edf328bd4110e3b6a61656b28e47d406e288c24149a030"}) as unknown as TypedDocumentString<ScheduleContractVersionMutation, ScheduleContractVersionMutationVariables>;
export const MoveContractVersionDocument = new TypedDocumentString(`
    mutation MoveContractVersion($input: MoveContractVersionInput!) {
  moveContractVersion(input: $input) {
    contract {
      ...ContractFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment ContractVersionFields on ContractVersion {
  number
  state
  effectiveFrom
  startsAt
  endsAt
  terms
  reason
  createdBy
  createdAt
}
fragment ContractFields on Contract {
  id
  code
  currency
  effectiveFrom
  effectiveTo
  timeZone
  version
  createdAt
  versions {
    ...ContractVersionFields
  }
}`, {"hash":"f3d9ac2de9fdb80454ab60c1cb98a291ef648d012d660623195bdf94cd9ea0e5"}) as unknown as TypedDocumentString<MoveContractVersionMutation, MoveContractVersionMutationVariables>;
export const CancelContractVersionDocument = new TypedDocumentString(`
    mutation CancelContractVersion($input: CancelContractVersionInput!) {
  cancelContractVersion(input: $input) {
    contract {
      ...ContractFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment ContractVersionFields on ContractVersion {
  number
  state
  effectiveFrom
  startsAt
  endsAt
  terms
  reason
  createdBy
  createdAt
}
fragment ContractFields on Contract {
  id
  code
  currency
  effectiveFrom
  effectiveTo
  timeZone
  version
  createdAt
  versions {
    ...ContractVersionFields
  }
}`, {"hash":"2329014b1f5dd2bc7c83a7b9cc565ae8ebffc4f1266cefb94020f7abbf6b56cd"}) as unknown as TypedDocumentString<CancelContractVersionMutation, CancelContractVersionMutationVariables>;
export const EndContractDocument = new TypedDocumentString(`
    mutation EndContract($input: EndContractInput!) {
  endContract(input: $input) {
    contract {
      ...ContractFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment ContractVersionFields on ContractVersion {
  number
  state
  effectiveFrom
  startsAt
  endsAt
  terms
  reason
  createdBy
  createdAt
}
fragment ContractFields on Contract {
  id
  code
  currency
  effectiveFrom
  effectiveTo
  timeZone
  version
  createdAt
  versions {
    ...ContractVersionFields
  }
}`, {"hash":"443eaedd00a4aa7bd60e7ea75fa6749035f51b6fc3ed2a7a530acbd2d31df691"}) as unknown as TypedDocumentString<EndContractMutation, EndContractMutationVariables>;
export const DocumentDocument = new TypedDocumentString(`
    query Document($id: ID!) {
  document(id: $id) {
    ...DocumentFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment DocumentFields on Document {
  id
  name
  adapter
  format
  sha256
  state
  partner {
    id
    code
  }
  receivedAt
  receivedFrom
  finishedAt
  messageIds
  transactions
  posted
  refused
  unposted
  totals {
    direction
    transactions
    amount {
      ...MoneyFields
    }
  }
  refusal {
    file
    line
    column
    element
    code
    reason
  }
  refusedTransactions {
    position
    externalId
    code
    reason
  }
}`, {"hash":"44705ffdab35be64fff2533bde2288342cd02317f4439f9de5a21e7568a17108"}) as unknown as TypedDocumentString<DocumentQuery, DocumentQueryVariables>;
export const DocumentsDocument = new TypedDocumentString(`
    query Documents($first: Int, $after: String, $filter: DocumentFilter) {
  documents(first: $first, after: $after, filter: $filter) {
    nodes {
      ...DocumentFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment DocumentFields on Document {
  id
  name
  adapter
  format
  sha256
  state
  partner {
    id
    code
  }
  receivedAt
  receivedFrom
  finishedAt
  messageIds
  transactions
  posted
  refused
  unposted
  totals {
    direction
    transactions
    amount {
      ...MoneyFields
    }
  }
  refusal {
    file
    line
    column
    element
    code
    reason
  }
  refusedTransactions {
    position
    externalId
    code
    reason
  }
}`, {"hash":"8f847613b8ab4a581f1eefd63d215be24cd4537ce9de81076fec189e0408ed24"}) as unknown as TypedDocumentString<DocumentsQuery, DocumentsQueryVariables>;
export const ExchangeRatesDocument = new TypedDocumentString(`
    query ExchangeRates($first: Int, $after: String, $filter: ExchangeRateFilter) {
  exchangeRates(first: $first, after: $after, filter: $filter) {
    nodes {
      ...ExchangeRateFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ExchangeRateFields on ExchangeRate {
  source
  currency
  quote
  day
  rate
  revision
  reason
  publishedBy
  publishedAt
}`, {"hash":"0afacc12da14160a5c7c820019191ee156098c4bcc9bedabb8a62d283f7b765f"}) as unknown as TypedDocumentString<ExchangeRatesQuery, ExchangeRatesQueryVariables>;
export const PublishExchangeRatesDocument = new TypedDocumentString(`
    mutation PublishExchangeRates($input: PublishExchangeRatesInput!) {
  publishExchangeRates(input: $input) {
    exchangeRates {
      ...ExchangeRateFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment ExchangeRateFields on ExchangeRate {
  source
  currency
  quote
  day
  rate
  revision
  reason
  publishedBy
  publishedAt
}`, {"hash":"d6976934d8ef4ca50e59c97706bfc9b024061c6599bea216033bf1b8ac1f92a6"}) as unknown as TypedDocumentString<PublishExchangeRatesMutation, PublishExchangeRatesMutationVariables>;
export const CorrectExchangeRateDocument = new TypedDocumentString(`
    mutation CorrectExchangeRate($input: CorrectExchangeRateInput!) {
  correctExchangeRate(input: $input) {
    exchangeRate {
      ...ExchangeRateFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment ExchangeRateFields on ExchangeRate {
  source
  currency
  quote
  day
  rate
  revision
  reason
  publishedBy
  publishedAt
}`, {"hash":"c2ba8c87a1a248c59012a13ac29cd9eee857afd3f4d6012a250c9f44b321b642"}) as unknown as TypedDocumentString<CorrectExchangeRateMutation, CorrectExchangeRateMutationVariables>;
export const BalancesDocument = new TypedDocumentString(`
    subscription Balances($accountIds: [ID!], $partnerId: ID, $filter: BalanceFilter, $after: String, $delivery: Delivery! = STATE) {
  balances(
    accountIds: $accountIds
    partnerId: $partnerId
    filter: $filter
    after: $after
    delivery: $delivery
  ) {
    __typename
    ... on LiveItem {
      cursor
      epoch
      committedAt
      sentAt
    }
    ... on BalancesSnapshot {
      complete
      balances {
        ...AccountBalanceFields
      }
    }
    ... on BalancesChanged {
      changes {
        fromVersion
        version
        transactionId
        account {
          ...AccountBalanceFields
        }
      }
    }
    ... on Resync {
      reason
    }
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment BalanceFields on Balance {
  posted {
    ...MoneyFields
  }
  pendingOut {
    ...MoneyFields
  }
  pendingIn {
    ...MoneyFields
  }
  available {
    ...MoneyFields
  }
  version
}
fragment AccountBalanceFields on AccountBalance {
  id
  partnerId
  purpose
  currency
  balance {
    ...BalanceFields
  }
  lastPostedAt
}`, {"hash":"18378dc727a3a16b6b98488b7a1ecb7fc5a5c102b7df865d152b6d8de280d5db"}) as unknown as TypedDocumentString<BalancesSubscription, BalancesSubscriptionVariables>;
export const TransactionStreamDocument = new TypedDocumentString(`
    subscription TransactionStream($partnerId: ID, $after: String) {
  transactions(partnerId: $partnerId, after: $after) {
    __typename
    ... on LiveItem {
      cursor
      epoch
      committedAt
      sentAt
    }
    ... on TransactionsPosted {
      transactions {
        ...TransactionFields
      }
    }
    ... on Resync {
      reason
    }
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment TransactionFields on Transaction {
  id
  externalId
  kind
  type
  direction
  amount {
    ...MoneyFields
  }
  occurredAt
  postedAt
  counterparty
  reference
  details
  document
  partner {
    id
    code
  }
}`, {"hash":"a397cecd92e1cd4b339db4f48bda60636eabfdd34f8cab8dae7990915afa3d96"}) as unknown as TypedDocumentString<TransactionStreamSubscription, TransactionStreamSubscriptionVariables>;
export const PartnerDocument = new TypedDocumentString(`
    query Partner($id: ID, $code: String) {
  partner(id: $id, code: $code) {
    ...PartnerFields
  }
}
    fragment PartnerFields on Partner {
  id
  code
  name
  kind
  state
  holdReason
  heldAt
  synthetic
  version
  createdAt
}`, {"hash":"753ec8de64ec0bb7ead968e843da9bc05a8559507e0ac3bdc25e5a2644c0b64b"}) as unknown as TypedDocumentString<PartnerQuery, PartnerQueryVariables>;
export const PartnersDocument = new TypedDocumentString(`
    query Partners($first: Int, $after: String, $filter: PartnerFilter, $orderBy: PartnerOrder) {
  partners(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    nodes {
      ...PartnerFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment PartnerFields on Partner {
  id
  code
  name
  kind
  state
  holdReason
  heldAt
  synthetic
  version
  createdAt
}`, {"hash":"d2aff7d4501f26085198fba3b7ff33e3d9065533a7a1a34b810e8acbcfbb1ad5"}) as unknown as TypedDocumentString<PartnersQuery, PartnersQueryVariables>;
export const CreatePartnerDocument = new TypedDocumentString(`
    mutation CreatePartner($input: CreatePartnerInput!) {
  createPartner(input: $input) {
    partner {
      ...PartnerFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment PartnerFields on Partner {
  id
  code
  name
  kind
  state
  holdReason
  heldAt
  synthetic
  version
  createdAt
}`, {"hash":"fe596a8f2d106a569839f8733280e080212bb4b47d8dec004d9944f8a8102585"}) as unknown as TypedDocumentString<CreatePartnerMutation, CreatePartnerMutationVariables>;
export const HoldPartnerDocument = new TypedDocumentString(`
    mutation HoldPartner($input: HoldPartnerInput!) {
  holdPartner(input: $input) {
    partner {
      ...PartnerFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment PartnerFields on Partner {
  id
  code
  name
  kind
  state
  holdReason
  heldAt
  synthetic
  version
  createdAt
}`, {"hash":"6468767f9564c2bc2dadb052a7ce2dc65270801c878311e645389308b086104f"}) as unknown as TypedDocumentString<HoldPartnerMutation, HoldPartnerMutationVariables>;
export const ReleasePartnerDocument = new TypedDocumentString(`
    mutation ReleasePartner($input: ReleasePartnerInput!) {
  releasePartner(input: $input) {
    partner {
      ...PartnerFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment PartnerFields on Partner {
  id
  code
  name
  kind
  state
  holdReason
  heldAt
  synthetic
  version
  createdAt
}`, {"hash":"b40ab0f5d1ea3ae5d341da218cbbe0487ebe7f7157ce8018663331996484d8ae"}) as unknown as TypedDocumentString<ReleasePartnerMutation, ReleasePartnerMutationVariables>;
export const TransactionDocument = new TypedDocumentString(`
    query Transaction($id: ID!) {
  transaction(id: $id) {
    ...TransactionFields
    related {
      id
    }
    transfers {
      id
      kind
      code
      amount {
        ...MoneyFields
      }
      debitAccount
      creditAccount
    }
    hold {
      amount {
        ...MoneyFields
      }
      captured {
        ...MoneyFields
      }
      state
      expiresAt
    }
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment TransactionFields on Transaction {
  id
  externalId
  kind
  type
  direction
  amount {
    ...MoneyFields
  }
  occurredAt
  postedAt
  counterparty
  reference
  details
  document
  partner {
    id
    code
  }
}`, {"hash":"53ffbb4e385cc710d64a1bceb82d29d2e085f006fc56e830f836d7f16e88b436"}) as unknown as TypedDocumentString<TransactionQuery, TransactionQueryVariables>;
export const TransactionsDocument = new TypedDocumentString(`
    query Transactions($first: Int, $after: String, $filter: TransactionFilter, $direction: OrderDirection! = DESC) {
  transactions(
    first: $first
    after: $after
    filter: $filter
    direction: $direction
  ) {
    nodes {
      ...TransactionFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment TransactionFields on Transaction {
  id
  externalId
  kind
  type
  direction
  amount {
    ...MoneyFields
  }
  occurredAt
  postedAt
  counterparty
  reference
  details
  document
  partner {
    id
    code
  }
}`, {"hash":"c43a997a67cbbcb35eb3ab0d776dc08808dfbf00900e3854754eb04c37ac105e"}) as unknown as TypedDocumentString<TransactionsQuery, TransactionsQueryVariables>;
export const PostTransferDocument = new TypedDocumentString(`
    mutation PostTransfer($input: PostTransferInput!) {
  postTransfer(input: $input) {
    ...PostingFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment TransactionFields on Transaction {
  id
  externalId
  kind
  type
  direction
  amount {
    ...MoneyFields
  }
  occurredAt
  postedAt
  counterparty
  reference
  details
  document
  partner {
    id
    code
  }
}
fragment PostingFields on PostingPayload {
  status
  transaction {
    ...TransactionFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"64e897d396aaeff364feceac87f6b39f90e7f66b325d454a30c1a858b8bdcedb"}) as unknown as TypedDocumentString<PostTransferMutation, PostTransferMutationVariables>;
export const PlaceHoldDocument = new TypedDocumentString(`
    mutation PlaceHold($input: PlaceHoldInput!) {
  placeHold(input: $input) {
    ...PostingFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment TransactionFields on Transaction {
  id
  externalId
  kind
  type
  direction
  amount {
    ...MoneyFields
  }
  occurredAt
  postedAt
  counterparty
  reference
  details
  document
  partner {
    id
    code
  }
}
fragment PostingFields on PostingPayload {
  status
  transaction {
    ...TransactionFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"fb89b02a1d7bcf329c865407f4c8d48fc1d38687bfab72df40d28195317f4a87"}) as unknown as TypedDocumentString<PlaceHoldMutation, PlaceHoldMutationVariables>;
export const CaptureHoldDocument = new TypedDocumentString(`
    mutation CaptureHold($input: CaptureHoldInput!) {
  captureHold(input: $input) {
    ...PostingFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment TransactionFields on Transaction {
  id
  externalId
  kind
  type
  direction
  amount {
    ...MoneyFields
  }
  occurredAt
  postedAt
  counterparty
  reference
  details
  document
  partner {
    id
    code
  }
}
fragment PostingFields on PostingPayload {
  status
  transaction {
    ...TransactionFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"1caa4b1f713ae53c08feba4b3cb8aa96ed682e6ea7256accc61ed996ebb714fe"}) as unknown as TypedDocumentString<CaptureHoldMutation, CaptureHoldMutationVariables>;
export const VoidHoldDocument = new TypedDocumentString(`
    mutation VoidHold($input: VoidHoldInput!) {
  voidHold(input: $input) {
    ...PostingFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment TransactionFields on Transaction {
  id
  externalId
  kind
  type
  direction
  amount {
    ...MoneyFields
  }
  occurredAt
  postedAt
  counterparty
  reference
  details
  document
  partner {
    id
    code
  }
}
fragment PostingFields on PostingPayload {
  status
  transaction {
    ...TransactionFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"1716c8c155e320f0115981fcd27747e45605966ae7cb63f59c178a1358a209ba"}) as unknown as TypedDocumentString<VoidHoldMutation, VoidHoldMutationVariables>;
export const ReverseTransactionDocument = new TypedDocumentString(`
    mutation ReverseTransaction($input: ReverseTransactionInput!) {
  reverseTransaction(input: $input) {
    ...PostingFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment TransactionFields on Transaction {
  id
  externalId
  kind
  type
  direction
  amount {
    ...MoneyFields
  }
  occurredAt
  postedAt
  counterparty
  reference
  details
  document
  partner {
    id
    code
  }
}
fragment PostingFields on PostingPayload {
  status
  transaction {
    ...TransactionFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"6705db269fab07ed14e7128426514690a367edf703dcc8abc8b30e70edd75a88"}) as unknown as TypedDocumentString<ReverseTransactionMutation, ReverseTransactionMutationVariables>;
export const ConvertCurrencyDocument = new TypedDocumentString(`
    mutation ConvertCurrency($input: ConvertCurrencyInput!) {
  convertCurrency(input: $input) {
    ...PostingFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment TransactionFields on Transaction {
  id
  externalId
  kind
  type
  direction
  amount {
    ...MoneyFields
  }
  occurredAt
  postedAt
  counterparty
  reference
  details
  document
  partner {
    id
    code
  }
}
fragment PostingFields on PostingPayload {
  status
  transaction {
    ...TransactionFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"d9f0bd115b84ef519bc2682c9c0ca4619a5e067dc6a424bdf5f0d25a18bbb556"}) as unknown as TypedDocumentString<ConvertCurrencyMutation, ConvertCurrencyMutationVariables>;
export const RecordTransactionsDocument = new TypedDocumentString(`
    mutation RecordTransactions($input: RecordTransactionsInput!) {
  recordTransactions(input: $input) {
    outcomes {
      status
      transactionId
      code
      reason
    }
    posted
    replayed
    refused
    userErrors {
      code
      message
      path
    }
  }
}
    `, {"hash":"ef2a4b0a100cf7af21a8922c41f9695fcf863113e8c741edddc8f0ceec43671c"}) as unknown as TypedDocumentString<RecordTransactionsMutation, RecordTransactionsMutationVariables>;
export const WalletDocument = new TypedDocumentString(`
    query Wallet($customerId: String!, $currency: Currency!) {
  wallet(customerId: $customerId, currency: $currency) {
    ...WalletFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment WalletFields on Wallet {
  customerId
  posted {
    ...MoneyFields
  }
  available {
    ...MoneyFields
  }
}`, {"hash":"aa7248f7918c139a70721637df83debdd9cb033329f0e5d7bf941e869f659340"}) as unknown as TypedDocumentString<WalletQuery, WalletQueryVariables>;
export const OpenWalletDocument = new TypedDocumentString(`
    mutation OpenWallet($input: OpenWalletInput!) {
  openWallet(input: $input) {
    ...WalletPayloadFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment WalletFields on Wallet {
  customerId
  posted {
    ...MoneyFields
  }
  available {
    ...MoneyFields
  }
}
fragment WalletPayloadFields on WalletPayload {
  status
  wallet {
    ...WalletFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"0ace876d3b249358230849a08e3c71fba1e1d1fcce754a1539901dc9c2958d1d"}) as unknown as TypedDocumentString<OpenWalletMutation, OpenWalletMutationVariables>;
export const DebitWalletDocument = new TypedDocumentString(`
    mutation DebitWallet($input: DebitWalletInput!) {
  debitWallet(input: $input) {
    ...WalletPayloadFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment WalletFields on Wallet {
  customerId
  posted {
    ...MoneyFields
  }
  available {
    ...MoneyFields
  }
}
fragment WalletPayloadFields on WalletPayload {
  status
  wallet {
    ...WalletFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"5e6870ff650ab05c04855cc11ab3eaa60eff7e88c6dbcd14f100463390c10df7"}) as unknown as TypedDocumentString<DebitWalletMutation, DebitWalletMutationVariables>;
export const CreditWalletDocument = new TypedDocumentString(`
    mutation CreditWallet($input: CreditWalletInput!) {
  creditWallet(input: $input) {
    ...WalletPayloadFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment WalletFields on Wallet {
  customerId
  posted {
    ...MoneyFields
  }
  available {
    ...MoneyFields
  }
}
fragment WalletPayloadFields on WalletPayload {
  status
  wallet {
    ...WalletFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"e3cc009105ba3cc2dd1d5e96bfa009e379805927817feaa4cf4cc8ba772aea9b"}) as unknown as TypedDocumentString<CreditWalletMutation, CreditWalletMutationVariables>;
export const RollbackWalletDocument = new TypedDocumentString(`
    mutation RollbackWallet($input: RollbackWalletInput!) {
  rollbackWallet(input: $input) {
    ...WalletPayloadFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment WalletFields on Wallet {
  customerId
  posted {
    ...MoneyFields
  }
  available {
    ...MoneyFields
  }
}
fragment WalletPayloadFields on WalletPayload {
  status
  wallet {
    ...WalletFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"91219fbb10f312b156bc673ecf85db98d77ded0ad80fa0dbb0a502693bbc2aee"}) as unknown as TypedDocumentString<RollbackWalletMutation, RollbackWalletMutationVariables>;