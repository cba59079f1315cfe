import type { Money } from "../../../shared/money.js";
import type { Direction, UnpostedReason } from "../../canonical-transaction.js";
import { RefusedInput, type Place } from "../refuse-input.js";
import type { TransactionDetails } from "./transaction-details.js";

/** What an entry must say before any of its money can be understood. */
export interface EntryHead {
  amount: Money;
  direction: Direction;
  /** Undefined when the entry is posted. */
  unposted: UnpostedReason | undefined;
}

/**
 * `Ntry/Sts`. BOOK and INFO move money: banks of instant payments send INFO, since the booking on
 * the settlement account is reported elsewhere. PDNG and FUTR do not yet: the bank notifies the
 * same entry again when it is booked, and to post both would double it. An entry without a status
 * is booked: the standard demands one, but there are banks that leave it out of every message.
 */
const STATUSES = new Map<string, UnpostedReason | undefined>([
  ["BOOK", undefined],
  ["INFO", undefined],
  ["PDNG", "PENDING"],
  ["FUTR", "FUTURE"],
]);

/** `NtryDtls/Btch`, while it is read: what a batch says of the details beside it. */
export interface BatchDraft {
  place: Place;
  detailsBefore: number;
  sumBefore: bigint;
  count?: string;
  amount?: Money;
  isDebit?: boolean;
}

/** A batch that declares something, with what its details give. */
export interface ClosedBatch extends BatchDraft {
  details: number;
  /** Credits positive, minor units of `currency`. */
  sum: bigint;
  currency: string | undefined;
}

/** An `Ntry` while it is read, with the sums of the `TxDtls` seen so far. */
export class EntryDraft {
  amount: Money | undefined = undefined;
  direction: Direction | undefined = undefined;
  status: string | undefined = undefined;
  isReversal = false;
  entryReference: string | undefined = undefined;
  bankReference: string | undefined = undefined;
  bookedAt: Date | undefined = undefined;
  valueDay: string | undefined = undefined;
  type: string | undefined = undefined;
  /** `TxDtls` so far, those with an amount, and those whose amount is only the underlying one. */
  detailCount = 0;
  pricedCount = 0;
  underlyingCount = 0;
  /** Sum of the details' amounts, credits positive, in the details' own currency. */
  signedSum = 0n;
  detailCurrency: string | undefined = undefined;
  hasMixedCurrencies = false;
  hasZero = false;
  /** Its details cannot stand for it. */
  isWhole = false;
  readonly batches: ClosedBatch[] = [];
  /** What the details without an amount have in common. */
  common: TransactionDetails | undefined = undefined;
  private known: EntryHead | undefined = undefined;

  constructor(
    readonly place: Place,
    /** Index of the entry's first row among the document's. */
    readonly firstRow: number,
  ) {}

  /** @throws RefusedInput MISSING_ELEMENT, MISSING_DIRECTION, UNKNOWN_STATUS */
  head(): EntryHead {
    this.known ??= this.readHead();
    return this.known;
  }

  private readHead(): EntryHead {
    const { amount, direction, status } = this;
    if (amount === undefined) throw this.missing("MISSING_ELEMENT", "Amt");
    if (direction === undefined) throw this.missing("MISSING_DIRECTION", "CdtDbtInd");
    return { amount, direction, unposted: this.unposted(status ?? "BOOK") };
  }

  private unposted(status: string): UnpostedReason | undefined {
    if (STATUSES.has(status)) return STATUSES.get(status);
    const reason = `the status "${status}" is none of ${[...STATUSES.keys()].join(", ")}`;
    throw new RefusedInput("UNKNOWN_STATUS", reason, this.child("Sts"));
  }

  private missing(code: "MISSING_ELEMENT" | "MISSING_DIRECTION", name: string): RefusedInput {
    return new RefusedInput(code, `the entry has no ${name}`, this.child(name));
  }

  private child(name: string): Place {
    return { ...this.place, element: `${this.place.element ?? ""}/${name}` };
  }
}
