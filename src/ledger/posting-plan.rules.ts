import { blockHash } from "./chain.rules.js";
import type { ChainedTransaction } from "./chain.rules.js";
import type { PostingPlan, TransactionRow } from "./posting-model.rules.js";

/** The link that a plan adds to its lane's chain. */
export function nextHead(
  head: { lane: number; sequence: number; hash: string },
  plan: PostingPlan,
): { lane: number; sequence: number; previousHash: string; hash: string } {
  const { lane } = head;
  const sequence = head.sequence + 1;
  const { postedAt, transfers, entries } = plan;
  const transactions = plan.transactions.map(chained);
  const content = { lane, sequence, postedAt, transactions, transfers, entries };
  return { lane, sequence, previousHash: head.hash, hash: blockHash(head.hash, content) };
}

function chained({ id, item, kind, type, direction, amountMinor, relatedId }: TransactionRow) {
  const { partnerId, externalId, currency, occurredAt, counterparty, reference } = item;
  const { documentId, details } = item;
  const row: ChainedTransaction = {
    id,
    partnerId,
    externalId,
    kind,
    type,
    direction,
    amountMinor,
    currency,
    occurredAt,
    counterparty,
    reference,
    documentId,
    relatedId,
    details,
  };
  return row;
}

/** Whether a plan has anything to write at all: replays alone have not. */
export function hasEffect(plan: PostingPlan): boolean {
  return plan.transactions.length > 0 || plan.refusals.length > 0;
}
