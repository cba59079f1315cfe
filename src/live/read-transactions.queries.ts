import type { TransactionType } from "../ledger/index.js";
import type { Sql } from "../shared/database/sql.js";
import { sequenceOf, type Positions } from "./positions.rules.js";

/** A transaction as its GraphQL type needs it. */
export type StreamedTransaction = Pick<
  TransactionType,
  | "id"
  | "partnerId"
  | "relatedId"
  | "documentId"
  | "amountMinor"
  | "currency"
  | "externalId"
  | "kind"
  | "type"
  | "direction"
  | "occurredAt"
  | "postedAt"
  | "counterparty"
  | "reference"
  | "details"
>;

/** A block and its transactions, or those of them that were asked for. */
export interface TransactionBlock {
  lane: number;
  sequence: number;
  /** Milliseconds since the epoch. */
  postedAt: number;
  transactions: StreamedTransaction[];
}

interface BlockRow {
  lane: number;
  sequence: bigint;
  postedAt: Date;
  firstId: string;
  lastId: string;
  transactions: number;
}

/** Blocks of one lane that one page looks at. */
const BLOCKS_PER_LANE = 200;
/** Transactions of the blocks of one page; a single block may have more. */
const TRANSACTIONS_PER_PAGE = 2_000;

const BLOCKS = `
select b.lane, b.sequence, b.posted_at as "postedAt", b.first_id as "firstId",
  b.last_id as "lastId", b.transactions
from unnest($1::smallint[], $2::bigint[], $3::bigint[]) as w (lane, after, upto)
cross join lateral (
  select * from block x where x.lane = w.lane and x.sequence > w.after and x.sequence <= w.upto
  order by x.sequence limit ${BLOCKS_PER_LANE}) b`;

const TRANSACTIONS = `
select c.n::int as n, t.id, t.partner_id as "partnerId", t.related_id as "relatedId",
  t.document_id as "documentId", t.amount_minor as "amountMinor", t.currency,
  t.external_id as "externalId", t.kind, t.type, t.direction, t.occurred_at as "occurredAt",
  t.posted_at as "postedAt", t.counterparty, t.reference, t.details
from unnest($1::smallint[], $2::bigint[], $3::uuid[], $4::uuid[])
  with ordinality as c (lane, sequence, first_id, last_id, n)
join transaction t on t.id between c.first_id and c.last_id
  and t.lane = c.lane and t.block = c.sequence
where $5::uuid[] is null or t.partner_id = any($5)
order by c.n, t.id`;

/**
 * Reads the next blocks between two positions, each lane's in its order.
 * @param partnerIds only transactions of these; null for all
 * @returns nothing when there is none in between
 */
export async function readTransactionBlocks(
  sql: Sql,
  from: Positions,
  to: Positions,
  partnerIds: readonly string[] | null,
): Promise<TransactionBlock[]> {
  const lanes = [...to].filter(([lane, end]) => sequenceOf(from, lane) < end);
  const rows = await sql.rows<BlockRow>(BLOCKS, [
    lanes.map(([lane]) => lane),
    lanes.map(([lane]) => sequenceOf(from, lane)),
    lanes.map(([, end]) => end),
  ]);
  const chosen = inTurn(rows);
  const found = await sql.rows<StreamedTransaction & { n: number }>(TRANSACTIONS, [
    chosen.map(({ lane }) => lane),
    chosen.map(({ sequence }) => sequence),
    chosen.map(({ firstId }) => firstId),
    chosen.map(({ lastId }) => lastId),
    partnerIds,
  ]);
  const byBlock = Map.groupBy(found, ({ n }) => n);
  return chosen.map(({ lane, sequence, postedAt }, index) => ({
    lane,
    sequence: Number(sequence),
    postedAt: postedAt.getTime(),
    transactions: byBlock.get(index + 1) ?? [],
  }));
}

/** The lanes merged by time, each in its own order whatever its clock says, as many as fit. */
function inTurn(rows: readonly BlockRow[]): BlockRow[] {
  const queues = [...Map.groupBy(rows, ({ lane }) => lane).values()].map((lane) =>
    lane.toSorted((left, right) => Number(left.sequence - right.sequence)),
  );
  const chosen: BlockRow[] = [];
  for (let count = 0; count < TRANSACTIONS_PER_PAGE;) {
    const next = earliest(queues);
    if (!next) break;
    chosen.push(next);
    count += next.transactions;
  }
  return chosen;
}

function earliest(queues: BlockRow[][]): BlockRow | undefined {
  let first: BlockRow[] | undefined;
  for (const queue of queues) {
    const time = queue[0]?.postedAt.getTime() ?? Infinity;
    if (time < (first?.[0]?.postedAt.getTime() ?? Infinity)) first = queue;
  }
  return first?.shift();
}
