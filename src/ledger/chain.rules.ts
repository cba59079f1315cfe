import { hash } from "node:crypto";
import type { EntryRow, TransferRow } from "./posting-model.rules.js";

/** What of a transaction goes into its block's hash. */
export interface ChainedTransaction {
  id: string;
  partnerId: string | null;
  externalId: string;
  kind: string;
  type: string;
  direction: string;
  amountMinor: bigint;
  currency: string;
  /** Milliseconds since the epoch. */
  occurredAt: number;
  counterparty: string | null;
  reference: string | null;
  documentId: string | null;
  relatedId: string | null;
  details: string | null;
}

export type ChainedEntry = Omit<EntryRow, "transactionId" | "occurredAt">;

export interface BlockContent {
  lane: number;
  sequence: number;
  /** Milliseconds since the epoch. */
  postedAt: number;
  transactions: readonly ChainedTransaction[];
  transfers: readonly TransferRow[];
  /** Two for each transfer, in its order, the debit first. */
  entries: readonly ChainedEntry[];
}

/** The hash before a lane's first block: 32 zero bytes, in hexadecimal. */
export const GENESIS_HASH = "0".repeat(64);

/**
 * The hash of a block: SHA-256 over the hash before it and one line for each of its rows, so that
 * a row changed, added or taken away later does not fit the chain. Free text is JSON-quoted, which
 * keeps the lines unambiguous.
 */
export function blockHash(previousHash: string, block: BlockContent): string {
  const lines = [`${previousHash} ${block.lane} ${block.sequence} ${block.postedAt}`];
  for (const t of block.transactions) lines.push(transactionLine(t));
  for (const t of block.transfers) lines.push(transferLine(t));
  for (const e of block.entries) lines.push(entryLine(e));
  return hash("sha256", lines.join("\n"), "hex");
}

function transactionLine(t: ChainedTransaction): string {
  return (
    `${t.id} ${t.partnerId} ${t.kind} ${t.direction} ${t.amountMinor} ${t.currency} ` +
    `${t.occurredAt} ${t.documentId} ${t.relatedId} ` +
    JSON.stringify([t.externalId, t.type, t.counterparty, t.reference, t.details])
  );
}

function transferLine(t: TransferRow): string {
  return (
    `${t.id} ${t.transactionId} ${t.kind} ${JSON.stringify(t.code)} ${t.amountMinor} ` +
    `${t.debit} ${t.debitVersion} ${t.credit} ${t.creditVersion}`
  );
}

function entryLine(e: ChainedEntry): string {
  return (
    `${e.accountId} ${e.version} ${e.transferId} ${e.amount} ${e.balanceAfter} ` +
    `${e.pendingDebitAfter} ${e.pendingCreditAfter}`
  );
}
