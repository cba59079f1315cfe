import type pg from "pg";
import { GENESIS_HASH, blockHash } from "../../src/ledger/chain.rules.js";
import type { ChainedEntry, ChainedTransaction } from "../../src/ledger/chain.rules.js";
import type { TransferRow } from "../../src/ledger/posting-model.rules.js";

/** Anything that runs a query. */
export type Reader = Pick<pg.Client, "query">;

interface BlockRow {
  lane: number;
  sequence: bigint;
  postedAt: string;
  previous: string;
  hash: string;
  transactions: number;
  transfers: number;
}

const millis = (column: string) => `(extract(epoch from ${column}) * 1000)::bigint`;

const BLOCKS = `
  select lane, sequence, ${millis("posted_at")}::text as "postedAt",
    encode(previous_hash, 'hex') as previous, encode(hash, 'hex') as hash, transactions, transfers
  from block order by lane, sequence`;

const TRANSACTIONS = `
  select lane, block, id, partner_id as "partnerId", external_id as "externalId", kind, type,
    direction, amount_minor as "amountMinor", currency, counterparty, reference, details,
    ${millis("occurred_at")}::float8 as "occurredAt", document_id as "documentId",
    related_id as "relatedId"
  from transaction order by id`;

const TRANSFERS = `
  select t.lane, t.block, m.id, m.transaction_id as "transactionId", m.kind, m.code,
    m.debit_account_id::text as debit, m.debit_version::float8 as "debitVersion",
    m.credit_account_id::text as credit, m.credit_version::float8 as "creditVersion",
    m.amount_minor as "amountMinor"
  from transfer m left join transaction t on t.id = m.transaction_id order by m.id`;

const ENTRIES = `
  select t.lane, t.block, e.account_id::text as "accountId", e.version::float8 as version,
    e.transfer_id as "transferId", e.amount, e.balance_after as "balanceAfter",
    e.pending_debit_after as "pendingDebitAfter", e.pending_credit_after as "pendingCreditAfter"
  from entry e
  left join transfer m on m.id = e.transfer_id
  left join transaction t on t.id = m.transaction_id
  order by e.transfer_id, e.account_id = m.credit_account_id`;

const HEADS = `
  select id as lane, sequence, encode(hash, 'hex') as hash from lane order by id`;

interface Placed {
  lane: number | null;
  block: bigint | null;
}

/** Recomputes every lane's chain from the rows, and names each block that does not fit. */
export async function chainFaults(pool: Reader): Promise<string[]> {
  const { rows: blocks } = await pool.query<BlockRow>(BLOCKS);
  const transactions = await byBlock<ChainedTransaction>(pool, TRANSACTIONS);
  const transfers = await byBlock<TransferRow>(pool, TRANSFERS);
  const entries = await byBlock<ChainedEntry>(pool, ENTRIES);
  const heads = new Map<number, { sequence: bigint; hash: string }>();
  const faults: string[] = [];
  for (const block of blocks) {
    const { lane, sequence, hash, previous } = block;
    const place = `${lane}/${sequence}`;
    const before = heads.get(lane) ?? { sequence: 0n, hash: GENESIS_HASH };
    if (sequence !== before.sequence + 1n) faults.push(`block ${place} follows ${before.sequence}`);
    if (previous !== before.hash) faults.push(`block ${place} is not linked to the one before it`);
    const content = {
      lane,
      sequence: Number(sequence),
      postedAt: Number(block.postedAt),
      transactions: transactions.get(place) ?? [],
      transfers: transfers.get(place) ?? [],
      entries: entries.get(place) ?? [],
    };
    const { transactions: counted, transfers: moves } = content;
    if (counted.length !== block.transactions || moves.length !== block.transfers) {
      faults.push(`block ${place} does not have the rows that it counted`);
    }
    if (blockHash(previous, content) !== hash) faults.push(`block ${place} does not fit its rows`);
    heads.set(lane, { sequence, hash });
    for (const rows of [transactions, transfers, entries]) rows.delete(place);
  }
  for (const rows of [transactions, transfers, entries]) {
    faults.push(...[...rows.keys()].map((place) => `rows of block ${place}, which is not there`));
  }
  return [...faults, ...(await headFaults(pool, heads))];
}

async function byBlock<Row extends object>(pool: Reader, query: string) {
  const blocks = new Map<string, Row[]>();
  const { rows } = await pool.query<Row & Placed>(query);
  for (const row of rows) {
    const place = `${row.lane}/${row.block}`;
    const found = blocks.get(place);
    if (found) found.push(row);
    else blocks.set(place, [row]);
  }
  return blocks;
}

async function headFaults(
  pool: Reader,
  heads: ReadonlyMap<number, { sequence: bigint; hash: string }>,
): Promise<string[]> {
  const { rows } = await pool.query<{ lane: number; sequence: bigint; hash: string }>(HEADS);
  return rows.flatMap(({ lane, sequence, hash }) => {
    const last = heads.get(lane) ?? { sequence: 0n, hash: GENESIS_HASH };
    const fits = last.sequence === sequence && last.hash === hash;
    return fits ? [] : [`lane ${lane} does not end in its last block`];
  });
}
