import { orderOf } from "./verify-checks.rules.js";
import type { Suspect } from "./verify-checks.rules.js";
import type { VerifySession } from "./verify-session.queries.js";

/** The sum of all balances of each currency. */
export async function readCurrencySums(on: VerifySession) {
  const { rows } = await on.query<{ currency: string; accounts: number; sum: string }>(
    `select currency, count(*)::float8 as accounts, sum(balance)::text as sum
     from account group by currency order by currency`,
  );
  return rows.map(({ currency, accounts, sum }) => ({ currency, accounts, sumMinor: BigInt(sum) }));
}

/** Accounts with a floor that was changed, or that may have been. */
export async function countChangedFloors(on: VerifySession): Promise<number> {
  const { rows } = await on.query<{ count: number }>(
    `select count(*)::float8 as count from account where floor_minor is not null and revision > 0`,
  );
  return rows[0]?.count ?? 0;
}

/**
 * An entry of a month that belongs to no transfer. Each transfer's own two entries are looked for
 * elsewhere: if there are twice as many entries as transfers, none is left over.
 */
export async function findUntransferred(
  on: VerifySession,
  month: { from: Date; before: Date },
): Promise<Suspect[]> {
  const range = [month.from, month.before];
  const { rows: counts } = await on.query<{ paired: boolean }>(
    `select (select count(*) from entry
         where transfer_id >= month_floor($1) and transfer_id < month_floor($2))
       = 2 * (select count(*) from transfer
         where id >= month_floor($1) and id < month_floor($2)) as paired`,
    range,
  );
  if (counts[0]?.paired) return [];
  const { rows } = await on.query<{ accountId: bigint; version: bigint; transferId: string }>(
    `select e.account_id as "accountId", e.version, e.transfer_id as "transferId"
     from entry e left join transfer m on m.id = e.transfer_id and (
       (m.debit_account_id = e.account_id and m.debit_version = e.version)
       or (m.credit_account_id = e.account_id and m.credit_version = e.version))
     where e.transfer_id >= month_floor($1) and e.transfer_id < month_floor($2) and m.id is null
     order by e.account_id, e.version limit 1`,
    range,
  );
  return rows.map(({ accountId, version, transferId }) => ({
    check: "entry-transfer",
    table: "entry",
    row: `account_id ${accountId}, version ${version}, transfer_id ${transferId}`,
    order: orderOf(version < 0n ? 0n : version, accountId < 0n ? 0n : accountId),
    expected: "a transfer that made it",
    found: "none",
  }));
}

const MARK = "'00000000-0000-0000-0000-000000000000'";

/**
 * An identity row without its transaction. That each transaction has its row is looked at
 * elsewhere: if there are as many of one as of the other, none is left over.
 */
export async function findUnidentified(
  on: VerifySession,
  attachedFromId: string,
): Promise<Suspect[]> {
  const { rows: counts } = await on.query<{ paired: boolean }>(
    `select (select count(*) from transaction_identity
         where content_hash <> ${MARK} and transaction_id >= $1)
       = (select count(*) from transaction) as paired`,
    [attachedFromId],
  );
  if (counts[0]?.paired) return [];
  const { rows } = await on.query<{ key: string; transactionId: string }>(
    `select i.key, i.transaction_id as "transactionId"
     from transaction_identity i left join transaction t on t.id = i.transaction_id
     where i.content_hash <> ${MARK} and i.transaction_id >= $1 and t.id is null
     order by i.transaction_id limit 1`,
    [attachedFromId],
  );
  return rows.map((row) => withoutTransaction(row, "identity-transaction"));
}

function withoutTransaction(
  { key, transactionId }: { key: string; transactionId: string },
  check: "identity-transaction" | "rollback-mark",
): Suspect {
  return {
    check,
    table: "transaction_identity",
    row: `key ${key}`,
    order: transactionId,
    expected: `transaction ${transactionId}${check === "rollback-mark" ? ", a rollback" : ""}`,
    found: "no such transaction",
  };
}

/** A mark of a rollback before its debit, without that rollback. */
export async function findUnbackedMarks(
  on: VerifySession,
  attachedFromId: string,
): Promise<Suspect[]> {
  const { rows } = await on.query<{ key: string; transactionId: string }>(
    `select i.key, i.transaction_id as "transactionId" from transaction_identity i
     where i.content_hash = ${MARK} and i.transaction_id >= $1 and not exists (
       select from transaction t where t.id = i.transaction_id and t.kind = 'ROLLBACK'
         and t.related_id is null)
     order by i.transaction_id limit 1`,
    [attachedFromId],
  );
  return rows.map((row) => withoutTransaction(row, "rollback-mark"));
}

/** A total of reversals that no transaction reverses, and a hold that no transaction placed. */
export async function findUnlinked(on: VerifySession, attachedFromId: string): Promise<Suspect[]> {
  const totals = await on.query<{ id: string; found: string }>(
    `select v.transaction_id as id, concat('reversed_minor ', v.reversed_minor) as found
     from reversal_total v where v.transaction_id >= $1 and not exists (
       select from transaction t
       where t.related_id = v.transaction_id and t.kind in ('REVERSAL', 'ROLLBACK'))
     order by 1 limit 1`,
    [attachedFromId],
  );
  const holds = await on.query<{ id: string; found: string }>(
    `select h.id, concat('amount_minor ', h.amount_minor) as found from hold h
     where h.id >= $1 and not exists (
       select from transaction t where t.id = h.id and t.kind = 'HOLD')
     order by 1 limit 1`,
    [attachedFromId],
  );
  return [
    ...totals.rows.map(({ id, found }): Suspect => {
      const at = { table: "reversal_total", row: `transaction_id ${id}`, order: id };
      return { check: "reversal-total", ...at, expected: "reversals of it", found };
    }),
    ...holds.rows.map(({ id, found }): Suspect => {
      const at = { table: "hold", row: `id ${id}`, order: id };
      return { check: "hold", ...at, expected: "a transaction that placed it", found };
    }),
  ];
}

const OPEN_HOLDS = `
with reserved as (
  select s.account_id, sum(s.debit) as debit, sum(s.credit) as credit
  from hold h cross join lateral (values
    (h.debit_account_id, h.amount_minor - h.captured_minor, 0),
    (h.credit_account_id, 0, h.amount_minor - h.captured_minor)) s (account_id, debit, credit)
  where h.state = 'PENDING' group by s.account_id
)
select coalesce(a.id, r.account_id) as id,
  concat(coalesce(r.debit, 0), ' and ', coalesce(r.credit, 0)) as expected,
  concat(a.pending_debit, ' and ', a.pending_credit) as found
from (select * from account where pending_debit <> 0 or pending_credit <> 0) a
full join reserved r on r.account_id = a.id
where (coalesce(a.pending_debit, 0), coalesce(a.pending_credit, 0)) <>
  (coalesce(r.debit, 0), coalesce(r.credit, 0))
order by 1 limit 1`;

/** An account on which something else is pending than what its open holds reserve. */
export async function findUnreserved(on: VerifySession): Promise<Suspect[]> {
  const { rows } = await on.query<{ id: bigint; expected: string; found: string }>(OPEN_HOLDS);
  return rows.map(({ id, expected, found }) => ({
    check: "open-holds",
    table: "account",
    row: `id ${id}`,
    order: orderOf(id),
    expected: `${expected} pending (debit and credit)`,
    found,
  }));
}
