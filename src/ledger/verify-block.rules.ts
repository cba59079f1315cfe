import { blockHash } from "./chain.rules.js";
import type { ChainedEntry, ChainedTransaction } from "./chain.rules.js";
import type { TransferRow } from "./posting-model.rules.js";
import type { Suspect } from "./verify-checks.rules.js";
import { orderOf } from "./verify-checks.rules.js";

/** A block with all that claims to be in it, each in the order of ids. */
export interface BlockContents {
  block: {
    lane: number;
    sequence: number;
    postedAt: number;
    firstId: string;
    lastId: string;
    transactions: number;
    transfers: number;
    previousHash: string;
    hash: string;
  };
  transactions: readonly (ChainedTransaction & { postedAt: number })[];
  transfers: readonly StoredMove[];
}

interface Side {
  currency: string | null;
  entry:
    | (Pick<
        ChainedEntry,
        "amount" | "balanceAfter" | "pendingDebitAfter" | "pendingCreditAfter"
      > & {
        occurredAt: number;
        postedAt: number;
      })
    | null;
}

type StoredMove = TransferRow & { debitSide: Side; creditSide: Side };

/** What of a block and its rows is not as it must be. */
export function checkBlock({ block, transactions, transfers }: BlockContents): Suspect[] {
  const occurred = new Map(transactions.map((t) => [t.id, t.occurredAt]));
  const sides = transfers.flatMap((transfer) => [
    checkSide(transfer, "debit", { ...block, occurredAt: occurred.get(transfer.transactionId) }),
    checkSide(transfer, "credit", { ...block, occurredAt: occurred.get(transfer.transactionId) }),
  ]);
  return [
    ...sides,
    ...transfers.map(checkCurrency),
    ...transactions.map((t) => checkPostedAt(t, block.postedAt)),
    checkRows({ block, transactions, transfers }),
    checkHash({ block, transactions, transfers }),
  ].filter((suspect) => suspect !== undefined);
}

function checkSide(
  transfer: StoredMove,
  side: "debit" | "credit",
  must: { postedAt: number; occurredAt: number | undefined },
): Suspect | undefined {
  const { entry, version, signedMinor } = sideOf(transfer, side);
  const moves = transfer.kind === "POST" || transfer.kind === "CAPTURE";
  const { postedAt, occurredAt = entry?.occurredAt } = must;
  const amount = moves ? signedMinor : 0n;
  const fits = entry?.amount === amount && entry.postedAt === postedAt;
  if (fits && entry.occurredAt === occurredAt) return undefined;
  const expected = entryText(amount, occurredAt, postedAt);
  const found = entry ? entryText(entry.amount, entry.occurredAt, entry.postedAt) : "no such entry";
  const row = `account_id ${transfer[side]}, version ${version}, transfer_id ${transfer.id}`;
  return { check: "transfer-entries", table: "entry", row, order: transfer.id, expected, found };
}

function sideOf(transfer: StoredMove, side: "debit" | "credit") {
  const { debitSide, creditSide, debitVersion, creditVersion, amountMinor } = transfer;
  return side === "debit"
    ? { entry: debitSide.entry, version: debitVersion, signedMinor: -amountMinor }
    : { entry: creditSide.entry, version: creditVersion, signedMinor: amountMinor };
}

function entryText(amount: bigint, occurredAt: number | undefined, postedAt: number): string {
  return `amount ${amount}, occurred ${timeText(occurredAt)}, posted ${timeText(postedAt)}`;
}

function timeText(millis: number | undefined): string {
  return millis === undefined || !Number.isSafeInteger(millis)
    ? `at ${millis} ms`
    : new Date(millis).toISOString();
}

function checkCurrency({ id, debitSide, creditSide }: StoredMove): Suspect | undefined {
  const [debit, credit] = [debitSide.currency, creditSide.currency];
  if (debit !== null && debit === credit) return undefined;
  return {
    check: "transfer-currency",
    table: "transfer",
    row: `id ${id}`,
    order: id,
    expected: "two accounts of one currency",
    found: `a debit account in ${debit ?? "none"} and a credit account in ${credit ?? "none"}`,
  };
}

function checkPostedAt(t: { id: string; postedAt: number }, postedAt: number): Suspect | undefined {
  if (t.postedAt === postedAt) return undefined;
  return {
    check: "block-rows",
    table: "transaction",
    row: `id ${t.id}`,
    order: t.id,
    expected: `posted_at ${timeText(postedAt)}`,
    found: `posted_at ${timeText(t.postedAt)}`,
  };
}

function checkRows({ block, transactions, transfers }: BlockContents): Suspect | undefined {
  const ids = [...transactions, ...transfers].map((row) => row.id).toSorted();
  const found = rowsText(transactions.length, transfers.length, ids[0], ids.at(-1));
  const expected = rowsText(block.transactions, block.transfers, block.firstId, block.lastId);
  if (found === expected) return undefined;
  const row = `lane ${block.lane}, sequence ${block.sequence}`;
  // It is the rows that ought to be as the block says: a row that is missing is what is found.
  return { check: "block-rows", table: "block", row, order: block.firstId, expected, found };
}

function rowsText(transactions: number, transfers: number, first?: string, last?: string): string {
  return `${transactions} transactions, ${transfers} transfers, ids from ${first} to ${last}`;
}

function checkHash({ block, transactions, transfers }: BlockContents): Suspect | undefined {
  const entries = transfers.flatMap((transfer) => [
    chainedEntry(transfer, "debit"),
    chainedEntry(transfer, "credit"),
  ]);
  const { lane, sequence, postedAt } = block;
  const whole = entries.filter((entry) => entry !== undefined);
  const content = { lane, sequence, postedAt, transactions, transfers, entries: whole };
  const found = blockHash(block.previousHash, content);
  if (found === block.hash) return undefined;
  return {
    check: "block-hash",
    table: "block",
    row: `lane ${lane}, sequence ${sequence}, ids from ${block.firstId} to ${block.lastId}`,
    order: orderOf(postedAt, lane, sequence),
    expected: `hash ${block.hash}`,
    found: `rows with the hash ${found}`,
  };
}

function chainedEntry(transfer: StoredMove, side: "debit" | "credit"): ChainedEntry | undefined {
  const { entry, version } = sideOf(transfer, side);
  if (!entry) return undefined;
  const { amount, balanceAfter, pendingDebitAfter, pendingCreditAfter } = entry;
  return {
    accountId: transfer[side],
    version,
    transferId: transfer.id,
    amount,
    balanceAfter,
    pendingDebitAfter,
    pendingCreditAfter,
  };
}
