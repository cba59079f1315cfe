import type { AccountId } from "../../src/ledger/posting-model.rules.js";
import type { ReferenceAccount, ReferenceJournal } from "./reference-journal.js";
import type { ReferenceContract } from "./reference-terms.js";
import type { AccountName, PartnerName } from "./reference-step.js";

/** Where a history takes place: the accounts, partners and contracts that its names stand for. */
export interface World {
  startMs: number;
  /** Comes before every external id. */
  prefix: string;
  ids: Record<AccountName, AccountId>;
  accounts: Map<AccountId, ReferenceAccount>;
  partners: Record<PartnerName, string>;
  contracts: ReferenceContract[];
}

/** How a ledger stands, in a form that two ledgers can be compared in. */
export interface LedgerPage {
  accounts: Record<AccountId, AccountPage>;
  transactions: Record<string, string>;
  holds: Record<string, string>;
  positions: Record<string, string>;
}

export interface AccountPage {
  balance: bigint;
  pendingDebit: bigint;
  pendingCredit: bigint;
  version: number;
  postedAt: number;
  /** One a version: amount, balance and pending after it, transaction, time. */
  entries: string[];
}

export interface EntryFacts {
  version: number;
  amount: bigint;
  balance: bigint;
  pendingDebit: bigint;
  pendingCredit: bigint;
  transactionId: string | null;
  postedAt: number;
}

export function entryLine(e: EntryFacts): string {
  const { version, amount, balance, pendingDebit, pendingCredit, transactionId, postedAt } = e;
  return (
    `v${version} ${amount} = ${balance} (${pendingDebit}, ${pendingCredit}) ` +
    `by ${transactionId} at ${postedAt}`
  );
}

export interface TransactionFacts {
  kind: string;
  type: string;
  direction: string;
  amountMinor: bigint;
  aboutId: string | null;
  undoneMinor: bigint;
}

export function transactionLine(t: TransactionFacts): string {
  const about = t.aboutId === null ? "" : ` about ${t.aboutId}`;
  return `${t.kind} ${t.type}:${t.direction} ${t.amountMinor}${about}, ${t.undoneMinor} undone`;
}

export function holdLine(state: string, capturedMinor: bigint): string {
  return `${state}, ${capturedMinor} captured`;
}

/** Inputs that came to nothing at all, such as a hold's, are left out: a position may name them. */
export function positionLine(
  inputs: ReadonlyMap<string, { amountMinor: bigint; count: bigint }>,
  accruedMinor: bigint,
): string {
  const totals = [...inputs]
    .filter(([, { amountMinor, count }]) => amountMinor !== 0n || count !== 0n)
    .map(([input, { amountMinor, count }]) => `${input} ${amountMinor} in ${count}`)
    .sort();
  return `${totals.join(", ")}: ${accruedMinor} accrued`;
}

/** The page of the reference ledger. */
export function pageOf(world: World, book: ReferenceJournal): LedgerPage {
  const page: LedgerPage = { accounts: {}, transactions: {}, holds: {}, positions: {} };
  for (const id of world.accounts.keys()) page.accounts[id] = accountPage(book, id);
  for (const transaction of book.transactions()) {
    const { item, about, id } = transaction;
    page.transactions[id ?? ""] = transactionLine({
      ...transaction,
      kind: item.operation.kind,
      aboutId: about?.id ?? null,
      undoneMinor: book.undone(transaction),
    });
    if (item.operation.kind !== "HOLD") continue;
    page.holds[id ?? ""] = holdLine(book.stateOf(transaction), book.captured(transaction));
  }
  for (const name of book.positions()) {
    page.positions[name] = positionLine(book.inputs(name), book.accrued(name));
  }
  return page;
}

function accountPage(book: ReferenceJournal, id: AccountId): AccountPage {
  const rows = book.page(id);
  const last = rows.at(-1);
  return {
    balance: last?.balance ?? 0n,
    pendingDebit: last?.pendingDebit ?? 0n,
    pendingCredit: last?.pendingCredit ?? 0n,
    version: last?.version ?? 0,
    postedAt: last?.movement.postedAt ?? 0,
    entries: rows.map(({ movement, ...row }) =>
      entryLine({ ...row, transactionId: movement.of.id, postedAt: movement.postedAt }),
    ),
  };
}
