import { NEW_ID, POSTED, ENTRY, HOLD, LAST, BUSIEST } from "./tampering.js";
import type { Tampering } from "./tampering.js";

export const ENTRIES_AND_TRANSFERS: Tampering[] = [
  {
    what: "an entry's amount is changed",
    sql: `update entry set amount = amount - 1 where ${ENTRY}`,
    names: POSTED,
    found: { "transfer-entries": "entry", "running-balance": "entry", "block-hash": "block" },
  },
  {
    what: "an entry's balance is changed",
    sql: `update entry set balance_after = balance_after + 5 where ${ENTRY}`,
    names: POSTED,
    found: { "running-balance": "entry", "block-hash": "block" },
  },
  {
    what: "an entry is deleted",
    sql: `delete from entry where ${ENTRY}`,
    names: POSTED,
    found: { "transfer-entries": "entry", "version-order": "entry", "block-hash": "block" },
  },
  {
    what: "an account's last entry is deleted",
    sql: `delete from entry where (account_id, version) = (select id, version from account
      where id = ${BUSIEST})`,
    names: BUSIEST,
    found: { "account-row": "account", "transfer-entries": "entry" },
  },
  {
    what: "all entries of an account are deleted",
    sql: "delete from entry where account_id = (select max(account_id) from entry)",
    found: { "account-row": "account", "transfer-entries": "entry" },
  },
  {
    what: "an entry is added after the last",
    sql: `
      insert into entry select e.account_id, e.version + 1,
        ${NEW_ID}, 7,
        e.balance_after + 7, e.pending_debit_after, e.pending_credit_after, e.occurred_at,
        e.posted_at
      from entry e join account a on (a.id, a.version) = (e.account_id, e.version)
      where a.id = ${BUSIEST}`,
    found: { "entry-transfer": "entry", "account-row": "account" },
  },
  {
    what: "an entry is added under a version that there is",
    sql: `insert into entry select account_id, version,
        ${NEW_ID}, amount, balance_after,
        pending_debit_after, pending_credit_after, occurred_at, posted_at
      from entry where ${ENTRY}`,
    found: { "entry-transfer": "entry", "version-order": "entry" },
  },
  {
    what: "an entry is added to an account that there is not",
    sql: `insert into entry select 987654, 1,
        ${NEW_ID}, 7, 7, 0, 0, occurred_at,
        posted_at from entry where ${ENTRY}`,
    found: { "entry-transfer": "entry", "entry-account": "entry" },
  },
  {
    what: "two entries of an account change places",
    sql: `update entry e set version = s.version, balance_after = s.balance_after from (
        select account_id, version, case version when 4 then 5 else 4 end as other, balance_after
        from entry where account_id = ${BUSIEST} and version in (4, 5)) s
      where e.account_id = s.account_id and e.version = s.other`,
    found: { "transfer-entries": "entry", "block-hash": "block" },
  },
  {
    what: "an entry is dated back",
    sql: `update entry set posted_at = posted_at - interval '1 hour' where ${ENTRY}`,
    names: POSTED,
    found: { "transfer-entries": "entry", "posting-order": "entry" },
  },
  {
    what: "an entry is said to have occurred at another time",
    sql: `update entry set occurred_at = occurred_at - interval '1 microsecond' where ${ENTRY}`,
    found: { "transfer-entries": "entry" },
  },
  {
    what: "what is pending after an entry is changed",
    sql: `update entry set pending_debit_after = pending_debit_after + 1 where ${ENTRY}`,
    names: POSTED,
    found: { "transfer-pending": "entry", "block-hash": "block" },
  },
  {
    what: "what is pending after a hold is changed",
    sql: `update entry set pending_debit_after = pending_debit_after + 1 where transfer_id =
      (select id from transfer where transaction_id = ${HOLD}) and pending_debit_after > 0`,
    found: { "transfer-pending": "entry", "block-hash": "block" },
  },
  {
    what: "a transfer's amount is changed",
    sql: `update transfer set amount_minor = amount_minor + 1 where id = ${POSTED}`,
    names: POSTED,
    found: { "transfer-entries": "entry", "block-hash": "block", "content-hash": "transaction" },
  },
  {
    what: "a transfer is made to be for something else",
    sql: `update transfer set code = 'GIFT' where id = ${POSTED}`,
    found: { "block-hash": "block", "content-hash": "transaction" },
  },
  {
    what: "a transfer is moved to another transaction",
    sql: `update transfer set transaction_id = ${LAST} where id = ${POSTED}`,
    names: POSTED,
    found: { "outside-block": "transfer", "block-rows": "block", "block-hash": "block" },
  },
  {
    what: "a transfer is deleted",
    sql: `delete from transfer where id = ${POSTED}`,
    names: POSTED,
    found: { "entry-transfer": "entry", "block-rows": "block", "block-hash": "block" },
  },
  {
    what: "a transfer and its entries are deleted",
    sql: `delete from entry where transfer_id = ${POSTED};
      delete from transfer where id = ${POSTED}`,
    found: { "version-order": "entry", "block-rows": "block", "block-hash": "block" },
  },
  {
    what: "a transfer with entries that fit is added, and the accounts are made to fit",
    sql: `with last as (
        select ${NEW_ID} as id, max(transaction_id::text)::uuid as t from transfer), pair as (
        select a.id, a.version + 1 as version, a.balance + n.amount as balance, n.amount,
          a.posted_at, a.pending_debit, a.pending_credit
        from (select id, row_number() over (order by version desc) * 10 - 15 as amount
          from account where currency = 'EUR' and floor_minor is null limit 2) n
        join account a using (id)), moved as (
        update account a set balance = p.balance, version = p.version from pair p where a.id = p.id)
      , entries as (insert into entry select p.id, p.version, l.id, p.amount, p.balance,
        p.pending_debit, p.pending_credit, p.posted_at, p.posted_at from pair p, last l)
      insert into transfer select l.id, l.t, 'POST', 'GIFT', d.id, d.version, c.id, c.version, 5
      from last l, pair d, pair c where d.amount < 0 and c.amount > 0`,
    found: { "outside-block": "transfer" },
  },
];

export const ACCOUNTS: Tampering[] = [
  {
    what: "an account's balance is changed",
    sql: `update account set balance = balance + 1 where id = ${BUSIEST}`,
    names: BUSIEST,
    found: { "account-row": "account", "currency-sum": "account" },
  },
  {
    what: "an amount is moved between two accounts",
    sql: `update account a set balance = balance + n.amount from (
        select id, row_number() over (order by id) * 10 - 15 as amount
        from account where currency = 'EUR' limit 2) n where a.id = n.id`,
    found: { "account-row": "account" },
  },
  {
    what: "an account is given a later version",
    sql: `update account set version = version + 1 where id = ${BUSIEST}`,
    names: BUSIEST,
    found: { "account-row": "account" },
  },
  {
    what: "an account claims more versions than could ever be gone through",
    sql: `update account set version = 9000000000000000000 where id = ${BUSIEST}`,
    found: { "account-row": "account" },
  },
  {
    what: "what is pending on an account is changed",
    sql: `update account set pending_debit = pending_debit + 1 where id = ${BUSIEST}`,
    names: BUSIEST,
    found: { "account-row": "account", "open-holds": "account" },
  },
  {
    what: "an account that nothing was posted to holds something",
    sql: `insert into account (partner_id, purpose, currency, normal_side, balance, created_at)
      values (null, 'SLUSH', 'EUR', 'CREDIT', 10, now())`,
    found: { "account-row": "account", "currency-sum": "account" },
  },
  {
    what: "an account is deleted",
    sql: `delete from account where id = ${BUSIEST}`,
    found: { "entry-account": "entry", "transfer-currency": "transfer", "currency-sum": "account" },
  },
  {
    what: "an account is said to be in another currency",
    sql: `update account set currency = 'SEK' where id = ${BUSIEST}`,
    found: { "transfer-currency": "transfer", "currency-sum": "account" },
  },
  {
    what: "a floor is raised behind the hub's back",
    sql: `update account set floor_minor = 900 where floor_minor = 0`,
    found: { floor: "entry" },
  },
  {
    what: "a total by time is changed",
    sql: `update account_total set amount = amount + 1 where level = 0 and account_id = ${BUSIEST}
      and start = (select min(start) from account_total
        where account_id = ${BUSIEST} and level = 0)`,
    names: BUSIEST,
    found: { "account-totals": "account_total" },
  },
  {
    what: "a total by time of a split bucket is deleted",
    sql: `delete from account_total where (account_id, level, start) = (
      select account_id, level, start from account_total where level = 1 limit 1)`,
    found: { "account-totals": "account_total" },
  },
];
