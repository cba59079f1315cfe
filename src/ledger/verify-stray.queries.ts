import { orderOf } from "./verify-checks.rules.js";
import type { Suspect } from "./verify-checks.rules.js";
import type { VerifySession } from "./verify-session.queries.js";

const STRAY_TRANSACTION = `
select t.id, t.lane, t.block, b.lane is not null as found
from (select id, lane, block from transaction where id >= $1 and id < $2 offset 0) t
left join block b on b.lane = t.lane and b.sequence = t.block
where b.lane is null or t.id < b.first_id or t.id > b.last_id
order by t.id limit 1`;

/** A transaction of a detached month may have a transfer in the next: its block spans the turn. */
const STRAY_TRANSFER = `
select m.id, m.transaction_id as "transactionId", t.id is not null as found
from (select id, transaction_id from transfer where id >= $1 and id < $2 offset 0) m
left join transaction t on t.id = m.transaction_id
left join block b on b.lane = t.lane and b.sequence = t.block
where m.transaction_id >= $3 and (b.lane is null or m.id < b.first_id or m.id > b.last_id)
order by m.id limit 1`;

/** Transactions and transfers between two ids that lie in no block. */
export async function findStrays(
  on: VerifySession,
  [from, before]: [string, string],
  attachedFromId: string,
): Promise<Suspect[]> {
  const transactions = await on.query<{ id: string; lane: number; block: bigint; found: boolean }>(
    STRAY_TRANSACTION,
    [from, before],
  );
  const transfers = await on.query<{ id: string; transactionId: string; found: boolean }>(
    STRAY_TRANSFER,
    [from, before, attachedFromId],
  );
  return [
    ...transactions.rows.map(({ id, lane, block, found }) =>
      stray("transaction", id, `block ${block} of lane ${lane}, ${reasonOf(found)}`),
    ),
    ...transfers.rows.map(({ id, transactionId, found }) =>
      stray(
        "transfer",
        id,
        `transaction_id ${transactionId}, ${found ? "of another block" : "missing"}`,
      ),
    ),
  ];
}

function reasonOf(found: boolean): string {
  return found ? "which ends before or begins after it" : "which there is not";
}

function stray(table: string, id: string, found: string): Suspect {
  const expected = "a block that it lies in";
  return { check: "outside-block", table, row: `id ${id}`, order: id, expected, found };
}

const PENDING_MOVES = `
select m.id, m.kind, s.account_id::text as "accountId", s.version,
  e.pending_debit_after - coalesce(p.pending_debit_after, 0) as "foundDebit",
  e.pending_credit_after - coalesce(p.pending_credit_after, 0) as "foundCredit",
  s.debit as "mustDebit", s.credit as "mustCredit"
from transfer m
cross join lateral (
  select case m.kind when 'HOLD' then m.amount_minor else -m.amount_minor end) x (moved)
cross join lateral (values (m.debit_account_id, m.debit_version, x.moved, 0),
  (m.credit_account_id, m.credit_version, 0, x.moved)) s (account_id, version, debit, credit)
cross join lateral (
  select * from entry e where e.account_id = s.account_id and e.version = s.version
    and e.transfer_id = m.id offset 0) e
left join lateral (
  select * from entry p where p.account_id = s.account_id and p.version = s.version - 1
  limit 1) p on true
where m.id = any($1::uuid[]) and (p.version is not null or s.version = 1)
  and (e.pending_debit_after - coalesce(p.pending_debit_after, 0) <> s.debit
    or e.pending_credit_after - coalesce(p.pending_credit_after, 0) <> s.credit)
order by m.id limit 1`;

interface PendingRecord {
  id: string;
  kind: string;
  accountId: string;
  version: bigint;
  foundDebit: bigint;
  foundCredit: bigint;
  mustDebit: bigint;
  mustCredit: bigint;
}

/** Among transfers of holds and their ends, one that changed what is pending by another amount. */
export async function findWrongPending(
  on: VerifySession,
  transferIds: readonly string[],
): Promise<Suspect[]> {
  if (transferIds.length === 0) return [];
  const { rows } = await on.query<PendingRecord>(PENDING_MOVES, [`{${transferIds.join(",")}}`]);
  return rows.map((r) => ({
    check: "transfer-pending",
    table: "entry",
    row: `account_id ${r.accountId}, version ${r.version}, transfer_id ${r.id}`,
    order: orderOf(BigInt(r.accountId), r.version),
    expected: `pending changed by ${r.mustDebit} and ${r.mustCredit} (debit, credit), a ${r.kind}`,
    found: `${r.foundDebit} and ${r.foundCredit}`,
  }));
}
