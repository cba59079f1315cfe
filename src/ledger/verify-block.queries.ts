import { plainColumn } from "./encode-columns.js";
import type { ChainedTransaction } from "./chain.rules.js";
import type { TransferRow } from "./posting-model.rules.js";
import type { VerifySession } from "./verify-session.queries.js";

/** A block as its row has it; hashes in hexadecimal. */
export interface StoredBlock {
  lane: number;
  sequence: number;
  /** Milliseconds since the epoch. */
  postedAt: number;
  firstId: string;
  lastId: string;
  transactions: number;
  transfers: number;
  previousHash: string;
  hash: string;
}

/** The place of a block in the order of first ids. */
export type BlockPlace = Pick<StoredBlock, "lane" | "sequence" | "firstId">;

const NEXT_BLOCKS = `
select lane, sequence::float8 as sequence,
  (extract(epoch from posted_at) * 1000)::float8 as "postedAt",
  first_id as "firstId", last_id as "lastId", transactions, transfers,
  encode(previous_hash, 'hex') as "previousHash", encode(hash, 'hex') as hash
from block
where first_id >= $1::uuid and (first_id, lane, sequence) > ($1::uuid, $2::smallint, $3::bigint)
order by first_id, lane, sequence limit $4`;

/** Blocks of all lanes in the order of their first ids. */
export async function readBlocksAfter(
  on: VerifySession,
  { firstId, lane, sequence }: BlockPlace,
  limit: number,
): Promise<StoredBlock[]> {
  const values = [firstId, lane, sequence, limit];
  return (await on.query<StoredBlock>(NEXT_BLOCKS, values)).rows;
}

/** The least first id of the blocks above a sequence in each lane; null where there are none. */
export async function readFirstIdAbove(
  on: VerifySession,
  lanes: readonly { lane: number; sequence: number }[],
): Promise<string | null> {
  const { rows } = await on.query<{ first: string | null }>(
    `select min(b.first_id::text) as first
     from unnest($1::smallint[], $2::bigint[]) l (lane, sequence)
     join block b on b.lane = l.lane and b.sequence > l.sequence`,
    [plainColumn(lanes, (l) => l.lane), plainColumn(lanes, (l) => l.sequence)],
  );
  return rows[0]?.first ?? null;
}

/** How many blocks begin before an id. */
export async function countBlocksBefore(on: VerifySession, id: string): Promise<number> {
  const { rows } = await on.query<{ count: number }>(
    "select count(*)::float8 as count from block where first_id < $1",
    [id],
  );
  return rows[0]?.count ?? 0;
}

/** Rows of blocks above, up to, a sequence in each lane: how much there is to verify. */
export async function countBlockRows(
  on: VerifySession,
  lanes: readonly { lane: number; from: number; upto: number }[],
): Promise<{ transactions: number; transfers: number }> {
  const { rows } = await on.query<{ transactions: number; transfers: number }>(
    `select coalesce(sum(b.transactions), 0)::float8 as transactions,
       coalesce(sum(b.transfers), 0)::float8 as transfers
     from unnest($1::smallint[], $2::bigint[], $3::bigint[]) l (lane, since, upto)
     join block b on b.lane = l.lane and b.sequence > l.since and b.sequence <= l.upto`,
    [
      plainColumn(lanes, (l) => l.lane),
      plainColumn(lanes, (l) => l.from),
      plainColumn(lanes, (l) => l.upto),
    ],
  );
  return rows[0] ?? { transactions: 0, transfers: 0 };
}

/** A transaction as its row has it, with the place in the chain that it claims. */
export interface StoredTransaction extends ChainedTransaction {
  lane: number;
  block: number;
  postedAt: number;
  /** Start of the settlement period in which it counts; null for none. */
  countedIn: number | null;
  /** When what counts happened: with what is undone, where it undoes another. */
  countedAt: number;
}

const TRANSACTIONS = `
select id, partner_id as "partnerId", external_id as "externalId", kind, type, direction,
  amount_minor as "amountMinor", currency,
  (extract(epoch from occurred_at) * 1000)::float8 as "occurredAt",
  (extract(epoch from posted_at) * 1000)::float8 as "postedAt", lane, block::float8 as block,
  counterparty, reference, document_id as "documentId", related_id as "relatedId", details,
  (extract(epoch from counted_in) * 1000)::float8 as "countedIn",
  (extract(epoch from case when kind in ('REVERSAL', 'ROLLBACK') and counted_in is not null
    then coalesce((select o.occurred_at from transaction o where o.id = t.related_id),
      (select o.occurred_at from detached_original o where o.transaction_id = t.related_id),
      occurred_at)
    else occurred_at end) * 1000)::float8 as "countedAt"
from transaction t
where id >= $1 and id <= $2
  and (lane, block) in (select * from unnest($3::smallint[], $4::bigint[]))
order by id`;

/** The transactions of some blocks, between two ids. */
export async function readTransactionsOf(
  on: VerifySession,
  blocks: readonly StoredBlock[],
  [from, upto]: [string, string],
): Promise<StoredTransaction[]> {
  const values = [
    from,
    upto,
    plainColumn(blocks, (block) => block.lane),
    plainColumn(blocks, (block) => block.sequence),
  ];
  return (await on.query<StoredTransaction>(TRANSACTIONS, values)).rows;
}

/** One side of a transfer: its entry and its account's currency, null where they are missing. */
export interface StoredSide {
  currency: string | null;
  entry: {
    amount: bigint;
    balanceAfter: bigint;
    pendingDebitAfter: bigint;
    pendingCreditAfter: bigint;
    occurredAt: number;
    postedAt: number;
  } | null;
}

/** A transfer with both its entries, found by account and version. */
export interface StoredTransfer extends TransferRow {
  debitSide: StoredSide;
  creditSide: StoredSide;
}

/** The rows of some blocks. */
export interface SectionRows {
  transactions: StoredTransaction[];
  transfers: StoredTransfer[];
}

function entryOf(name: string, side: "debit" | "credit"): string {
  return `
  left join lateral (
    select * from entry e
    where e.account_id = m.${side}_account_id and e.version = m.${side}_version
      and e.transfer_id = m.id and e.transfer_id >= $1 and e.transfer_id <= $2 offset 0) ${name}
    on true`;
}

function columnsOf(name: string, side: "debit" | "credit"): string {
  return `(select currency from account where id = m.${side}_account_id) as ${name}_currency,
    ${name}.amount as ${name}_amount, ${name}.balance_after as ${name}_balance,
    ${name}.pending_debit_after as ${name}_pd, ${name}.pending_credit_after as ${name}_pc,
    (extract(epoch from ${name}.occurred_at) * 1000)::float8 as ${name}_occurred,
    (extract(epoch from ${name}.posted_at) * 1000)::float8 as ${name}_posted`;
}

const TRANSFERS = `
select m.id, m.transaction_id as "transactionId", m.kind, m.code, m.amount_minor as "amountMinor",
  m.debit_account_id::text as debit, m.debit_version::float8 as "debitVersion",
  m.credit_account_id::text as credit, m.credit_version::float8 as "creditVersion",
  ${columnsOf("d", "debit")}, ${columnsOf("c", "credit")}
from (select * from transfer where id >= $1 and id <= $2 and transaction_id = any($3::uuid[])
  offset 0) m
${entryOf("d", "debit")}
${entryOf("c", "credit")}
order by m.id`;

type TransferRecord = TransferRow & Record<string, string | number | bigint | null>;

/** The transfers of some transactions, between two ids. */
export async function readTransfersOf(
  on: VerifySession,
  transactionIds: readonly string[],
  [from, upto]: [string, string],
): Promise<StoredTransfer[]> {
  const values = [from, upto, `{${transactionIds.join(",")}}`];
  const { rows } = await on.query<TransferRecord>(TRANSFERS, values);
  return rows.map((row) => ({
    ...row,
    debitSide: sideOf(row, "d"),
    creditSide: sideOf(row, "c"),
  }));
}

function sideOf(row: TransferRecord, name: string): StoredSide {
  const currency = row[`${name}_currency`] as string | null;
  if (row[`${name}_amount`] === null) return { currency, entry: null };
  return {
    currency,
    entry: {
      amount: row[`${name}_amount`] as bigint,
      balanceAfter: row[`${name}_balance`] as bigint,
      pendingDebitAfter: row[`${name}_pd`] as bigint,
      pendingCreditAfter: row[`${name}_pc`] as bigint,
      occurredAt: row[`${name}_occurred`] as number,
      postedAt: row[`${name}_posted`] as number,
    },
  };
}
