import type { AccountId, Leg, PostingItem, Side } from "../../src/ledger/posting-model.rules.js";
import type { TransferKind } from "../../src/ledger/posting-model.rules.js";
import { LARGEST, refuse, sum } from "./reference-refusal.js";

export interface ReferenceAccount {
  id: AccountId;
  currency: string;
  normalSide: Side;
  floorMinor: bigint | null;
  closed: boolean;
}

export interface ReferenceTransaction {
  item: PostingItem;
  /** What the ledger beside us calls it; told after each batch. */
  id: string | null;
  type: string;
  direction: PostingItem["direction"];
  amountMinor: bigint;
  /** The hold that it captures or ends, the transaction that it undoes. */
  about: ReferenceTransaction | null;
}

export interface Movement extends Omit<Leg, "currency"> {
  line: "movement";
  of: ReferenceTransaction;
  kind: TransferKind;
  postedAt: number;
}

export type HoldEnd = "CAPTURED" | "VOIDED" | "EXPIRED";

/** All that the ledger remembers: what was written, in the order in which it was. */
export type Line =
  | { line: "transaction"; of: ReferenceTransaction }
  | Movement
  | { line: "never"; key: string }
  | { line: "captured"; hold: ReferenceTransaction; amountMinor: bigint }
  | { line: "ended"; hold: ReferenceTransaction; how: HoldEnd }
  | { line: "undone"; of: ReferenceTransaction; amountMinor: bigint }
  | {
      line: "counted";
      of: ReferenceTransaction;
      position: string;
      input: string;
      amountMinor: bigint;
      count: bigint;
    }
  | { line: "accrued"; position: string; amountMinor: bigint };

/** One row of an account's page: a movement that it took part in, and how it stood after it. */
export interface PageRow {
  movement: Movement;
  version: number;
  amount: bigint;
  balance: bigint;
  pendingDebit: bigint;
  pendingCredit: bigint;
}

/**
 * What the reference ledger has written, and everything that follows from it, worked out anew from
 * the first line each time that it is asked for.
 */
export class ReferenceJournal {
  readonly lines: Line[] = [];

  constructor(readonly accounts: ReadonlyMap<AccountId, ReferenceAccount>) {}

  private all<L extends Line["line"]>(which: L): Extract<Line, { line: L }>[] {
    return this.lines.filter((line): line is Extract<Line, { line: L }> => line.line === which);
  }

  transactions(): ReferenceTransaction[] {
    return this.all("transaction").map((line) => line.of);
  }

  known(key: string): ReferenceTransaction | undefined {
    return this.transactions().find(({ item }) => item.identityKey === key);
  }

  withId(id: string): ReferenceTransaction | undefined {
    return this.transactions().find((transaction) => transaction.id === id);
  }

  isNever(key: string): boolean {
    return this.all("never").some((line) => line.key === key);
  }

  /** What a transaction moved of itself: what was accrued because of it is not its own. */
  movementsOf(transaction: ReferenceTransaction): Movement[] {
    return this.all("movement").filter(({ of, code }) => of === transaction && code !== "ACCRUAL");
  }

  undone(transaction: ReferenceTransaction): bigint {
    const lines = this.all("undone").filter((line) => line.of === transaction);
    return sum(lines.map((line) => line.amountMinor));
  }

  captured(hold: ReferenceTransaction): bigint {
    const lines = this.all("captured").filter((line) => line.hold === hold);
    return sum(lines.map((line) => line.amountMinor));
  }

  stateOf(hold: ReferenceTransaction): HoldEnd | "PENDING" {
    return this.all("ended").find((line) => line.hold === hold)?.how ?? "PENDING";
  }

  page(id: AccountId): PageRow[] {
    const rows: PageRow[] = [];
    let [balance, pendingDebit, pendingCredit] = [0n, 0n, 0n];
    for (const movement of this.all("movement")) {
      if (movement.debit !== id && movement.credit !== id) continue;
      const { money, pending } = effectOf(movement);
      const amount = movement.credit === id ? money : -money;
      balance += amount;
      if (movement.debit === id) pendingDebit += pending;
      else pendingCredit += pending;
      const version = rows.length + 1;
      rows.push({ movement, version, amount, balance, pendingDebit, pendingCredit });
    }
    return rows;
  }

  account(id: AccountId): ReferenceAccount {
    return this.accounts.get(id) ?? refuse("ACCOUNT_NOT_FOUND");
  }

  private available({ id, normalSide }: ReferenceAccount): bigint {
    const last = this.page(id).at(-1);
    if (!last) return 0n;
    return normalSide === "CREDIT"
      ? last.balance - last.pendingDebit
      : -last.balance - last.pendingCredit;
  }

  /** Writes a movement, if both accounts can bear it: the debit is looked at first. */
  move(movement: Omit<Movement, "line" | "postedAt">): void {
    const accounts = [this.account(movement.debit), this.account(movement.credit)];
    const before = accounts.map((account) => this.available(account));
    this.lines.push({ line: "movement", postedAt: Number.NaN, ...movement });
    accounts.forEach((account, index) => this.checkLimits(account, before[index] ?? 0n));
  }

  private checkLimits(account: ReferenceAccount, availableBefore: bigint): void {
    const last = this.page(account.id).at(-1);
    if (!last) return;
    const available = this.available(account);
    const { floorMinor } = account;
    if (floorMinor !== null && available < availableBefore && available < floorMinor) {
      refuse("BALANCE_BELOW_FLOOR");
    }
    for (const figure of [last.balance, -last.balance, last.pendingDebit, last.pendingCredit]) {
      if (figure > LARGEST) refuse("BALANCE_OUT_OF_RANGE");
    }
  }

  /** The totals of a settlement position by input, `<type>:<direction>`. */
  inputs(position: string): Map<string, { amountMinor: bigint; count: bigint }> {
    const inputs = new Map<string, { amountMinor: bigint; count: bigint }>();
    for (const line of this.all("counted")) {
      if (line.position !== position) continue;
      const before = inputs.get(line.input) ?? { amountMinor: 0n, count: 0n };
      const amountMinor = before.amountMinor + line.amountMinor;
      inputs.set(line.input, { amountMinor, count: before.count + line.count });
    }
    return inputs;
  }

  /** Where a transaction counted; null where it counted nowhere. */
  positionOf(transaction: ReferenceTransaction): string | null {
    return this.all("counted").find((line) => line.of === transaction)?.position ?? null;
  }

  accrued(position: string): bigint {
    const lines = this.all("accrued").filter((line) => line.position === position);
    return sum(lines.map((line) => line.amountMinor));
  }

  positions(): string[] {
    return [...new Set(this.all("counted").map((line) => line.position))];
  }

  /** Dates what was written since: never before what was already on one of the accounts. */
  stamp(start: number, now: number): void {
    const isMovement = (line: Line) => line.line === "movement";
    const written = this.lines.slice(start).filter(isMovement);
    const touched = new Set(written.flatMap(({ debit, credit }) => [debit, credit]));
    const earlier = this.lines.slice(0, start).filter(isMovement);
    const times = earlier.filter((line) => touched.has(line.debit) || touched.has(line.credit));
    const postedAt = Math.max(now, ...times.map((line) => line.postedAt));
    for (const movement of written) movement.postedAt = postedAt;
  }
}

/** What a movement does: money changes accounts, or is promised, or a promise is let go. */
function effectOf({ kind, amountMinor }: Movement): { money: bigint; pending: bigint } {
  switch (kind) {
    case "POST":
      return { money: amountMinor, pending: 0n };
    case "HOLD":
      return { money: 0n, pending: amountMinor };
    case "CAPTURE":
      return { money: amountMinor, pending: -amountMinor };
    case "VOID":
      return { money: 0n, pending: -amountMinor };
  }
}
