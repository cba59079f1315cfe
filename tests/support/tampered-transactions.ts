import { NEW_ID, TRANSACTION, MARK, LAST } from "./tampering.js";
import type { Tampering } from "./tampering.js";

export const IDENTITIES: Tampering[] = [
  {
    what: "a transaction's identity row is deleted",
    sql: `delete from transaction_identity where transaction_id = (select id from transaction
      where ${TRANSACTION})`,
    names: `(select key from transaction_identity where transaction_id = (select id from transaction
      where ${TRANSACTION}))`,
    found: { "identity-row": "transaction_identity" },
  },
  {
    what: "an identity row is pointed at another transaction",
    sql: `update transaction_identity set transaction_id = ${LAST}
      where transaction_id = (select id from transaction where ${TRANSACTION})`,
    found: { "identity-row": "transaction_identity" },
  },
  {
    what: "an identity row is added",
    sql: `insert into transaction_identity select gen_random_uuid(), gen_random_uuid(),
      ${NEW_ID}`,
    found: { "identity-transaction": "transaction_identity" },
  },
  {
    what: "the hash of a content is changed",
    sql: `update transaction_identity set content_hash = gen_random_uuid() where transaction_id =
      (select id from transaction where ${TRANSACTION})`,
    names: `(select id from transaction where ${TRANSACTION})`,
    found: { "content-hash": "transaction" },
  },
  {
    what: "a mark of a rollback is deleted",
    sql: `delete from transaction_identity where ${MARK}`,
    found: { "rollback-mark": "transaction_identity" },
  },
  {
    what: "a mark of a rollback is added",
    sql: `insert into transaction_identity select gen_random_uuid(),
      '00000000-0000-0000-0000-000000000000', (select id from transaction where ${TRANSACTION})`,
    found: { "rollback-mark": "transaction_identity" },
  },
  {
    what: "a mark of a rollback is put on another debit",
    sql: `update transaction_identity set key = gen_random_uuid() where ${MARK}`,
    found: { "content-hash": "transaction" },
  },
];

export const TRANSACTIONS: Tampering[] = [
  ...["external_id", "type", "counterparty", "reference"].map((column) => ({
    what: `a transaction's ${column} is changed`,
    sql: `update transaction set ${column} = ${column} || '!' where ${TRANSACTION}`,
    found: {
      "block-hash": "block",
      ...(column === "external_id"
        ? { "identity-row": "transaction_identity" }
        : { "content-hash": "transaction" }),
    } as const,
  })),
  {
    what: "a transaction's details are changed",
    sql: "update transaction set details = '{}' where details is not null",
    found: { "block-hash": "block", "content-hash": "transaction" },
  },
  {
    what: "a transaction is said to be of another partner's",
    sql: `update transaction set partner_id = gen_random_uuid() where ${TRANSACTION}`,
    found: { "block-hash": "block", "identity-row": "transaction_identity" },
  },
  {
    what: "a transaction is said to have come in another document",
    sql: `update transaction set document_id = gen_random_uuid() where ${TRANSACTION}`,
    found: { "block-hash": "block" },
  },
  {
    what: "a transaction's amount is changed",
    sql: `update transaction set amount_minor = amount_minor + 1 where ${TRANSACTION}`,
    names: `(select id from transaction where ${TRANSACTION})`,
    found: { "block-hash": "block", "content-hash": "transaction", "position-inputs": "position" },
  },
  {
    what: "a transaction is moved into another month by its time",
    sql: `update transaction set occurred_at = occurred_at - interval '40 days'
      where ${TRANSACTION}`,
    found: { "block-hash": "block", "transfer-entries": "entry" },
  },
  {
    what: "a transaction is made to count in another period",
    sql: `update transaction set counted_in = counted_in + interval '1 hour' where ${TRANSACTION}`,
    found: { "counted-in": "transaction", "position-inputs": "position" },
  },
  {
    what: "a transaction is made to count in no period",
    sql: `update transaction set counted_in = null where ${TRANSACTION}`,
    found: { "position-inputs": "position" },
  },
  {
    what: "a transaction is said to have been posted at another time",
    sql: `update transaction set posted_at = posted_at + interval '1 second' where ${TRANSACTION}`,
    names: `(select id from transaction where ${TRANSACTION})`,
    found: { "block-rows": "transaction" },
  },
  {
    what: "a transaction is moved to another block",
    sql: `update transaction t set block = b.sequence, lane = b.lane from (
      select lane, sequence from block order by first_id desc limit 1) b where ${TRANSACTION}`,
    names: `(select id from transaction where ${TRANSACTION})`,
    found: { "outside-block": "transaction", "block-rows": "block", "block-hash": "block" },
  },
  {
    what: "a transaction is moved to a block that there is not",
    sql: `update transaction set block = 5000000 where ${TRANSACTION}`,
    names: `(select id from transaction where ${TRANSACTION})`,
    found: { "outside-block": "transaction", "block-rows": "block", "block-hash": "block" },
  },
  {
    what: "a transaction is deleted",
    sql: `delete from transaction where ${TRANSACTION}`,
    found: {
      "outside-block": "transfer",
      "identity-transaction": "transaction_identity",
      "block-rows": "block",
    },
  },
  {
    what: "a transaction is added, with its identity",
    sql: `with t as (insert into transaction select ${NEW_ID}, null, 'forged', 'TRANSFER', 'GIFT',
        'NONE', 5, 'EUR', now(), now(), 0, 1 returning id)
      insert into transaction_identity select gen_random_uuid(), gen_random_uuid(), id from t`,
    found: { "outside-block": "transaction" },
  },
];
