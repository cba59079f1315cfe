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

/** Where a partner is paid in a currency. */
export type AddPayoutAccountInput = {
  /** The account. */
  readonly account: BankAccountInput;
  /** The currency in which it is paid to. */
  readonly currency: string;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** The partner. */
  readonly partnerId: string;
};

/** A correction of a settlement, and why. */
export type AdjustSettlementInput = {
  /** In minor units of its currency; positive is owed to the partner. */
  readonly amountMinor: string;
  /** Refused when the settlement has another version. */
  readonly expectedVersion?: number | null | undefined;
  /** A text of your own, up to 255 characters: the same key moves the money once. */
  readonly idempotencyKey: string;
  /** Why. */
  readonly reason: string;
  /** The settlement. */
  readonly settlementId: string;
};

/** Which alerts a list has. All conditions apply. */
export type AlertFilter = {
  /** Only of these kinds. */
  readonly kinds?: ReadonlyArray<AlertKind> | null | undefined;
  /** Only about this partner. */
  readonly partnerId?: string | null | undefined;
  /** Only in these states. */
  readonly states?: ReadonlyArray<AlertState> | null | undefined;
};

/** What an alert is about. */
export type AlertKind =
  /** A partner's statements differ from the ledger: its breaks wait for a person. */
  | 'BREAKS_OPEN'
  /** A job failed and waits for a person: retry it, or skip it with a reason. */
  | 'JOB_FAILED'
  /** A bank did not carry out a payout; its settlements are approved again. */
  | 'PAYOUT_FAILED'
  /** Numbers of a source's sequence are missing. */
  | 'SOURCE_GAP'
  /** A source has not sent anything for longer than its rules allow. */
  | 'SOURCE_LATE';

/** Whether an alert is dealt with. */
export type AlertState =
  /** It waits for a person. */
  | 'RAISED'
  /** It is dealt with. */
  | 'RESOLVED';

/** An item that another person corrected. */
export type ApproveCorrectionInput = {
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** The item. */
  readonly itemId: string;
};

/** Which grant comes into force. */
export type ApproveGrantInput = {
  /** The grant. */
  readonly grantId: string;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
};

/** Write-offs above the limit. */
export type ApproveWriteOffsInput = {
  /** False sends them back. */
  readonly approve?: boolean;
  /** The breaks, up to 500. */
  readonly breakIds: ReadonlyArray<string>;
  /** A text of your own, up to 255 characters: the same key moves money once. */
  readonly idempotencyKey: string;
  /** Why. */
  readonly reason: string;
};

/** Whether transactions that are sent together stand or fall together. */
export type Atomicity =
  /** All are posted, or none is. */
  | 'ALL_OR_NOTHING'
  /** Each stands for itself. */
  | 'EACH';

/** Which rows of the trail. All conditions apply. */
export type AuditEventFilter = {
  /** Only of this actor, by its `actorId`. */
  readonly actorId?: string | null | undefined;
  /** Only refused with these codes. */
  readonly codes?: ReadonlyArray<string> | null | undefined;
  /** Only these commands. */
  readonly commands?: ReadonlyArray<string> | null | undefined;
  /** Only at or after this. */
  readonly from?: string | null | undefined;
  /** Only of these kinds. */
  readonly kinds?: ReadonlyArray<AuditKind> | null | undefined;
  /** Only with these outcomes. */
  readonly outcomes?: ReadonlyArray<AuditOutcome> | null | undefined;
  /** Only about this partner. */
  readonly partnerId?: string | null | undefined;
  /** Only of this request. */
  readonly requestId?: string | null | undefined;
  /** Only before this. */
  readonly to?: string | null | undefined;
};

/** How a list of rows of the trail is sorted. */
export type AuditEventOrder = {
  /** In which direction. */
  readonly direction?: OrderDirection;
  /** By what. */
  readonly field: AuditEventOrderField;
};

/** By what a list of rows of the trail is sorted. */
export type AuditEventOrderField =
  /** The place in the trail. */
  | 'PLACE';

/** What was put on record. */
export type AuditKind =
  /** A command, carried out or refused. */
  | 'COMMAND'
  /** A reading of what is sensitive. */
  | 'READING'
  /** An attempt to sign in. */
  | 'SIGN_IN';

/** What became of it. */
export type AuditOutcome =
  /** It was carried out. */
  | 'DONE'
  /** It failed inside the hub, and changed nothing. */
  | 'FAILED'
  /** It was refused, by the code beside it, and changed nothing. */
  | 'REFUSED';

/** Which accounts are watched. All conditions apply. */
export type BalanceFilter = {
  /** Only in this currency. */
  readonly currency?: string | null | undefined;
  /** Only for this purpose. */
  readonly purpose?: string | null | undefined;
};

/** A bank account. */
export type BankAccountInput = {
  /** The bank's code in its clearing system. */
  readonly bankCode?: string | null | undefined;
  /** The bank's BIC. */
  readonly bic?: string | null | undefined;
  /** The clearing system that the bank's code is of, such as `KRBOK` or `USABA`. */
  readonly clearingSystem?: string | null | undefined;
  /** Whose account it is, up to 70 characters. */
  readonly holderName: string;
  /** The IBAN, or the number. Spaces and hyphens do not count. */
  readonly number: string;
  /** How it is named. */
  readonly scheme: PayoutScheme;
};

/** In what a break consists. */
export type BreakKind =
  /** It is there once more on one side; the first one is matched. */
  | 'DUPLICATE'
  /** Both sides have it, with different figures: see its fields. */
  | 'MISMATCHED'
  /** The partner states it, and it was not posted. */
  | 'MISSING_OURS'
  /** It was posted, and no statement of the partner lists it. */
  | 'MISSING_THEIRS';

/** How far a decision is. */
export type BreakResolutionState =
  /** It is carried out. */
  | 'DONE'
  /** The ledger refused its transfer; the break is open again. */
  | 'FAILED'
  /** It is decided, and its transfer is on its way. */
  | 'POSTING'
  /** It waits for a second person. */
  | 'PROPOSED'
  /** The second person sent it back. */
  | 'REFUSED';

/** Whether a break is dealt with. */
export type BreakState =
  /** It waits for a person. */
  | 'OPEN'
  /** A write-off above the limit waits for a second person. */
  | 'PROPOSED'
  /** It is dealt with, or resolved itself. */
  | 'RESOLVED'
  /** It was decided to wait; it is open again when the time is over. */
  | 'WAITING';

/** What a break is about. */
export type BreakSubject =
  /** A statement whose opening and lines do not lead to its closing. */
  | 'BALANCE'
  /** A statement that does not open with what the one before it closed with. */
  | 'CONTINUITY'
  /** A transaction of ours, a line of theirs, or both. */
  | 'ITEM'
  /** A position whose turnover is not that of the ledger's day. */
  | 'POSITION';

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

/** How a partner is reconciled; what is left out stays as it is. */
export type ChangeReconciliationPolicyInput = {
  /** How long an item waits, up to 43200. */
  readonly graceMinutes?: number | null | undefined;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** How late a statement may list it, up to 60. */
  readonly lateDays?: number | null | undefined;
  /** Where our side has the reference. */
  readonly ourLink?: OurLink | null | undefined;
  /** The partner. */
  readonly partnerId: string;
  /** The rules, up to 20. */
  readonly rules?: ReadonlyArray<MatchRuleInput> | null | undefined;
  /** Where their side has it. */
  readonly theirLink?: TheirLink | null | undefined;
  /** Types of our transactions that the partner states; an empty list for all. */
  readonly types?: ReadonlyArray<string> | null | undefined;
  /** Minor units that one person writes off alone. */
  readonly writeOffLimit?: string | null | undefined;
  /** The zone in which a time has its day. */
  readonly zone?: string | null | undefined;
};

/** Which role is to allow what. */
export type ChangeRoleInput = {
  /** The version that the change was decided on; else the newest, whatever it is. */
  readonly expectedVersion?: number | null | undefined;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** All that it allows from now on. */
  readonly permissions: ReadonlyArray<string>;
  /** The role of your own. */
  readonly roleId: string;
};

/** Which account is closed. */
export type CloseAccountInput = {
  /** The account. */
  readonly accountId: string;
};

/** What a figure of a position is. */
export type ComponentKind =
  /** What is taken back beyond a maximum. */
  | 'CAP'
  /** An amount for the period. */
  | 'FIXED_FEE'
  /** What tops up to a minimum, or earns back what was advanced. */
  | 'MINIMUM_GUARANTEE'
  /** A percentage of a basis. */
  | 'PERCENTAGE_FEE'
  /** A price for each of what was counted. */
  | 'PER_ITEM_FEE'
  /** The basis itself: what one side collected for the other. */
  | 'PRINCIPAL'
  /** What an earlier period held back and this one releases. */
  | 'RESERVE_RELEASE'
  /** A share of a basis. */
  | 'REVENUE_SHARE'
  /** What is held back. */
  | 'ROLLING_RESERVE'
  /** What is given back because too much went wrong. */
  | 'SERVICE_CREDIT'
  /** Value added tax. */
  | 'VAT'
  /** A tax that is kept back for the office. */
  | 'WITHHOLDING';

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

/** What is put right. What is left out stays as it came. */
export type CorrectQuarantinedInput = {
  /** How much, in major units. A second person has to agree. */
  readonly amount?: string | null | undefined;
  /** The other side. */
  readonly counterparty?: string | null | undefined;
  /** The currency, together with the amount. A second person has to agree. */
  readonly currency?: string | null | undefined;
  /** Which way the money went. A second person has to agree. */
  readonly direction?: MovementDirection | null | undefined;
  /** Refused when the item has another version. */
  readonly expectedVersion?: number | null | undefined;
  /** Its id with the partner. */
  readonly externalId?: string | null | undefined;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever. */
  readonly idempotencyKey: string;
  /** Lets it pass although a rule of the source holds it. A second person has to agree. */
  readonly ignoreRules?: boolean | null | undefined;
  /** The item: a line or a transaction. */
  readonly itemId: string;
  /** When it occurred. */
  readonly occurredAt?: string | null | undefined;
  /** Why, in up to 500 characters. */
  readonly reason: string;
  /** Its reference. */
  readonly reference?: string | null | undefined;
  /** The partner's kind of transaction. */
  readonly type?: string | null | undefined;
};

/** What a new API key is for. */
export type CreateApiKeyInput = {
  /** When it expires; never when it is left out. */
  readonly expiresAt?: string | null | undefined;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** The addresses that it may be used from, such as `203.0.113.0/24`; all when it is left out. */
  readonly ipRanges?: ReadonlyArray<string> | null | undefined;
  /** What it is for, up to 100 characters. */
  readonly name: string;
  /** The partner whose rows it is limited to. Required for the role PARTNER. */
  readonly partnerId?: string | null | undefined;
  /** Its role. Not more than your own key may do. */
  readonly role: Role;
  /** The permissions of the role that it may use, such as `ledger:read`; else all. */
  readonly scopes?: ReadonlyArray<string> | null | undefined;
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

/** What is paid, when, and from which account. */
export type CreatePayoutRunInput = {
  /** Which characters the bank takes. */
  readonly characters?: PaymentCharacters;
  /** The currency. */
  readonly currency: string;
  /** The account that is paid from. */
  readonly debtor: BankAccountInput;
  /** The day on which the bank pays. What is due up to it is paid. */
  readonly executeOn: string;
  /** A text of your own, up to 255 characters: the same key makes one run only. */
  readonly idempotencyKey: string;
};

/** Who is added. */
export type CreatePersonInput = {
  /** The e-mail address that they sign in with. */
  readonly email: string;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** What they are called, up to 100 characters. */
  readonly name: string;
};

/** What a new role allows. */
export type CreateRoleInput = {
  /** What it is for, up to 200 characters. */
  readonly description?: string;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** Its name, up to 60 characters. */
  readonly name: string;
  /** Permissions of the catalogue, such as `partner:hold`; not more than your own. */
  readonly permissions: ReadonlyArray<string>;
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

/** An item whose correction is not wanted. */
export type DeclineCorrectionInput = {
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** The item. */
  readonly itemId: string;
  /** Why, in up to 500 characters. */
  readonly reason: string;
};

/** What a client gets that is slow. */
export type Delivery =
  /** Each commit's change, as long as the queue holds; then a `Resync`. */
  | 'EVENTS'
  /** The newest: changes of an account are merged into one. */
  | 'STATE';

/** In what both sides differ. */
export type DifferingField =
  /** The amount, in minor units. */
  | 'amount'
  /** The closing balance, in minor units. */
  | 'closing'
  /** The other side. */
  | 'counterparty'
  /** The currency. */
  | 'currency'
  /** The day on which the money counts. */
  | 'day'
  /** The opening balance, in minor units. */
  | 'opening'
  /** The reference that both sides share. */
  | 'reference'
  /** The net turnover of a day, in minor units. */
  | 'turnover';

/** Which way the money went, for us. */
export type Direction =
  /** To us, or to what we hold with the partner. */
  | 'IN'
  /** Between accounts, without a partner's movement. */
  | 'NONE'
  /** From us, or from what we hold with the partner. */
  | 'OUT';

/** Who may sign in no more. */
export type DisablePersonInput = {
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** The person. */
  readonly personId: string;
};

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

/** What documents of a kind are for. */
export type DocumentRole =
  /** Only their balances and positions are checked. */
  | 'BALANCE'
  /** Their rows are held against what is posted; nothing of them is. */
  | 'MATCH'
  /** Their rows are posted. */
  | 'POST';

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

/** Who may sign in again. */
export type EnablePersonInput = {
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** The person. */
  readonly personId: string;
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

/** Whose sessions end. */
export type EndSessionsInput = {
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** The person. */
  readonly personId: string;
};

/** How a list of entries is sorted. */
export type EntryOrder = {
  /** In which direction. */
  readonly direction?: OrderDirection;
  /** By what. */
  readonly field: EntryOrderField;
};

/** By what a list of entries is sorted. */
export type EntryOrderField =
  /** The number of the entry in its account. */
  | 'VERSION';

/** Whose personal data are erased, and why. */
export type ErasePartnerInput = {
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** The partner. */
  readonly partnerId: string;
  /** Why; it is on record. */
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
  /** There is no such break, or the credential may not see it. */
  | 'BREAK_NOT_FOUND'
  /** The break is decided on already. */
  | 'BREAK_NOT_OPEN'
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
  /** Another person has this e-mail address. */
  | 'EMAIL_TAKEN'
  /** The term would never count anything. */
  | 'EMPTY_BASIS'
  /** The batch holds nothing. */
  | 'EMPTY_BATCH'
  /** The personal data that this needs were erased. */
  | 'ERASED'
  /** Something keeps the personal data from being erased. */
  | 'ERASURE_BLOCKED'
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
  /** The grant is revoked or refused already. */
  | 'GRANT_ALREADY_ENDED'
  /** The holder's other grants are limited to other partners. */
  | 'GRANT_LIMITS_DIFFER'
  /** There is no such grant. */
  | 'GRANT_NOT_FOUND'
  /** The grant is decided already. */
  | 'GRANT_NOT_PENDING'
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
  /** Nothing of the partner is reconciled. */
  | 'PARTNER_NOT_RECONCILED'
  /** The partner is on hold, so this cannot be done for it. */
  | 'PARTNER_ON_HOLD'
  /** The password is short or easily guessed. */
  | 'PASSWORD_TOO_WEAK'
  /** The request is larger than the hub accepts. */
  | 'PAYLOAD_TOO_LARGE'
  /** A payment cannot be put into a payment file. The message says why. */
  | 'PAYMENT_NOT_WRITABLE'
  /** The partner has no account to pay to. */
  | 'PAYOUT_ACCOUNT_REQUIRED'
  /** The bank has not confirmed the payout. */
  | 'PAYOUT_NOT_CONFIRMED'
  /** Something is due, or owed that no later settlement has taken over. */
  | 'PAYOUT_REQUIRED'
  /** There is no such payout run. */
  | 'PAYOUT_RUN_NOT_FOUND'
  /** No settlement period of the contract has the day. */
  | 'PERIOD_NOT_FOUND'
  /** The settlement's period goes on. */
  | 'PERIOD_NOT_OVER'
  /** The person may not sign in any more. */
  | 'PERSON_DISABLED'
  /** There is no such person. */
  | 'PERSON_NOT_FOUND'
  /** A quality rule of the source holds it back. The message names it. */
  | 'QUALITY_RULE_FAILED'
  /** There is no such item in quarantine. */
  | 'QUARANTINE_ITEM_NOT_FOUND'
  /** The item is decided already, or waits for something else. */
  | 'QUARANTINE_ITEM_NOT_OPEN'
  /** The rate is above 100 percent, and nobody agreed to that. */
  | 'RATE_ABOVE_ONE'
  /** Too many requests: wait for `retryAfter`, then send the same again. */
  | 'RATE_LIMITED'
  /** The step needs a reason. */
  | 'REASON_REQUIRED'
  /** The break has nothing that this action could act on. */
  | 'RESOLUTION_NOT_POSSIBLE'
  /** No hold in force has this id. */
  | 'RETENTION_HOLD_NOT_FOUND'
  /** It must be kept for longer. */
  | 'RETENTION_TOO_SHORT'
  /** The reversals would be more than the original amount. */
  | 'REVERSAL_EXCEEDS_ORIGINAL'
  /** Somebody has the role, so it cannot get dangerous permissions. */
  | 'ROLE_IN_USE'
  /** Another role has this name. */
  | 'ROLE_NAME_TAKEN'
  /** There is no such role. */
  | 'ROLE_NOT_FOUND'
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
  /** The sign-in was refused; nobody is told why. */
  | 'SIGN_IN_REFUSED'
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
  /** The account has a second factor. */
  | 'TOTP_REQUIRED'
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

/** What a line says. */
export type ExplanationLineKind =
  /** An amount that the terms or an earlier period give. */
  | 'AMOUNT'
  /** What an earlier clause brought. */
  | 'CLAUSE'
  /** A total that was counted. */
  | 'INPUT'
  /** What follows was settled before and is taken off. */
  | 'LESS'
  /** The sum of lines that were rounded each for itself. */
  | 'LINES'
  /** A rate of something. */
  | 'RATE'
  /** How the figure was rounded. */
  | 'ROUNDED'
  /** A step of a basis, and what stands after it. */
  | 'STEP'
  /** The part within a tier, times its rate or price. */
  | 'TIER';

/** The form of an export. */
export type ExportFormat =
  /** Comma-separated values with a line of names (RFC 4180). */
  | 'CSV'
  /** One JSON object a line. */
  | 'NDJSON';

/** Which transactions are exported. All conditions apply. */
export type ExportTransactionsInput = {
  /** Only in this currency. */
  readonly currency?: string | null | undefined;
  /** The form. */
  readonly format: ExportFormat;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** Only of this partner. */
  readonly partnerId?: string | null | undefined;
  /** Only posted before; now, when it is left out. */
  readonly postedBefore?: string | null | undefined;
  /** Only posted then or later. */
  readonly postedFrom?: string | null | undefined;
};

/** Who gets which role. */
export type GrantRoleInput = {
  /** The API key that is to have it. */
  readonly apiKeyId?: string | null | undefined;
  /** From when on it is no longer in force; never when it is left out. */
  readonly expiresAt?: string | null | undefined;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** The partners that it is limited to, for a person: the same for all that they have. */
  readonly partnerIds?: ReadonlyArray<string> | null | undefined;
  /** Or the person who is to have it. */
  readonly personId?: string | null | undefined;
  /** Why, up to 500 characters. */
  readonly reason?: string | null | undefined;
  /** A role that every hub has. */
  readonly role?: Role | null | undefined;
  /** Or a role of your own. */
  readonly roleId?: string | null | undefined;
};

/** What became of a grant. */
export type GrantState =
  /** It is in force, until it expires. */
  | 'ACTIVE'
  /** It waits for a second administrator. */
  | 'PENDING'
  /** Another administrator refused it. */
  | 'REFUSED'
  /** It was taken back. */
  | 'REVOKED';

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

/** Which jobs a list has. All conditions apply. */
export type JobFilter = {
  /** Only due at or after this. */
  readonly dueFrom?: string | null | undefined;
  /** Only due before this. */
  readonly dueTo?: string | null | undefined;
  /** Only of these kinds. */
  readonly kinds?: ReadonlyArray<JobKind> | null | undefined;
  /** Only about this partner. */
  readonly partnerId?: string | null | undefined;
  /** Only in these states. */
  readonly states?: ReadonlyArray<JobState> | null | undefined;
};

/** A job. */
export type JobInput = {
  /** Refused when the job has another version. */
  readonly expectedVersion?: number | null | undefined;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** The job. */
  readonly jobId: string;
};

/** What a job does. */
export type JobKind =
  /** Removes what is older than the rules of retention say, once a day. */
  | 'APPLY_RETENTION'
  /** Looks whether a source has sent something in time. */
  | 'CHECK_FRESHNESS'
  /** Closes a settlement at its cut-off. */
  | 'CLOSE_PERIOD'
  /** Looks at a payout that the bank has not told of in time. */
  | 'EXPIRE_PAYOUT'
  /** Makes the statement of a settlement's figures. */
  | 'ISSUE_STATEMENT'
  /** Opens the settlement of a period that has begun. */
  | 'OPEN_PERIOD'
  /** Posts what was released from quarantine, and a crash kept from the ledger. */
  | 'POST_QUARANTINED'
  /** Posts a transfer that was decided, and that a crash kept from the ledger. */
  | 'POST_TRANSFER'
  /** Gives back the reserves whose time has come. */
  | 'RELEASE_RESERVES'
  /** Settles open positions anew with rates of the period that were published. */
  | 'RENEW_RATES'
  /** Opens a settlement again whose contract asks for that when data is late. */
  | 'REOPEN_SETTLEMENT'
  /** Wraps all data keys with the newest key that wraps. */
  | 'REWRAP_KEYS'
  /** Schedules the payout of an approved settlement on its due day, or ends one without. */
  | 'SCHEDULE_PAYOUT'
  /** Encrypts what is not encrypted yet, and again what older data keys encrypted. */
  | 'SEAL_ROWS';

/** How a list of jobs is sorted. */
export type JobOrder = {
  /** In which direction. */
  readonly direction?: OrderDirection;
  /** By what. */
  readonly field: JobOrderField;
};

/** By what a list of jobs is sorted. */
export type JobOrderField =
  /** The time at which it is due. */
  | 'DUE_AT';

/** What became of a job. */
export type JobState =
  /** It is done. */
  | 'DONE'
  /** It failed and waits for a person: retry it, or skip it. */
  | 'FAILED'
  /** A node works on it. */
  | 'RUNNING'
  /** A person left it undone, for a reason. */
  | 'SKIPPED'
  /** It is not due yet, or is taken up at any moment. */
  | 'WAITING';

/** How references are compared. */
export type LinkRule =
  /** They do not count. */
  | 'ANY'
  /** They are the same. */
  | 'EXACT'
  /** They agree for the most part. */
  | 'SIMILAR';

/** One rule of matching. */
export type MatchRuleInput = {
  /** Days of tolerance, up to 31. */
  readonly days?: number;
  /** How many items make one match. */
  readonly kind: MatchRuleKind;
  /** How references are compared. */
  readonly link: LinkRule;
  /** Its name, which matches tell. */
  readonly name: string;
  /** For SIMILAR: 1 to 100. */
  readonly similarityPercent?: number;
  /** Minor units of tolerance. */
  readonly tolerance?: string;
  /** Tolerance as a part of our amount. */
  readonly toleranceBasisPoints?: number;
};

/** How many items make one match. */
export type MatchRuleKind =
  /** Many lines for one transaction. */
  | 'MANY_TO_ONE'
  /** All of a day on both sides, by their sums. */
  | 'NET_BY_DAY'
  /** One line for many transactions. */
  | 'ONE_TO_MANY'
  /** One transaction and one line. */
  | 'ONE_TO_ONE';

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

/** Settlements that are paid as one. */
export type NetSettlementsInput = {
  /** A text of your own, up to 255 characters: the same key moves the money once. */
  readonly idempotencyKey: string;
  /** The settlements, of one partner and currency. */
  readonly settlementIds: ReadonlyArray<string>;
};

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

/** Where our side has the reference. */
export type OurLink =
  /** In its external id. */
  | 'EXTERNAL_ID'
  /** In the transaction's reference. */
  | 'REFERENCE';

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

/** Which characters a bank takes in payment files. */
export type PaymentCharacters =
  /** Those of the SEPA rule books; letters with accents lose them. */
  | 'LATIN'
  /** All, as banks do whose customers' names are not Latin. */
  | 'UNICODE';

/** Whether a payout account is in use. */
export type PayoutAccountState =
  /** The partner is paid to it. */
  | 'ACTIVE'
  /** Another took its place. */
  | 'REPLACED';

/** Which payouts a list has. All conditions apply. */
export type PayoutFilter = {
  /** Whose money becomes available on this day or later. */
  readonly availableFrom?: string | null | undefined;
  /** Whose money becomes available on this day or earlier. */
  readonly availableTo?: string | null | undefined;
  /** Only in this currency. */
  readonly currency?: string | null | undefined;
  /** Due on this day or later. */
  readonly dueFrom?: string | null | undefined;
  /** Due on this day or earlier. */
  readonly dueTo?: string | null | undefined;
  /** Only to this partner. */
  readonly partnerId?: string | null | undefined;
  /** Only with this run. */
  readonly payoutRunId?: string | null | undefined;
  /** Only in these states. */
  readonly states?: ReadonlyArray<PayoutState> | null | undefined;
};

/** Which payout runs a list has. All conditions apply. */
export type PayoutRunFilter = {
  /** Only in this currency. */
  readonly currency?: string | null | undefined;
  /** Paid on this day or later. */
  readonly executeFrom?: string | null | undefined;
  /** Paid on this day or earlier. */
  readonly executeTo?: string | null | undefined;
  /** Whether the bank has yet to tell of some of its payouts. */
  readonly isOpen?: boolean | null | undefined;
};

/** How a bank account is named. */
export type PayoutScheme =
  /** By its number and its bank's code in a clearing system. */
  | 'DOMESTIC'
  /** By its IBAN (ISO 13616). */
  | 'IBAN';

/** What became of a payout. */
export type PayoutState =
  /** The bank did not pay it; its settlements are approved again. */
  | 'FAILED'
  /** The bank was told to pay it. */
  | 'IN_PAYOUT'
  /** The bank confirmed it. */
  | 'PAID_OUT';

/** Whether a person may sign in. */
export type PersonState =
  /** They may. */
  | 'ACTIVE'
  /** They may not. */
  | 'DISABLED';

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

/** What must be kept, and why. */
export type PlaceRetentionHoldInput = {
  /** Only this document; all that is the partner's where it is left out. */
  readonly documentId?: string | null | undefined;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** The partner whose it is. */
  readonly partnerId: string;
  /** Why; it is on record. */
  readonly reason: string;
};

/** Which positions a list has. All conditions apply. */
export type PositionFilter = {
  /** Only of this contract. */
  readonly contractId?: string | null | undefined;
  /** Only settled in this currency. */
  readonly currency?: string | null | undefined;
  /** Only of the periods of this day, which each contract has of its own. */
  readonly on?: string | null | undefined;
  /** Only of this partner. */
  readonly partnerId?: string | null | undefined;
};

/** A total that a position has counted. */
export type PositionInputRef = {
  /** The contract. */
  readonly contractId: string;
  /** What: `<type>:<direction>:<currency>`. */
  readonly input: string;
  /** A day of the period; today when it is left out. */
  readonly on?: string | null | undefined;
  /** The number of the contract's version. */
  readonly version: number;
};

/** How a list of positions is sorted. */
export type PositionOrder = {
  /** In which direction. */
  readonly direction?: OrderDirection;
  /** By what. */
  readonly field: PositionOrderField;
};

/** By what a list of positions is sorted. */
export type PositionOrderField =
  /** The beginning of the period. */
  | 'PERIOD';

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

/** Which days. All conditions apply. */
export type QualityFiguresFilter = {
  /** Not before this day. */
  readonly from?: string | null | undefined;
  /** Only of this partner. */
  readonly partnerId?: string | null | undefined;
  /** Not after this day. */
  readonly to?: string | null | undefined;
};

/** Which items a list has. All conditions apply. */
export type QuarantineItemFilter = {
  /** Only of this document. */
  readonly documentId?: string | null | undefined;
  /** Only of these kinds. */
  readonly kinds?: ReadonlyArray<QuarantineKind> | null | undefined;
  /** Only of this partner. */
  readonly partnerId?: string | null | undefined;
  /** Only held before. */
  readonly quarantinedBefore?: string | null | undefined;
  /** Only held at or after. */
  readonly quarantinedFrom?: string | null | undefined;
  /** Only held by this rule of the source. */
  readonly ruleId?: string | null | undefined;
  /** Only held by these rules. */
  readonly rules?: ReadonlyArray<QuarantineRule> | null | undefined;
  /** Only in these states. */
  readonly states?: ReadonlyArray<QuarantineState> | null | undefined;
};

/** Items in quarantine, and a reason. */
export type QuarantineItemsInput = {
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** Up to 500 items. */
  readonly itemIds: ReadonlyArray<string>;
  /** Why, in up to 500 characters. */
  readonly reason: string;
};

/** What an item in quarantine is. */
export type QuarantineKind =
  /** A document that was refused as a whole. */
  | 'DOCUMENT'
  /** A line of a document that became no transaction. */
  | 'LINE'
  /** A transaction. */
  | 'ROW';

/** What held an item back. */
export type QuarantineRule =
  /** The adapter could not read it. */
  | 'ADAPTER'
  /** The amount is out of bounds. */
  | 'AMOUNT'
  /** The document does not state its totals, or contradicts itself. */
  | 'CONTROL_TOTALS'
  /** The source may not send this currency. */
  | 'CURRENCY'
  /** Another transaction has the same content under another id. */
  | 'DUPLICATE'
  /** The ledger refused it. */
  | 'LEDGER'
  /** A field has no value, or one of another shape. */
  | 'SCHEMA'
  /** The time is not plausible. */
  | 'TIME'
  /** The source may not send this type. */
  | 'TYPE';

/** Whether an item in quarantine is dealt with. */
export type QuarantineState =
  /** It is corrected, and waits for a second person. */
  | 'AWAITING_APPROVAL'
  /** Its document was read again, and it is no longer held back. */
  | 'CLEARED'
  /** It waits for a person. */
  | 'OPEN'
  /** It is in the ledger. */
  | 'POSTED'
  /** A person decided that it is never posted. */
  | 'REJECTED'
  /** It is on its way into the ledger. */
  | 'RELEASED';

/** What one unit of a currency is worth in another. */
export type QuotedRateInput = {
  /** The currency of which one unit is worth the rate. */
  readonly currency: string;
  /** The currency in which the rate is told. */
  readonly quote: string;
  /** Major units of `quote` for one of `currency`, such as `"1384.5"`. */
  readonly rate: string;
};

/** What a bank says of a payout run. */
export type ReadPayoutReportInput = {
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** The bank's message as it came: ISO 20022 pain.002. */
  readonly report: string;
};

/** Which breaks a list has. All conditions apply. */
export type ReconciliationBreakFilter = {
  /** Only with these causes. */
  readonly causes?: ReadonlyArray<RootCause> | null | undefined;
  /** Only of this day or later. */
  readonly dayFrom?: string | null | undefined;
  /** Only of this day or before. */
  readonly dayTo?: string | null | undefined;
  /** Only of these kinds. */
  readonly kinds?: ReadonlyArray<BreakKind> | null | undefined;
  /** Only of this partner. */
  readonly partnerId?: string | null | undefined;
  /** Only in these states. */
  readonly states?: ReadonlyArray<BreakState> | null | undefined;
  /** Only about these. */
  readonly subjects?: ReadonlyArray<BreakSubject> | null | undefined;
};

/** How a list of breaks is sorted. */
export type ReconciliationBreakOrder = {
  /** In which direction. */
  readonly direction?: OrderDirection;
  /** By what. */
  readonly field: ReconciliationBreakOrderField;
};

/** By what a list of breaks is sorted. */
export type ReconciliationBreakOrderField =
  /** When they were found. */
  | 'OPENED_AT';

/** Which runs a list has. */
export type ReconciliationRunFilter = {
  /** Only of this partner. */
  readonly partnerId?: string | null | undefined;
};

/** How a list of reconciliation runs is sorted. */
export type ReconciliationRunOrder = {
  /** In which direction. */
  readonly direction?: OrderDirection;
  /** By what. */
  readonly field: ReconciliationRunOrderField;
};

/** By what a list of reconciliation runs is sorted. */
export type ReconciliationRunOrderField =
  /** When they began. */
  | 'STARTED_AT';

/** Why a partner was looked at. */
export type ReconciliationTrigger =
  /** Something arrived on one side. */
  | 'ARRIVAL'
  /** A person asked for it. */
  | 'COMMAND'
  /** Something had waited long enough. */
  | 'DUE';

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

/** Which grant is refused. */
export type RefuseGrantInput = {
  /** The grant. */
  readonly grantId: string;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
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

/** Which hold ends, and why. */
export type ReleaseRetentionHoldInput = {
  /** The hold. */
  readonly holdId: string;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** Why; it is on record. */
  readonly reason: string;
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

/** Who starts anew. */
export type ResetPersonInput = {
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** The person. */
  readonly personId: string;
};

/** What is done about a break. */
export type ResolutionAction =
  /** The difference stands as it is; nothing is posted. */
  | 'ACCEPT'
  /** Our books follow the partner's: the difference is posted against clearing. */
  | 'ADJUST'
  /** The hub found that both sides agree now. Nobody can ask for it. */
  | 'MATCHED_LATER'
  /** Our transaction is taken back by a linked one. */
  | 'REVERSE'
  /** Nothing until a time; then it is open again. */
  | 'WAIT'
  /** The difference is posted against the account of write-offs. */
  | 'WRITE_OFF';

/** An alert, and what was done about it. */
export type ResolveAlertInput = {
  /** The alert. */
  readonly alertId: string;
  /** Refused when the alert has another version. */
  readonly expectedVersion?: number | null | undefined;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** What was done about it. */
  readonly resolution: string;
};

/** Breaks, and what is done about them. */
export type ResolveBreaksInput = {
  /** What is done. */
  readonly action: ResolutionAction;
  /** Up to 500 breaks. */
  readonly breakIds: ReadonlyArray<string>;
  /** A text of your own, up to 255 characters: the same key moves money once. */
  readonly idempotencyKey: string;
  /** Why. */
  readonly reason: string;
  /** For WAIT: until when. */
  readonly waitUntil?: string | null | undefined;
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

/** Which holds a list has. */
export type RetentionHoldFilter = {
  /** Only those in force, or released. */
  readonly inForce?: boolean | null | undefined;
  /** Only of this partner. */
  readonly partnerId?: string | null | undefined;
};

/** How a list of retention holds is sorted. */
export type RetentionHoldOrder = {
  /** In which direction. */
  readonly direction?: OrderDirection;
  /** By what. */
  readonly field: RetentionHoldOrderField;
};

/** By what a list of retention holds is sorted. */
export type RetentionHoldOrderField =
  /** By the time at which they were placed. */
  | 'PLACED_AT';

/** What is kept for a time and then removed. */
export type RetentionKind =
  /** Rows of the audit trail, from its beginning. */
  | 'AUDIT_TRAIL'
  /** Answers that are kept to be given again under an idempotency key. */
  | 'COMMAND_ANSWERS'
  /** The bytes of documents as they arrived; what was read of them stays. */
  | 'RAW_DOCUMENTS'
  /** Months of the ledger. They are taken out by the owner of the database. */
  | 'TRANSACTION_RECORDS'
  /** Messages to webhook endpoints that were delivered or given up. */
  | 'WEBHOOK_MESSAGES';

/** An account whose number is read whole. */
export type RevealPayoutAccountInput = {
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** The account. */
  readonly payoutAccountId: string;
  /** Why it has to be read; it is on record. */
  readonly reason: string;
};

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

/** Which grant is taken back. */
export type RevokeGrantInput = {
  /** The grant. */
  readonly grantId: string;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
};

/** A set of permissions. */
export type Role =
  /** Everything. */
  | 'ADMINISTRATOR'
  /** Sees everything, the audit trail included, and changes nothing. */
  | 'AUDITOR'
  /** Records transactions and imports documents. */
  | 'INTEGRATION'
  /** Runs the hub: everything but who may do what, and the audit trail. */
  | 'OPERATOR'
  /** Records its own transactions and sees its own rows. */
  | 'PARTNER'
  /** Sees the ledger, holds partners, withholds and disputes settlements. */
  | 'RISK_ANALYST'
  /** Runs the settlement, from contracts to payouts. */
  | 'SETTLEMENT_MANAGER'
  /** Sees partners, contracts, the ledger and live balances. */
  | 'VIEWER';

/** Which grants a list has. All conditions apply. */
export type RoleGrantFilter = {
  /** Only of this API key. */
  readonly apiKeyId?: string | null | undefined;
  /** Only of this person. */
  readonly personId?: string | null | undefined;
  /** Only of this role. */
  readonly role?: Role | null | undefined;
  /** Only in this state. */
  readonly state?: GrantState | null | undefined;
};

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

/** What is behind several breaks. */
export type RootCause =
  /** Times differ by the same quarters of an hour. */
  | 'CLOCK_OFF'
  /** Nothing that a statement lists was posted. */
  | 'DAY_NOT_POSTED'
  /** The partner sent a statement twice. */
  | 'DOUBLED_FILE'
  /** A document was posted twice. */
  | 'DOUBLED_POSTING'
  /** Amounts differ by the same rate. */
  | 'FEE_RATE'
  /** A statement ends at a round number of lines, and later ones are missing. */
  | 'PAGE_CUT';

/** Which API key gets a new secret. */
export type RotateApiKeyInput = {
  /** The key. */
  readonly apiKeyId: string;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** How long the secret before stays good as well: 0 to 720 hours. */
  readonly overlapHours?: number;
};

/** Whose data keys are exchanged, and why. */
export type RotateDataKeysInput = {
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** Only of this partner; all where it is left out. */
  readonly partnerId?: string | null | undefined;
  /** Why they are exchanged; it is on record. */
  readonly reason: string;
};

/** Gives statements another signing key. */
export type RotateStatementKeyInput = {
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
};

/** Which partner is looked at. */
export type RunReconciliationInput = {
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** The partner. */
  readonly partnerId: string;
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

/** What a partner's documents are for. */
export type SetDocumentRoleInput = {
  /** Only of this account. */
  readonly account?: string | null | undefined;
  /** The kind of documents, by the adapter that reads them. */
  readonly adapter: string;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** The partner. */
  readonly partnerId: string;
  /** Why. */
  readonly reason: string;
  /** What they are for from now on. */
  readonly role: DocumentRole;
};

/** The next version of a source's rules. */
export type SetQualityRulesInput = {
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** The partner. */
  readonly partnerId: string;
  /** Why, in up to 500 characters. */
  readonly reason: string;
  /** The rules, as JSON: a list; an empty one for none. */
  readonly rules: string;
};

/** For how long what is kept, and why. */
export type SetRetentionRuleInput = {
  /** For how many days; at the least `minimumDays`. */
  readonly days: number;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** What. */
  readonly kind: RetentionKind;
  /** Why; it is on record. */
  readonly reason: string;
};

/** Which settlements a list has. All conditions apply; days are included. */
export type SettlementFilter = {
  /** Whose money becomes available on this day or later. */
  readonly availableFrom?: string | null | undefined;
  /** Whose money becomes available on this day or earlier. */
  readonly availableTo?: string | null | undefined;
  /** Only of this contract. */
  readonly contractId?: string | null | undefined;
  /** Only in this currency. */
  readonly currency?: string | null | undefined;
  /** Due on this day or later. */
  readonly dueFrom?: string | null | undefined;
  /** Due on this day or earlier. */
  readonly dueTo?: string | null | undefined;
  /** Only of this partner. */
  readonly partnerId?: string | null | undefined;
  /** Periods from this day on. */
  readonly periodFrom?: string | null | undefined;
  /** Periods up to this day. */
  readonly periodTo?: string | null | undefined;
  /** Only in these states. */
  readonly states?: ReadonlyArray<SettlementState> | null | undefined;
};

/** A settlement that takes a step. */
export type SettlementInput = {
  /** Refused when the settlement has another version. */
  readonly expectedVersion?: number | null | undefined;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** The settlement. */
  readonly settlementId: string;
};

/** How a list of settlements is sorted. */
export type SettlementOrder = {
  /** In which direction. */
  readonly direction?: OrderDirection;
  /** By what. */
  readonly field: SettlementOrderField;
};

/** By what a list of settlements is sorted. */
export type SettlementOrderField =
  /** The time at which it was opened first. */
  | 'CREATED_AT'
  /** The day on which it is to be paid. */
  | 'DUE_ON'
  /** The beginning of the period. */
  | 'PERIOD';

/** A settlement that takes a step, and why. */
export type SettlementReasonInput = {
  /** Refused when the settlement has another version. */
  readonly expectedVersion?: number | null | undefined;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** Why. */
  readonly reason: string;
  /** The settlement. */
  readonly settlementId: string;
};

/** Where a settlement is on its way from its period to its payout. */
export type SettlementState =
  /** A second person approved it. */
  | 'APPROVED'
  /** Its figures are frozen. */
  | 'CLOSED'
  /** The boundary is written, its figures are being frozen. */
  | 'CLOSING'
  /** Somebody disputes it. */
  | 'DISPUTED'
  /** The bank was told to pay it. */
  | 'IN_PAYOUT'
  /** Its period counts transactions. */
  | 'OPEN'
  /** The bank confirmed the payout. */
  | 'PAID_OUT'
  /** It is paid with the next payout run. */
  | 'PAYOUT_SCHEDULED'
  /** It agrees with what the partner says. */
  | 'RECONCILED'
  /** Its payout is held back. */
  | 'WITHHELD';

/** What has to be there for a step. */
export type SettlementStepNeed =
  /** The bank's confirmation. */
  | 'CONFIRMATION'
  /** Nothing that is due, or owed still. */
  | 'NOTHING_DUE'
  /** Something that is due, and an account to pay it to. */
  | 'PAYOUT_ACCOUNT';

/** Which steps a list has. All conditions apply. */
export type SettlementTransitionFilter = {
  /** Only taken at or after this. */
  readonly from?: string | null | undefined;
  /** Only of settlements of this partner. */
  readonly partnerId?: string | null | undefined;
  /** Only of this settlement. */
  readonly settlementId?: string | null | undefined;
  /** Only into these states. */
  readonly to?: ReadonlyArray<SettlementState> | null | undefined;
  /** Only taken before this. */
  readonly until?: string | null | undefined;
};

/** How a list of steps of settlements is sorted. */
export type SettlementTransitionOrder = {
  /** In which direction. */
  readonly direction?: OrderDirection;
  /** By what. */
  readonly field: SettlementTransitionOrderField;
};

/** By what a list of steps of settlements is sorted. */
export type SettlementTransitionOrderField =
  /** The time at which it was taken. */
  | 'AT';

/** A side of an account. */
export type Side =
  /** What comes into the account. */
  | 'CREDIT'
  /** What goes out of the account. */
  | 'DEBIT';

/** How a person signed in. */
export type SignInMethod =
  /** By an OpenID provider. */
  | 'OIDC'
  /** With an account of the hub. */
  | 'PASSWORD';

/** A job that is left undone, and why. */
export type SkipJobInput = {
  /** Refused when the job has another version. */
  readonly expectedVersion?: number | null | undefined;
  /** A text of your own, up to 255 characters, such as a UUID. The same key with the same input has its effect once and is answered alike for ever; with another input it is refused. */
  readonly idempotencyKey?: string | null | undefined;
  /** The job. */
  readonly jobId: string;
  /** Why it is left undone. */
  readonly reason: string;
};

/** Which sources. All conditions apply. */
export type SourceFilter = {
  /** Only those with these codes. */
  readonly codes?: ReadonlyArray<string> | null | undefined;
  /** Only those that are late, or are not. */
  readonly isLate?: boolean | null | undefined;
};

/** Which statements a list has. All conditions apply. */
export type StatementFilter = {
  /** Whose money becomes available on this day or later. */
  readonly availableFrom?: string | null | undefined;
  /** Whose money becomes available on this day or earlier. */
  readonly availableTo?: string | null | undefined;
  /** Those of this contract. */
  readonly contractId?: string | null | undefined;
  /** Those in this currency. */
  readonly currency?: string | null | undefined;
  /** Due on this day or later. */
  readonly dueFrom?: string | null | undefined;
  /** Due on this day or earlier. */
  readonly dueTo?: string | null | undefined;
  /** Whether no later statement stands for it. */
  readonly isCurrent?: boolean | null | undefined;
  /** Those of this partner. */
  readonly partnerId?: string | null | undefined;
  /** Periods from this day on. */
  readonly periodFrom?: string | null | undefined;
  /** Periods up to this day. */
  readonly periodTo?: string | null | undefined;
  /** Those of this settlement. */
  readonly settlementId?: string | null | undefined;
  /** Of settlements that are in these states now. */
  readonly states?: ReadonlyArray<SettlementState> | null | undefined;
};

/** How a list of statements is sorted. */
export type StatementOrder = {
  /** In which direction. */
  readonly direction?: OrderDirection;
  /** By what. */
  readonly field: StatementOrderField;
};

/** By what a list of statements is sorted. */
export type StatementOrderField =
  /** The time at which it was made. */
  | 'ISSUED_AT';

/** Where a line has the reference. */
export type TheirLink =
  /** In the bank's own. */
  | 'BANK_REFERENCE'
  /** In its identity within the document. */
  | 'EXTERNAL_ID'
  /** In its strongest reference. */
  | 'REFERENCE'
  /** In what the payment says it is for. */
  | 'REMITTANCE';

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

/** How a list of transactions is sorted. */
export type TransactionOrder = {
  /** In which direction. */
  readonly direction?: OrderDirection;
  /** By what. */
  readonly field: TransactionOrderField;
};

/** By what a list of transactions is sorted. */
export type TransactionOrderField =
  /** The time at which it was posted. */
  | 'POSTED_AT';

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

export type ApiKeyFieldsFragment = { readonly id: string, readonly name: string, readonly prefix: string, readonly role: Role, readonly scopes: ReadonlyArray<string> | null, readonly ipRanges: ReadonlyArray<string>, readonly permissions: ReadonlyArray<string>, readonly createdAt: string, readonly expiresAt: string | null, readonly previousSecretUntil: string | null, readonly revokedAt: string | null, readonly lastUsedAt: string | null, readonly partner: { readonly id: string, readonly code: string } | null };

export type ApiKeysQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ApiKeysQuery = { readonly apiKeys: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly prefix: string, readonly role: Role, readonly scopes: ReadonlyArray<string> | null, readonly ipRanges: ReadonlyArray<string>, readonly permissions: ReadonlyArray<string>, readonly createdAt: string, readonly expiresAt: string | null, readonly previousSecretUntil: string | null, readonly revokedAt: string | null, readonly lastUsedAt: string | null, readonly partner: { readonly id: string, readonly code: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type CreateApiKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type CreateApiKeyMutation = { readonly createApiKey: { readonly secret: string | null, readonly signingSecret: string | null, readonly apiKey: { readonly id: string, readonly name: string, readonly prefix: string, readonly role: Role, readonly scopes: ReadonlyArray<string> | null, readonly ipRanges: ReadonlyArray<string>, readonly permissions: ReadonlyArray<string>, readonly createdAt: string, readonly expiresAt: string | null, readonly previousSecretUntil: string | null, readonly revokedAt: string | null, readonly lastUsedAt: string | null, readonly partner: { readonly id: string, readonly code: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type RotateApiKeyMutationVariables = Exact<{
  input: RotateApiKeyInput;
}>;


export type RotateApiKeyMutation = { readonly rotateApiKey: { readonly secret: string | null, readonly signingSecret: string | null, readonly apiKey: { readonly id: string, readonly name: string, readonly prefix: string, readonly role: Role, readonly scopes: ReadonlyArray<string> | null, readonly ipRanges: ReadonlyArray<string>, readonly permissions: ReadonlyArray<string>, readonly createdAt: string, readonly expiresAt: string | null, readonly previousSecretUntil: string | null, readonly revokedAt: string | null, readonly lastUsedAt: string | null, readonly partner: { readonly id: string, readonly code: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type RevokeApiKeyMutationVariables = Exact<{
  input: RevokeApiKeyInput;
}>;


export type RevokeApiKeyMutation = { readonly revokeApiKey: { readonly apiKey: { readonly id: string, readonly name: string, readonly prefix: string, readonly role: Role, readonly scopes: ReadonlyArray<string> | null, readonly ipRanges: ReadonlyArray<string>, readonly permissions: ReadonlyArray<string>, readonly createdAt: string, readonly expiresAt: string | null, readonly previousSecretUntil: string | null, readonly revokedAt: string | null, readonly lastUsedAt: string | null, readonly partner: { readonly id: string, readonly code: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type OwnRoleFieldsFragment = { readonly id: string, readonly name: string, readonly description: string, readonly permissions: ReadonlyArray<string>, readonly version: number };

export type RoleGrantFieldsFragment = { readonly id: string, readonly role: Role | null, readonly state: GrantState, readonly reason: string | null, readonly requestedByName: string, readonly requestedAt: string, readonly decidedByName: string | null, readonly decidedAt: string | null, readonly expiresAt: string | null, readonly revokedAt: string | null, readonly ownRole: { readonly id: string, readonly name: string } | null, readonly partners: ReadonlyArray<{ readonly id: string, readonly code: string }> | null };

export type RolesQueryVariables = Exact<{ [key: string]: never; }>;


export type RolesQuery = { readonly roles: ReadonlyArray<{ readonly role: Role, readonly permissions: ReadonlyArray<string>, readonly isDangerous: boolean }>, readonly ownRoles: ReadonlyArray<{ readonly id: string, readonly name: string, readonly description: string, readonly permissions: ReadonlyArray<string>, readonly version: number }>, readonly permissionCatalogue: ReadonlyArray<{ readonly name: string, readonly description: string, readonly isDangerous: boolean }> };

export type GrantsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: RoleGrantFilter | null | undefined;
}>;


export type GrantsQuery = { readonly grants: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly role: Role | null, readonly state: GrantState, readonly reason: string | null, readonly requestedByName: string, readonly requestedAt: string, readonly decidedByName: string | null, readonly decidedAt: string | null, readonly expiresAt: string | null, readonly revokedAt: string | null, readonly apiKey: { readonly id: string, readonly name: string } | null, readonly person: { readonly id: string, readonly name: string } | null, readonly ownRole: { readonly id: string, readonly name: string } | null, readonly partners: ReadonlyArray<{ readonly id: string, readonly code: string }> | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type CreateRoleMutationVariables = Exact<{
  input: CreateRoleInput;
}>;


export type CreateRoleMutation = { readonly createRole: { readonly role: { readonly id: string, readonly name: string, readonly description: string, readonly permissions: ReadonlyArray<string>, readonly version: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type ChangeRoleMutationVariables = Exact<{
  input: ChangeRoleInput;
}>;


export type ChangeRoleMutation = { readonly changeRole: { readonly role: { readonly id: string, readonly name: string, readonly description: string, readonly permissions: ReadonlyArray<string>, readonly version: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type GrantRoleMutationVariables = Exact<{
  input: GrantRoleInput;
}>;


export type GrantRoleMutation = { readonly grantRole: { readonly grant: { readonly id: string, readonly role: Role | null, readonly state: GrantState, readonly reason: string | null, readonly requestedByName: string, readonly requestedAt: string, readonly decidedByName: string | null, readonly decidedAt: string | null, readonly expiresAt: string | null, readonly revokedAt: string | null, readonly ownRole: { readonly id: string, readonly name: string } | null, readonly partners: ReadonlyArray<{ readonly id: string, readonly code: string }> | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type ApproveGrantMutationVariables = Exact<{
  input: ApproveGrantInput;
}>;


export type ApproveGrantMutation = { readonly approveGrant: { readonly grant: { readonly id: string, readonly role: Role | null, readonly state: GrantState, readonly reason: string | null, readonly requestedByName: string, readonly requestedAt: string, readonly decidedByName: string | null, readonly decidedAt: string | null, readonly expiresAt: string | null, readonly revokedAt: string | null, readonly ownRole: { readonly id: string, readonly name: string } | null, readonly partners: ReadonlyArray<{ readonly id: string, readonly code: string }> | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type RefuseGrantMutationVariables = Exact<{
  input: RefuseGrantInput;
}>;


export type RefuseGrantMutation = { readonly refuseGrant: { readonly grant: { readonly id: string, readonly role: Role | null, readonly state: GrantState, readonly reason: string | null, readonly requestedByName: string, readonly requestedAt: string, readonly decidedByName: string | null, readonly decidedAt: string | null, readonly expiresAt: string | null, readonly revokedAt: string | null, readonly ownRole: { readonly id: string, readonly name: string } | null, readonly partners: ReadonlyArray<{ readonly id: string, readonly code: string }> | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type RevokeGrantMutationVariables = Exact<{
  input: RevokeGrantInput;
}>;


export type RevokeGrantMutation = { readonly revokeGrant: { readonly grant: { readonly id: string, readonly role: Role | null, readonly state: GrantState, readonly reason: string | null, readonly requestedByName: string, readonly requestedAt: string, readonly decidedByName: string | null, readonly decidedAt: string | null, readonly expiresAt: string | null, readonly revokedAt: string | null, readonly ownRole: { readonly id: string, readonly name: string } | null, readonly partners: ReadonlyArray<{ readonly id: string, readonly code: string }> | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type PersonFieldsFragment = { readonly id: string, readonly email: string, readonly name: string, readonly state: PersonState, readonly hasPassword: boolean, readonly hasTotp: boolean, readonly mustChangePassword: boolean, readonly lockedUntil: string | null, readonly createdAt: string };

export type PeopleQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PeopleQuery = { readonly people: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly email: string, readonly name: string, readonly state: PersonState, readonly hasPassword: boolean, readonly hasTotp: boolean, readonly mustChangePassword: boolean, readonly lockedUntil: string | null, readonly createdAt: string, readonly sessions: ReadonlyArray<{ readonly method: SignInMethod, readonly address: string | null, readonly createdAt: string, readonly lastSeenAt: string, readonly expiresAt: string }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type CreatePersonMutationVariables = Exact<{
  input: CreatePersonInput;
}>;


export type CreatePersonMutation = { readonly createPerson: { readonly temporaryPassword: string | null, readonly person: { readonly id: string, readonly email: string, readonly name: string, readonly state: PersonState, readonly hasPassword: boolean, readonly hasTotp: boolean, readonly mustChangePassword: boolean, readonly lockedUntil: string | null, readonly createdAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type ResetPersonMutationVariables = Exact<{
  input: ResetPersonInput;
}>;


export type ResetPersonMutation = { readonly resetPerson: { readonly temporaryPassword: string | null, readonly person: { readonly id: string, readonly email: string, readonly name: string, readonly state: PersonState, readonly hasPassword: boolean, readonly hasTotp: boolean, readonly mustChangePassword: boolean, readonly lockedUntil: string | null, readonly createdAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type DisablePersonMutationVariables = Exact<{
  input: DisablePersonInput;
}>;


export type DisablePersonMutation = { readonly disablePerson: { readonly person: { readonly id: string, readonly email: string, readonly name: string, readonly state: PersonState, readonly hasPassword: boolean, readonly hasTotp: boolean, readonly mustChangePassword: boolean, readonly lockedUntil: string | null, readonly createdAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type EnablePersonMutationVariables = Exact<{
  input: EnablePersonInput;
}>;


export type EnablePersonMutation = { readonly enablePerson: { readonly person: { readonly id: string, readonly email: string, readonly name: string, readonly state: PersonState, readonly hasPassword: boolean, readonly hasTotp: boolean, readonly mustChangePassword: boolean, readonly lockedUntil: string | null, readonly createdAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type EndSessionsMutationVariables = Exact<{
  input: EndSessionsInput;
}>;


export type EndSessionsMutation = { readonly endSessions: { readonly person: { readonly id: string, readonly email: string, readonly name: string, readonly state: PersonState, readonly hasPassword: boolean, readonly hasTotp: boolean, readonly mustChangePassword: boolean, readonly lockedUntil: string | null, readonly createdAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

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
  orderBy?: EntryOrder | null | undefined;
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

export type AuditEventFieldsFragment = { readonly sequence: string, readonly kind: AuditKind, readonly at: string, readonly actorKind: string, readonly actorId: string, readonly actorName: string, readonly channel: string, readonly address: string | null, readonly requestId: string, readonly command: string, readonly outcome: AuditOutcome, readonly code: string | null, readonly reason: string | null, readonly facts: string, readonly changes: string | null, readonly inputHash: string, readonly hash: string };

export type AuditEventsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: AuditEventFilter | null | undefined;
  orderBy?: AuditEventOrder | null | undefined;
}>;


export type AuditEventsQuery = { readonly auditEvents: { readonly nodes: ReadonlyArray<{ readonly sequence: string, readonly kind: AuditKind, readonly at: string, readonly actorKind: string, readonly actorId: string, readonly actorName: string, readonly channel: string, readonly address: string | null, readonly requestId: string, readonly command: string, readonly outcome: AuditOutcome, readonly code: string | null, readonly reason: string | null, readonly facts: string, readonly changes: string | null, readonly inputHash: string, readonly hash: string, readonly partner: { readonly id: string, readonly code: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

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

export type EncryptionStatusQueryVariables = Exact<{ [key: string]: never; }>;


export type EncryptionStatusQuery = { readonly encryptionStatus: { readonly wrappingKeys: ReadonlyArray<{ readonly keyId: string, readonly current: boolean, readonly dataKeys: number }>, readonly stores: ReadonlyArray<{ readonly name: string, readonly sealed: number, readonly stale: number, readonly plain: number }> } };

export type RotateDataKeysMutationVariables = Exact<{
  input: RotateDataKeysInput;
}>;


export type RotateDataKeysMutation = { readonly rotateDataKeys: { readonly dataKeys: number | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

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

export type ExportTransactionsMutationVariables = Exact<{
  input: ExportTransactionsInput;
}>;


export type ExportTransactionsMutation = { readonly exportTransactions: { readonly path: string | null, readonly expiresAt: string | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type JobFieldsFragment = { readonly id: string, readonly kind: JobKind, readonly subject: string, readonly dueAt: string, readonly state: JobState, readonly attempts: number, readonly failureCode: string | null, readonly failure: string | null, readonly reason: string | null, readonly decidedBy: string | null, readonly version: number, readonly createdAt: string, readonly finishedAt: string | null };

export type JobsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: JobFilter | null | undefined;
  orderBy?: JobOrder | null | undefined;
}>;


export type JobsQuery = { readonly jobs: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: JobKind, readonly subject: string, readonly dueAt: string, readonly state: JobState, readonly attempts: number, readonly failureCode: string | null, readonly failure: string | null, readonly reason: string | null, readonly decidedBy: string | null, readonly version: number, readonly createdAt: string, readonly finishedAt: string | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type JobPayloadFieldsFragment = { readonly job: { readonly id: string, readonly kind: JobKind, readonly subject: string, readonly dueAt: string, readonly state: JobState, readonly attempts: number, readonly failureCode: string | null, readonly failure: string | null, readonly reason: string | null, readonly decidedBy: string | null, readonly version: number, readonly createdAt: string, readonly finishedAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> };

export type RunJobMutationVariables = Exact<{
  input: JobInput;
}>;


export type RunJobMutation = { readonly runJob: { readonly job: { readonly id: string, readonly kind: JobKind, readonly subject: string, readonly dueAt: string, readonly state: JobState, readonly attempts: number, readonly failureCode: string | null, readonly failure: string | null, readonly reason: string | null, readonly decidedBy: string | null, readonly version: number, readonly createdAt: string, readonly finishedAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type RetryJobMutationVariables = Exact<{
  input: JobInput;
}>;


export type RetryJobMutation = { readonly retryJob: { readonly job: { readonly id: string, readonly kind: JobKind, readonly subject: string, readonly dueAt: string, readonly state: JobState, readonly attempts: number, readonly failureCode: string | null, readonly failure: string | null, readonly reason: string | null, readonly decidedBy: string | null, readonly version: number, readonly createdAt: string, readonly finishedAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type SkipJobMutationVariables = Exact<{
  input: SkipJobInput;
}>;


export type SkipJobMutation = { readonly skipJob: { readonly job: { readonly id: string, readonly kind: JobKind, readonly subject: string, readonly dueAt: string, readonly state: JobState, readonly attempts: number, readonly failureCode: string | null, readonly failure: string | null, readonly reason: string | null, readonly decidedBy: string | null, readonly version: number, readonly createdAt: string, readonly finishedAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type AlertFieldsFragment = { readonly id: string, readonly kind: AlertKind, readonly subject: string, readonly message: string, readonly state: AlertState, readonly raisedAt: string, readonly resolvedAt: string | null, readonly resolvedBy: string | null, readonly resolution: string | null, readonly version: number };

export type AlertsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: AlertFilter | null | undefined;
}>;


export type AlertsQuery = { readonly alerts: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: AlertKind, readonly subject: string, readonly message: string, readonly state: AlertState, readonly raisedAt: string, readonly resolvedAt: string | null, readonly resolvedBy: string | null, readonly resolution: string | null, readonly version: number }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ResolveAlertMutationVariables = Exact<{
  input: ResolveAlertInput;
}>;


export type ResolveAlertMutation = { readonly resolveAlert: { readonly alert: { readonly id: string, readonly kind: AlertKind, readonly subject: string, readonly message: string, readonly state: AlertState, readonly raisedAt: string, readonly resolvedAt: string | null, readonly resolvedBy: string | null, readonly resolution: string | null, readonly version: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type AccountBalanceFieldsFragment = { readonly id: string, readonly partnerId: string | null, readonly purpose: string, readonly currency: string, readonly lastPostedAt: string | null, readonly balance: { readonly version: string, readonly posted: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly pendingOut: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly pendingIn: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly available: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } };

export type BalancesSubscriptionVariables = Exact<{
  accountIds?: ReadonlyArray<string> | string | null | undefined;
  partnerId?: string | null | undefined;
  filter?: BalanceFilter | null | undefined;
  after?: string | null | undefined;
  delivery?: Delivery | null | undefined;
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

export type SettlementStreamSubscriptionVariables = Exact<{
  partnerId?: string | null | undefined;
  contractId?: string | null | undefined;
  from?: string | null | undefined;
  states?: ReadonlyArray<SettlementState> | SettlementState | null | undefined;
  after?: string | null | undefined;
}>;


export type SettlementStreamSubscription = { readonly settlements:
    | { readonly __typename: 'Heartbeat', readonly cursor: string | null, readonly epoch: string, readonly committedAt: string | null, readonly sentAt: string }
    | { readonly __typename: 'Resync', readonly cursor: string | null, readonly epoch: string, readonly committedAt: string | null, readonly sentAt: string, readonly reason: ResyncReason }
    | { readonly __typename: 'SettlementsChanged', readonly cursor: string | null, readonly epoch: string, readonly committedAt: string | null, readonly sentAt: string, readonly settlements: ReadonlyArray<{ readonly id: string, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly periodStart: string, readonly periodEnd: string, readonly closesAt: string, readonly dueOn: string, readonly availableOn: string, readonly state: SettlementState, readonly netted: boolean, readonly version: number, readonly createdAt: string, readonly closedAt: string | null, readonly partner: { readonly id: string, readonly code: string, readonly name: string } | null, readonly payable: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly broughtForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly correctionSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly adjustmentSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly due: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly carriedForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null }> }
    | { readonly __typename: 'SettlementsSnapshot', readonly cursor: string | null, readonly epoch: string, readonly committedAt: string | null, readonly sentAt: string, readonly complete: boolean, readonly settlements: ReadonlyArray<{ readonly id: string, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly periodStart: string, readonly periodEnd: string, readonly closesAt: string, readonly dueOn: string, readonly availableOn: string, readonly state: SettlementState, readonly netted: boolean, readonly version: number, readonly createdAt: string, readonly closedAt: string | null, readonly partner: { readonly id: string, readonly code: string, readonly name: string } | null, readonly payable: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly broughtForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly correctionSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly adjustmentSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly due: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly carriedForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null }> }
   };

export type WatchedSettlementFieldsFragment = { readonly id: string, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly periodStart: string, readonly periodEnd: string, readonly closesAt: string, readonly dueOn: string, readonly availableOn: string, readonly state: SettlementState, readonly netted: boolean, readonly version: number, readonly createdAt: string, readonly closedAt: string | null, readonly partner: { readonly id: string, readonly code: string, readonly name: string } | null, readonly payable: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly broughtForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly correctionSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly adjustmentSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly due: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly carriedForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null };

export type PositionStreamSubscriptionVariables = Exact<{
  partnerId?: string | null | undefined;
  contractId?: string | null | undefined;
  from?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type PositionStreamSubscription = { readonly positions:
    | { readonly __typename: 'Heartbeat', readonly cursor: string | null, readonly epoch: string, readonly committedAt: string | null, readonly sentAt: string }
    | { readonly __typename: 'PositionsChanged', readonly cursor: string | null, readonly epoch: string, readonly committedAt: string | null, readonly sentAt: string, readonly positions: ReadonlyArray<{ readonly contract: string, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly startsAt: string, readonly endsAt: string, readonly isClosed: boolean, readonly version: number, readonly payable: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly residual: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly broughtForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } }> }
    | { readonly __typename: 'PositionsSnapshot', readonly cursor: string | null, readonly epoch: string, readonly committedAt: string | null, readonly sentAt: string, readonly complete: boolean, readonly positions: ReadonlyArray<{ readonly contract: string, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly startsAt: string, readonly endsAt: string, readonly isClosed: boolean, readonly version: number, readonly payable: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly residual: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly broughtForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } }> }
    | { readonly __typename: 'Resync', readonly cursor: string | null, readonly epoch: string, readonly committedAt: string | null, readonly sentAt: string, readonly reason: ResyncReason }
   };

export type WatchedPositionFieldsFragment = { readonly contract: string, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly startsAt: string, readonly endsAt: string, readonly isClosed: boolean, readonly version: number, readonly payable: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly residual: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly broughtForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } };

export type JobStreamSubscriptionVariables = Exact<{
  partnerId?: string | null | undefined;
  kinds?: ReadonlyArray<JobKind> | JobKind | null | undefined;
  states?: ReadonlyArray<JobState> | JobState | null | undefined;
  after?: string | null | undefined;
}>;


export type JobStreamSubscription = { readonly jobs:
    | { readonly __typename: 'Heartbeat', readonly cursor: string | null, readonly epoch: string, readonly committedAt: string | null, readonly sentAt: string }
    | { readonly __typename: 'JobsChanged', readonly cursor: string | null, readonly epoch: string, readonly committedAt: string | null, readonly sentAt: string, readonly jobs: ReadonlyArray<{ readonly id: string, readonly kind: JobKind, readonly subject: string, readonly dueAt: string, readonly state: JobState, readonly attempts: number, readonly failureCode: string | null, readonly failure: string | null, readonly reason: string | null, readonly decidedBy: string | null, readonly version: number, readonly createdAt: string, readonly finishedAt: string | null }> }
    | { readonly __typename: 'JobsSnapshot', readonly cursor: string | null, readonly epoch: string, readonly committedAt: string | null, readonly sentAt: string, readonly complete: boolean, readonly jobs: ReadonlyArray<{ readonly id: string, readonly kind: JobKind, readonly subject: string, readonly dueAt: string, readonly state: JobState, readonly attempts: number, readonly failureCode: string | null, readonly failure: string | null, readonly reason: string | null, readonly decidedBy: string | null, readonly version: number, readonly createdAt: string, readonly finishedAt: string | null }> }
    | { readonly __typename: 'Resync', readonly cursor: string | null, readonly epoch: string, readonly committedAt: string | null, readonly sentAt: string, readonly reason: ResyncReason }
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

export type PayoutFieldsFragment = { readonly id: string, readonly endToEndId: string, readonly dueOn: string, readonly state: PayoutState, readonly bankStatus: string | null, readonly bankReason: string | null, readonly createdAt: string, readonly finishedAt: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } };

export type PayoutsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: PayoutFilter | null | undefined;
}>;


export type PayoutsQuery = { readonly payouts: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly endToEndId: string, readonly dueOn: string, readonly state: PayoutState, readonly bankStatus: string | null, readonly bankReason: string | null, readonly createdAt: string, readonly finishedAt: string | null, readonly partner: { readonly id: string, readonly code: string, readonly name: string, readonly kind: PartnerKind, readonly state: PartnerState, readonly holdReason: string | null, readonly heldAt: string | null, readonly synthetic: boolean, readonly version: number, readonly createdAt: string } | null, readonly settlements: ReadonlyArray<{ readonly id: string, readonly firstDay: string, readonly lastDay: string, readonly state: SettlementState }>, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type PayoutAccountFieldsFragment = { readonly id: string, readonly currency: string, readonly holderName: string, readonly scheme: PayoutScheme, readonly bic: string | null, readonly clearingSystem: string | null, readonly bankCode: string | null, readonly numberMasked: string, readonly state: PayoutAccountState, readonly createdAt: string, readonly replacedAt: string | null };

export type PayoutAccountsQueryVariables = Exact<{
  partnerId: string;
}>;


export type PayoutAccountsQuery = { readonly partner: { readonly payoutAccounts: ReadonlyArray<{ readonly id: string, readonly currency: string, readonly holderName: string, readonly scheme: PayoutScheme, readonly bic: string | null, readonly clearingSystem: string | null, readonly bankCode: string | null, readonly numberMasked: string, readonly state: PayoutAccountState, readonly createdAt: string, readonly replacedAt: string | null }> } | null };

export type AddPayoutAccountMutationVariables = Exact<{
  input: AddPayoutAccountInput;
}>;


export type AddPayoutAccountMutation = { readonly addPayoutAccount: { readonly payoutAccount: { readonly id: string, readonly currency: string, readonly holderName: string, readonly scheme: PayoutScheme, readonly bic: string | null, readonly clearingSystem: string | null, readonly bankCode: string | null, readonly numberMasked: string, readonly state: PayoutAccountState, readonly createdAt: string, readonly replacedAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type RevealPayoutAccountMutationVariables = Exact<{
  input: RevealPayoutAccountInput;
}>;


export type RevealPayoutAccountMutation = { readonly revealPayoutAccount: { readonly holderName: string | null, readonly number: string | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type PayoutRunFieldsFragment = { readonly id: string, readonly currency: string, readonly executeOn: string, readonly messageId: string, readonly payouts: number, readonly createdAt: string, readonly total: { readonly amountMinor: string, readonly amount: string, readonly currency: string } };

export type PayoutRunFileQueryVariables = Exact<{
  id: string;
}>;


export type PayoutRunFileQuery = { readonly node:
    | { readonly file: string | null, readonly id: string, readonly currency: string, readonly executeOn: string, readonly messageId: string, readonly payouts: number, readonly createdAt: string, readonly total: { readonly amountMinor: string, readonly amount: string, readonly currency: string } }
    | Record<PropertyKey, never>
   | null };

export type CreatePayoutRunMutationVariables = Exact<{
  input: CreatePayoutRunInput;
}>;


export type CreatePayoutRunMutation = { readonly createPayoutRun: { readonly payoutRun: { readonly file: string | null, readonly id: string, readonly currency: string, readonly executeOn: string, readonly messageId: string, readonly payouts: number, readonly createdAt: string, readonly total: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type ReadPayoutReportMutationVariables = Exact<{
  input: ReadPayoutReportInput;
}>;


export type ReadPayoutReportMutation = { readonly readPayoutReport: { readonly payoutRun: { readonly id: string, readonly currency: string, readonly executeOn: string, readonly messageId: string, readonly payouts: number, readonly createdAt: string, readonly total: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type PayoutTotalsQueryVariables = Exact<{
  filter?: PayoutFilter | null | undefined;
}>;


export type PayoutTotalsQuery = { readonly payoutTotals: ReadonlyArray<{ readonly currency: string, readonly count: number, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } }> };

export type PayoutRunsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: PayoutRunFilter | null | undefined;
}>;


export type PayoutRunsQuery = { readonly payoutRuns: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly currency: string, readonly executeOn: string, readonly messageId: string, readonly payouts: number, readonly createdAt: string, readonly total: { readonly amountMinor: string, readonly amount: string, readonly currency: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type PayoutAccountsByNumberQueryVariables = Exact<{
  number: string;
}>;


export type PayoutAccountsByNumberQuery = { readonly payoutAccountsByNumber: ReadonlyArray<{ readonly id: string, readonly currency: string, readonly holderName: string, readonly scheme: PayoutScheme, readonly bic: string | null, readonly clearingSystem: string | null, readonly bankCode: string | null, readonly numberMasked: string, readonly state: PayoutAccountState, readonly createdAt: string, readonly replacedAt: string | null }> };

export type PositionQueryVariables = Exact<{
  contractId: string;
  on?: string | null | undefined;
}>;


export type PositionQuery = { readonly position: { readonly contract: string, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly startsAt: string, readonly endsAt: string, readonly isClosed: boolean, readonly version: number, readonly payable: { readonly amount: string, readonly currency: string }, readonly residual: { readonly amount: string, readonly currency: string }, readonly broughtForward: { readonly amount: string, readonly currency: string }, readonly components: ReadonlyArray<{ readonly clause: string, readonly kind: ComponentKind, readonly version: number, readonly amount: { readonly amount: string, readonly currency: string }, readonly effect: { readonly amount: string, readonly currency: string }, readonly explanation: ReadonlyArray<{ readonly kind: ExplanationLineKind, readonly text: string, readonly input: string | null, readonly tier: { readonly from: string, readonly to: string | null, readonly part: string, readonly factor: string, readonly value: string } | null }> }>, readonly totals: ReadonlyArray<{ readonly version: number, readonly input: string, readonly count: string, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null }> } | null };

export type PositionsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: PositionFilter | null | undefined;
  orderBy?: PositionOrder | null | undefined;
}>;


export type PositionsQuery = { readonly positions: { readonly nodes: ReadonlyArray<{ readonly contract: string, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly startsAt: string, readonly endsAt: string, readonly isClosed: boolean, readonly version: number, readonly payable: { readonly amount: string, readonly currency: string }, readonly residual: { readonly amount: string, readonly currency: string }, readonly broughtForward: { readonly amount: string, readonly currency: string }, readonly components: ReadonlyArray<{ readonly clause: string, readonly kind: ComponentKind, readonly version: number, readonly amount: { readonly amount: string, readonly currency: string }, readonly effect: { readonly amount: string, readonly currency: string }, readonly explanation: ReadonlyArray<{ readonly kind: ExplanationLineKind, readonly text: string, readonly input: string | null, readonly tier: { readonly from: string, readonly to: string | null, readonly part: string, readonly factor: string, readonly value: string } | null }> }>, readonly totals: ReadonlyArray<{ readonly version: number, readonly input: string, readonly count: string, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type PositionTotalsQueryVariables = Exact<{
  filter?: PositionFilter | null | undefined;
}>;


export type PositionTotalsQuery = { readonly positionTotals: ReadonlyArray<{ readonly currency: string, readonly count: number, readonly payable: { readonly amountMinor: string, readonly amount: string, readonly currency: string } }> };

export type PositionTransactionsQueryVariables = Exact<{
  of: PositionInputRef;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PositionTransactionsQuery = { readonly positionTransactions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly externalId: string, readonly kind: TransactionKind, readonly type: string, readonly direction: Direction, readonly occurredAt: string, readonly postedAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly details: string | null, readonly document: string | null, readonly transfers: ReadonlyArray<{ readonly id: string, readonly code: string, readonly debitAccount: string, readonly creditAccount: string, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } }>, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly partner: { readonly id: string, readonly code: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type PositionFieldsFragment = { readonly contract: string, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly startsAt: string, readonly endsAt: string, readonly isClosed: boolean, readonly version: number, readonly payable: { readonly amount: string, readonly currency: string }, readonly residual: { readonly amount: string, readonly currency: string }, readonly broughtForward: { readonly amount: string, readonly currency: string }, readonly components: ReadonlyArray<{ readonly clause: string, readonly kind: ComponentKind, readonly version: number, readonly amount: { readonly amount: string, readonly currency: string }, readonly effect: { readonly amount: string, readonly currency: string }, readonly explanation: ReadonlyArray<{ readonly kind: ExplanationLineKind, readonly text: string, readonly input: string | null, readonly tier: { readonly from: string, readonly to: string | null, readonly part: string, readonly factor: string, readonly value: string } | null }> }>, readonly totals: ReadonlyArray<{ readonly version: number, readonly input: string, readonly count: string, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null }> };

export type QuarantinedTransactionFieldsFragment = { readonly externalId: string, readonly type: string, readonly direction: MovementDirection, readonly occurredAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } };

export type QuarantineItemFieldsFragment = { readonly id: string, readonly kind: QuarantineKind, readonly state: QuarantineState, readonly rule: QuarantineRule, readonly ruleId: string | null, readonly code: ErrorCode, readonly refusalCode: DocumentRefusalCode | null, readonly field: string | null, readonly value: string | null, readonly reason: string, readonly position: number, readonly line: number | null, readonly raw: string | null, readonly ignoresRules: boolean, readonly correctedBy: string | null, readonly correctionReason: string | null, readonly decidedBy: string | null, readonly decidedAt: string | null, readonly decisionReason: string | null, readonly quarantinedAt: string, readonly version: number, readonly transaction: { readonly externalId: string, readonly type: string, readonly direction: MovementDirection, readonly occurredAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null, readonly correction: { readonly externalId: string, readonly type: string, readonly direction: MovementDirection, readonly occurredAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null, readonly partner: { readonly id: string, readonly code: string } | null, readonly document: { readonly id: string, readonly name: string } | null };

export type QuarantineItemQueryVariables = Exact<{
  id: string;
}>;


export type QuarantineItemQuery = { readonly quarantineItem: { readonly id: string, readonly kind: QuarantineKind, readonly state: QuarantineState, readonly rule: QuarantineRule, readonly ruleId: string | null, readonly code: ErrorCode, readonly refusalCode: DocumentRefusalCode | null, readonly field: string | null, readonly value: string | null, readonly reason: string, readonly position: number, readonly line: number | null, readonly raw: string | null, readonly ignoresRules: boolean, readonly correctedBy: string | null, readonly correctionReason: string | null, readonly decidedBy: string | null, readonly decidedAt: string | null, readonly decisionReason: string | null, readonly quarantinedAt: string, readonly version: number, readonly transaction: { readonly externalId: string, readonly type: string, readonly direction: MovementDirection, readonly occurredAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null, readonly correction: { readonly externalId: string, readonly type: string, readonly direction: MovementDirection, readonly occurredAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null, readonly partner: { readonly id: string, readonly code: string } | null, readonly document: { readonly id: string, readonly name: string } | null } | null };

export type QuarantineQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: QuarantineItemFilter | null | undefined;
}>;


export type QuarantineQuery = { readonly quarantine: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: QuarantineKind, readonly state: QuarantineState, readonly rule: QuarantineRule, readonly ruleId: string | null, readonly code: ErrorCode, readonly refusalCode: DocumentRefusalCode | null, readonly field: string | null, readonly value: string | null, readonly reason: string, readonly position: number, readonly line: number | null, readonly raw: string | null, readonly ignoresRules: boolean, readonly correctedBy: string | null, readonly correctionReason: string | null, readonly decidedBy: string | null, readonly decidedAt: string | null, readonly decisionReason: string | null, readonly quarantinedAt: string, readonly version: number, readonly transaction: { readonly externalId: string, readonly type: string, readonly direction: MovementDirection, readonly occurredAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null, readonly correction: { readonly externalId: string, readonly type: string, readonly direction: MovementDirection, readonly occurredAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null, readonly partner: { readonly id: string, readonly code: string } | null, readonly document: { readonly id: string, readonly name: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type QuarantineItemPayloadFieldsFragment = { readonly item: { readonly id: string, readonly kind: QuarantineKind, readonly state: QuarantineState, readonly rule: QuarantineRule, readonly ruleId: string | null, readonly code: ErrorCode, readonly refusalCode: DocumentRefusalCode | null, readonly field: string | null, readonly value: string | null, readonly reason: string, readonly position: number, readonly line: number | null, readonly raw: string | null, readonly ignoresRules: boolean, readonly correctedBy: string | null, readonly correctionReason: string | null, readonly decidedBy: string | null, readonly decidedAt: string | null, readonly decisionReason: string | null, readonly quarantinedAt: string, readonly version: number, readonly transaction: { readonly externalId: string, readonly type: string, readonly direction: MovementDirection, readonly occurredAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null, readonly correction: { readonly externalId: string, readonly type: string, readonly direction: MovementDirection, readonly occurredAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null, readonly partner: { readonly id: string, readonly code: string } | null, readonly document: { readonly id: string, readonly name: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> };

export type QuarantineItemsPayloadFieldsFragment = { readonly items: ReadonlyArray<{ readonly id: string, readonly kind: QuarantineKind, readonly state: QuarantineState, readonly rule: QuarantineRule, readonly ruleId: string | null, readonly code: ErrorCode, readonly refusalCode: DocumentRefusalCode | null, readonly field: string | null, readonly value: string | null, readonly reason: string, readonly position: number, readonly line: number | null, readonly raw: string | null, readonly ignoresRules: boolean, readonly correctedBy: string | null, readonly correctionReason: string | null, readonly decidedBy: string | null, readonly decidedAt: string | null, readonly decisionReason: string | null, readonly quarantinedAt: string, readonly version: number, readonly transaction: { readonly externalId: string, readonly type: string, readonly direction: MovementDirection, readonly occurredAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null, readonly correction: { readonly externalId: string, readonly type: string, readonly direction: MovementDirection, readonly occurredAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null, readonly partner: { readonly id: string, readonly code: string } | null, readonly document: { readonly id: string, readonly name: string } | null }> | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> };

export type CorrectQuarantinedMutationVariables = Exact<{
  input: CorrectQuarantinedInput;
}>;


export type CorrectQuarantinedMutation = { readonly correctQuarantined: { readonly item: { readonly id: string, readonly kind: QuarantineKind, readonly state: QuarantineState, readonly rule: QuarantineRule, readonly ruleId: string | null, readonly code: ErrorCode, readonly refusalCode: DocumentRefusalCode | null, readonly field: string | null, readonly value: string | null, readonly reason: string, readonly position: number, readonly line: number | null, readonly raw: string | null, readonly ignoresRules: boolean, readonly correctedBy: string | null, readonly correctionReason: string | null, readonly decidedBy: string | null, readonly decidedAt: string | null, readonly decisionReason: string | null, readonly quarantinedAt: string, readonly version: number, readonly transaction: { readonly externalId: string, readonly type: string, readonly direction: MovementDirection, readonly occurredAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null, readonly correction: { readonly externalId: string, readonly type: string, readonly direction: MovementDirection, readonly occurredAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null, readonly partner: { readonly id: string, readonly code: string } | null, readonly document: { readonly id: string, readonly name: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type ApproveCorrectionMutationVariables = Exact<{
  input: ApproveCorrectionInput;
}>;


export type ApproveCorrectionMutation = { readonly approveCorrection: { readonly item: { readonly id: string, readonly kind: QuarantineKind, readonly state: QuarantineState, readonly rule: QuarantineRule, readonly ruleId: string | null, readonly code: ErrorCode, readonly refusalCode: DocumentRefusalCode | null, readonly field: string | null, readonly value: string | null, readonly reason: string, readonly position: number, readonly line: number | null, readonly raw: string | null, readonly ignoresRules: boolean, readonly correctedBy: string | null, readonly correctionReason: string | null, readonly decidedBy: string | null, readonly decidedAt: string | null, readonly decisionReason: string | null, readonly quarantinedAt: string, readonly version: number, readonly transaction: { readonly externalId: string, readonly type: string, readonly direction: MovementDirection, readonly occurredAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null, readonly correction: { readonly externalId: string, readonly type: string, readonly direction: MovementDirection, readonly occurredAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null, readonly partner: { readonly id: string, readonly code: string } | null, readonly document: { readonly id: string, readonly name: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type DeclineCorrectionMutationVariables = Exact<{
  input: DeclineCorrectionInput;
}>;


export type DeclineCorrectionMutation = { readonly declineCorrection: { readonly item: { readonly id: string, readonly kind: QuarantineKind, readonly state: QuarantineState, readonly rule: QuarantineRule, readonly ruleId: string | null, readonly code: ErrorCode, readonly refusalCode: DocumentRefusalCode | null, readonly field: string | null, readonly value: string | null, readonly reason: string, readonly position: number, readonly line: number | null, readonly raw: string | null, readonly ignoresRules: boolean, readonly correctedBy: string | null, readonly correctionReason: string | null, readonly decidedBy: string | null, readonly decidedAt: string | null, readonly decisionReason: string | null, readonly quarantinedAt: string, readonly version: number, readonly transaction: { readonly externalId: string, readonly type: string, readonly direction: MovementDirection, readonly occurredAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null, readonly correction: { readonly externalId: string, readonly type: string, readonly direction: MovementDirection, readonly occurredAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null, readonly partner: { readonly id: string, readonly code: string } | null, readonly document: { readonly id: string, readonly name: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type ReplayQuarantinedMutationVariables = Exact<{
  input: QuarantineItemsInput;
}>;


export type ReplayQuarantinedMutation = { readonly replayQuarantined: { readonly items: ReadonlyArray<{ readonly id: string, readonly kind: QuarantineKind, readonly state: QuarantineState, readonly rule: QuarantineRule, readonly ruleId: string | null, readonly code: ErrorCode, readonly refusalCode: DocumentRefusalCode | null, readonly field: string | null, readonly value: string | null, readonly reason: string, readonly position: number, readonly line: number | null, readonly raw: string | null, readonly ignoresRules: boolean, readonly correctedBy: string | null, readonly correctionReason: string | null, readonly decidedBy: string | null, readonly decidedAt: string | null, readonly decisionReason: string | null, readonly quarantinedAt: string, readonly version: number, readonly transaction: { readonly externalId: string, readonly type: string, readonly direction: MovementDirection, readonly occurredAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null, readonly correction: { readonly externalId: string, readonly type: string, readonly direction: MovementDirection, readonly occurredAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null, readonly partner: { readonly id: string, readonly code: string } | null, readonly document: { readonly id: string, readonly name: string } | null }> | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type RejectQuarantinedMutationVariables = Exact<{
  input: QuarantineItemsInput;
}>;


export type RejectQuarantinedMutation = { readonly rejectQuarantined: { readonly items: ReadonlyArray<{ readonly id: string, readonly kind: QuarantineKind, readonly state: QuarantineState, readonly rule: QuarantineRule, readonly ruleId: string | null, readonly code: ErrorCode, readonly refusalCode: DocumentRefusalCode | null, readonly field: string | null, readonly value: string | null, readonly reason: string, readonly position: number, readonly line: number | null, readonly raw: string | null, readonly ignoresRules: boolean, readonly correctedBy: string | null, readonly correctionReason: string | null, readonly decidedBy: string | null, readonly decidedAt: string | null, readonly decisionReason: string | null, readonly quarantinedAt: string, readonly version: number, readonly transaction: { readonly externalId: string, readonly type: string, readonly direction: MovementDirection, readonly occurredAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null, readonly correction: { readonly externalId: string, readonly type: string, readonly direction: MovementDirection, readonly occurredAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null, readonly partner: { readonly id: string, readonly code: string } | null, readonly document: { readonly id: string, readonly name: string } | null }> | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type QualityRulesFieldsFragment = { readonly version: number, readonly rules: string, readonly reason: string, readonly setBy: string, readonly setAt: string };

export type QualityRulesQueryVariables = Exact<{
  partnerId: string;
}>;


export type QualityRulesQuery = { readonly qualityRules: ReadonlyArray<{ readonly version: number, readonly rules: string, readonly reason: string, readonly setBy: string, readonly setAt: string }> };

export type SetQualityRulesMutationVariables = Exact<{
  input: SetQualityRulesInput;
}>;


export type SetQualityRulesMutation = { readonly setQualityRules: { readonly rules: { readonly version: number, readonly rules: string, readonly reason: string, readonly setBy: string, readonly setAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type QualityFiguresQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: QualityFiguresFilter | null | undefined;
}>;


export type QualityFiguresQuery = { readonly qualityFigures: { readonly nodes: ReadonlyArray<{ readonly day: string, readonly documents: number, readonly refusedDocuments: number, readonly transactions: string, readonly posted: string, readonly refused: string, readonly quarantined: number, readonly waiting: number, readonly rejected: number, readonly partner: { readonly id: string, readonly code: string } | null, readonly byRule: ReadonlyArray<{ readonly rule: QuarantineRule, readonly items: number }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SourcesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: SourceFilter | null | undefined;
}>;


export type SourcesQuery = { readonly sources: { readonly nodes: ReadonlyArray<{ readonly code: string, readonly adapter: string | null, readonly rulesVersion: number | null, readonly lastArrivalAt: string | null, readonly lateSince: string | null, readonly waiting: number }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ReconciliationBreakFieldsFragment = { readonly id: string, readonly subject: BreakSubject, readonly kind: BreakKind, readonly state: BreakState, readonly account: string, readonly day: string, readonly ageDays: number, readonly proposal: ResolutionAction, readonly cause: RootCause | null, readonly explanation: string | null, readonly statementName: string | null, readonly statementDocumentId: string | null, readonly lineReference: string | null, readonly lineOccurredAt: string | null, readonly openedAt: string, readonly waitUntil: string | null, readonly resolvedAt: string | null, readonly version: number, readonly difference: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly fields: ReadonlyArray<{ readonly field: DifferingField, readonly ours: string, readonly theirs: string, readonly difference: string | null }>, readonly transaction: { readonly id: string, readonly externalId: string, readonly reference: string | null, readonly occurredAt: string } | null, readonly resolutions: ReadonlyArray<{ readonly action: ResolutionAction, readonly state: BreakResolutionState, readonly reason: string, readonly waitUntil: string | null, readonly decidedBy: string, readonly decidedAt: string, readonly approvedBy: string | null, readonly failure: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } }> };

export type ReconciliationRunFieldsFragment = { readonly id: string, readonly trigger: ReconciliationTrigger, readonly startedAt: string, readonly finishedAt: string, readonly transactions: number, readonly lines: number, readonly matched: number, readonly withTolerance: number, readonly opened: number, readonly resolved: number };

export type DocumentRoleFieldsFragment = { readonly adapter: string, readonly account: string, readonly role: DocumentRole, readonly reason: string, readonly setBy: string, readonly setAt: string };

export type ReconciliationPolicyFieldsFragment = { readonly zone: string, readonly ourLink: OurLink, readonly theirLink: TheirLink, readonly types: ReadonlyArray<string> | null, readonly graceMinutes: number, readonly lateDays: number, readonly writeOffLimit: string, readonly version: number, readonly rules: ReadonlyArray<{ readonly name: string, readonly kind: MatchRuleKind, readonly link: LinkRule, readonly similarityPercent: number, readonly tolerance: string, readonly toleranceBasisPoints: number, readonly days: number }> };

export type ReconciliationBreaksQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ReconciliationBreakFilter | null | undefined;
  orderBy?: ReconciliationBreakOrder | null | undefined;
}>;


export type ReconciliationBreaksQuery = { readonly reconciliationBreaks: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly subject: BreakSubject, readonly kind: BreakKind, readonly state: BreakState, readonly account: string, readonly day: string, readonly ageDays: number, readonly proposal: ResolutionAction, readonly cause: RootCause | null, readonly explanation: string | null, readonly statementName: string | null, readonly statementDocumentId: string | null, readonly lineReference: string | null, readonly lineOccurredAt: string | null, readonly openedAt: string, readonly waitUntil: string | null, readonly resolvedAt: string | null, readonly version: number, readonly difference: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly fields: ReadonlyArray<{ readonly field: DifferingField, readonly ours: string, readonly theirs: string, readonly difference: string | null }>, readonly transaction: { readonly id: string, readonly externalId: string, readonly reference: string | null, readonly occurredAt: string } | null, readonly resolutions: ReadonlyArray<{ readonly action: ResolutionAction, readonly state: BreakResolutionState, readonly reason: string, readonly waitUntil: string | null, readonly decidedBy: string, readonly decidedAt: string, readonly approvedBy: string | null, readonly failure: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ReconciliationRunsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ReconciliationRunFilter | null | undefined;
  orderBy?: ReconciliationRunOrder | null | undefined;
}>;


export type ReconciliationRunsQuery = { readonly reconciliationRuns: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly trigger: ReconciliationTrigger, readonly startedAt: string, readonly finishedAt: string, readonly transactions: number, readonly lines: number, readonly matched: number, readonly withTolerance: number, readonly opened: number, readonly resolved: number }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type DocumentRolesQueryVariables = Exact<{
  partnerId: string;
}>;


export type DocumentRolesQuery = { readonly documentRoles: ReadonlyArray<{ readonly adapter: string, readonly account: string, readonly role: DocumentRole, readonly reason: string, readonly setBy: string, readonly setAt: string }> };

export type ReconciliationPolicyQueryVariables = Exact<{
  partnerId: string;
}>;


export type ReconciliationPolicyQuery = { readonly reconciliationPolicy: { readonly zone: string, readonly ourLink: OurLink, readonly theirLink: TheirLink, readonly types: ReadonlyArray<string> | null, readonly graceMinutes: number, readonly lateDays: number, readonly writeOffLimit: string, readonly version: number, readonly rules: ReadonlyArray<{ readonly name: string, readonly kind: MatchRuleKind, readonly link: LinkRule, readonly similarityPercent: number, readonly tolerance: string, readonly toleranceBasisPoints: number, readonly days: number }> } | null };

export type SetDocumentRoleMutationVariables = Exact<{
  input: SetDocumentRoleInput;
}>;


export type SetDocumentRoleMutation = { readonly setDocumentRole: { readonly setting: { readonly adapter: string, readonly account: string, readonly role: DocumentRole, readonly reason: string, readonly setBy: string, readonly setAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type ChangeReconciliationPolicyMutationVariables = Exact<{
  input: ChangeReconciliationPolicyInput;
}>;


export type ChangeReconciliationPolicyMutation = { readonly changeReconciliationPolicy: { readonly policy: { readonly zone: string, readonly ourLink: OurLink, readonly theirLink: TheirLink, readonly types: ReadonlyArray<string> | null, readonly graceMinutes: number, readonly lateDays: number, readonly writeOffLimit: string, readonly version: number, readonly rules: ReadonlyArray<{ readonly name: string, readonly kind: MatchRuleKind, readonly link: LinkRule, readonly similarityPercent: number, readonly tolerance: string, readonly toleranceBasisPoints: number, readonly days: number }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type RunReconciliationMutationVariables = Exact<{
  input: RunReconciliationInput;
}>;


export type RunReconciliationMutation = { readonly runReconciliation: { readonly run: { readonly id: string, readonly trigger: ReconciliationTrigger, readonly startedAt: string, readonly finishedAt: string, readonly transactions: number, readonly lines: number, readonly matched: number, readonly withTolerance: number, readonly opened: number, readonly resolved: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type ResolveBreaksMutationVariables = Exact<{
  input: ResolveBreaksInput;
}>;


export type ResolveBreaksMutation = { readonly resolveBreaks: { readonly breaks: ReadonlyArray<{ readonly id: string, readonly subject: BreakSubject, readonly kind: BreakKind, readonly state: BreakState, readonly account: string, readonly day: string, readonly ageDays: number, readonly proposal: ResolutionAction, readonly cause: RootCause | null, readonly explanation: string | null, readonly statementName: string | null, readonly statementDocumentId: string | null, readonly lineReference: string | null, readonly lineOccurredAt: string | null, readonly openedAt: string, readonly waitUntil: string | null, readonly resolvedAt: string | null, readonly version: number, readonly difference: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly fields: ReadonlyArray<{ readonly field: DifferingField, readonly ours: string, readonly theirs: string, readonly difference: string | null }>, readonly transaction: { readonly id: string, readonly externalId: string, readonly reference: string | null, readonly occurredAt: string } | null, readonly resolutions: ReadonlyArray<{ readonly action: ResolutionAction, readonly state: BreakResolutionState, readonly reason: string, readonly waitUntil: string | null, readonly decidedBy: string, readonly decidedAt: string, readonly approvedBy: string | null, readonly failure: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } }> }> | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type ApproveWriteOffsMutationVariables = Exact<{
  input: ApproveWriteOffsInput;
}>;


export type ApproveWriteOffsMutation = { readonly approveWriteOffs: { readonly breaks: ReadonlyArray<{ readonly id: string, readonly subject: BreakSubject, readonly kind: BreakKind, readonly state: BreakState, readonly account: string, readonly day: string, readonly ageDays: number, readonly proposal: ResolutionAction, readonly cause: RootCause | null, readonly explanation: string | null, readonly statementName: string | null, readonly statementDocumentId: string | null, readonly lineReference: string | null, readonly lineOccurredAt: string | null, readonly openedAt: string, readonly waitUntil: string | null, readonly resolvedAt: string | null, readonly version: number, readonly difference: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly fields: ReadonlyArray<{ readonly field: DifferingField, readonly ours: string, readonly theirs: string, readonly difference: string | null }>, readonly transaction: { readonly id: string, readonly externalId: string, readonly reference: string | null, readonly occurredAt: string } | null, readonly resolutions: ReadonlyArray<{ readonly action: ResolutionAction, readonly state: BreakResolutionState, readonly reason: string, readonly waitUntil: string | null, readonly decidedBy: string, readonly decidedAt: string, readonly approvedBy: string | null, readonly failure: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } }> }> | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type ReconciliationRanSubscriptionVariables = Exact<{
  partnerId?: string | null | undefined;
}>;


export type ReconciliationRanSubscription = { readonly reconciliationRan: { readonly id: string, readonly trigger: ReconciliationTrigger, readonly startedAt: string, readonly finishedAt: string, readonly transactions: number, readonly lines: number, readonly matched: number, readonly withTolerance: number, readonly opened: number, readonly resolved: number } };

export type RetentionReportQueryVariables = Exact<{ [key: string]: never; }>;


export type RetentionReportQuery = { readonly retentionReport: ReadonlyArray<{ readonly kind: RetentionKind, readonly days: number, readonly minimumDays: number, readonly cutoff: string, readonly overdue: number, readonly held: number, readonly lastRunAt: string | null, readonly lastRemoved: number | null }> };

export type RetentionHoldFieldsFragment = { readonly id: string, readonly reason: string, readonly placedBy: string, readonly placedAt: string, readonly releasedBy: string | null, readonly releasedAt: string | null, readonly releaseReason: string | null, readonly partner: { readonly id: string, readonly code: string } | null };

export type RetentionHoldsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: RetentionHoldFilter | null | undefined;
  orderBy?: RetentionHoldOrder | null | undefined;
}>;


export type RetentionHoldsQuery = { readonly retentionHolds: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly reason: string, readonly placedBy: string, readonly placedAt: string, readonly releasedBy: string | null, readonly releasedAt: string | null, readonly releaseReason: string | null, readonly partner: { readonly id: string, readonly code: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SetRetentionRuleMutationVariables = Exact<{
  input: SetRetentionRuleInput;
}>;


export type SetRetentionRuleMutation = { readonly setRetentionRule: { readonly days: number | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type PlaceRetentionHoldMutationVariables = Exact<{
  input: PlaceRetentionHoldInput;
}>;


export type PlaceRetentionHoldMutation = { readonly placeRetentionHold: { readonly hold: { readonly id: string, readonly reason: string, readonly placedBy: string, readonly placedAt: string, readonly releasedBy: string | null, readonly releasedAt: string | null, readonly releaseReason: string | null, readonly partner: { readonly id: string, readonly code: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type ReleaseRetentionHoldMutationVariables = Exact<{
  input: ReleaseRetentionHoldInput;
}>;


export type ReleaseRetentionHoldMutation = { readonly releaseRetentionHold: { readonly hold: { readonly id: string, readonly reason: string, readonly placedBy: string, readonly placedAt: string, readonly releasedBy: string | null, readonly releasedAt: string | null, readonly releaseReason: string | null, readonly partner: { readonly id: string, readonly code: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type ErasePartnerMutationVariables = Exact<{
  input: ErasePartnerInput;
}>;


export type ErasePartnerMutation = { readonly erasePartner: { readonly erasedAt: string | null, readonly dataKeys: number | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type SettlementFieldsFragment = { readonly id: string, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly periodStart: string, readonly periodEnd: string, readonly closesAt: string, readonly dueOn: string, readonly availableOn: string, readonly state: SettlementState, readonly netted: boolean, readonly version: number, readonly createdAt: string, readonly closedAt: string | null, readonly payable: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly broughtForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly correctionSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly adjustmentSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly due: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly carriedForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null };

export type SettlementQueryVariables = Exact<{
  id: string;
}>;


export type SettlementQuery = { readonly settlement: { readonly id: string, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly periodStart: string, readonly periodEnd: string, readonly closesAt: string, readonly dueOn: string, readonly availableOn: string, readonly state: SettlementState, readonly netted: boolean, readonly version: number, readonly createdAt: string, readonly closedAt: string | null, readonly partner: { readonly id: string, readonly code: string, readonly name: string, readonly kind: PartnerKind, readonly state: PartnerState, readonly holdReason: string | null, readonly heldAt: string | null, readonly synthetic: boolean, readonly version: number, readonly createdAt: string } | null, readonly figures: ReadonlyArray<{ readonly clause: string, readonly version: number | null, readonly effect: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly residual: { readonly amountMinor: string, readonly amount: string, readonly currency: string } }> | null, readonly adjustments: ReadonlyArray<{ readonly reason: string, readonly actorName: string, readonly at: string, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } }>, readonly corrections: ReadonlyArray<{ readonly aboutSettlementId: string, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } }>, readonly allowedTransitions: ReadonlyArray<{ readonly to: SettlementState, readonly permission: string, readonly needsReason: boolean, readonly fourEyes: boolean, readonly needs: SettlementStepNeed | null }>, readonly payable: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly broughtForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly correctionSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly adjustmentSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly due: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly carriedForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null } | null };

export type SettlementsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: SettlementFilter | null | undefined;
  orderBy?: SettlementOrder | null | undefined;
}>;


export type SettlementsQuery = { readonly settlements: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly periodStart: string, readonly periodEnd: string, readonly closesAt: string, readonly dueOn: string, readonly availableOn: string, readonly state: SettlementState, readonly netted: boolean, readonly version: number, readonly createdAt: string, readonly closedAt: string | null, readonly payable: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly broughtForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly correctionSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly adjustmentSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly due: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly carriedForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SettlementTotalsQueryVariables = Exact<{
  filter?: SettlementFilter | null | undefined;
}>;


export type SettlementTotalsQuery = { readonly settlementTotals: ReadonlyArray<{ readonly currency: string, readonly count: number, readonly payable: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly due: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly carriedForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } }> };

export type SettlementTransitionsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: SettlementTransitionFilter | null | undefined;
  orderBy?: SettlementTransitionOrder | null | undefined;
}>;


export type SettlementTransitionsQuery = { readonly settlementTransitions: { readonly nodes: ReadonlyArray<{ readonly settlement: string, readonly sequence: number, readonly from: SettlementState, readonly to: SettlementState, readonly permission: string, readonly reason: string | null, readonly actorName: string, readonly at: string, readonly figuresBefore: ReadonlyArray<{ readonly name: string, readonly value: string | null }>, readonly figuresAfter: ReadonlyArray<{ readonly name: string, readonly value: string | null }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SettlementPeriodsQueryVariables = Exact<{
  contractId: string;
  from: string;
  to: string;
}>;


export type SettlementPeriodsQuery = { readonly settlementPeriods: ReadonlyArray<{ readonly firstDay: string, readonly lastDay: string, readonly startsAt: string, readonly endsAt: string, readonly closesAt: string, readonly dueOn: string, readonly contractVersion: number }> };

export type SettlementPayloadFieldsFragment = { readonly settlement: { readonly id: string, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly periodStart: string, readonly periodEnd: string, readonly closesAt: string, readonly dueOn: string, readonly availableOn: string, readonly state: SettlementState, readonly netted: boolean, readonly version: number, readonly createdAt: string, readonly closedAt: string | null, readonly payable: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly broughtForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly correctionSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly adjustmentSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly due: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly carriedForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> };

export type CloseSettlementMutationVariables = Exact<{
  input: SettlementInput;
}>;


export type CloseSettlementMutation = { readonly closeSettlement: { readonly settlement: { readonly id: string, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly periodStart: string, readonly periodEnd: string, readonly closesAt: string, readonly dueOn: string, readonly availableOn: string, readonly state: SettlementState, readonly netted: boolean, readonly version: number, readonly createdAt: string, readonly closedAt: string | null, readonly payable: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly broughtForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly correctionSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly adjustmentSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly due: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly carriedForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type ReopenSettlementMutationVariables = Exact<{
  input: SettlementReasonInput;
}>;


export type ReopenSettlementMutation = { readonly reopenSettlement: { readonly settlement: { readonly id: string, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly periodStart: string, readonly periodEnd: string, readonly closesAt: string, readonly dueOn: string, readonly availableOn: string, readonly state: SettlementState, readonly netted: boolean, readonly version: number, readonly createdAt: string, readonly closedAt: string | null, readonly payable: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly broughtForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly correctionSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly adjustmentSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly due: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly carriedForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type ReconcileSettlementMutationVariables = Exact<{
  input: SettlementInput;
}>;


export type ReconcileSettlementMutation = { readonly reconcileSettlement: { readonly settlement: { readonly id: string, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly periodStart: string, readonly periodEnd: string, readonly closesAt: string, readonly dueOn: string, readonly availableOn: string, readonly state: SettlementState, readonly netted: boolean, readonly version: number, readonly createdAt: string, readonly closedAt: string | null, readonly payable: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly broughtForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly correctionSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly adjustmentSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly due: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly carriedForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type UnreconcileSettlementMutationVariables = Exact<{
  input: SettlementReasonInput;
}>;


export type UnreconcileSettlementMutation = { readonly unreconcileSettlement: { readonly settlement: { readonly id: string, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly periodStart: string, readonly periodEnd: string, readonly closesAt: string, readonly dueOn: string, readonly availableOn: string, readonly state: SettlementState, readonly netted: boolean, readonly version: number, readonly createdAt: string, readonly closedAt: string | null, readonly payable: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly broughtForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly correctionSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly adjustmentSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly due: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly carriedForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type ApproveSettlementMutationVariables = Exact<{
  input: SettlementInput;
}>;


export type ApproveSettlementMutation = { readonly approveSettlement: { readonly settlement: { readonly id: string, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly periodStart: string, readonly periodEnd: string, readonly closesAt: string, readonly dueOn: string, readonly availableOn: string, readonly state: SettlementState, readonly netted: boolean, readonly version: number, readonly createdAt: string, readonly closedAt: string | null, readonly payable: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly broughtForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly correctionSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly adjustmentSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly due: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly carriedForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type RevokeApprovalMutationVariables = Exact<{
  input: SettlementReasonInput;
}>;


export type RevokeApprovalMutation = { readonly revokeApproval: { readonly settlement: { readonly id: string, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly periodStart: string, readonly periodEnd: string, readonly closesAt: string, readonly dueOn: string, readonly availableOn: string, readonly state: SettlementState, readonly netted: boolean, readonly version: number, readonly createdAt: string, readonly closedAt: string | null, readonly payable: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly broughtForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly correctionSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly adjustmentSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly due: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly carriedForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type SchedulePayoutMutationVariables = Exact<{
  input: SettlementInput;
}>;


export type SchedulePayoutMutation = { readonly schedulePayout: { readonly settlement: { readonly id: string, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly periodStart: string, readonly periodEnd: string, readonly closesAt: string, readonly dueOn: string, readonly availableOn: string, readonly state: SettlementState, readonly netted: boolean, readonly version: number, readonly createdAt: string, readonly closedAt: string | null, readonly payable: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly broughtForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly correctionSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly adjustmentSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly due: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly carriedForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type UnschedulePayoutMutationVariables = Exact<{
  input: SettlementReasonInput;
}>;


export type UnschedulePayoutMutation = { readonly unschedulePayout: { readonly settlement: { readonly id: string, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly periodStart: string, readonly periodEnd: string, readonly closesAt: string, readonly dueOn: string, readonly availableOn: string, readonly state: SettlementState, readonly netted: boolean, readonly version: number, readonly createdAt: string, readonly closedAt: string | null, readonly payable: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly broughtForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly correctionSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly adjustmentSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly due: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly carriedForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type FinishSettlementMutationVariables = Exact<{
  input: SettlementInput;
}>;


export type FinishSettlementMutation = { readonly finishSettlement: { readonly settlement: { readonly id: string, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly periodStart: string, readonly periodEnd: string, readonly closesAt: string, readonly dueOn: string, readonly availableOn: string, readonly state: SettlementState, readonly netted: boolean, readonly version: number, readonly createdAt: string, readonly closedAt: string | null, readonly payable: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly broughtForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly correctionSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly adjustmentSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly due: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly carriedForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type WithholdSettlementMutationVariables = Exact<{
  input: SettlementReasonInput;
}>;


export type WithholdSettlementMutation = { readonly withholdSettlement: { readonly settlement: { readonly id: string, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly periodStart: string, readonly periodEnd: string, readonly closesAt: string, readonly dueOn: string, readonly availableOn: string, readonly state: SettlementState, readonly netted: boolean, readonly version: number, readonly createdAt: string, readonly closedAt: string | null, readonly payable: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly broughtForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly correctionSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly adjustmentSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly due: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly carriedForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type ReleaseSettlementMutationVariables = Exact<{
  input: SettlementReasonInput;
}>;


export type ReleaseSettlementMutation = { readonly releaseSettlement: { readonly settlement: { readonly id: string, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly periodStart: string, readonly periodEnd: string, readonly closesAt: string, readonly dueOn: string, readonly availableOn: string, readonly state: SettlementState, readonly netted: boolean, readonly version: number, readonly createdAt: string, readonly closedAt: string | null, readonly payable: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly broughtForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly correctionSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly adjustmentSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly due: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly carriedForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type DisputeSettlementMutationVariables = Exact<{
  input: SettlementReasonInput;
}>;


export type DisputeSettlementMutation = { readonly disputeSettlement: { readonly settlement: { readonly id: string, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly periodStart: string, readonly periodEnd: string, readonly closesAt: string, readonly dueOn: string, readonly availableOn: string, readonly state: SettlementState, readonly netted: boolean, readonly version: number, readonly createdAt: string, readonly closedAt: string | null, readonly payable: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly broughtForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly correctionSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly adjustmentSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly due: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly carriedForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type EndDisputeMutationVariables = Exact<{
  input: SettlementReasonInput;
}>;


export type EndDisputeMutation = { readonly endDispute: { readonly settlement: { readonly id: string, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly periodStart: string, readonly periodEnd: string, readonly closesAt: string, readonly dueOn: string, readonly availableOn: string, readonly state: SettlementState, readonly netted: boolean, readonly version: number, readonly createdAt: string, readonly closedAt: string | null, readonly payable: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly broughtForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly correctionSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly adjustmentSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly due: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly carriedForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type AdjustSettlementMutationVariables = Exact<{
  input: AdjustSettlementInput;
}>;


export type AdjustSettlementMutation = { readonly adjustSettlement: { readonly settlement: { readonly id: string, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly periodStart: string, readonly periodEnd: string, readonly closesAt: string, readonly dueOn: string, readonly availableOn: string, readonly state: SettlementState, readonly netted: boolean, readonly version: number, readonly createdAt: string, readonly closedAt: string | null, readonly payable: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly broughtForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly correctionSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly adjustmentSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly due: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly carriedForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type NetSettlementsMutationVariables = Exact<{
  input: NetSettlementsInput;
}>;


export type NetSettlementsMutation = { readonly netSettlements: { readonly settlements: ReadonlyArray<{ readonly id: string, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly periodStart: string, readonly periodEnd: string, readonly closesAt: string, readonly dueOn: string, readonly availableOn: string, readonly state: SettlementState, readonly netted: boolean, readonly version: number, readonly createdAt: string, readonly closedAt: string | null, readonly payable: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly broughtForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly correctionSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly adjustmentSum: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly due: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null, readonly carriedForward: { readonly amountMinor: string, readonly amount: string, readonly currency: string } | null }> | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type StatementFieldsFragment = { readonly id: string, readonly number: string, readonly revision: number, readonly replaces: string | null, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly dueOn: string, readonly transactionCount: string, readonly issuedAt: string, readonly keyId: string, readonly contentHash: string, readonly due: { readonly amountMinor: string, readonly amount: string, readonly currency: string } };

export type StatementQueryVariables = Exact<{
  id: string;
}>;


export type StatementQuery = { readonly statement: { readonly id: string, readonly number: string, readonly revision: number, readonly replaces: string | null, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly dueOn: string, readonly transactionCount: string, readonly issuedAt: string, readonly keyId: string, readonly contentHash: string, readonly due: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null };

export type StatementContentQueryVariables = Exact<{
  id: string;
}>;


export type StatementContentQuery = { readonly statement: { readonly content: string } | null };

export type StatementsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: StatementFilter | null | undefined;
  orderBy?: StatementOrder | null | undefined;
}>;


export type StatementsQuery = { readonly statements: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly number: string, readonly revision: number, readonly replaces: string | null, readonly currency: string, readonly firstDay: string, readonly lastDay: string, readonly dueOn: string, readonly transactionCount: string, readonly issuedAt: string, readonly keyId: string, readonly contentHash: string, readonly due: { readonly amountMinor: string, readonly amount: string, readonly currency: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type StatementTotalsQueryVariables = Exact<{
  filter?: StatementFilter | null | undefined;
}>;


export type StatementTotalsQuery = { readonly statementTotals: ReadonlyArray<{ readonly currency: string, readonly count: number, readonly transactions: string, readonly due: { readonly amountMinor: string, readonly amount: string, readonly currency: string } }> };

export type StatementKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type StatementKeysQuery = { readonly statementKeys: ReadonlyArray<{ readonly kid: string, readonly kty: string, readonly crv: string, readonly x: string }> };

export type TransactionProofQueryVariables = Exact<{
  statementId: string;
  transactionId: string;
}>;


export type TransactionProofQuery = { readonly transactionProof: { readonly index: string, readonly hashes: ReadonlyArray<string> } | null };

export type RotateStatementKeyMutationVariables = Exact<{
  input: RotateStatementKeyInput;
}>;


export type RotateStatementKeyMutation = { readonly rotateStatementKey: { readonly keyId: string | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type TransactionFieldsFragment = { readonly id: string, readonly externalId: string, readonly kind: TransactionKind, readonly type: string, readonly direction: Direction, readonly occurredAt: string, readonly postedAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly details: string | null, readonly document: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly partner: { readonly id: string, readonly code: string } | null };

export type TransactionQueryVariables = Exact<{
  id: string;
}>;


export type TransactionQuery = { readonly transaction: { readonly id: string, readonly externalId: string, readonly kind: TransactionKind, readonly type: string, readonly direction: Direction, readonly occurredAt: string, readonly postedAt: string, readonly counterparty: string | null, readonly reference: string | null, readonly details: string | null, readonly document: string | null, readonly related: { readonly id: string } | null, readonly transfers: ReadonlyArray<{ readonly id: string, readonly kind: TransferKind, readonly code: string, readonly debitAccount: string, readonly creditAccount: string, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string } }>, readonly hold: { readonly state: HoldState, readonly expiresAt: string | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly captured: { readonly amountMinor: string, readonly amount: string, readonly currency: string } } | null, readonly amount: { readonly amountMinor: string, readonly amount: string, readonly currency: string }, readonly partner: { readonly id: string, readonly code: string } | null } | null };

export type TransactionsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: TransactionFilter | null | undefined;
  orderBy?: TransactionOrder | null | undefined;
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
  scopes
  ipRanges
  permissions
  partner {
    id
    code
  }
  createdAt
  expiresAt
  previousSecretUntil
  revokedAt
  lastUsedAt
}
    `, {"fragmentName":"ApiKeyFields"}) as unknown as TypedDocumentString<ApiKeyFieldsFragment, unknown>;
export const OwnRoleFieldsFragmentDoc = new TypedDocumentString(`
    fragment OwnRoleFields on OwnRole {
  id
  name
  description
  permissions
  version
}
    `, {"fragmentName":"OwnRoleFields"}) as unknown as TypedDocumentString<OwnRoleFieldsFragment, unknown>;
export const RoleGrantFieldsFragmentDoc = new TypedDocumentString(`
    fragment RoleGrantFields on RoleGrant {
  id
  role
  ownRole {
    id
    name
  }
  state
  reason
  requestedByName
  requestedAt
  decidedByName
  decidedAt
  expiresAt
  revokedAt
  partners {
    id
    code
  }
}
    `, {"fragmentName":"RoleGrantFields"}) as unknown as TypedDocumentString<RoleGrantFieldsFragment, unknown>;
export const PersonFieldsFragmentDoc = new TypedDocumentString(`
    fragment PersonFields on Person {
  id
  email
  name
  state
  hasPassword
  hasTotp
  mustChangePassword
  lockedUntil
  createdAt
}
    `, {"fragmentName":"PersonFields"}) as unknown as TypedDocumentString<PersonFieldsFragment, unknown>;
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
export const AuditEventFieldsFragmentDoc = new TypedDocumentString(`
    fragment AuditEventFields on AuditEvent {
  sequence
  kind
  at
  actorKind
  actorId
  actorName
  channel
  address
  requestId
  command
  outcome
  code
  reason
  facts
  changes
  inputHash
  hash
}
    `, {"fragmentName":"AuditEventFields"}) as unknown as TypedDocumentString<AuditEventFieldsFragment, unknown>;
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
export const JobFieldsFragmentDoc = new TypedDocumentString(`
    fragment JobFields on Job {
  id
  kind
  subject
  dueAt
  state
  attempts
  failureCode
  failure
  reason
  decidedBy
  version
  createdAt
  finishedAt
}
    `, {"fragmentName":"JobFields"}) as unknown as TypedDocumentString<JobFieldsFragment, unknown>;
export const JobPayloadFieldsFragmentDoc = new TypedDocumentString(`
    fragment JobPayloadFields on JobPayload {
  job {
    ...JobFields
  }
  userErrors {
    code
    message
    path
  }
}
    fragment JobFields on Job {
  id
  kind
  subject
  dueAt
  state
  attempts
  failureCode
  failure
  reason
  decidedBy
  version
  createdAt
  finishedAt
}`, {"fragmentName":"JobPayloadFields"}) as unknown as TypedDocumentString<JobPayloadFieldsFragment, unknown>;
export const AlertFieldsFragmentDoc = new TypedDocumentString(`
    fragment AlertFields on Alert {
  id
  kind
  subject
  message
  state
  raisedAt
  resolvedAt
  resolvedBy
  resolution
  version
}
    `, {"fragmentName":"AlertFields"}) as unknown as TypedDocumentString<AlertFieldsFragment, unknown>;
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
export const SettlementFieldsFragmentDoc = new TypedDocumentString(`
    fragment SettlementFields on Settlement {
  id
  currency
  firstDay
  lastDay
  periodStart
  periodEnd
  closesAt
  dueOn
  availableOn
  state
  payable {
    ...MoneyFields
  }
  broughtForward {
    ...MoneyFields
  }
  correctionSum {
    ...MoneyFields
  }
  adjustmentSum {
    ...MoneyFields
  }
  due {
    ...MoneyFields
  }
  carriedForward {
    ...MoneyFields
  }
  netted
  version
  createdAt
  closedAt
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}`, {"fragmentName":"SettlementFields"}) as unknown as TypedDocumentString<SettlementFieldsFragment, unknown>;
export const WatchedSettlementFieldsFragmentDoc = new TypedDocumentString(`
    fragment WatchedSettlementFields on Settlement {
  ...SettlementFields
  partner {
    id
    code
    name
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment SettlementFields on Settlement {
  id
  currency
  firstDay
  lastDay
  periodStart
  periodEnd
  closesAt
  dueOn
  availableOn
  state
  payable {
    ...MoneyFields
  }
  broughtForward {
    ...MoneyFields
  }
  correctionSum {
    ...MoneyFields
  }
  adjustmentSum {
    ...MoneyFields
  }
  due {
    ...MoneyFields
  }
  carriedForward {
    ...MoneyFields
  }
  netted
  version
  createdAt
  closedAt
}`, {"fragmentName":"WatchedSettlementFields"}) as unknown as TypedDocumentString<WatchedSettlementFieldsFragment, unknown>;
export const WatchedPositionFieldsFragmentDoc = new TypedDocumentString(`
    fragment WatchedPositionFields on Position {
  contract
  currency
  firstDay
  lastDay
  startsAt
  endsAt
  isClosed
  version
  payable {
    ...MoneyFields
  }
  residual {
    ...MoneyFields
  }
  broughtForward {
    ...MoneyFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}`, {"fragmentName":"WatchedPositionFields"}) as unknown as TypedDocumentString<WatchedPositionFieldsFragment, unknown>;
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
export const PayoutFieldsFragmentDoc = new TypedDocumentString(`
    fragment PayoutFields on Payout {
  id
  amount {
    ...MoneyFields
  }
  endToEndId
  dueOn
  state
  bankStatus
  bankReason
  createdAt
  finishedAt
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}`, {"fragmentName":"PayoutFields"}) as unknown as TypedDocumentString<PayoutFieldsFragment, unknown>;
export const PayoutAccountFieldsFragmentDoc = new TypedDocumentString(`
    fragment PayoutAccountFields on PayoutAccount {
  id
  currency
  holderName
  scheme
  bic
  clearingSystem
  bankCode
  numberMasked
  state
  createdAt
  replacedAt
}
    `, {"fragmentName":"PayoutAccountFields"}) as unknown as TypedDocumentString<PayoutAccountFieldsFragment, unknown>;
export const PayoutRunFieldsFragmentDoc = new TypedDocumentString(`
    fragment PayoutRunFields on PayoutRun {
  id
  currency
  executeOn
  messageId
  payouts
  total {
    ...MoneyFields
  }
  createdAt
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}`, {"fragmentName":"PayoutRunFields"}) as unknown as TypedDocumentString<PayoutRunFieldsFragment, unknown>;
export const PositionFieldsFragmentDoc = new TypedDocumentString(`
    fragment PositionFields on Position {
  contract
  currency
  firstDay
  lastDay
  startsAt
  endsAt
  isClosed
  version
  payable {
    amount
    currency
  }
  residual {
    amount
    currency
  }
  broughtForward {
    amount
    currency
  }
  components {
    clause
    kind
    version
    amount {
      amount
      currency
    }
    effect {
      amount
      currency
    }
    explanation {
      kind
      text
      input
      tier {
        from
        to
        part
        factor
        value
      }
    }
  }
  totals {
    version
    input
    amount {
      ...MoneyFields
    }
    count
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}`, {"fragmentName":"PositionFields"}) as unknown as TypedDocumentString<PositionFieldsFragment, unknown>;
export const QuarantinedTransactionFieldsFragmentDoc = new TypedDocumentString(`
    fragment QuarantinedTransactionFields on QuarantinedTransaction {
  externalId
  type
  direction
  amount {
    ...MoneyFields
  }
  occurredAt
  counterparty
  reference
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}`, {"fragmentName":"QuarantinedTransactionFields"}) as unknown as TypedDocumentString<QuarantinedTransactionFieldsFragment, unknown>;
export const QuarantineItemFieldsFragmentDoc = new TypedDocumentString(`
    fragment QuarantineItemFields on QuarantineItem {
  id
  kind
  state
  rule
  ruleId
  code
  refusalCode
  field
  value
  reason
  position
  line
  raw
  transaction {
    ...QuarantinedTransactionFields
  }
  correction {
    ...QuarantinedTransactionFields
  }
  ignoresRules
  correctedBy
  correctionReason
  decidedBy
  decidedAt
  decisionReason
  quarantinedAt
  version
  partner {
    id
    code
  }
  document {
    id
    name
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment QuarantinedTransactionFields on QuarantinedTransaction {
  externalId
  type
  direction
  amount {
    ...MoneyFields
  }
  occurredAt
  counterparty
  reference
}`, {"fragmentName":"QuarantineItemFields"}) as unknown as TypedDocumentString<QuarantineItemFieldsFragment, unknown>;
export const QuarantineItemPayloadFieldsFragmentDoc = new TypedDocumentString(`
    fragment QuarantineItemPayloadFields on QuarantineItemPayload {
  item {
    ...QuarantineItemFields
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
fragment QuarantinedTransactionFields on QuarantinedTransaction {
  externalId
  type
  direction
  amount {
    ...MoneyFields
  }
  occurredAt
  counterparty
  reference
}
fragment QuarantineItemFields on QuarantineItem {
  id
  kind
  state
  rule
  ruleId
  code
  refusalCode
  field
  value
  reason
  position
  line
  raw
  transaction {
    ...QuarantinedTransactionFields
  }
  correction {
    ...QuarantinedTransactionFields
  }
  ignoresRules
  correctedBy
  correctionReason
  decidedBy
  decidedAt
  decisionReason
  quarantinedAt
  version
  partner {
    id
    code
  }
  document {
    id
    name
  }
}`, {"fragmentName":"QuarantineItemPayloadFields"}) as unknown as TypedDocumentString<QuarantineItemPayloadFieldsFragment, unknown>;
export const QuarantineItemsPayloadFieldsFragmentDoc = new TypedDocumentString(`
    fragment QuarantineItemsPayloadFields on QuarantineItemsPayload {
  items {
    ...QuarantineItemFields
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
fragment QuarantinedTransactionFields on QuarantinedTransaction {
  externalId
  type
  direction
  amount {
    ...MoneyFields
  }
  occurredAt
  counterparty
  reference
}
fragment QuarantineItemFields on QuarantineItem {
  id
  kind
  state
  rule
  ruleId
  code
  refusalCode
  field
  value
  reason
  position
  line
  raw
  transaction {
    ...QuarantinedTransactionFields
  }
  correction {
    ...QuarantinedTransactionFields
  }
  ignoresRules
  correctedBy
  correctionReason
  decidedBy
  decidedAt
  decisionReason
  quarantinedAt
  version
  partner {
    id
    code
  }
  document {
    id
    name
  }
}`, {"fragmentName":"QuarantineItemsPayloadFields"}) as unknown as TypedDocumentString<QuarantineItemsPayloadFieldsFragment, unknown>;
export const QualityRulesFieldsFragmentDoc = new TypedDocumentString(`
    fragment QualityRulesFields on QualityRules {
  version
  rules
  reason
  setBy
  setAt
}
    `, {"fragmentName":"QualityRulesFields"}) as unknown as TypedDocumentString<QualityRulesFieldsFragment, unknown>;
export const ReconciliationBreakFieldsFragmentDoc = new TypedDocumentString(`
    fragment ReconciliationBreakFields on ReconciliationBreak {
  id
  subject
  kind
  state
  account
  day
  ageDays
  difference {
    ...MoneyFields
  }
  fields {
    field
    ours
    theirs
    difference
  }
  proposal
  cause
  explanation
  statementName
  statementDocumentId
  lineReference
  lineOccurredAt
  transaction {
    id
    externalId
    reference
    occurredAt
  }
  resolutions {
    action
    state
    amount {
      ...MoneyFields
    }
    reason
    waitUntil
    decidedBy
    decidedAt
    approvedBy
    failure
  }
  openedAt
  waitUntil
  resolvedAt
  version
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}`, {"fragmentName":"ReconciliationBreakFields"}) as unknown as TypedDocumentString<ReconciliationBreakFieldsFragment, unknown>;
export const ReconciliationRunFieldsFragmentDoc = new TypedDocumentString(`
    fragment ReconciliationRunFields on ReconciliationRun {
  id
  trigger
  startedAt
  finishedAt
  transactions
  lines
  matched
  withTolerance
  opened
  resolved
}
    `, {"fragmentName":"ReconciliationRunFields"}) as unknown as TypedDocumentString<ReconciliationRunFieldsFragment, unknown>;
export const DocumentRoleFieldsFragmentDoc = new TypedDocumentString(`
    fragment DocumentRoleFields on DocumentRoleSetting {
  adapter
  account
  role
  reason
  setBy
  setAt
}
    `, {"fragmentName":"DocumentRoleFields"}) as unknown as TypedDocumentString<DocumentRoleFieldsFragment, unknown>;
export const ReconciliationPolicyFieldsFragmentDoc = new TypedDocumentString(`
    fragment ReconciliationPolicyFields on ReconciliationPolicy {
  zone
  ourLink
  theirLink
  types
  graceMinutes
  lateDays
  writeOffLimit
  rules {
    name
    kind
    link
    similarityPercent
    tolerance
    toleranceBasisPoints
    days
  }
  version
}
    `, {"fragmentName":"ReconciliationPolicyFields"}) as unknown as TypedDocumentString<ReconciliationPolicyFieldsFragment, unknown>;
export const RetentionHoldFieldsFragmentDoc = new TypedDocumentString(`
    fragment RetentionHoldFields on RetentionHold {
  id
  partner {
    id
    code
  }
  reason
  placedBy
  placedAt
  releasedBy
  releasedAt
  releaseReason
}
    `, {"fragmentName":"RetentionHoldFields"}) as unknown as TypedDocumentString<RetentionHoldFieldsFragment, unknown>;
export const SettlementPayloadFieldsFragmentDoc = new TypedDocumentString(`
    fragment SettlementPayloadFields on SettlementPayload {
  settlement {
    ...SettlementFields
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
fragment SettlementFields on Settlement {
  id
  currency
  firstDay
  lastDay
  periodStart
  periodEnd
  closesAt
  dueOn
  availableOn
  state
  payable {
    ...MoneyFields
  }
  broughtForward {
    ...MoneyFields
  }
  correctionSum {
    ...MoneyFields
  }
  adjustmentSum {
    ...MoneyFields
  }
  due {
    ...MoneyFields
  }
  carriedForward {
    ...MoneyFields
  }
  netted
  version
  createdAt
  closedAt
}`, {"fragmentName":"SettlementPayloadFields"}) as unknown as TypedDocumentString<SettlementPayloadFieldsFragment, unknown>;
export const StatementFieldsFragmentDoc = new TypedDocumentString(`
    fragment StatementFields on Statement {
  id
  number
  revision
  replaces
  currency
  firstDay
  lastDay
  dueOn
  due {
    ...MoneyFields
  }
  transactionCount
  issuedAt
  keyId
  contentHash
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}`, {"fragmentName":"StatementFields"}) as unknown as TypedDocumentString<StatementFieldsFragment, unknown>;
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
    `, {"hash":"a2e3a32e83e4f774b1be3f4f186550d5964f417a82c0879376e615e217e60384","roots":["viewer"]}) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
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
  scopes
  ipRanges
  permissions
  partner {
    id
    code
  }
  createdAt
  expiresAt
  previousSecretUntil
  revokedAt
  lastUsedAt
}`, {"hash":"42e221b09e3c18cdb57551658a8a43105ed938cc273b61ede05047e06fffdc9a","roots":["apiKeys"]}) as unknown as TypedDocumentString<ApiKeysQuery, ApiKeysQueryVariables>;
export const CreateApiKeyDocument = new TypedDocumentString(`
    mutation CreateApiKey($input: CreateApiKeyInput!) {
  createApiKey(input: $input) {
    secret
    signingSecret
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
  scopes
  ipRanges
  permissions
  partner {
    id
    code
  }
  createdAt
  expiresAt
  previousSecretUntil
  revokedAt
  lastUsedAt
}`, {"hash":"49d6595dbf8cd31fe97c81f3fbf7b236f76a9a76866fd16ee0ce93acaae8efe5","roots":["createApiKey"]}) as unknown as TypedDocumentString<CreateApiKeyMutation, CreateApiKeyMutationVariables>;
export const RotateApiKeyDocument = new TypedDocumentString(`
    mutation RotateApiKey($input: RotateApiKeyInput!) {
  rotateApiKey(input: $input) {
    secret
    signingSecret
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
  scopes
  ipRanges
  permissions
  partner {
    id
    code
  }
  createdAt
  expiresAt
  previousSecretUntil
  revokedAt
  lastUsedAt
}`, {"hash":"3492d4e687fc0214d9c5ba4887595975bfd15d966f662e3ac762111d989857b1","roots":["rotateApiKey"]}) as unknown as TypedDocumentString<RotateApiKeyMutation, RotateApiKeyMutationVariables>;
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
  scopes
  ipRanges
  permissions
  partner {
    id
    code
  }
  createdAt
  expiresAt
  previousSecretUntil
  revokedAt
  lastUsedAt
}`, {"hash":"f8a659f93b620944e361f7f9733e5536820022fe5e75efb03a7034c9d4b02d5a","roots":["revokeApiKey"]}) as unknown as TypedDocumentString<RevokeApiKeyMutation, RevokeApiKeyMutationVariables>;
export const RolesDocument = new TypedDocumentString(`
    query Roles {
  roles {
    role
    permissions
    isDangerous
  }
  ownRoles {
    ...OwnRoleFields
  }
  permissionCatalogue {
    name
    description
    isDangerous
  }
}
    fragment OwnRoleFields on OwnRole {
  id
  name
  description
  permissions
  version
}`, {"hash":"80a8a33faa3b69ec46e987a5f64d9184590f0b631ef3c7092196c32ee047bd15","roots":["roles","ownRoles","permissionCatalogue"]}) as unknown as TypedDocumentString<RolesQuery, RolesQueryVariables>;
export const GrantsDocument = new TypedDocumentString(`
    query Grants($first: Int, $after: String, $filter: RoleGrantFilter) {
  grants(first: $first, after: $after, filter: $filter) {
    nodes {
      ...RoleGrantFields
      apiKey {
        id
        name
      }
      person {
        id
        name
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment RoleGrantFields on RoleGrant {
  id
  role
  ownRole {
    id
    name
  }
  state
  reason
  requestedByName
  requestedAt
  decidedByName
  decidedAt
  expiresAt
  revokedAt
  partners {
    id
    code
  }
}`, {"hash":"b535517dfd95968d566d94b914cca59c944004747e3bcc7a5417405c717c9364","roots":["grants"]}) as unknown as TypedDocumentString<GrantsQuery, GrantsQueryVariables>;
export const CreateRoleDocument = new TypedDocumentString(`
    mutation CreateRole($input: CreateRoleInput!) {
  createRole(input: $input) {
    role {
      ...OwnRoleFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment OwnRoleFields on OwnRole {
  id
  name
  description
  permissions
  version
}`, {"hash":"ec779908d9641e2e750b89af9f2adc50902eeee70bfe7f60d3e286671c50ba18","roots":["createRole"]}) as unknown as TypedDocumentString<CreateRoleMutation, CreateRoleMutationVariables>;
export const ChangeRoleDocument = new TypedDocumentString(`
    mutation ChangeRole($input: ChangeRoleInput!) {
  changeRole(input: $input) {
    role {
      ...OwnRoleFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment OwnRoleFields on OwnRole {
  id
  name
  description
  permissions
  version
}`, {"hash":"a87886712d0aa5247ac0d625c02f00fab23bbcb006bd4e312703770825f8f905","roots":["changeRole"]}) as unknown as TypedDocumentString<ChangeRoleMutation, ChangeRoleMutationVariables>;
export const GrantRoleDocument = new TypedDocumentString(`
    mutation GrantRole($input: GrantRoleInput!) {
  grantRole(input: $input) {
    grant {
      ...RoleGrantFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment RoleGrantFields on RoleGrant {
  id
  role
  ownRole {
    id
    name
  }
  state
  reason
  requestedByName
  requestedAt
  decidedByName
  decidedAt
  expiresAt
  revokedAt
  partners {
    id
    code
  }
}`, {"hash":"4411df5192a65efcd599e7396791a4b9496383da179a907a411630ed06708ddf","roots":["grantRole"]}) as unknown as TypedDocumentString<GrantRoleMutation, GrantRoleMutationVariables>;
export const ApproveGrantDocument = new TypedDocumentString(`
    mutation ApproveGrant($input: ApproveGrantInput!) {
  approveGrant(input: $input) {
    grant {
      ...RoleGrantFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment RoleGrantFields on RoleGrant {
  id
  role
  ownRole {
    id
    name
  }
  state
  reason
  requestedByName
  requestedAt
  decidedByName
  decidedAt
  expiresAt
  revokedAt
  partners {
    id
    code
  }
}`, {"hash":"cdc254351fc51919a75ae2daee16a68f1d1fbbd88617157b0140fd922aa28a24","roots":["approveGrant"]}) as unknown as TypedDocumentString<ApproveGrantMutation, ApproveGrantMutationVariables>;
export const RefuseGrantDocument = new TypedDocumentString(`
    mutation RefuseGrant($input: RefuseGrantInput!) {
  refuseGrant(input: $input) {
    grant {
      ...RoleGrantFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment RoleGrantFields on RoleGrant {
  id
  role
  ownRole {
    id
    name
  }
  state
  reason
  requestedByName
  requestedAt
  decidedByName
  decidedAt
  expiresAt
  revokedAt
  partners {
    id
    code
  }
}`, {"hash":"c9a10297c46ba9df581fb5760cf2b9049a1d933f84d4fb4e36c4717e78632147","roots":["refuseGrant"]}) as unknown as TypedDocumentString<RefuseGrantMutation, RefuseGrantMutationVariables>;
export const RevokeGrantDocument = new TypedDocumentString(`
    mutation RevokeGrant($input: RevokeGrantInput!) {
  revokeGrant(input: $input) {
    grant {
      ...RoleGrantFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment RoleGrantFields on RoleGrant {
  id
  role
  ownRole {
    id
    name
  }
  state
  reason
  requestedByName
  requestedAt
  decidedByName
  decidedAt
  expiresAt
  revokedAt
  partners {
    id
    code
  }
}`, {"hash":"87f07f0de380a8031c4579c9d7322bab42cddd3afb83bb8b68c1680eede5502b","roots":["revokeGrant"]}) as unknown as TypedDocumentString<RevokeGrantMutation, RevokeGrantMutationVariables>;
export const PeopleDocument = new TypedDocumentString(`
    query People($first: Int, $after: String) {
  people(first: $first, after: $after) {
    nodes {
      ...PersonFields
      sessions {
        method
        address
        createdAt
        lastSeenAt
        expiresAt
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment PersonFields on Person {
  id
  email
  name
  state
  hasPassword
  hasTotp
  mustChangePassword
  lockedUntil
  createdAt
}`, {"hash":"4b6afea62c59eaf166e81303baf0f5fb085ebebbe86e4ce3caa04411ec4d29bd","roots":["people"]}) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;
export const CreatePersonDocument = new TypedDocumentString(`
    mutation CreatePerson($input: CreatePersonInput!) {
  createPerson(input: $input) {
    temporaryPassword
    person {
      ...PersonFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment PersonFields on Person {
  id
  email
  name
  state
  hasPassword
  hasTotp
  mustChangePassword
  lockedUntil
  createdAt
}`, {"hash":"2ae36323ea8256d26d253467925e1fba9e61dd7e46eb522b4bce21fc553a1d0b","roots":["createPerson"]}) as unknown as TypedDocumentString<CreatePersonMutation, CreatePersonMutationVariables>;
export const ResetPersonDocument = new TypedDocumentString(`
    mutation ResetPerson($input: ResetPersonInput!) {
  resetPerson(input: $input) {
    temporaryPassword
    person {
      ...PersonFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment PersonFields on Person {
  id
  email
  name
  state
  hasPassword
  hasTotp
  mustChangePassword
  lockedUntil
  createdAt
}`, {"hash":"53887eb98a8986b33008a3e8782fb78363a0425bc2e0abf831ad827265e7d94c","roots":["resetPerson"]}) as unknown as TypedDocumentString<ResetPersonMutation, ResetPersonMutationVariables>;
export const DisablePersonDocument = new TypedDocumentString(`
    mutation DisablePerson($input: DisablePersonInput!) {
  disablePerson(input: $input) {
    person {
      ...PersonFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment PersonFields on Person {
  id
  email
  name
  state
  hasPassword
  hasTotp
  mustChangePassword
  lockedUntil
  createdAt
}`, {"hash":"4aeb7a3427d65fa6d8a9a913779abcc1ba11517f875e4e6d9cc235455ea1e4b7","roots":["disablePerson"]}) as unknown as TypedDocumentString<DisablePersonMutation, DisablePersonMutationVariables>;
export const EnablePersonDocument = new TypedDocumentString(`
    mutation EnablePerson($input: EnablePersonInput!) {
  enablePerson(input: $input) {
    person {
      ...PersonFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment PersonFields on Person {
  id
  email
  name
  state
  hasPassword
  hasTotp
  mustChangePassword
  lockedUntil
  createdAt
}`, {"hash":"976e734df77c9fd79e70f9e861dd2062648da2c3c23f2574f670adbdef4dff29","roots":["enablePerson"]}) as unknown as TypedDocumentString<EnablePersonMutation, EnablePersonMutationVariables>;
export const EndSessionsDocument = new TypedDocumentString(`
    mutation EndSessions($input: EndSessionsInput!) {
  endSessions(input: $input) {
    person {
      ...PersonFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment PersonFields on Person {
  id
  email
  name
  state
  hasPassword
  hasTotp
  mustChangePassword
  lockedUntil
  createdAt
}`, {"hash":"c6407ff363d5c46f079c14aa84e83fee25cce20508ebbc62aa7aa791bc34e837","roots":["endSessions"]}) as unknown as TypedDocumentString<EndSessionsMutation, EndSessionsMutationVariables>;
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
}`, {"hash":"ce28c07c1cfdee6d48f9cbca5bcaa36522c9bc3d55509333177af457d57dcc74","roots":["account"]}) as unknown as TypedDocumentString<AccountQuery, AccountQueryVariables>;
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
}`, {"hash":"350b2e02197f58070ca5bd7d27de486a7b928fafd8d9479936d880f3a2435dea","roots":["accounts"]}) as unknown as TypedDocumentString<AccountsQuery, AccountsQueryVariables>;
export const AccountEntriesDocument = new TypedDocumentString(`
    query AccountEntries($id: ID!, $first: Int, $after: String, $orderBy: EntryOrder) {
  account(id: $id) {
    entries(first: $first, after: $after, orderBy: $orderBy) {
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
}`, {"hash":"e1bf59d0ec623eeacfadb94162cab82ce9220f73b217c08a7573e59e96d0d331","roots":["account"]}) as unknown as TypedDocumentString<AccountEntriesQuery, AccountEntriesQueryVariables>;
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
}`, {"hash":"725afa4d8f7eae82a696d71a1c0718750cd15ac1845fae4f2f496b5cc0c7c581","roots":["openAccount"]}) as unknown as TypedDocumentString<OpenAccountMutation, OpenAccountMutationVariables>;
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
}`, {"hash":"e92d28161629bf480383642d7084fc67193b4a09f7e9d71f12a9ccc3daeebed9","roots":["closeAccount"]}) as unknown as TypedDocumentString<CloseAccountMutation, CloseAccountMutationVariables>;
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
}`, {"hash":"5fa2f8e1d31c2daaf3101eb658fd05bcd4b6b285a2ce0e2a1450aa94f7f28a31","roots":["adapters"]}) as unknown as TypedDocumentString<AdaptersQuery, AdaptersQueryVariables>;
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
}`, {"hash":"25d8568686e63199c82ff302ae3f9b1c075140d32affb973a923121ba8fe108e","roots":["adapterActivations"]}) as unknown as TypedDocumentString<AdapterActivationsQuery, AdapterActivationsQueryVariables>;
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
}`, {"hash":"f77379a1dd71c3111f633f5b989b71699ae2e1931505dc722e89e21e629cc637","roots":["draftAdapter"]}) as unknown as TypedDocumentString<DraftAdapterMutation, DraftAdapterMutationVariables>;
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
}`, {"hash":"801e921a915b56d921eaa50a487c5c72648da557f90d33f8573f2a9d61ab863c","roots":["dryRunAdapter"]}) as unknown as TypedDocumentString<DryRunAdapterMutation, DryRunAdapterMutationVariables>;
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
}`, {"hash":"c0e1069c38e423dffa5ebd2d4ac52b3a51461d997c2a7000908b328b61baec71","roots":["activateAdapter"]}) as unknown as TypedDocumentString<ActivateAdapterMutation, ActivateAdapterMutationVariables>;
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
}`, {"hash":"0eeeffcde764e5087d8f104c9dc721bbb4b902a049b7340b7c5c5dedb458f0b0","roots":["rollBackAdapter"]}) as unknown as TypedDocumentString<RollBackAdapterMutation, RollBackAdapterMutationVariables>;
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
    `, {"hash":"8d12c8aa78d11611c21bc5203f4a57089d1af3807d6791b0da1b1a6854cf1ad0","roots":["replayDocuments"]}) as unknown as TypedDocumentString<ReplayDocumentsMutation, ReplayDocumentsMutationVariables>;
export const AuditEventsDocument = new TypedDocumentString(`
    query AuditEvents($first: Int, $after: String, $filter: AuditEventFilter, $orderBy: AuditEventOrder) {
  auditEvents(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    nodes {
      ...AuditEventFields
      partner {
        id
        code
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment AuditEventFields on AuditEvent {
  sequence
  kind
  at
  actorKind
  actorId
  actorName
  channel
  address
  requestId
  command
  outcome
  code
  reason
  facts
  changes
  inputHash
  hash
}`, {"hash":"f221d2a037288adc299354860599595c2f981d24e93faa71f2619040b04ed367","roots":["auditEvents"]}) as unknown as TypedDocumentString<AuditEventsQuery, AuditEventsQueryVariables>;
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
}`, {"hash":"1ef46d90b733e2fb6af0cd8a1b2ee5762b7bbd6140384d931d98d20ae0ae7023","roots":["contract"]}) as unknown as TypedDocumentString<ContractQuery, ContractQueryVariables>;
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
}`, {"hash":"46d815a8cb7fd3f9ec0106283e512553f5a8abe2df92c3d332bcd6f6a04c7210","roots":["contracts"]}) as unknown as TypedDocumentString<ContractsQuery, ContractsQueryVariables>;
export const ContractTemplateDocument = new TypedDocumentString(`
    query ContractTemplate($kind: PartnerKind!) {
  contractTemplate(kind: $kind)
}
    `, {"hash":"d82551eba970e9c709b1d7a3ec52562abef24eed9be25211bb9efb58d1704f8c","roots":[]}) as unknown as TypedDocumentString<ContractTemplateQuery, ContractTemplateQueryVariables>;
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
    `, {"hash":"2dbaae1c4cecc72b0d6bb83d203393f329deeae2a5ed07512fc7daeb6efb45f8","roots":["validateTerms"]}) as unknown as TypedDocumentString<ValidateTermsQuery, ValidateTermsQueryVariables>;
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
    `, {"hash":"ec6c51cc5dd9d59f9037d5ac0e395d8df1d963b85920b3e35b701a6dd5fa9d77","roots":["simulateTerms"]}) as unknown as TypedDocumentString<SimulateTermsQuery, SimulateTermsQueryVariables>;
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
}`, {"hash":"04c7d5bc25918b7d694e05538462beb169ee40c7cd4536b0836a21330dfd61a8","roots":["createContract"]}) as unknown as TypedDocumentString<CreateContractMutation, CreateContractMutationVariables>;
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
}`, {"hash":"50c28376637ee75b97edf328bd4110e3b6a61656b28e47d406e288c24149a030","roots":["scheduleContractVersion"]}) as unknown as TypedDocumentString<ScheduleContractVersionMutation, ScheduleContractVersionMutationVariables>;
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
}`, {"hash":"f3d9ac2de9fdb80454ab60c1cb98a291ef648d012d660623195bdf94cd9ea0e5","roots":["moveContractVersion"]}) as unknown as TypedDocumentString<MoveContractVersionMutation, MoveContractVersionMutationVariables>;
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
}`, {"hash":"2329014b1f5dd2bc7c83a7b9cc565ae8ebffc4f1266cefb94020f7abbf6b56cd","roots":["cancelContractVersion"]}) as unknown as TypedDocumentString<CancelContractVersionMutation, CancelContractVersionMutationVariables>;
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
}`, {"hash":"443eaedd00a4aa7bd60e7ea75fa6749035f51b6fc3ed2a7a530acbd2d31df691","roots":["endContract"]}) as unknown as TypedDocumentString<EndContractMutation, EndContractMutationVariables>;
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
}`, {"hash":"44705ffdab35be64fff2533bde2288342cd02317f4439f9de5a21e7568a17108","roots":["document"]}) as unknown as TypedDocumentString<DocumentQuery, DocumentQueryVariables>;
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
}`, {"hash":"8f847613b8ab4a581f1eefd63d215be24cd4537ce9de81076fec189e0408ed24","roots":["documents"]}) as unknown as TypedDocumentString<DocumentsQuery, DocumentsQueryVariables>;
export const EncryptionStatusDocument = new TypedDocumentString(`
    query EncryptionStatus {
  encryptionStatus {
    wrappingKeys {
      keyId
      current
      dataKeys
    }
    stores {
      name
      sealed
      stale
      plain
    }
  }
}
    `, {"hash":"439d104bd507b1c39a5adaa62aa5c6ff2a7f9b72d51131993368b4406c3b34c0","roots":["encryptionStatus"]}) as unknown as TypedDocumentString<EncryptionStatusQuery, EncryptionStatusQueryVariables>;
export const RotateDataKeysDocument = new TypedDocumentString(`
    mutation RotateDataKeys($input: RotateDataKeysInput!) {
  rotateDataKeys(input: $input) {
    dataKeys
    userErrors {
      code
      message
      path
    }
  }
}
    `, {"hash":"bdc114e02e6abfac98b99aa545fcfad5311ac9b1b12e495edb627de389d39d38","roots":["rotateDataKeys"]}) as unknown as TypedDocumentString<RotateDataKeysMutation, RotateDataKeysMutationVariables>;
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
}`, {"hash":"0afacc12da14160a5c7c820019191ee156098c4bcc9bedabb8a62d283f7b765f","roots":["exchangeRates"]}) as unknown as TypedDocumentString<ExchangeRatesQuery, ExchangeRatesQueryVariables>;
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
}`, {"hash":"d6976934d8ef4ca50e59c97706bfc9b024061c6599bea216033bf1b8ac1f92a6","roots":["publishExchangeRates"]}) as unknown as TypedDocumentString<PublishExchangeRatesMutation, PublishExchangeRatesMutationVariables>;
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
}`, {"hash":"c2ba8c87a1a248c59012a13ac29cd9eee857afd3f4d6012a250c9f44b321b642","roots":["correctExchangeRate"]}) as unknown as TypedDocumentString<CorrectExchangeRateMutation, CorrectExchangeRateMutationVariables>;
export const ExportTransactionsDocument = new TypedDocumentString(`
    mutation ExportTransactions($input: ExportTransactionsInput!) {
  exportTransactions(input: $input) {
    path
    expiresAt
    userErrors {
      code
      message
      path
    }
  }
}
    `, {"hash":"57df2899e28b26788676a72bcc7fc77e3b7c89175fa57f9f9b84c8826581bfe9","roots":["exportTransactions"]}) as unknown as TypedDocumentString<ExportTransactionsMutation, ExportTransactionsMutationVariables>;
export const JobsDocument = new TypedDocumentString(`
    query Jobs($first: Int, $after: String, $filter: JobFilter, $orderBy: JobOrder) {
  jobs(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    nodes {
      ...JobFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment JobFields on Job {
  id
  kind
  subject
  dueAt
  state
  attempts
  failureCode
  failure
  reason
  decidedBy
  version
  createdAt
  finishedAt
}`, {"hash":"0474f569466406ded4c3466573dfdcb616610009f6ed8073c8f9c0871ccceed9","roots":["jobs"]}) as unknown as TypedDocumentString<JobsQuery, JobsQueryVariables>;
export const RunJobDocument = new TypedDocumentString(`
    mutation RunJob($input: JobInput!) {
  runJob(input: $input) {
    ...JobPayloadFields
  }
}
    fragment JobFields on Job {
  id
  kind
  subject
  dueAt
  state
  attempts
  failureCode
  failure
  reason
  decidedBy
  version
  createdAt
  finishedAt
}
fragment JobPayloadFields on JobPayload {
  job {
    ...JobFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"02e86f096b57cda9ebf674f048e08951621da0f09d1104d0a2b1c1c855a94a62","roots":["runJob"]}) as unknown as TypedDocumentString<RunJobMutation, RunJobMutationVariables>;
export const RetryJobDocument = new TypedDocumentString(`
    mutation RetryJob($input: JobInput!) {
  retryJob(input: $input) {
    ...JobPayloadFields
  }
}
    fragment JobFields on Job {
  id
  kind
  subject
  dueAt
  state
  attempts
  failureCode
  failure
  reason
  decidedBy
  version
  createdAt
  finishedAt
}
fragment JobPayloadFields on JobPayload {
  job {
    ...JobFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"01c8a3ac6000a823dc7883214b664d45edb621a7db6e4d9909d258dea65bb9d2","roots":["retryJob"]}) as unknown as TypedDocumentString<RetryJobMutation, RetryJobMutationVariables>;
export const SkipJobDocument = new TypedDocumentString(`
    mutation SkipJob($input: SkipJobInput!) {
  skipJob(input: $input) {
    ...JobPayloadFields
  }
}
    fragment JobFields on Job {
  id
  kind
  subject
  dueAt
  state
  attempts
  failureCode
  failure
  reason
  decidedBy
  version
  createdAt
  finishedAt
}
fragment JobPayloadFields on JobPayload {
  job {
    ...JobFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"2251d965d1607eac90e87c574b334e75b19f7270f946357c3e95d14b92028721","roots":["skipJob"]}) as unknown as TypedDocumentString<SkipJobMutation, SkipJobMutationVariables>;
export const AlertsDocument = new TypedDocumentString(`
    query Alerts($first: Int, $after: String, $filter: AlertFilter) {
  alerts(first: $first, after: $after, filter: $filter) {
    nodes {
      ...AlertFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment AlertFields on Alert {
  id
  kind
  subject
  message
  state
  raisedAt
  resolvedAt
  resolvedBy
  resolution
  version
}`, {"hash":"0204161276ef8ebba3f86b9893a2781277bf4c0f0ac171186894b8d8fd563793","roots":["alerts"]}) as unknown as TypedDocumentString<AlertsQuery, AlertsQueryVariables>;
export const ResolveAlertDocument = new TypedDocumentString(`
    mutation ResolveAlert($input: ResolveAlertInput!) {
  resolveAlert(input: $input) {
    alert {
      ...AlertFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment AlertFields on Alert {
  id
  kind
  subject
  message
  state
  raisedAt
  resolvedAt
  resolvedBy
  resolution
  version
}`, {"hash":"5c407fd623dea2d353004858b44b536534e3c3e5ed08b9b4e110e23014913298","roots":["resolveAlert"]}) as unknown as TypedDocumentString<ResolveAlertMutation, ResolveAlertMutationVariables>;
export const BalancesDocument = new TypedDocumentString(`
    subscription Balances($accountIds: [ID!], $partnerId: ID, $filter: BalanceFilter, $after: String, $delivery: Delivery = STATE) {
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
}`, {"hash":"f36f4b4971f12215e5cd4bce38cf03f82cc7462781877f0170012828e6bab25f","roots":["balances"]}) as unknown as TypedDocumentString<BalancesSubscription, BalancesSubscriptionVariables>;
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
}`, {"hash":"a397cecd92e1cd4b339db4f48bda60636eabfdd34f8cab8dae7990915afa3d96","roots":["transactions"]}) as unknown as TypedDocumentString<TransactionStreamSubscription, TransactionStreamSubscriptionVariables>;
export const SettlementStreamDocument = new TypedDocumentString(`
    subscription SettlementStream($partnerId: ID, $contractId: ID, $from: Date, $states: [SettlementState!], $after: String) {
  settlements(
    partnerId: $partnerId
    contractId: $contractId
    from: $from
    states: $states
    after: $after
  ) {
    __typename
    ... on LiveItem {
      cursor
      epoch
      committedAt
      sentAt
    }
    ... on SettlementsSnapshot {
      complete
      settlements {
        ...WatchedSettlementFields
      }
    }
    ... on SettlementsChanged {
      settlements {
        ...WatchedSettlementFields
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
fragment WatchedSettlementFields on Settlement {
  ...SettlementFields
  partner {
    id
    code
    name
  }
}
fragment SettlementFields on Settlement {
  id
  currency
  firstDay
  lastDay
  periodStart
  periodEnd
  closesAt
  dueOn
  availableOn
  state
  payable {
    ...MoneyFields
  }
  broughtForward {
    ...MoneyFields
  }
  correctionSum {
    ...MoneyFields
  }
  adjustmentSum {
    ...MoneyFields
  }
  due {
    ...MoneyFields
  }
  carriedForward {
    ...MoneyFields
  }
  netted
  version
  createdAt
  closedAt
}`, {"hash":"3d02a163258fdbf33159ffa16d535d2bb6f04f6dcb82968db336988553b58d5e","roots":["settlements"]}) as unknown as TypedDocumentString<SettlementStreamSubscription, SettlementStreamSubscriptionVariables>;
export const PositionStreamDocument = new TypedDocumentString(`
    subscription PositionStream($partnerId: ID, $contractId: ID, $from: Date, $after: String) {
  positions(
    partnerId: $partnerId
    contractId: $contractId
    from: $from
    after: $after
  ) {
    __typename
    ... on LiveItem {
      cursor
      epoch
      committedAt
      sentAt
    }
    ... on PositionsSnapshot {
      complete
      positions {
        ...WatchedPositionFields
      }
    }
    ... on PositionsChanged {
      positions {
        ...WatchedPositionFields
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
fragment WatchedPositionFields on Position {
  contract
  currency
  firstDay
  lastDay
  startsAt
  endsAt
  isClosed
  version
  payable {
    ...MoneyFields
  }
  residual {
    ...MoneyFields
  }
  broughtForward {
    ...MoneyFields
  }
}`, {"hash":"954cc789c0e4c80942f4236802ac7a9f372b4a376014c0ff711f361aa02c35d7","roots":["positions"]}) as unknown as TypedDocumentString<PositionStreamSubscription, PositionStreamSubscriptionVariables>;
export const JobStreamDocument = new TypedDocumentString(`
    subscription JobStream($partnerId: ID, $kinds: [JobKind!], $states: [JobState!], $after: String) {
  jobs(partnerId: $partnerId, kinds: $kinds, states: $states, after: $after) {
    __typename
    ... on LiveItem {
      cursor
      epoch
      committedAt
      sentAt
    }
    ... on JobsSnapshot {
      complete
      jobs {
        ...JobFields
      }
    }
    ... on JobsChanged {
      jobs {
        ...JobFields
      }
    }
    ... on Resync {
      reason
    }
  }
}
    fragment JobFields on Job {
  id
  kind
  subject
  dueAt
  state
  attempts
  failureCode
  failure
  reason
  decidedBy
  version
  createdAt
  finishedAt
}`, {"hash":"c888d966f3962e1f4fed6e4c87bac97a36f9a19e11c6270a0abebf3308ae3c3a","roots":["jobs"]}) as unknown as TypedDocumentString<JobStreamSubscription, JobStreamSubscriptionVariables>;
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
}`, {"hash":"753ec8de64ec0bb7ead968e843da9bc05a8559507e0ac3bdc25e5a2644c0b64b","roots":["partner"]}) as unknown as TypedDocumentString<PartnerQuery, PartnerQueryVariables>;
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
}`, {"hash":"d2aff7d4501f26085198fba3b7ff33e3d9065533a7a1a34b810e8acbcfbb1ad5","roots":["partners"]}) as unknown as TypedDocumentString<PartnersQuery, PartnersQueryVariables>;
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
}`, {"hash":"fe596a8f2d106a569839f8733280e080212bb4b47d8dec004d9944f8a8102585","roots":["createPartner"]}) as unknown as TypedDocumentString<CreatePartnerMutation, CreatePartnerMutationVariables>;
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
}`, {"hash":"6468767f9564c2bc2dadb052a7ce2dc65270801c878311e645389308b086104f","roots":["holdPartner"]}) as unknown as TypedDocumentString<HoldPartnerMutation, HoldPartnerMutationVariables>;
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
}`, {"hash":"b40ab0f5d1ea3ae5d341da218cbbe0487ebe7f7157ce8018663331996484d8ae","roots":["releasePartner"]}) as unknown as TypedDocumentString<ReleasePartnerMutation, ReleasePartnerMutationVariables>;
export const PayoutsDocument = new TypedDocumentString(`
    query Payouts($first: Int, $after: String, $filter: PayoutFilter) {
  payouts(first: $first, after: $after, filter: $filter) {
    nodes {
      ...PayoutFields
      partner {
        ...PartnerFields
      }
      settlements {
        id
        firstDay
        lastDay
        state
      }
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
fragment PayoutFields on Payout {
  id
  amount {
    ...MoneyFields
  }
  endToEndId
  dueOn
  state
  bankStatus
  bankReason
  createdAt
  finishedAt
}`, {"hash":"2dcb7322ec9a06319a7cbccac8b89fec7398523945522439bebda111d6950bb7","roots":["payouts"]}) as unknown as TypedDocumentString<PayoutsQuery, PayoutsQueryVariables>;
export const PayoutAccountsDocument = new TypedDocumentString(`
    query PayoutAccounts($partnerId: ID!) {
  partner(id: $partnerId) {
    payoutAccounts {
      ...PayoutAccountFields
    }
  }
}
    fragment PayoutAccountFields on PayoutAccount {
  id
  currency
  holderName
  scheme
  bic
  clearingSystem
  bankCode
  numberMasked
  state
  createdAt
  replacedAt
}`, {"hash":"65c152a9663450c068a9bf25d190c3e690db4442a144832119c4ca69101dd046","roots":["partner"]}) as unknown as TypedDocumentString<PayoutAccountsQuery, PayoutAccountsQueryVariables>;
export const AddPayoutAccountDocument = new TypedDocumentString(`
    mutation AddPayoutAccount($input: AddPayoutAccountInput!) {
  addPayoutAccount(input: $input) {
    payoutAccount {
      ...PayoutAccountFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment PayoutAccountFields on PayoutAccount {
  id
  currency
  holderName
  scheme
  bic
  clearingSystem
  bankCode
  numberMasked
  state
  createdAt
  replacedAt
}`, {"hash":"ec8ef436a216df46faf06bf3c2eed4f0d12a6ba2171935bb1d3184469dff5e38","roots":["addPayoutAccount"]}) as unknown as TypedDocumentString<AddPayoutAccountMutation, AddPayoutAccountMutationVariables>;
export const RevealPayoutAccountDocument = new TypedDocumentString(`
    mutation RevealPayoutAccount($input: RevealPayoutAccountInput!) {
  revealPayoutAccount(input: $input) {
    holderName
    number
    userErrors {
      code
      message
      path
    }
  }
}
    `, {"hash":"434cc6a0eeece854dcfd1d653981cd261b1d166e09b94fb6f3e81b8a546a05ce","roots":["revealPayoutAccount"]}) as unknown as TypedDocumentString<RevealPayoutAccountMutation, RevealPayoutAccountMutationVariables>;
export const PayoutRunFileDocument = new TypedDocumentString(`
    query PayoutRunFile($id: ID!) {
  node(id: $id) {
    ... on PayoutRun {
      ...PayoutRunFields
      file
    }
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment PayoutRunFields on PayoutRun {
  id
  currency
  executeOn
  messageId
  payouts
  total {
    ...MoneyFields
  }
  createdAt
}`, {"hash":"55530861e9d7c5e0572096ef1bef19e183421627d1e028f1fa4dc99052a171da","roots":["node"]}) as unknown as TypedDocumentString<PayoutRunFileQuery, PayoutRunFileQueryVariables>;
export const CreatePayoutRunDocument = new TypedDocumentString(`
    mutation CreatePayoutRun($input: CreatePayoutRunInput!) {
  createPayoutRun(input: $input) {
    payoutRun {
      ...PayoutRunFields
      file
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
fragment PayoutRunFields on PayoutRun {
  id
  currency
  executeOn
  messageId
  payouts
  total {
    ...MoneyFields
  }
  createdAt
}`, {"hash":"543fd9f671c8a5a3e95f168524945a7edab6962f967011e3d24f478fe078e4e0","roots":["createPayoutRun"]}) as unknown as TypedDocumentString<CreatePayoutRunMutation, CreatePayoutRunMutationVariables>;
export const ReadPayoutReportDocument = new TypedDocumentString(`
    mutation ReadPayoutReport($input: ReadPayoutReportInput!) {
  readPayoutReport(input: $input) {
    payoutRun {
      ...PayoutRunFields
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
fragment PayoutRunFields on PayoutRun {
  id
  currency
  executeOn
  messageId
  payouts
  total {
    ...MoneyFields
  }
  createdAt
}`, {"hash":"1778e3ad74022ccb07030e5e58e656dd4584fcdd1782450c3769e8bb42231143","roots":["readPayoutReport"]}) as unknown as TypedDocumentString<ReadPayoutReportMutation, ReadPayoutReportMutationVariables>;
export const PayoutTotalsDocument = new TypedDocumentString(`
    query PayoutTotals($filter: PayoutFilter) {
  payoutTotals(filter: $filter) {
    currency
    count
    amount {
      ...MoneyFields
    }
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}`, {"hash":"500ffd7729920069508f4973e487c0447103520fe55df231c4a3d9c9fdb57d97","roots":["payoutTotals"]}) as unknown as TypedDocumentString<PayoutTotalsQuery, PayoutTotalsQueryVariables>;
export const PayoutRunsDocument = new TypedDocumentString(`
    query PayoutRuns($first: Int, $after: String, $filter: PayoutRunFilter) {
  payoutRuns(first: $first, after: $after, filter: $filter) {
    nodes {
      id
      currency
      executeOn
      messageId
      payouts
      total {
        ...MoneyFields
      }
      createdAt
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
}`, {"hash":"9c3920d570793c6e2306ab59abb4d7562da3b0bceb0ec5a8f51eea4f1729ba70","roots":["payoutRuns"]}) as unknown as TypedDocumentString<PayoutRunsQuery, PayoutRunsQueryVariables>;
export const PayoutAccountsByNumberDocument = new TypedDocumentString(`
    query PayoutAccountsByNumber($number: String!) {
  payoutAccountsByNumber(number: $number) {
    ...PayoutAccountFields
  }
}
    fragment PayoutAccountFields on PayoutAccount {
  id
  currency
  holderName
  scheme
  bic
  clearingSystem
  bankCode
  numberMasked
  state
  createdAt
  replacedAt
}`, {"hash":"d8b76bdc59cb8390403e2a87266960ff4c82451073936915ac34fc0897ce53bb","roots":["payoutAccountsByNumber"]}) as unknown as TypedDocumentString<PayoutAccountsByNumberQuery, PayoutAccountsByNumberQueryVariables>;
export const PositionDocument = new TypedDocumentString(`
    query Position($contractId: ID!, $on: Date) {
  position(contractId: $contractId, on: $on) {
    ...PositionFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment PositionFields on Position {
  contract
  currency
  firstDay
  lastDay
  startsAt
  endsAt
  isClosed
  version
  payable {
    amount
    currency
  }
  residual {
    amount
    currency
  }
  broughtForward {
    amount
    currency
  }
  components {
    clause
    kind
    version
    amount {
      amount
      currency
    }
    effect {
      amount
      currency
    }
    explanation {
      kind
      text
      input
      tier {
        from
        to
        part
        factor
        value
      }
    }
  }
  totals {
    version
    input
    amount {
      ...MoneyFields
    }
    count
  }
}`, {"hash":"efdbbf2058bc50520b8d31c1c3dd2c6b48d601cba71411bb7e6bff639cdd942f","roots":["position"]}) as unknown as TypedDocumentString<PositionQuery, PositionQueryVariables>;
export const PositionsDocument = new TypedDocumentString(`
    query Positions($first: Int, $after: String, $filter: PositionFilter, $orderBy: PositionOrder) {
  positions(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    nodes {
      ...PositionFields
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
fragment PositionFields on Position {
  contract
  currency
  firstDay
  lastDay
  startsAt
  endsAt
  isClosed
  version
  payable {
    amount
    currency
  }
  residual {
    amount
    currency
  }
  broughtForward {
    amount
    currency
  }
  components {
    clause
    kind
    version
    amount {
      amount
      currency
    }
    effect {
      amount
      currency
    }
    explanation {
      kind
      text
      input
      tier {
        from
        to
        part
        factor
        value
      }
    }
  }
  totals {
    version
    input
    amount {
      ...MoneyFields
    }
    count
  }
}`, {"hash":"8c73f0c85ebfbfa00514e2aee0b221339315017a71f3c5d4444035b112535412","roots":["positions"]}) as unknown as TypedDocumentString<PositionsQuery, PositionsQueryVariables>;
export const PositionTotalsDocument = new TypedDocumentString(`
    query PositionTotals($filter: PositionFilter) {
  positionTotals(filter: $filter) {
    currency
    count
    payable {
      ...MoneyFields
    }
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}`, {"hash":"d46cfacf79febbcdb616668681dd33a1567fcd1da095d9cecddd3ac37acd25c9","roots":["positionTotals"]}) as unknown as TypedDocumentString<PositionTotalsQuery, PositionTotalsQueryVariables>;
export const PositionTransactionsDocument = new TypedDocumentString(`
    query PositionTransactions($of: PositionInputRef!, $first: Int, $after: String) {
  positionTransactions(of: $of, first: $first, after: $after) {
    nodes {
      ...TransactionFields
      transfers {
        id
        code
        amount {
          ...MoneyFields
        }
        debitAccount
        creditAccount
      }
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
}`, {"hash":"ddad539ff974c16cd15d215ebdf483e3fec2dc93cb1d243d56c2e832599b3515","roots":["positionTransactions"]}) as unknown as TypedDocumentString<PositionTransactionsQuery, PositionTransactionsQueryVariables>;
export const QuarantineItemDocument = new TypedDocumentString(`
    query QuarantineItem($id: ID!) {
  quarantineItem(id: $id) {
    ...QuarantineItemFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment QuarantinedTransactionFields on QuarantinedTransaction {
  externalId
  type
  direction
  amount {
    ...MoneyFields
  }
  occurredAt
  counterparty
  reference
}
fragment QuarantineItemFields on QuarantineItem {
  id
  kind
  state
  rule
  ruleId
  code
  refusalCode
  field
  value
  reason
  position
  line
  raw
  transaction {
    ...QuarantinedTransactionFields
  }
  correction {
    ...QuarantinedTransactionFields
  }
  ignoresRules
  correctedBy
  correctionReason
  decidedBy
  decidedAt
  decisionReason
  quarantinedAt
  version
  partner {
    id
    code
  }
  document {
    id
    name
  }
}`, {"hash":"662bd5c858fed1cc1b7652095094713a8e939ee1f3a4e93b4ce0c27e56173e60","roots":["quarantineItem"]}) as unknown as TypedDocumentString<QuarantineItemQuery, QuarantineItemQueryVariables>;
export const QuarantineDocument = new TypedDocumentString(`
    query Quarantine($first: Int, $after: String, $filter: QuarantineItemFilter) {
  quarantine(first: $first, after: $after, filter: $filter) {
    nodes {
      ...QuarantineItemFields
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
fragment QuarantinedTransactionFields on QuarantinedTransaction {
  externalId
  type
  direction
  amount {
    ...MoneyFields
  }
  occurredAt
  counterparty
  reference
}
fragment QuarantineItemFields on QuarantineItem {
  id
  kind
  state
  rule
  ruleId
  code
  refusalCode
  field
  value
  reason
  position
  line
  raw
  transaction {
    ...QuarantinedTransactionFields
  }
  correction {
    ...QuarantinedTransactionFields
  }
  ignoresRules
  correctedBy
  correctionReason
  decidedBy
  decidedAt
  decisionReason
  quarantinedAt
  version
  partner {
    id
    code
  }
  document {
    id
    name
  }
}`, {"hash":"d2a7476d6c0a60e78ff2ec1e949fe5843813c2ee0cb215e640e1337f407506a2","roots":["quarantine"]}) as unknown as TypedDocumentString<QuarantineQuery, QuarantineQueryVariables>;
export const CorrectQuarantinedDocument = new TypedDocumentString(`
    mutation CorrectQuarantined($input: CorrectQuarantinedInput!) {
  correctQuarantined(input: $input) {
    ...QuarantineItemPayloadFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment QuarantinedTransactionFields on QuarantinedTransaction {
  externalId
  type
  direction
  amount {
    ...MoneyFields
  }
  occurredAt
  counterparty
  reference
}
fragment QuarantineItemFields on QuarantineItem {
  id
  kind
  state
  rule
  ruleId
  code
  refusalCode
  field
  value
  reason
  position
  line
  raw
  transaction {
    ...QuarantinedTransactionFields
  }
  correction {
    ...QuarantinedTransactionFields
  }
  ignoresRules
  correctedBy
  correctionReason
  decidedBy
  decidedAt
  decisionReason
  quarantinedAt
  version
  partner {
    id
    code
  }
  document {
    id
    name
  }
}
fragment QuarantineItemPayloadFields on QuarantineItemPayload {
  item {
    ...QuarantineItemFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"2ad7c2cd9305fba74f27500b1bca05caadbd0e866d52be69e42a837761fe2be4","roots":["correctQuarantined"]}) as unknown as TypedDocumentString<CorrectQuarantinedMutation, CorrectQuarantinedMutationVariables>;
export const ApproveCorrectionDocument = new TypedDocumentString(`
    mutation ApproveCorrection($input: ApproveCorrectionInput!) {
  approveCorrection(input: $input) {
    ...QuarantineItemPayloadFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment QuarantinedTransactionFields on QuarantinedTransaction {
  externalId
  type
  direction
  amount {
    ...MoneyFields
  }
  occurredAt
  counterparty
  reference
}
fragment QuarantineItemFields on QuarantineItem {
  id
  kind
  state
  rule
  ruleId
  code
  refusalCode
  field
  value
  reason
  position
  line
  raw
  transaction {
    ...QuarantinedTransactionFields
  }
  correction {
    ...QuarantinedTransactionFields
  }
  ignoresRules
  correctedBy
  correctionReason
  decidedBy
  decidedAt
  decisionReason
  quarantinedAt
  version
  partner {
    id
    code
  }
  document {
    id
    name
  }
}
fragment QuarantineItemPayloadFields on QuarantineItemPayload {
  item {
    ...QuarantineItemFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"7a023db5c8091909a122258ae4c37ef1664e8ef4bc20da228ee7771f63583f12","roots":["approveCorrection"]}) as unknown as TypedDocumentString<ApproveCorrectionMutation, ApproveCorrectionMutationVariables>;
export const DeclineCorrectionDocument = new TypedDocumentString(`
    mutation DeclineCorrection($input: DeclineCorrectionInput!) {
  declineCorrection(input: $input) {
    ...QuarantineItemPayloadFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment QuarantinedTransactionFields on QuarantinedTransaction {
  externalId
  type
  direction
  amount {
    ...MoneyFields
  }
  occurredAt
  counterparty
  reference
}
fragment QuarantineItemFields on QuarantineItem {
  id
  kind
  state
  rule
  ruleId
  code
  refusalCode
  field
  value
  reason
  position
  line
  raw
  transaction {
    ...QuarantinedTransactionFields
  }
  correction {
    ...QuarantinedTransactionFields
  }
  ignoresRules
  correctedBy
  correctionReason
  decidedBy
  decidedAt
  decisionReason
  quarantinedAt
  version
  partner {
    id
    code
  }
  document {
    id
    name
  }
}
fragment QuarantineItemPayloadFields on QuarantineItemPayload {
  item {
    ...QuarantineItemFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"e585fac8378fc121f8453d9fea3ee7110fffb9de84944e8fbaa00dc4c3f3aeec","roots":["declineCorrection"]}) as unknown as TypedDocumentString<DeclineCorrectionMutation, DeclineCorrectionMutationVariables>;
export const ReplayQuarantinedDocument = new TypedDocumentString(`
    mutation ReplayQuarantined($input: QuarantineItemsInput!) {
  replayQuarantined(input: $input) {
    ...QuarantineItemsPayloadFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment QuarantinedTransactionFields on QuarantinedTransaction {
  externalId
  type
  direction
  amount {
    ...MoneyFields
  }
  occurredAt
  counterparty
  reference
}
fragment QuarantineItemFields on QuarantineItem {
  id
  kind
  state
  rule
  ruleId
  code
  refusalCode
  field
  value
  reason
  position
  line
  raw
  transaction {
    ...QuarantinedTransactionFields
  }
  correction {
    ...QuarantinedTransactionFields
  }
  ignoresRules
  correctedBy
  correctionReason
  decidedBy
  decidedAt
  decisionReason
  quarantinedAt
  version
  partner {
    id
    code
  }
  document {
    id
    name
  }
}
fragment QuarantineItemsPayloadFields on QuarantineItemsPayload {
  items {
    ...QuarantineItemFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"980a4376ab3feb571f0eb826de01a6086f854c8cc4381d13e9f810a853decb3c","roots":["replayQuarantined"]}) as unknown as TypedDocumentString<ReplayQuarantinedMutation, ReplayQuarantinedMutationVariables>;
export const RejectQuarantinedDocument = new TypedDocumentString(`
    mutation RejectQuarantined($input: QuarantineItemsInput!) {
  rejectQuarantined(input: $input) {
    ...QuarantineItemsPayloadFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment QuarantinedTransactionFields on QuarantinedTransaction {
  externalId
  type
  direction
  amount {
    ...MoneyFields
  }
  occurredAt
  counterparty
  reference
}
fragment QuarantineItemFields on QuarantineItem {
  id
  kind
  state
  rule
  ruleId
  code
  refusalCode
  field
  value
  reason
  position
  line
  raw
  transaction {
    ...QuarantinedTransactionFields
  }
  correction {
    ...QuarantinedTransactionFields
  }
  ignoresRules
  correctedBy
  correctionReason
  decidedBy
  decidedAt
  decisionReason
  quarantinedAt
  version
  partner {
    id
    code
  }
  document {
    id
    name
  }
}
fragment QuarantineItemsPayloadFields on QuarantineItemsPayload {
  items {
    ...QuarantineItemFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"2d4ad82ce547289fffc283b5d15229513dbacf56c2ea042b86e4bce4761f79bd","roots":["rejectQuarantined"]}) as unknown as TypedDocumentString<RejectQuarantinedMutation, RejectQuarantinedMutationVariables>;
export const QualityRulesDocument = new TypedDocumentString(`
    query QualityRules($partnerId: ID!) {
  qualityRules(partnerId: $partnerId) {
    ...QualityRulesFields
  }
}
    fragment QualityRulesFields on QualityRules {
  version
  rules
  reason
  setBy
  setAt
}`, {"hash":"ca4ca23a97422cd0c9b300015392283751679c80e0a2d7cc150abea3084cc763","roots":["qualityRules"]}) as unknown as TypedDocumentString<QualityRulesQuery, QualityRulesQueryVariables>;
export const SetQualityRulesDocument = new TypedDocumentString(`
    mutation SetQualityRules($input: SetQualityRulesInput!) {
  setQualityRules(input: $input) {
    rules {
      ...QualityRulesFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment QualityRulesFields on QualityRules {
  version
  rules
  reason
  setBy
  setAt
}`, {"hash":"d840da57d746fd541442048ae14e12f68ba0b0a27d77ccf64dd2b7ab66844120","roots":["setQualityRules"]}) as unknown as TypedDocumentString<SetQualityRulesMutation, SetQualityRulesMutationVariables>;
export const QualityFiguresDocument = new TypedDocumentString(`
    query QualityFigures($first: Int, $after: String, $filter: QualityFiguresFilter) {
  qualityFigures(first: $first, after: $after, filter: $filter) {
    nodes {
      day
      partner {
        id
        code
      }
      documents
      refusedDocuments
      transactions
      posted
      refused
      quarantined
      waiting
      rejected
      byRule {
        rule
        items
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"8ea12729830704603cf136d508032f77a2a0f5ffaf3ecd28edef782709016932","roots":["qualityFigures"]}) as unknown as TypedDocumentString<QualityFiguresQuery, QualityFiguresQueryVariables>;
export const SourcesDocument = new TypedDocumentString(`
    query Sources($first: Int, $after: String, $filter: SourceFilter) {
  sources(first: $first, after: $after, filter: $filter) {
    nodes {
      code
      adapter
      rulesVersion
      lastArrivalAt
      lateSince
      waiting
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"6438df0f67d06e28ffb41cd5e9e844bb80efb320770ad035ea1e586aca10ee3e","roots":["sources"]}) as unknown as TypedDocumentString<SourcesQuery, SourcesQueryVariables>;
export const ReconciliationBreaksDocument = new TypedDocumentString(`
    query ReconciliationBreaks($first: Int, $after: String, $filter: ReconciliationBreakFilter, $orderBy: ReconciliationBreakOrder) {
  reconciliationBreaks(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
  ) {
    nodes {
      ...ReconciliationBreakFields
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
fragment ReconciliationBreakFields on ReconciliationBreak {
  id
  subject
  kind
  state
  account
  day
  ageDays
  difference {
    ...MoneyFields
  }
  fields {
    field
    ours
    theirs
    difference
  }
  proposal
  cause
  explanation
  statementName
  statementDocumentId
  lineReference
  lineOccurredAt
  transaction {
    id
    externalId
    reference
    occurredAt
  }
  resolutions {
    action
    state
    amount {
      ...MoneyFields
    }
    reason
    waitUntil
    decidedBy
    decidedAt
    approvedBy
    failure
  }
  openedAt
  waitUntil
  resolvedAt
  version
}`, {"hash":"4a48e8ffc797ed4880a7b6c85eacc2c0049f1bcff31e3d2d8cb9bfd7f91836f1","roots":["reconciliationBreaks"]}) as unknown as TypedDocumentString<ReconciliationBreaksQuery, ReconciliationBreaksQueryVariables>;
export const ReconciliationRunsDocument = new TypedDocumentString(`
    query ReconciliationRuns($first: Int, $after: String, $filter: ReconciliationRunFilter, $orderBy: ReconciliationRunOrder) {
  reconciliationRuns(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
  ) {
    nodes {
      ...ReconciliationRunFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ReconciliationRunFields on ReconciliationRun {
  id
  trigger
  startedAt
  finishedAt
  transactions
  lines
  matched
  withTolerance
  opened
  resolved
}`, {"hash":"9d6d3666cbb524502f2e184f8fd755c1d4ef420a142407cc1d4fae99411d44bb","roots":["reconciliationRuns"]}) as unknown as TypedDocumentString<ReconciliationRunsQuery, ReconciliationRunsQueryVariables>;
export const DocumentRolesDocument = new TypedDocumentString(`
    query DocumentRoles($partnerId: ID!) {
  documentRoles(partnerId: $partnerId) {
    ...DocumentRoleFields
  }
}
    fragment DocumentRoleFields on DocumentRoleSetting {
  adapter
  account
  role
  reason
  setBy
  setAt
}`, {"hash":"f3daae000993d3b4d4979cedbc896bc1b432756b3d0c2ab02bd5bb876c0f382f","roots":["documentRoles"]}) as unknown as TypedDocumentString<DocumentRolesQuery, DocumentRolesQueryVariables>;
export const ReconciliationPolicyDocument = new TypedDocumentString(`
    query ReconciliationPolicy($partnerId: ID!) {
  reconciliationPolicy(partnerId: $partnerId) {
    ...ReconciliationPolicyFields
  }
}
    fragment ReconciliationPolicyFields on ReconciliationPolicy {
  zone
  ourLink
  theirLink
  types
  graceMinutes
  lateDays
  writeOffLimit
  rules {
    name
    kind
    link
    similarityPercent
    tolerance
    toleranceBasisPoints
    days
  }
  version
}`, {"hash":"3c0d41d5de6b414b0f81077cd4e6011f5acd0ece0ab86157fd3e3f4c85fe4e2b","roots":["reconciliationPolicy"]}) as unknown as TypedDocumentString<ReconciliationPolicyQuery, ReconciliationPolicyQueryVariables>;
export const SetDocumentRoleDocument = new TypedDocumentString(`
    mutation SetDocumentRole($input: SetDocumentRoleInput!) {
  setDocumentRole(input: $input) {
    setting {
      ...DocumentRoleFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment DocumentRoleFields on DocumentRoleSetting {
  adapter
  account
  role
  reason
  setBy
  setAt
}`, {"hash":"d17130bf8ebaf8db654de67bf9cbaaa780675af430c7e3ddf12d501029a6518e","roots":["setDocumentRole"]}) as unknown as TypedDocumentString<SetDocumentRoleMutation, SetDocumentRoleMutationVariables>;
export const ChangeReconciliationPolicyDocument = new TypedDocumentString(`
    mutation ChangeReconciliationPolicy($input: ChangeReconciliationPolicyInput!) {
  changeReconciliationPolicy(input: $input) {
    policy {
      ...ReconciliationPolicyFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment ReconciliationPolicyFields on ReconciliationPolicy {
  zone
  ourLink
  theirLink
  types
  graceMinutes
  lateDays
  writeOffLimit
  rules {
    name
    kind
    link
    similarityPercent
    tolerance
    toleranceBasisPoints
    days
  }
  version
}`, {"hash":"1ca690aea6382bc55a3afa7b301805e5c43b33a0fa6d5c3af9ecced5f240d981","roots":["changeReconciliationPolicy"]}) as unknown as TypedDocumentString<ChangeReconciliationPolicyMutation, ChangeReconciliationPolicyMutationVariables>;
export const RunReconciliationDocument = new TypedDocumentString(`
    mutation RunReconciliation($input: RunReconciliationInput!) {
  runReconciliation(input: $input) {
    run {
      ...ReconciliationRunFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment ReconciliationRunFields on ReconciliationRun {
  id
  trigger
  startedAt
  finishedAt
  transactions
  lines
  matched
  withTolerance
  opened
  resolved
}`, {"hash":"d7278f4e5f8f51163f579c4c68a5091d18939397c8b860eb45330f15307ef570","roots":["runReconciliation"]}) as unknown as TypedDocumentString<RunReconciliationMutation, RunReconciliationMutationVariables>;
export const ResolveBreaksDocument = new TypedDocumentString(`
    mutation ResolveBreaks($input: ResolveBreaksInput!) {
  resolveBreaks(input: $input) {
    breaks {
      ...ReconciliationBreakFields
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
fragment ReconciliationBreakFields on ReconciliationBreak {
  id
  subject
  kind
  state
  account
  day
  ageDays
  difference {
    ...MoneyFields
  }
  fields {
    field
    ours
    theirs
    difference
  }
  proposal
  cause
  explanation
  statementName
  statementDocumentId
  lineReference
  lineOccurredAt
  transaction {
    id
    externalId
    reference
    occurredAt
  }
  resolutions {
    action
    state
    amount {
      ...MoneyFields
    }
    reason
    waitUntil
    decidedBy
    decidedAt
    approvedBy
    failure
  }
  openedAt
  waitUntil
  resolvedAt
  version
}`, {"hash":"7886d99ad7c1abced1e576ff2f98292c99b6eab9ec34f74e4d5d00e50be7617a","roots":["resolveBreaks"]}) as unknown as TypedDocumentString<ResolveBreaksMutation, ResolveBreaksMutationVariables>;
export const ApproveWriteOffsDocument = new TypedDocumentString(`
    mutation ApproveWriteOffs($input: ApproveWriteOffsInput!) {
  approveWriteOffs(input: $input) {
    breaks {
      ...ReconciliationBreakFields
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
fragment ReconciliationBreakFields on ReconciliationBreak {
  id
  subject
  kind
  state
  account
  day
  ageDays
  difference {
    ...MoneyFields
  }
  fields {
    field
    ours
    theirs
    difference
  }
  proposal
  cause
  explanation
  statementName
  statementDocumentId
  lineReference
  lineOccurredAt
  transaction {
    id
    externalId
    reference
    occurredAt
  }
  resolutions {
    action
    state
    amount {
      ...MoneyFields
    }
    reason
    waitUntil
    decidedBy
    decidedAt
    approvedBy
    failure
  }
  openedAt
  waitUntil
  resolvedAt
  version
}`, {"hash":"7660ea01c8583d898e1c32165be9ce7c9d4facdd5f2f8144e0a80977cd8c9a12","roots":["approveWriteOffs"]}) as unknown as TypedDocumentString<ApproveWriteOffsMutation, ApproveWriteOffsMutationVariables>;
export const ReconciliationRanDocument = new TypedDocumentString(`
    subscription ReconciliationRan($partnerId: ID) {
  reconciliationRan(partnerId: $partnerId) {
    ...ReconciliationRunFields
  }
}
    fragment ReconciliationRunFields on ReconciliationRun {
  id
  trigger
  startedAt
  finishedAt
  transactions
  lines
  matched
  withTolerance
  opened
  resolved
}`, {"hash":"d66b0894944e15755ca6217e1c8bbe0cabccc673ce2661bc4686cd11d5523607","roots":["reconciliationRan"]}) as unknown as TypedDocumentString<ReconciliationRanSubscription, ReconciliationRanSubscriptionVariables>;
export const RetentionReportDocument = new TypedDocumentString(`
    query RetentionReport {
  retentionReport {
    kind
    days
    minimumDays
    cutoff
    overdue
    held
    lastRunAt
    lastRemoved
  }
}
    `, {"hash":"5b1ab6581a792cf9618ae5db05efe0f1240b2d1836a33f19fab1f21f3d00c93d","roots":["retentionReport"]}) as unknown as TypedDocumentString<RetentionReportQuery, RetentionReportQueryVariables>;
export const RetentionHoldsDocument = new TypedDocumentString(`
    query RetentionHolds($first: Int, $after: String, $filter: RetentionHoldFilter, $orderBy: RetentionHoldOrder) {
  retentionHolds(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    nodes {
      ...RetentionHoldFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment RetentionHoldFields on RetentionHold {
  id
  partner {
    id
    code
  }
  reason
  placedBy
  placedAt
  releasedBy
  releasedAt
  releaseReason
}`, {"hash":"e54e4fa56b93386179b32a509679a82b77b4b58566cf44e99612e3cc729f11b5","roots":["retentionHolds"]}) as unknown as TypedDocumentString<RetentionHoldsQuery, RetentionHoldsQueryVariables>;
export const SetRetentionRuleDocument = new TypedDocumentString(`
    mutation SetRetentionRule($input: SetRetentionRuleInput!) {
  setRetentionRule(input: $input) {
    days
    userErrors {
      code
      message
      path
    }
  }
}
    `, {"hash":"f373c931d8984c41ae1459eb343824d8b262f6f1f05303da8747776b1486ce84","roots":["setRetentionRule"]}) as unknown as TypedDocumentString<SetRetentionRuleMutation, SetRetentionRuleMutationVariables>;
export const PlaceRetentionHoldDocument = new TypedDocumentString(`
    mutation PlaceRetentionHold($input: PlaceRetentionHoldInput!) {
  placeRetentionHold(input: $input) {
    hold {
      ...RetentionHoldFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment RetentionHoldFields on RetentionHold {
  id
  partner {
    id
    code
  }
  reason
  placedBy
  placedAt
  releasedBy
  releasedAt
  releaseReason
}`, {"hash":"28c96458e3b6801f3f6db14244504a4c6ca2c549e2c14c8bda9eae3979f78acc","roots":["placeRetentionHold"]}) as unknown as TypedDocumentString<PlaceRetentionHoldMutation, PlaceRetentionHoldMutationVariables>;
export const ReleaseRetentionHoldDocument = new TypedDocumentString(`
    mutation ReleaseRetentionHold($input: ReleaseRetentionHoldInput!) {
  releaseRetentionHold(input: $input) {
    hold {
      ...RetentionHoldFields
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment RetentionHoldFields on RetentionHold {
  id
  partner {
    id
    code
  }
  reason
  placedBy
  placedAt
  releasedBy
  releasedAt
  releaseReason
}`, {"hash":"7da77c7ad398bae50a20c754dba3a873dee823deb8a8ce0b4d18d5b779c8bf70","roots":["releaseRetentionHold"]}) as unknown as TypedDocumentString<ReleaseRetentionHoldMutation, ReleaseRetentionHoldMutationVariables>;
export const ErasePartnerDocument = new TypedDocumentString(`
    mutation ErasePartner($input: ErasePartnerInput!) {
  erasePartner(input: $input) {
    erasedAt
    dataKeys
    userErrors {
      code
      message
      path
    }
  }
}
    `, {"hash":"5176723e4839b794738cd80b5a32082ac93a5e9dec69c1e774d2b15c30524a9f","roots":["erasePartner"]}) as unknown as TypedDocumentString<ErasePartnerMutation, ErasePartnerMutationVariables>;
export const SettlementDocument = new TypedDocumentString(`
    query Settlement($id: ID!) {
  settlement(id: $id) {
    ...SettlementFields
    partner {
      ...PartnerFields
    }
    figures {
      clause
      version
      effect {
        ...MoneyFields
      }
      residual {
        ...MoneyFields
      }
    }
    adjustments {
      amount {
        ...MoneyFields
      }
      reason
      actorName
      at
    }
    corrections {
      aboutSettlementId
      amount {
        ...MoneyFields
      }
    }
    allowedTransitions {
      to
      permission
      needsReason
      fourEyes
      needs
    }
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
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
}
fragment SettlementFields on Settlement {
  id
  currency
  firstDay
  lastDay
  periodStart
  periodEnd
  closesAt
  dueOn
  availableOn
  state
  payable {
    ...MoneyFields
  }
  broughtForward {
    ...MoneyFields
  }
  correctionSum {
    ...MoneyFields
  }
  adjustmentSum {
    ...MoneyFields
  }
  due {
    ...MoneyFields
  }
  carriedForward {
    ...MoneyFields
  }
  netted
  version
  createdAt
  closedAt
}`, {"hash":"6c1c9c027d7bc6ebd2501bae02e84732c96d03fff24d75c6bed32caf78f01b26","roots":["settlement"]}) as unknown as TypedDocumentString<SettlementQuery, SettlementQueryVariables>;
export const SettlementsDocument = new TypedDocumentString(`
    query Settlements($first: Int, $after: String, $filter: SettlementFilter, $orderBy: SettlementOrder) {
  settlements(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    nodes {
      ...SettlementFields
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
fragment SettlementFields on Settlement {
  id
  currency
  firstDay
  lastDay
  periodStart
  periodEnd
  closesAt
  dueOn
  availableOn
  state
  payable {
    ...MoneyFields
  }
  broughtForward {
    ...MoneyFields
  }
  correctionSum {
    ...MoneyFields
  }
  adjustmentSum {
    ...MoneyFields
  }
  due {
    ...MoneyFields
  }
  carriedForward {
    ...MoneyFields
  }
  netted
  version
  createdAt
  closedAt
}`, {"hash":"72dde825c66a6266437f7f47665268328934f359dc165be6c65c2f6742ec94e8","roots":["settlements"]}) as unknown as TypedDocumentString<SettlementsQuery, SettlementsQueryVariables>;
export const SettlementTotalsDocument = new TypedDocumentString(`
    query SettlementTotals($filter: SettlementFilter) {
  settlementTotals(filter: $filter) {
    currency
    count
    payable {
      ...MoneyFields
    }
    due {
      ...MoneyFields
    }
    carriedForward {
      ...MoneyFields
    }
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}`, {"hash":"e2796b6f46457f92c12afe6d74eb49d918af05104689ed9c6365ce8caab38939","roots":["settlementTotals"]}) as unknown as TypedDocumentString<SettlementTotalsQuery, SettlementTotalsQueryVariables>;
export const SettlementTransitionsDocument = new TypedDocumentString(`
    query SettlementTransitions($first: Int, $after: String, $filter: SettlementTransitionFilter, $orderBy: SettlementTransitionOrder) {
  settlementTransitions(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
  ) {
    nodes {
      settlement
      sequence
      from
      to
      permission
      reason
      actorName
      at
      figuresBefore {
        name
        value
      }
      figuresAfter {
        name
        value
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"c07babfef522ecaff01d23ec004759e49447ae5e4f858488ae821006803af9c0","roots":["settlementTransitions"]}) as unknown as TypedDocumentString<SettlementTransitionsQuery, SettlementTransitionsQueryVariables>;
export const SettlementPeriodsDocument = new TypedDocumentString(`
    query SettlementPeriods($contractId: ID!, $from: Date!, $to: Date!) {
  settlementPeriods(contractId: $contractId, from: $from, to: $to) {
    firstDay
    lastDay
    startsAt
    endsAt
    closesAt
    dueOn
    contractVersion
  }
}
    `, {"hash":"5867548269202aff6e65e791dfadc7af9bef433a3cc7f156b2d890a84936b498","roots":["settlementPeriods"]}) as unknown as TypedDocumentString<SettlementPeriodsQuery, SettlementPeriodsQueryVariables>;
export const CloseSettlementDocument = new TypedDocumentString(`
    mutation CloseSettlement($input: SettlementInput!) {
  closeSettlement(input: $input) {
    ...SettlementPayloadFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment SettlementFields on Settlement {
  id
  currency
  firstDay
  lastDay
  periodStart
  periodEnd
  closesAt
  dueOn
  availableOn
  state
  payable {
    ...MoneyFields
  }
  broughtForward {
    ...MoneyFields
  }
  correctionSum {
    ...MoneyFields
  }
  adjustmentSum {
    ...MoneyFields
  }
  due {
    ...MoneyFields
  }
  carriedForward {
    ...MoneyFields
  }
  netted
  version
  createdAt
  closedAt
}
fragment SettlementPayloadFields on SettlementPayload {
  settlement {
    ...SettlementFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"3827b910d6722ee2ff055e4b07692e055c123943e409823e846488f3a07b36a5","roots":["closeSettlement"]}) as unknown as TypedDocumentString<CloseSettlementMutation, CloseSettlementMutationVariables>;
export const ReopenSettlementDocument = new TypedDocumentString(`
    mutation ReopenSettlement($input: SettlementReasonInput!) {
  reopenSettlement(input: $input) {
    ...SettlementPayloadFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment SettlementFields on Settlement {
  id
  currency
  firstDay
  lastDay
  periodStart
  periodEnd
  closesAt
  dueOn
  availableOn
  state
  payable {
    ...MoneyFields
  }
  broughtForward {
    ...MoneyFields
  }
  correctionSum {
    ...MoneyFields
  }
  adjustmentSum {
    ...MoneyFields
  }
  due {
    ...MoneyFields
  }
  carriedForward {
    ...MoneyFields
  }
  netted
  version
  createdAt
  closedAt
}
fragment SettlementPayloadFields on SettlementPayload {
  settlement {
    ...SettlementFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"c147c031b209ca02d9b09249ce05ca45cb8e23514fff750250f0a50f855515f0","roots":["reopenSettlement"]}) as unknown as TypedDocumentString<ReopenSettlementMutation, ReopenSettlementMutationVariables>;
export const ReconcileSettlementDocument = new TypedDocumentString(`
    mutation ReconcileSettlement($input: SettlementInput!) {
  reconcileSettlement(input: $input) {
    ...SettlementPayloadFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment SettlementFields on Settlement {
  id
  currency
  firstDay
  lastDay
  periodStart
  periodEnd
  closesAt
  dueOn
  availableOn
  state
  payable {
    ...MoneyFields
  }
  broughtForward {
    ...MoneyFields
  }
  correctionSum {
    ...MoneyFields
  }
  adjustmentSum {
    ...MoneyFields
  }
  due {
    ...MoneyFields
  }
  carriedForward {
    ...MoneyFields
  }
  netted
  version
  createdAt
  closedAt
}
fragment SettlementPayloadFields on SettlementPayload {
  settlement {
    ...SettlementFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"4281d97de316f43c6d61b8d18e8bc339088868fedbc8451ea615bcb6e1c1af63","roots":["reconcileSettlement"]}) as unknown as TypedDocumentString<ReconcileSettlementMutation, ReconcileSettlementMutationVariables>;
export const UnreconcileSettlementDocument = new TypedDocumentString(`
    mutation UnreconcileSettlement($input: SettlementReasonInput!) {
  unreconcileSettlement(input: $input) {
    ...SettlementPayloadFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment SettlementFields on Settlement {
  id
  currency
  firstDay
  lastDay
  periodStart
  periodEnd
  closesAt
  dueOn
  availableOn
  state
  payable {
    ...MoneyFields
  }
  broughtForward {
    ...MoneyFields
  }
  correctionSum {
    ...MoneyFields
  }
  adjustmentSum {
    ...MoneyFields
  }
  due {
    ...MoneyFields
  }
  carriedForward {
    ...MoneyFields
  }
  netted
  version
  createdAt
  closedAt
}
fragment SettlementPayloadFields on SettlementPayload {
  settlement {
    ...SettlementFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"78f451f5d3fedbc72370e2a1b966c957e0bec2ab45971c090b476f5dfd425bfc","roots":["unreconcileSettlement"]}) as unknown as TypedDocumentString<UnreconcileSettlementMutation, UnreconcileSettlementMutationVariables>;
export const ApproveSettlementDocument = new TypedDocumentString(`
    mutation ApproveSettlement($input: SettlementInput!) {
  approveSettlement(input: $input) {
    ...SettlementPayloadFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment SettlementFields on Settlement {
  id
  currency
  firstDay
  lastDay
  periodStart
  periodEnd
  closesAt
  dueOn
  availableOn
  state
  payable {
    ...MoneyFields
  }
  broughtForward {
    ...MoneyFields
  }
  correctionSum {
    ...MoneyFields
  }
  adjustmentSum {
    ...MoneyFields
  }
  due {
    ...MoneyFields
  }
  carriedForward {
    ...MoneyFields
  }
  netted
  version
  createdAt
  closedAt
}
fragment SettlementPayloadFields on SettlementPayload {
  settlement {
    ...SettlementFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"b0fad8ea55b1127fd26ba9369c05ad1dc7d08869d6230c67eed3529dd56e8c03","roots":["approveSettlement"]}) as unknown as TypedDocumentString<ApproveSettlementMutation, ApproveSettlementMutationVariables>;
export const RevokeApprovalDocument = new TypedDocumentString(`
    mutation RevokeApproval($input: SettlementReasonInput!) {
  revokeApproval(input: $input) {
    ...SettlementPayloadFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment SettlementFields on Settlement {
  id
  currency
  firstDay
  lastDay
  periodStart
  periodEnd
  closesAt
  dueOn
  availableOn
  state
  payable {
    ...MoneyFields
  }
  broughtForward {
    ...MoneyFields
  }
  correctionSum {
    ...MoneyFields
  }
  adjustmentSum {
    ...MoneyFields
  }
  due {
    ...MoneyFields
  }
  carriedForward {
    ...MoneyFields
  }
  netted
  version
  createdAt
  closedAt
}
fragment SettlementPayloadFields on SettlementPayload {
  settlement {
    ...SettlementFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"ba955cb5b3f43cea213aecd29ec5e2e21c7a85c6d532524dc0f1efb8475d6564","roots":["revokeApproval"]}) as unknown as TypedDocumentString<RevokeApprovalMutation, RevokeApprovalMutationVariables>;
export const SchedulePayoutDocument = new TypedDocumentString(`
    mutation SchedulePayout($input: SettlementInput!) {
  schedulePayout(input: $input) {
    ...SettlementPayloadFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment SettlementFields on Settlement {
  id
  currency
  firstDay
  lastDay
  periodStart
  periodEnd
  closesAt
  dueOn
  availableOn
  state
  payable {
    ...MoneyFields
  }
  broughtForward {
    ...MoneyFields
  }
  correctionSum {
    ...MoneyFields
  }
  adjustmentSum {
    ...MoneyFields
  }
  due {
    ...MoneyFields
  }
  carriedForward {
    ...MoneyFields
  }
  netted
  version
  createdAt
  closedAt
}
fragment SettlementPayloadFields on SettlementPayload {
  settlement {
    ...SettlementFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"ea308cebc2ca739812a90873b665d7ecda2aff609de14d9b1c592cfba234c626","roots":["schedulePayout"]}) as unknown as TypedDocumentString<SchedulePayoutMutation, SchedulePayoutMutationVariables>;
export const UnschedulePayoutDocument = new TypedDocumentString(`
    mutation UnschedulePayout($input: SettlementReasonInput!) {
  unschedulePayout(input: $input) {
    ...SettlementPayloadFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment SettlementFields on Settlement {
  id
  currency
  firstDay
  lastDay
  periodStart
  periodEnd
  closesAt
  dueOn
  availableOn
  state
  payable {
    ...MoneyFields
  }
  broughtForward {
    ...MoneyFields
  }
  correctionSum {
    ...MoneyFields
  }
  adjustmentSum {
    ...MoneyFields
  }
  due {
    ...MoneyFields
  }
  carriedForward {
    ...MoneyFields
  }
  netted
  version
  createdAt
  closedAt
}
fragment SettlementPayloadFields on SettlementPayload {
  settlement {
    ...SettlementFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"7a276df13f0392644d2e9e9e4913b1919a5931f882b2cf8ffa262270e62869b5","roots":["unschedulePayout"]}) as unknown as TypedDocumentString<UnschedulePayoutMutation, UnschedulePayoutMutationVariables>;
export const FinishSettlementDocument = new TypedDocumentString(`
    mutation FinishSettlement($input: SettlementInput!) {
  finishSettlement(input: $input) {
    ...SettlementPayloadFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment SettlementFields on Settlement {
  id
  currency
  firstDay
  lastDay
  periodStart
  periodEnd
  closesAt
  dueOn
  availableOn
  state
  payable {
    ...MoneyFields
  }
  broughtForward {
    ...MoneyFields
  }
  correctionSum {
    ...MoneyFields
  }
  adjustmentSum {
    ...MoneyFields
  }
  due {
    ...MoneyFields
  }
  carriedForward {
    ...MoneyFields
  }
  netted
  version
  createdAt
  closedAt
}
fragment SettlementPayloadFields on SettlementPayload {
  settlement {
    ...SettlementFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"b9dee78bc3854cea1fc789290ac942f3f4f252a6bace0186e2587989ebd8cd75","roots":["finishSettlement"]}) as unknown as TypedDocumentString<FinishSettlementMutation, FinishSettlementMutationVariables>;
export const WithholdSettlementDocument = new TypedDocumentString(`
    mutation WithholdSettlement($input: SettlementReasonInput!) {
  withholdSettlement(input: $input) {
    ...SettlementPayloadFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment SettlementFields on Settlement {
  id
  currency
  firstDay
  lastDay
  periodStart
  periodEnd
  closesAt
  dueOn
  availableOn
  state
  payable {
    ...MoneyFields
  }
  broughtForward {
    ...MoneyFields
  }
  correctionSum {
    ...MoneyFields
  }
  adjustmentSum {
    ...MoneyFields
  }
  due {
    ...MoneyFields
  }
  carriedForward {
    ...MoneyFields
  }
  netted
  version
  createdAt
  closedAt
}
fragment SettlementPayloadFields on SettlementPayload {
  settlement {
    ...SettlementFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"ac6b2de0da7107294fde63b9968127a4e9572b8cb82620f3a7d53d438f4ae73e","roots":["withholdSettlement"]}) as unknown as TypedDocumentString<WithholdSettlementMutation, WithholdSettlementMutationVariables>;
export const ReleaseSettlementDocument = new TypedDocumentString(`
    mutation ReleaseSettlement($input: SettlementReasonInput!) {
  releaseSettlement(input: $input) {
    ...SettlementPayloadFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment SettlementFields on Settlement {
  id
  currency
  firstDay
  lastDay
  periodStart
  periodEnd
  closesAt
  dueOn
  availableOn
  state
  payable {
    ...MoneyFields
  }
  broughtForward {
    ...MoneyFields
  }
  correctionSum {
    ...MoneyFields
  }
  adjustmentSum {
    ...MoneyFields
  }
  due {
    ...MoneyFields
  }
  carriedForward {
    ...MoneyFields
  }
  netted
  version
  createdAt
  closedAt
}
fragment SettlementPayloadFields on SettlementPayload {
  settlement {
    ...SettlementFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"e8e5983deecd6d3d7776b853396ea4dd9307d5ddd516d74c529281e910cd4468","roots":["releaseSettlement"]}) as unknown as TypedDocumentString<ReleaseSettlementMutation, ReleaseSettlementMutationVariables>;
export const DisputeSettlementDocument = new TypedDocumentString(`
    mutation DisputeSettlement($input: SettlementReasonInput!) {
  disputeSettlement(input: $input) {
    ...SettlementPayloadFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment SettlementFields on Settlement {
  id
  currency
  firstDay
  lastDay
  periodStart
  periodEnd
  closesAt
  dueOn
  availableOn
  state
  payable {
    ...MoneyFields
  }
  broughtForward {
    ...MoneyFields
  }
  correctionSum {
    ...MoneyFields
  }
  adjustmentSum {
    ...MoneyFields
  }
  due {
    ...MoneyFields
  }
  carriedForward {
    ...MoneyFields
  }
  netted
  version
  createdAt
  closedAt
}
fragment SettlementPayloadFields on SettlementPayload {
  settlement {
    ...SettlementFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"1a982eebdeb2602e938f12250bef5da3fd70093ae5eec55bcaa2ebb54b33093c","roots":["disputeSettlement"]}) as unknown as TypedDocumentString<DisputeSettlementMutation, DisputeSettlementMutationVariables>;
export const EndDisputeDocument = new TypedDocumentString(`
    mutation EndDispute($input: SettlementReasonInput!) {
  endDispute(input: $input) {
    ...SettlementPayloadFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment SettlementFields on Settlement {
  id
  currency
  firstDay
  lastDay
  periodStart
  periodEnd
  closesAt
  dueOn
  availableOn
  state
  payable {
    ...MoneyFields
  }
  broughtForward {
    ...MoneyFields
  }
  correctionSum {
    ...MoneyFields
  }
  adjustmentSum {
    ...MoneyFields
  }
  due {
    ...MoneyFields
  }
  carriedForward {
    ...MoneyFields
  }
  netted
  version
  createdAt
  closedAt
}
fragment SettlementPayloadFields on SettlementPayload {
  settlement {
    ...SettlementFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"b75ca0b89eaa898e2777ad54550a1b31b5fc69ed83f874f3b4148eaf0e828a3e","roots":["endDispute"]}) as unknown as TypedDocumentString<EndDisputeMutation, EndDisputeMutationVariables>;
export const AdjustSettlementDocument = new TypedDocumentString(`
    mutation AdjustSettlement($input: AdjustSettlementInput!) {
  adjustSettlement(input: $input) {
    ...SettlementPayloadFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment SettlementFields on Settlement {
  id
  currency
  firstDay
  lastDay
  periodStart
  periodEnd
  closesAt
  dueOn
  availableOn
  state
  payable {
    ...MoneyFields
  }
  broughtForward {
    ...MoneyFields
  }
  correctionSum {
    ...MoneyFields
  }
  adjustmentSum {
    ...MoneyFields
  }
  due {
    ...MoneyFields
  }
  carriedForward {
    ...MoneyFields
  }
  netted
  version
  createdAt
  closedAt
}
fragment SettlementPayloadFields on SettlementPayload {
  settlement {
    ...SettlementFields
  }
  userErrors {
    code
    message
    path
  }
}`, {"hash":"30e9304126f08e91c7b1c56a478fe968c794545529311557035d799fcbedf4b9","roots":["adjustSettlement"]}) as unknown as TypedDocumentString<AdjustSettlementMutation, AdjustSettlementMutationVariables>;
export const NetSettlementsDocument = new TypedDocumentString(`
    mutation NetSettlements($input: NetSettlementsInput!) {
  netSettlements(input: $input) {
    settlements {
      ...SettlementFields
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
fragment SettlementFields on Settlement {
  id
  currency
  firstDay
  lastDay
  periodStart
  periodEnd
  closesAt
  dueOn
  availableOn
  state
  payable {
    ...MoneyFields
  }
  broughtForward {
    ...MoneyFields
  }
  correctionSum {
    ...MoneyFields
  }
  adjustmentSum {
    ...MoneyFields
  }
  due {
    ...MoneyFields
  }
  carriedForward {
    ...MoneyFields
  }
  netted
  version
  createdAt
  closedAt
}`, {"hash":"a921456659b5f7c758c09907980c66d491cdaa0903948db5da8a4d804e1b6164","roots":["netSettlements"]}) as unknown as TypedDocumentString<NetSettlementsMutation, NetSettlementsMutationVariables>;
export const StatementDocument = new TypedDocumentString(`
    query Statement($id: ID!) {
  statement(id: $id) {
    ...StatementFields
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}
fragment StatementFields on Statement {
  id
  number
  revision
  replaces
  currency
  firstDay
  lastDay
  dueOn
  due {
    ...MoneyFields
  }
  transactionCount
  issuedAt
  keyId
  contentHash
}`, {"hash":"b13be350780b2dc96b554443543392e60adc4482fab00c8d8d2fd23a77b98c48","roots":["statement"]}) as unknown as TypedDocumentString<StatementQuery, StatementQueryVariables>;
export const StatementContentDocument = new TypedDocumentString(`
    query StatementContent($id: ID!) {
  statement(id: $id) {
    content
  }
}
    `, {"hash":"ce543bee32ca015a9f88233222bd44fb3d7c92c3a527fd397ee3177218379c39","roots":["statement"]}) as unknown as TypedDocumentString<StatementContentQuery, StatementContentQueryVariables>;
export const StatementsDocument = new TypedDocumentString(`
    query Statements($first: Int, $after: String, $filter: StatementFilter, $orderBy: StatementOrder) {
  statements(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    nodes {
      ...StatementFields
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
fragment StatementFields on Statement {
  id
  number
  revision
  replaces
  currency
  firstDay
  lastDay
  dueOn
  due {
    ...MoneyFields
  }
  transactionCount
  issuedAt
  keyId
  contentHash
}`, {"hash":"bc6a4a38e2addc2ef8b1683f136130d2c22f9c74ccd72f861d95736f258ef807","roots":["statements"]}) as unknown as TypedDocumentString<StatementsQuery, StatementsQueryVariables>;
export const StatementTotalsDocument = new TypedDocumentString(`
    query StatementTotals($filter: StatementFilter) {
  statementTotals(filter: $filter) {
    currency
    count
    due {
      ...MoneyFields
    }
    transactions
  }
}
    fragment MoneyFields on Money {
  amountMinor
  amount
  currency
}`, {"hash":"a85fbe2642b55c15ad435838fa1942c8d85e814ebcb434ab87821866e540312b","roots":["statementTotals"]}) as unknown as TypedDocumentString<StatementTotalsQuery, StatementTotalsQueryVariables>;
export const StatementKeysDocument = new TypedDocumentString(`
    query StatementKeys {
  statementKeys {
    kid
    kty
    crv
    x
  }
}
    `, {"hash":"01d699d37d226d3d27fd1ca2a1e8570bb15d9072ae0cf3ac948d1ce4e5945e1d","roots":["statementKeys"]}) as unknown as TypedDocumentString<StatementKeysQuery, StatementKeysQueryVariables>;
export const TransactionProofDocument = new TypedDocumentString(`
    query TransactionProof($statementId: ID!, $transactionId: ID!) {
  transactionProof(statementId: $statementId, transactionId: $transactionId) {
    index
    hashes
  }
}
    `, {"hash":"bfa504f02d335b5fbc529a6d54f3b2bf10344b769b2c62de2f73131b590cd3ed","roots":["transactionProof"]}) as unknown as TypedDocumentString<TransactionProofQuery, TransactionProofQueryVariables>;
export const RotateStatementKeyDocument = new TypedDocumentString(`
    mutation RotateStatementKey($input: RotateStatementKeyInput!) {
  rotateStatementKey(input: $input) {
    keyId
    userErrors {
      code
      message
      path
    }
  }
}
    `, {"hash":"30cf6f108ad31395577e725882a1a642cc20840de852fb350214caf230eb260c","roots":["rotateStatementKey"]}) as unknown as TypedDocumentString<RotateStatementKeyMutation, RotateStatementKeyMutationVariables>;
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
}`, {"hash":"53ffbb4e385cc710d64a1bceb82d29d2e085f006fc56e830f836d7f16e88b436","roots":["transaction"]}) as unknown as TypedDocumentString<TransactionQuery, TransactionQueryVariables>;
export const TransactionsDocument = new TypedDocumentString(`
    query Transactions($first: Int, $after: String, $filter: TransactionFilter, $orderBy: TransactionOrder) {
  transactions(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
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
}`, {"hash":"f0c64e74ec03bb16b8b040cbed3e6bf31a4e66c80417135c63c16a96e5a93ee3","roots":["transactions"]}) as unknown as TypedDocumentString<TransactionsQuery, TransactionsQueryVariables>;
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
}`, {"hash":"64e897d396aaeff364feceac87f6b39f90e7f66b325d454a30c1a858b8bdcedb","roots":["postTransfer"]}) as unknown as TypedDocumentString<PostTransferMutation, PostTransferMutationVariables>;
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
}`, {"hash":"fb89b02a1d7bcf329c865407f4c8d48fc1d38687bfab72df40d28195317f4a87","roots":["placeHold"]}) as unknown as TypedDocumentString<PlaceHoldMutation, PlaceHoldMutationVariables>;
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
}`, {"hash":"1caa4b1f713ae53c08feba4b3cb8aa96ed682e6ea7256accc61ed996ebb714fe","roots":["captureHold"]}) as unknown as TypedDocumentString<CaptureHoldMutation, CaptureHoldMutationVariables>;
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
}`, {"hash":"1716c8c155e320f0115981fcd27747e45605966ae7cb63f59c178a1358a209ba","roots":["voidHold"]}) as unknown as TypedDocumentString<VoidHoldMutation, VoidHoldMutationVariables>;
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
}`, {"hash":"6705db269fab07ed14e7128426514690a367edf703dcc8abc8b30e70edd75a88","roots":["reverseTransaction"]}) as unknown as TypedDocumentString<ReverseTransactionMutation, ReverseTransactionMutationVariables>;
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
}`, {"hash":"d9f0bd115b84ef519bc2682c9c0ca4619a5e067dc6a424bdf5f0d25a18bbb556","roots":["convertCurrency"]}) as unknown as TypedDocumentString<ConvertCurrencyMutation, ConvertCurrencyMutationVariables>;
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
    `, {"hash":"ef2a4b0a100cf7af21a8922c41f9695fcf863113e8c741edddc8f0ceec43671c","roots":["recordTransactions"]}) as unknown as TypedDocumentString<RecordTransactionsMutation, RecordTransactionsMutationVariables>;
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
}`, {"hash":"aa7248f7918c139a70721637df83debdd9cb033329f0e5d7bf941e869f659340","roots":["wallet"]}) as unknown as TypedDocumentString<WalletQuery, WalletQueryVariables>;
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
}`, {"hash":"0ace876d3b249358230849a08e3c71fba1e1d1fcce754a1539901dc9c2958d1d","roots":["openWallet"]}) as unknown as TypedDocumentString<OpenWalletMutation, OpenWalletMutationVariables>;
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
}`, {"hash":"5e6870ff650ab05c04855cc11ab3eaa60eff7e88c6dbcd14f100463390c10df7","roots":["debitWallet"]}) as unknown as TypedDocumentString<DebitWalletMutation, DebitWalletMutationVariables>;
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
}`, {"hash":"e3cc009105ba3cc2dd1d5e96bfa009e379805927817feaa4cf4cc8ba772aea9b","roots":["creditWallet"]}) as unknown as TypedDocumentString<CreditWalletMutation, CreditWalletMutationVariables>;
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
}`, {"hash":"91219fbb10f312b156bc673ecf85db98d77ded0ad80fa0dbb0a502693bbc2aee","roots":["rollbackWallet"]}) as unknown as TypedDocumentString<RollbackWalletMutation, RollbackWalletMutationVariables>;