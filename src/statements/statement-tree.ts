import type { Sql } from "../shared/database/sql.js";
import { encodeId } from "../shared/graphql/global-id.js";
import { MerkleRoot } from "./merkle-tree.rules.js";
import {
  firstPlace,
  leavesFrom,
  type CountedTransactions,
  type LeafPlace,
  type LeafRow,
} from "./statement-leaf.queries.js";
import { transactionLeaf } from "./statement-leaf.rules.js";

/** Leaves of a full subtree: so many are read for a proof. A power of two. */
export const SUBTREE_LEAVES = 1_024;
const PAGE = 4 * SUBTREE_LEAVES;

/** A subtree of a statement's tree, full but for the last. */
export interface Subtree {
  first: LeafPlace;
  hash: Buffer;
}

export interface StatementTree {
  count: number;
  root: Buffer;
  subtrees: Subtree[];
}

/** The tree over a statement's transactions, read page by page. */
export async function statementTree(sql: Sql, of: CountedTransactions): Promise<StatementTree> {
  const tree = new MerkleRoot();
  const subtrees: Subtree[] = [];
  let [count, open, first] = [0, new MerkleRoot(), firstPlace(of)];
  const seal = (): void => {
    if (open.size === 0) return;
    const hash = open.root();
    subtrees.push({ first, hash });
    tree.add(hash);
    open = new MerkleRoot();
  };
  for await (const row of allLeaves(sql, of)) {
    if (open.size === 0) first = row;
    open.add(leafOf(row));
    count += 1;
    if (open.size === SUBTREE_LEAVES) seal();
  }
  seal();
  return { count, root: tree.root(), subtrees };
}

async function* allLeaves(sql: Sql, of: CountedTransactions): AsyncGenerator<LeafRow> {
  let from = firstPlace(of);
  for (;;) {
    const rows = await leavesFrom(sql, of, from, PAGE);
    const fresh = rows.filter(({ id }) => id !== from.id);
    yield* fresh;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    from = last;
  }
}

/** A transaction's hash, by its id as the API shows it. */
export function leafOf(row: LeafRow): Buffer {
  return transactionLeaf({
    id: encodeId("txn", row.id),
    externalId: row.externalId,
    type: row.type,
    direction: row.direction,
    amountMinor: row.amountMinor.toString(),
    currency: row.currency,
    occurredAt: row.occurredAt.toISOString(),
  });
}
