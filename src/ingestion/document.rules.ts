import type { ErrorCode } from "../shared/errors.js";

export const DOCUMENT_STATES = ["RECEIVED", "POSTED", "PARTIAL", "REFUSED"] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/** The transactions of one currency and direction: how many, and their sum in minor units. */
export interface DocumentTotal {
  currency: string;
  direction: "IN" | "OUT";
  transactions: number;
  amountMinor: bigint;
}

/** A transaction or line of a document that went to quarantine. */
export interface RefusedTransaction {
  /** Its place in the document, from 1. */
  position: number;
  externalId: string;
  code: ErrorCode;
  reason: string;
}

/** What became of the transactions of a document. */
export interface PostingCounts {
  /** Posted now. */
  posted: number;
  /** In the ledger before, with the same content. */
  known: number;
  refused: number;
}

/** So many are listed with the document; quarantine has them all. */
export const MAX_LISTED_REFUSALS = 100;

type Movement = Pick<DocumentTotal, "currency" | "direction" | "amountMinor">;

/** The sums of transactions, by currency, what came in before what went out. */
export function totalsOf(movements: Iterable<Movement>): DocumentTotal[] {
  const totals = new Map<string, DocumentTotal>();
  for (const movement of movements) addTo(totals, { ...movement, transactions: 1 });
  return inOrder(totals);
}

/** The sums of sums. */
export function sumOf(lists: readonly (readonly DocumentTotal[])[]): DocumentTotal[] {
  const totals = new Map<string, DocumentTotal>();
  for (const list of lists) for (const total of list) addTo(totals, total);
  return inOrder(totals);
}

function addTo(totals: Map<string, DocumentTotal>, part: DocumentTotal): void {
  const { currency, direction, transactions, amountMinor } = part;
  const key = `${currency} ${direction}`;
  const total = totals.get(key);
  if (!total) totals.set(key, { currency, direction, transactions, amountMinor });
  else {
    total.transactions += transactions;
    total.amountMinor += amountMinor;
  }
}

function inOrder(totals: Map<string, DocumentTotal>): DocumentTotal[] {
  const keys = [...totals.keys()].toSorted();
  return keys.flatMap((key) => totals.get(key) ?? []);
}

/** All of it is in the ledger, or not. */
export function stateAfter(counts: PostingCounts): "POSTED" | "PARTIAL" {
  return counts.refused === 0 ? "POSTED" : "PARTIAL";
}
