import { DomainError } from "../shared/errors.js";
import { formatMinor } from "../shared/money.js";

export class EmptyBatch extends DomainError {
  constructor() {
    super("EMPTY_BATCH", "The batch has no items");
  }
}

export class BatchTooLarge extends DomainError {
  constructor(count: number, limit: number) {
    super("BATCH_TOO_LARGE", `The batch has ${count} items, ${limit} is the limit; split it`);
  }
}

export class InvalidText extends DomainError {
  constructor(field: string, why: string) {
    super("INVALID_INPUT", `The ${field} is ${why}`);
  }
}

export class AmountNotPositive extends DomainError {
  constructor(amountMinor: bigint) {
    super("INVALID_AMOUNT", `An amount must be above zero, ${amountMinor} is not`);
  }
}

export class AmountTooLarge extends DomainError {
  constructor() {
    super("INVALID_AMOUNT", "An amount must not be above 2^63-1 minor units");
  }
}

export class ExternalIdReused extends DomainError {
  constructor(externalId: string) {
    super(
      "EXTERNAL_ID_REUSED",
      `External id "${externalId}" was recorded before with other content; use a new id`,
    );
  }
}

export class AccountNotFound extends DomainError {
  constructor(id: string) {
    super("ACCOUNT_NOT_FOUND", `There is no account acc_${id}`);
  }
}

export class WalletNotFound extends DomainError {
  constructor(customerId: string, currency: string) {
    super("ACCOUNT_NOT_FOUND", `Customer "${customerId}" has no wallet in ${currency}`);
  }
}

export class AccountClosed extends DomainError {
  constructor(id: string) {
    super("ACCOUNT_CLOSED", `Account acc_${id} is closed`);
  }
}

export class AccountNotEmpty extends DomainError {
  constructor(id: string) {
    super("ACCOUNT_NOT_EMPTY", `Account acc_${id} has a balance or a hold; empty it first`);
  }
}

export class SameAccount extends DomainError {
  constructor(id: string) {
    super("SAME_ACCOUNT", `Account acc_${id} is on both sides of the transfer`);
  }
}

export class CurrencyMismatch extends DomainError {
  constructor(id: string, accountCurrency: string, currency: string) {
    super("CURRENCY_MISMATCH", `Account acc_${id} is in ${accountCurrency}, not in ${currency}`);
  }
}

export class TransactionNotFound extends DomainError {
  constructor() {
    super("TRANSACTION_NOT_FOUND", "There is no such transaction of this partner");
  }
}

export class AlreadyReversed extends DomainError {
  constructor() {
    super("ALREADY_REVERSED", "The transaction has been reversed in full");
  }
}

export class ReversalExceedsOriginal extends DomainError {
  constructor(leftMinor: bigint, currency: string) {
    super(
      "REVERSAL_EXCEEDS_ORIGINAL",
      `Only ${formatMinor(leftMinor, currency)} ${currency} of it can still be reversed`,
    );
  }
}

export class NotReversible extends DomainError {
  constructor(why: string) {
    super("NOT_REVERSIBLE", `The transaction cannot be reversed so: ${why}`);
  }
}

export class RolledBackBefore extends DomainError {
  constructor() {
    super("ROLLED_BACK_BEFORE", "A rollback for this external id arrived before; it stays undone");
  }
}

export class HoldNotFound extends DomainError {
  constructor() {
    super("HOLD_NOT_FOUND", "There is no such hold of this partner");
  }
}

export class HoldNotPending extends DomainError {
  constructor(state: string) {
    super("HOLD_NOT_PENDING", `The hold is ${state.toLowerCase()} already`);
  }
}

export class HoldExpired extends DomainError {
  constructor() {
    super("HOLD_EXPIRED", "The hold has expired");
  }
}

export class CaptureExceedsHold extends DomainError {
  constructor(leftMinor: bigint, currency: string) {
    super(
      "CAPTURE_EXCEEDS_HOLD",
      `Only ${formatMinor(leftMinor, currency)} ${currency} is left of the hold`,
    );
  }
}

export class BelowFloor extends DomainError {
  constructor(id: string) {
    super("BALANCE_BELOW_FLOOR", `The available balance of account acc_${id} does not suffice`);
  }
}

export class OutOfRange extends DomainError {
  constructor(id: string) {
    super("BALANCE_OUT_OF_RANGE", `A balance of account acc_${id} would pass 2^63-1 minor units`);
  }
}

export class TooManyInputs extends DomainError {
  constructor(limit: number) {
    super("TOO_MANY_TYPES", `A settlement position counts at most ${limit} transaction types`);
  }
}

export class SettlementPeriodNotFound extends DomainError {
  constructor(contractId: string, periodStart: number) {
    const at = new Date(periodStart).toISOString();
    super("PERIOD_NOT_FOUND", `Contract ${contractId} has no period that begins at ${at}`);
  }
}

export class LinkedTransactionFailed extends DomainError {
  constructor() {
    super("LINKED_TRANSACTION_FAILED", "Another transaction of the same group was refused");
  }
}

/** The engine cannot take more now; nothing was done. */
export class Overloaded extends DomainError {
  constructor(readonly retryAfterMs: number) {
    super("OVERLOADED", `The posting queue is full; try again in ${retryAfterMs} ms`);
  }
}
