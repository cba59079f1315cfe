/** A row that somebody with every right changed behind the ledger's back. */
export interface Tampering {
  /** What was done. */
  what: string;
  sql: string;
  /** A part of what the proof of the ledger says of it. */
  found: RegExp;
}

const CHAIN = /block .* does not fit its rows/;

/** The newest row of a table that meets a condition; tables are named by the ledger's own names. */
const newest = (table: string, key: string, where = "true") =>
  `${key} = (select ${key} from ${table} where ${where} order by ${key} desc limit 1)`;

const transaction = (what: string, set: string): Tampering => ({
  what: `a transaction's ${what}`,
  sql: `update transaction set ${set} where ${newest("transaction", "id", "kind = 'TRANSFER'")}`,
  found: CHAIN,
});
const transfer = (what: string, set: string): Tampering => ({
  what: `a transfer's ${what}`,
  sql: `update transfer set ${set} where ${newest("transfer", "id", "kind = 'POST'")}`,
  found: CHAIN,
});
const entry = (what: string, set: string, found = CHAIN): Tampering => ({
  what: `an entry's ${what}`,
  sql: `update entry set ${set} where (account_id, version) = (
    select account_id, max(version) from entry group by account_id order by 2 desc limit 1)`,
  found,
});
const block = (what: string, set: string, found: RegExp): Tampering => ({
  what: `a block's ${what}`,
  sql: `update block set ${set} where (lane, sequence) = (
    select lane, max(sequence) - 1 from block group by lane order by 2 desc limit 1)`,
  found,
});
const account = (what: string, set: string): Tampering => ({
  what: `an account's ${what}`,
  sql: `update account set ${set} where id = (select max(id) from account where version > 1)`,
  found: /an account's versions|the last entry says|is pending on an account|add up to zero/,
});

/** One row of each table changed, taken away or put in, one at a time. */
export const TAMPERINGS: readonly Tampering[] = [
  transaction("partner", "partner_id = gen_random_uuid()"),
  transaction("external id", "external_id = external_id || ' '"),
  transaction("kind", "kind = 'CAPTURE'"),
  transaction("type", "type = type || ' '"),
  transaction("direction", "direction = case direction when 'IN' then 'OUT' else 'IN' end"),
  transaction("amount", "amount_minor = amount_minor + 1"),
  transaction("currency", "currency = 'CHF'"),
  transaction("time of occurrence", "occurred_at = occurred_at - interval '1 ms'"),
  transaction("counterparty", "counterparty = coalesce(counterparty || ' ', 'someone')"),
  transaction("reference", "reference = coalesce(reference || ' ', 'something')"),
  transaction("document", "document_id = gen_random_uuid()"),
  transaction("original", "related_id = gen_random_uuid()"),
  transaction("details", "details = coalesce(details || ' ', '{}')"),
  {
    what: "a transaction with all that it moved, taken away",
    sql: `with t as (delete from transaction
        where ${newest("transaction", "id", "kind = 'TRANSFER'")} returning id),
      m as (delete from transfer using t where transaction_id = t.id returning transfer.id)
      delete from entry using m where transfer_id = m.id`,
    found: /does not have the rows that it counted/,
  },
  {
    what: "a transaction put in",
    sql: `insert into transaction (id, partner_id, external_id, kind, type, direction, amount_minor,
        currency, occurred_at, posted_at, lane, block)
      select uuidv7(), partner_id, 'put in', kind, type, direction, amount_minor, currency,
        occurred_at, posted_at, lane, block from transaction order by id desc limit 1`,
    found: /does not have the rows that it counted/,
  },
  transfer("kind", "kind = 'HOLD'"),
  transfer("code", "code = code || ' '"),
  transfer("amount", "amount_minor = amount_minor + 1"),
  transfer(
    "sides, swapped",
    "debit_account_id = credit_account_id, credit_account_id = debit_account_id",
  ),
  transfer("version", "debit_version = debit_version + 1"),
  entry("amount", "amount = amount + 1"),
  entry("balance", "balance_after = balance_after + 1"),
  entry("pending amount", "pending_debit_after = pending_debit_after + 1"),
  entry("version", "version = version + 1"),
  entry("time", "occurred_at = occurred_at - interval '1 ms'", /bear the times/),
  block("rows, uncounted", "transactions = transactions + 1", /does not have the rows/),
  block("time", "posted_at = posted_at - interval '1 ms'", CHAIN),
  block("hash", "hash = sha256(hash)", /is not linked to the one before it/),
  block("link", "previous_hash = sha256(previous_hash)", /is not linked to the one before it/),
  {
    what: "the last block of a lane, taken away",
    sql: `delete from block where (lane, sequence) = (
      select lane, max(sequence) from block group by lane order by 2 desc limit 1)`,
    found: /rows of block .*, which is not there/,
  },
  account("balance", "balance = balance + 1"),
  account("pending amount", "pending_debit = pending_debit + 1"),
  account("version", "version = version + 1"),
  {
    what: "a hold's captured amount",
    sql: "update hold set captured_minor = captured_minor - 1 where captured_minor > 0",
    found: /a hold's captures/,
  },
  {
    what: "a hold's end",
    sql: "update hold set state = 'PENDING' where state = 'VOIDED'",
    found: /what is left of its holds/,
  },
  {
    what: "an undone amount, forgotten",
    sql: "delete from reversal_total",
    found: /nothing is undone beyond its amount/,
  },
  {
    what: "an accrued amount",
    sql: "update position set accrued_minor = accrued_minor + 1",
    found: /what positions accrued/,
  },
  {
    what: "an external id, forgotten",
    sql: `delete from transaction_identity
      where ${newest("transaction_identity", "transaction_id")}`,
    found: /each transaction has its identity/,
  },
  {
    what: "a lane's head",
    sql: "update lane set hash = sha256(hash) where sequence > 0",
    found: /does not end in its last block/,
  },
];
