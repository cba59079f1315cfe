import { hash } from "node:crypto";

/** What a statement says of a transaction: what is hashed into its tree. */
export interface StatementTransaction {
  /** The global id, as the API shows it. */
  readonly id: string;
  readonly externalId: string;
  readonly type: string;
  readonly direction: string;
  /** Minor units. */
  readonly amountMinor: string;
  readonly currency: string;
  /** An instant with milliseconds, as in `2026-07-01T00:00:00.000Z`. */
  readonly occurredAt: string;
}

/**
 * The canonical form (RFC 8785) of a transaction: its keys in their order, nothing else. Written
 * out because it is made once for each of a period's transactions.
 */
export function canonicalTransaction(transaction: StatementTransaction): string {
  const { id, externalId, type, direction, amountMinor, currency, occurredAt } = transaction;
  const of = { amountMinor, currency, direction, externalId, id, occurredAt, type };
  return JSON.stringify(of);
}

/** The hash of a transaction as a leaf of a statement's tree (RFC 6962, section 2.1). */
export function transactionLeaf(transaction: StatementTransaction): Buffer {
  const canonical = Buffer.from(canonicalTransaction(transaction), "utf8");
  return hash("sha256", Buffer.concat([LEAF_PREFIX, canonical]), "buffer");
}

const LEAF_PREFIX = Buffer.of(0);
