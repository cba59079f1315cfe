import type { Sql } from "../shared/database/sql.js";
import { auditPath, merkleRoot } from "./merkle-tree.rules.js";
import { transactionsOf } from "./issue-statement.js";
import { leavesFrom, placeOfTransaction, type LeafPlace } from "./statement-leaf.queries.js";
import { statementSource, type StatementSource } from "./statement-source.queries.js";
import { subtreesOf, type StatementRow } from "./statement.queries.js";
import type { SignedStatement } from "./statement.rules.js";
import { leafOf, SUBTREE_LEAVES, type Subtree } from "./statement-tree.js";

/** The way from a transaction to the root of a statement's tree; hashes in hexadecimal. */
export interface TransactionProof {
  index: bigint;
  hashes: string[];
}

/**
 * Proves that a statement was made from a transaction; null when it was not. Reads one subtree of
 * its leaves, however many there are.
 * @throws Error when the ledger no longer has what was signed
 */
export async function proveTransaction(
  sql: Sql,
  statement: StatementRow,
  transactionId: string,
): Promise<TransactionProof | null> {
  const place = await placeOfTransaction(sql, statement.partnerId, transactionId);
  const source = await statementSource(sql, statement.settlementId);
  if (!place || !source) return null;
  const subtrees = await subtreesOf(sql, statement.id);
  const number = subtrees.findLastIndex(({ first }) => isBefore(first, place));
  const subtree = subtrees[number];
  if (!subtree) return null;
  const leaves = await subtreeLeaves(sql, { source, statement }, subtree);
  const index = leaves.findIndex(({ id }) => id === transactionId);
  if (index < 0) return null;
  const hashes = leaves.map(leafOf);
  if (!merkleRoot(hashes).equals(subtree.hash)) {
    throw new Error(`The transactions of statement ${statement.number} are not those it signed`);
  }
  const above = auditPath(
    subtrees.map(({ hash }) => hash),
    number,
  );
  return {
    index: BigInt(number) * BigInt(SUBTREE_LEAVES) + BigInt(index),
    hashes: [...auditPath(hashes, index), ...above].map((hash) => hash.toString("hex")),
  };
}

/** The heads are those of the statement: a settlement that was reopened has others by now. */
function subtreeLeaves(
  sql: Sql,
  { source, statement }: { source: StatementSource; statement: StatementRow },
  { first }: Subtree,
) {
  const { heads } = (JSON.parse(statement.content) as SignedStatement).statement.ledger;
  const { priorHeads } = statement;
  const listed = { ...transactionsOf(source), heads, priorHeads };
  return leavesFrom(sql, listed, first, SUBTREE_LEAVES);
}

function isBefore(first: LeafPlace, place: LeafPlace): boolean {
  const [left, right] = [Number(first.postedAt), Number(place.postedAt)];
  return left < right || (left === right && first.id <= place.id);
}
