import type { PostingGroup, PostingItem } from "../../src/ledger/posting-model.rules.js";
import type { ErrorCode } from "../../src/shared/errors.js";
import { refuseBadAmounts, refuseBadTexts } from "./reference-input.js";
import { ReferenceJournal } from "./reference-journal.js";
import type { ReferenceAccount, ReferenceTransaction } from "./reference-journal.js";
import { operate } from "./reference-operations.js";
import type { Counts } from "./reference-operations.js";
import { LARGEST, Refusal, refuse } from "./reference-refusal.js";
import { earned, positionName } from "./reference-terms.js";
import type { ReferenceContract } from "./reference-terms.js";

interface Refused {
  status: "REFUSED";
  code: ErrorCode;
}

export type ReferenceOutcome =
  | { status: "POSTED" | "REPLAYED"; transaction: ReferenceTransaction }
  | Refused;

/** A settlement position counts at most so many transaction types, each direction for itself. */
const MOST_INPUTS = 500;

/**
 * A second ledger, made to be obviously right and for nothing else. It takes one item after the
 * other and writes a journal; whatever it needs to know it works out from the journal's first line,
 * and to take something back it cuts the journal off. It shares the shapes of its input with the
 * real one, and no code.
 */
export class ReferenceLedger {
  readonly book: ReferenceJournal;

  constructor(
    readonly accounts: Map<string, ReferenceAccount>,
    readonly contracts: readonly ReferenceContract[],
  ) {
    this.book = new ReferenceJournal(accounts);
  }

  /** Posts a batch at a moment. Where its accruals do not fit, they are made group by group. */
  post(groups: readonly PostingGroup[], now: number): ReferenceOutcome[][] {
    const start = this.book.lines.length;
    const together = this.attempt(() => this.postAndAccrue(groups, now));
    const outcomes = Array.isArray(together)
      ? together
      : groups.map((group) => this.postByItself(group, now));
    this.book.stamp(start, now);
    return outcomes;
  }

  private postAndAccrue(groups: readonly PostingGroup[], now: number): ReferenceOutcome[][] {
    const start = this.book.lines.length;
    const outcomes = groups.map((group) => this.postGroup(group, now));
    this.accrue(start);
    return outcomes;
  }

  private postByItself(group: PostingGroup, now: number): ReferenceOutcome[] {
    const outcomes = this.attempt(() => this.postAndAccrue([group], now));
    if (Array.isArray(outcomes)) return outcomes.flat();
    return group.map((item) => this.replayOf(item) ?? outcomes);
  }

  /** Does it, or leaves no trace of it. */
  private attempt<T>(work: () => T): T | Refused {
    const start = this.book.lines.length;
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.book.lines.length = start;
      return { status: "REFUSED", code: error.code };
    }
  }

  private postGroup(group: PostingGroup, now: number): ReferenceOutcome[] {
    const start = this.book.lines.length;
    const outcomes: ReferenceOutcome[] = [];
    for (const [index, item] of group.entries()) {
      const outcome = this.attempt(() => this.postItem(item, now));
      outcomes.push(outcome);
      if (outcome.status !== "REFUSED") continue;
      this.book.lines.length = start;
      return group.map((each, place) => (place === index ? outcome : this.besideRefused(each)));
    }
    return outcomes;
  }

  private besideRefused(item: PostingItem): ReferenceOutcome {
    return this.replayOf(item) ?? { status: "REFUSED", code: "LINKED_TRANSACTION_FAILED" };
  }

  private postItem(item: PostingItem, now: number): ReferenceOutcome {
    refuseBadTexts(item);
    refuseBadAmounts(item);
    if (this.book.isNever(item.identityKey)) refuse("ROLLED_BACK_BEFORE");
    const replay = this.replayOf(item);
    if (replay) return replay;
    if (this.book.known(item.identityKey)) refuse("EXTERNAL_ID_REUSED");
    const { type, direction, amountMinor } = item;
    const transaction = { item, id: null, type, direction, amountMinor, about: null };
    const counts = operate(this.book, transaction, now);
    this.count(transaction, counts);
    this.book.lines.push({ line: "transaction", of: transaction });
    return { status: "POSTED", transaction };
  }

  private replayOf(item: PostingItem): ReferenceOutcome | undefined {
    const transaction = this.book.known(item.identityKey);
    if (transaction?.item.contentHash !== item.contentHash) return undefined;
    return { status: "REPLAYED", transaction };
  }

  private contractOf({ accrues, partnerId, currency }: PostingItem): ReferenceContract | undefined {
    if (!accrues) return undefined;
    return this.contracts.find((c) => c.partnerId === partnerId && c.currency === currency);
  }

  private count(of: ReferenceTransaction, { position: undone, ...counts }: Counts): void {
    const contract = this.contractOf(of.item);
    if (!contract || (counts.amountMinor === 0n && counts.count === 0n)) return;
    const position = undone === undefined ? positionName(contract, of.item) : undone;
    if (position === null) return;
    this.book.lines.push({ line: "counted", of, position, ...counts });
    if (this.book.inputs(position).size > MOST_INPUTS) refuse("TOO_MANY_TYPES");
  }

  /** Brings every position that was counted for since to what its contract gives. */
  private accrue(start: number): void {
    const moved = new Map<string, { contract: ReferenceContract; of: ReferenceTransaction }>();
    for (const line of this.book.lines.slice(start)) {
      const contract = line.line === "counted" && this.contractOf(line.of.item);
      if (contract) moved.set(line.position, { contract, of: line.of });
    }
    for (const [position, { contract, of }] of moved) this.bringUp(position, contract, of);
  }

  private bringUp(position: string, contract: ReferenceContract, of: ReferenceTransaction): void {
    const { payable, expense } = contract;
    const all = earned(contract, this.book.inputs(position));
    const more = all - this.book.accrued(position);
    if ([all, -all, more, -more].some((figure) => figure > LARGEST)) refuse("BALANCE_OUT_OF_RANGE");
    this.book.lines.push({ line: "accrued", position, amountMinor: more });
    if (more === 0n) return;
    const sides = more > 0n ? [expense, payable] : [payable, expense];
    const [debit = "", credit = ""] = sides;
    const amountMinor = more > 0n ? more : -more;
    this.book.move({ of, kind: "POST", code: "ACCRUAL", debit, credit, amountMinor });
  }
}
