import type { ErrorCode } from "../errors.js";
import { enumOf } from "./enum.js";

/**
 * What each code tells a client. A total map: a new code does not compile until it is described.
 */
export const ERROR_CODE_DESCRIPTIONS: Record<ErrorCode, string> = {
  UNAUTHENTICATED: "The request carries no credential, or one that is unknown, expired or revoked.",
  FORBIDDEN: "The credential does not have a permission that the document needs.",
  INVALID_INPUT: "A value in the input can never be right. `path` says which.",
  RATE_LIMITED: "Too many requests: wait for `retryAfter`, then send the same again.",
  OVERLOADED: "The hub cannot take the request at present: send the same again, later.",
  PAYLOAD_TOO_LARGE: "The request is larger than the hub accepts.",
  IDEMPOTENCY_KEY_REUSED: "The idempotency key was used before with another input.",
  VERSION_CONFLICT: "The thing has changed since the version that the command expects.",
  PARTNER_NOT_FOUND: "There is no such partner, or the credential may not see it.",
  PARTNER_CODE_TAKEN: "Another partner has this code.",
  PARTNER_ON_HOLD: "The partner is on hold, so this cannot be done for it.",
  PARTNER_ALREADY_ON_HOLD: "The partner is on hold already.",
  PARTNER_NOT_ON_HOLD: "The partner is not on hold.",
  CONTRACT_NOT_FOUND: "There is no such contract, or the credential may not see it.",
  CONTRACT_CODE_TAKEN: "Another contract of the partner has this code.",
  CONTRACT_OVERLAPS: "Another contract of the partner applies in this currency at the same time.",
  CONTRACT_STARTS_TOO_EARLY:
    "The contract would begin before transactions that are recorded already.",
  INVALID_RATE: "The rate is not an exact decimal between 0 and 1.",
  API_KEY_NOT_FOUND: "There is no such API key.",
  API_KEY_ALREADY_REVOKED: "The API key is revoked already.",
  EMPTY_BATCH: "The batch holds nothing.",
  BATCH_TOO_LARGE: "The batch holds more than the hub takes at once.",
  INVALID_AMOUNT: "The amount is not a positive number of minor units of its currency.",
  UNKNOWN_CURRENCY: "The hub does not know the currency.",
  EXTERNAL_ID_REUSED: "The external id was used before with another content.",
  ACCOUNT_NOT_FOUND: "There is no such account, or the credential may not see it.",
  ACCOUNT_CLOSED: "The account is closed.",
  ACCOUNT_NOT_EMPTY: "The account has a balance or a hold.",
  SAME_ACCOUNT: "Debit and credit account are the same.",
  CURRENCY_MISMATCH: "The amount's currency is not that of the account.",
  TRANSACTION_NOT_FOUND: "There is no such transaction, or the credential may not see it.",
  ALREADY_REVERSED: "The transaction is reversed already.",
  REVERSAL_EXCEEDS_ORIGINAL: "The reversals would be more than the original amount.",
  NOT_REVERSIBLE: "The transaction is of a kind, or in a state, that cannot be reversed.",
  ROLLED_BACK_BEFORE: "The transaction was rolled back before it arrived.",
  HOLD_NOT_FOUND: "There is no such hold.",
  HOLD_NOT_PENDING: "The hold is captured, voided or expired already.",
  HOLD_EXPIRED: "The hold has expired.",
  CAPTURE_EXCEEDS_HOLD: "The capture is more than what is left of the hold.",
  BALANCE_BELOW_FLOOR: "The balance would fall below the account's floor.",
  BALANCE_OUT_OF_RANGE: "The balance would not fit into 64 bits.",
  TOO_MANY_TYPES: "The settlement position counts as many transaction types as it may.",
  LINKED_TRANSACTION_FAILED: "Another transaction of the same group was refused.",
  UNKNOWN_ADAPTER: "There is no such adapter.",
  DOCUMENT_REFUSED: "The document cannot be read. The message says where and why.",
  INVALID_CURSOR: "The cursor was not made by this hub for this list.",
  TOO_MANY_SUBSCRIPTIONS: "The connection has as many subscriptions as it may have.",
};

export const ErrorCodeEnum = enumOf<ErrorCode>(
  "ErrorCode",
  "Every reason that the hub gives for a refusal. The list only ever grows.",
  ERROR_CODE_DESCRIPTIONS,
);
