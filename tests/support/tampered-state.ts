import { NEW_ID, TRANSACTION, REVERSAL, HOLD } from "./tampering.js";
import type { Tampering } from "./tampering.js";

export const LINKED: Tampering[] = [
  {
    what: "a total of reversals is changed",
    sql: "update reversal_total set reversed_minor = reversed_minor - 1",
    found: { "reversal-total": "reversal_total" },
  },
  {
    what: "a total of reversals is deleted",
    sql: "delete from reversal_total",
    found: { "reversal-total": "reversal_total" },
  },
  {
    what: "a total of reversals is added",
    sql: `insert into reversal_total select id, 1 from transaction where ${TRANSACTION}
      on conflict do nothing`,
    found: { "reversal-total": "reversal_total" },
  },
  {
    what: "a reversal is made greater than its original",
    sql: `update transaction set amount_minor = 100000 where id = ${REVERSAL}`,
    found: { "reversal-total": "reversal_total", "reversal-original": "transaction" },
  },
  {
    what: "a reversal is linked to another original",
    sql: `update transaction set related_id = ${HOLD} where id = ${REVERSAL}`,
    names: HOLD,
    found: { "reversal-original": "transaction", "block-hash": "block" },
  },
  ...["captured_minor = captured_minor + 1", "state = 'CAPTURED'", "amount_minor = 60"].map(
    (change) => ({
      what: `a pending hold is changed: ${change}`,
      sql: `update hold set ${change} where state = 'PENDING' and captured_minor > 0`,
      found: { hold: "hold" } as const,
    }),
  ),
  {
    what: "a voided hold is said to have expired",
    sql: "update hold set state = 'EXPIRED' where state = 'VOIDED'",
    found: { hold: "hold" },
  },
  {
    what: "a captured hold is opened again",
    sql: "update hold set state = 'PENDING' where state = 'CAPTURED'",
    found: { hold: "hold", "open-holds": "account" },
  },
  {
    what: "the time at which a hold expires is changed",
    sql: "update hold set expires_at = expires_at + interval '1 day' where expires_at is not null",
    found: { "content-hash": "transaction" },
  },
  {
    what: "a hold is deleted",
    sql: "delete from hold where state = 'PENDING'",
    found: { hold: "hold", "open-holds": "account" },
  },
  {
    what: "a hold is added",
    sql: `insert into hold select ${NEW_ID}, null, 1, 2, 5, 'EUR', 0, 'VOIDED'`,
    found: { hold: "hold" },
  },
];

const SECOND = "lane = 1 and sequence = 2";

export const CHAINS: Tampering[] = [
  {
    what: "a block is deleted",
    sql: `delete from block where ${SECOND}`,
    found: { "chain-link": "block", "outside-block": "transaction" },
  },
  {
    what: "a lane's last block is deleted",
    sql: `delete from block where (lane, sequence) = (select id, sequence from lane where id = 1)`,
    found: { "lane-head": "lane", "outside-block": "transaction" },
  },
  {
    what: "a block's hash is changed",
    sql: `update block set hash = sha256(hash) where ${SECOND}`,
    names: "(select 'lane 1, sequence 2')",
    found: { "chain-link": "block", "block-hash": "block" },
  },
  {
    what: "a block's hash of the one before is changed",
    sql: `update block set previous_hash = sha256(hash) where ${SECOND}`,
    names: "(select 'lane 1, sequence 2')",
    found: { "chain-link": "block", "block-hash": "block" },
  },
  {
    what: "a block's time is changed",
    sql: `update block set posted_at = posted_at + interval '1 second' where ${SECOND}`,
    names: "(select 'lane 1, sequence 2')",
    found: { "block-hash": "block", "block-rows": "transaction", "transfer-entries": "entry" },
  },
  ...["transactions = transactions + 1", "transfers = transfers - 1", "last_id = first_id"].map(
    (change) => ({
      what: `what a block says of its rows is changed: ${change}`,
      sql: `update block set ${change} where ${SECOND}`,
      found: { "block-rows": "block" } as const,
    }),
  ),
  {
    what: "a block is added to a lane",
    sql: `insert into block select lane, sequence + 1, posted_at, gen_random_uuid(),
        gen_random_uuid(), 0, 0, hash, hash
      from block where (lane, sequence) = (select id, sequence from lane where id = 1)`,
    found: { "lane-head": "lane" },
  },
  {
    what: "a block is added to a lane that there is not",
    sql: `insert into block select 9, 1, posted_at, first_id, last_id, 0, 0, hash, hash from block
      where ${SECOND}`,
    found: { "lane-head": "lane" },
  },
  {
    what: "a lane is set back",
    sql: "update lane set sequence = sequence - 1 where id = 1",
    found: { "lane-head": "lane" },
  },
  {
    what: "a lane is deleted",
    sql: "delete from lane where id = 1",
    found: { "lane-head": "lane" },
  },
];

export const POSITIONS: Tampering[] = [
  {
    what: "a position's accrual is changed",
    sql: "update position set accrued_minor = accrued_minor + 1",
    names: "(select contract_id from position order by contract_id, period_start limit 1)",
    found: { "position-accrued": "position", payable: "account" },
  },
  {
    what: "a position's figures are changed",
    sql: `update position set accrued = jsonb_set(accrued, '{1:share,0}', '"1"')`,
    found: { "position-accrued": "position", payable: "account" },
  },
  {
    what: "a position's figure is said to be carried by another account",
    sql: `update position set accrued = jsonb_set(accrued, '{1:share,2}', '"1"')`,
    found: { "position-accrued": "position", payable: "account" },
  },
  {
    what: "a position's residual is changed",
    sql: `update position set accrued = jsonb_set(accrued, '{1:share,1}', '"-7"')`,
    found: { "position-accrued": "position", payable: "account" },
  },
  {
    what: "a position's segments are changed",
    sql: `update position set segments = jsonb_set(segments, '{1,bet:IN:EUR,0}', '"1"')`,
    found: { "position-inputs": "position" },
  },
  {
    what: "what a position has advanced is changed",
    sql: `update position set recoupable = '{"share": "5"}'`,
    found: { "position-accrued": "position" },
  },
  {
    what: "a release of a reserve is added to a position",
    sql: `update position set releases = '[["share", 1577804400000, "5"]]'`,
    found: { "position-accrued": "position" },
  },
  ...[
    `jsonb_set(conditions, '{contract}', '9')`,
    `jsonb_set(conditions, '{days}', '[[1, 7]]')`,
    `jsonb_set(conditions, '{periodDays}', '7')`,
    `jsonb_set(conditions, '{rates}', '{"USD": "1300"}')`,
  ].map((change) => ({
    what: `what a position was settled with is changed: ${change}`,
    sql: `update position set conditions = ${change}`,
    found: { "position-conditions": "position" } as const,
  })),
  {
    what: "a position is deleted",
    sql: "delete from position",
    found: { "position-inputs": "position", "position-accrued": "position", payable: "account" },
  },
  {
    what: "a position is added",
    sql: `insert into position (contract_id, period_start, version, segments, accrued_minor)
      select contract_id, '2020-12-31T15:00Z', 1, segments, 5 from position limit 1`,
    found: { "position-inputs": "position", "position-accrued": "position" },
  },
  {
    what: "the terms of a contract are changed behind the hub's back",
    sql: `update contract_version
      set terms = jsonb_set(terms, '{clauses,0,tiers,0,rate}', '"0.5"')`,
    found: { "position-accrued": "position" },
  },
];
