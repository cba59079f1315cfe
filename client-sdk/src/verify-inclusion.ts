import { canonicalJson } from "./canonical-json.js";
import { StatementNotVerified } from "./statement-not-verified.js";
import { fromHash, leafHash, nodeHash, sameBytes } from "./statement-crypto.js";
import type { InclusionProof, Statement, StatementTransaction } from "./statement.js";

/**
 * Verifies that a transaction, exactly as given, is one of those that a statement was made from.
 * @param statement what `verifyStatement` answered
 * @throws StatementNotVerified
 */
export async function verifyInclusion(
  statement: Statement,
  transaction: StatementTransaction,
  proof: InclusionProof,
): Promise<void> {
  const { index, size, path, root } = readProof(statement, proof);
  const reached = await rootFrom(await leafHash(canonicalJson(leafOf(transaction))), {
    index,
    size,
    path,
  });
  if (reached === null || !sameBytes(reached, root)) {
    const why = `Transaction ${transaction.id} is not, as given, in statement ${statement.number}`;
    throw new StatementNotVerified("NOT_INCLUDED", why);
  }
}

/** A transaction as the API shows it. */
export interface ShownTransaction {
  readonly id: string;
  readonly externalId: string;
  readonly type: string;
  readonly direction: string;
  readonly amount: { readonly amountMinor: string; readonly currency: string };
  readonly occurredAt: string;
}

/** A transaction of the API as statements have it. */
export function statementTransaction(shown: ShownTransaction): StatementTransaction {
  const { id, externalId, type, direction, amount } = shown;
  const { amountMinor, currency } = amount;
  const occurredAt = new Date(shown.occurredAt).toISOString();
  return { id, externalId, type, direction, amountMinor, currency, occurredAt };
}

/** These members and no others are hashed. */
function leafOf(transaction: StatementTransaction): StatementTransaction {
  const { id, externalId, type, direction, amountMinor, currency, occurredAt } = transaction;
  return { id, externalId, type, direction, amountMinor, currency, occurredAt };
}

interface Way {
  index: number;
  size: number;
  path: readonly Uint8Array[];
}

function readProof({ transactions }: Statement, proof: InclusionProof): Way & { root: Uint8Array } {
  const size = wholeNumber(transactions.count);
  const index = wholeNumber(proof.index);
  const path = proof.hashes.map(fromHash);
  const root = fromHash(transactions.root);
  if (size === null || index === null || root === null || path.includes(null)) {
    throw new StatementNotVerified("MALFORMED", "This is no proof of inclusion");
  }
  return { index, size, path: path.filter((hash) => hash !== null), root };
}

function wholeNumber(text: unknown): number | null {
  if (typeof text !== "string" || !/^(0|[1-9][0-9]{0,15})$/.test(text)) return null;
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : null;
}

/**
 * The root that a path leads to (RFC 9162, section 2.1.3.2), or null when the path does not fit a
 * tree of that size. Division stands for shifts, which JavaScript cuts to 32 bits.
 */
async function rootFrom(leaf: Uint8Array, { index, size, path }: Way): Promise<Uint8Array | null> {
  if (index >= size) return null;
  let [at, last, node] = [index, size - 1, leaf];
  for (const beside of path) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      node = await nodeHash(beside, node);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      node = await nodeHash(node, beside);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? node : null;
}
