import { chainFaults } from "./reference-chain.js";
import type { Reader } from "./reference-chain.js";

/**
 * What must hold of the ledger's tables at every moment. Each query answers the rows that break its
 * rule, and is written as plainly as it can be: nothing of it is the ledger's own SQL.
 */
const RULES: Record<string, string> = {
  "the balances of a currency add up to zero": `
    select currency, sum(balance) from account group by currency having sum(balance) <> 0`,

  "an account's versions are 1, 2, 3 ... up to its own": `
    select a.id, a.version, count(e.version), min(e.version), max(e.version)
    from account a left join entry e on e.account_id = a.id
    group by a.id, a.version
    having count(e.version) <> a.version or count(distinct e.version) <> a.version
      or coalesce(max(e.version), 0) <> a.version or coalesce(min(e.version), 1) <> 1`,

  "the last entry says what the account says": `
    select a.id from account a
    left join entry e on e.account_id = a.id and e.version = a.version
    where (a.balance, a.pending_debit, a.pending_credit)
      <> (coalesce(e.balance_after, 0), coalesce(e.pending_debit_after, 0),
          coalesce(e.pending_credit_after, 0))
      or (a.version > 0 and a.posted_at <> e.posted_at)`,

  "each entry adds its amount to what was before it": `
    select * from (
      select account_id, version, amount, balance_after,
        coalesce(lag(balance_after) over w, 0) as before from entry
      window w as (partition by account_id order by version)) e
    where before + amount <> balance_after`,

  "no pending amount is below zero": `
    select account_id, version from entry
    where least(pending_debit_after, pending_credit_after) < 0`,

  "posting time never runs backwards on an account": `
    select * from (
      select account_id, version, posted_at,
        lag(posted_at) over (partition by account_id order by version) as before from entry) e
    where before > posted_at`,

  "a transfer has an entry on either side, of opposite amounts": `
    select m.id from transfer m
    left join entry d on d.transfer_id = m.id and d.account_id = m.debit_account_id
      and d.version = m.debit_version
    left join entry c on c.transfer_id = m.id and c.account_id = m.credit_account_id
      and c.version = m.credit_version
    where d.amount is null or c.amount is null or d.amount <> -c.amount
      or c.amount <> case when m.kind in ('POST', 'CAPTURE') then m.amount_minor else 0 end`,

  "there are no entries but those": `
    select count(*) from entry having count(*) <> 2 * (select count(*) from transfer)`,

  "both accounts of a transfer are in one currency": `
    select m.id from transfer m join account d on d.id = m.debit_account_id
    join account c on c.id = m.credit_account_id where d.currency <> c.currency`,

  "entries and transactions bear the times of their block and their transaction": `
    select t.id from transaction t
    left join block b on b.lane = t.lane and b.sequence = t.block
    left join transfer m on m.transaction_id = t.id
    left join entry e on e.transfer_id = m.id
    where b.posted_at is distinct from t.posted_at
      or e.posted_at <> t.posted_at or e.occurred_at <> t.occurred_at`,

  "an external id was posted once": `
    select partner_id, external_id from transaction group by 1, 2 having count(*) > 1`,

  "each transaction has its identity, and each identity its transaction": `
    select coalesce(t.id, i.transaction_id) from transaction t
    full join transaction_identity i on i.transaction_id = t.id
    where t.id is null or i.transaction_id is null`,

  "a hold's captures are what it says was captured": `
    select h.id from hold h left join transaction t on t.related_id = h.id and t.kind = 'CAPTURE'
    group by h.id, h.captured_minor, h.amount_minor, h.state
    having coalesce(sum(t.amount_minor), 0) <> h.captured_minor
      or (h.state = 'PENDING') <> (h.captured_minor < h.amount_minor and not exists (
        select from transfer m join transaction v on v.id = m.transaction_id
        where v.related_id = h.id and m.kind = 'VOID'))`,

  "what is pending on an account is what is left of its holds": `
    select a.id from account a
    where a.pending_debit <> (select coalesce(sum(amount_minor - captured_minor), 0) from hold
        where debit_account_id = a.id and state = 'PENDING')
      or a.pending_credit <> (select coalesce(sum(amount_minor - captured_minor), 0) from hold
        where credit_account_id = a.id and state = 'PENDING')`,

  "nothing is undone beyond its amount": `
    select o.id from transaction o
    left join reversal_total r on r.transaction_id = o.id
    left join transaction t on t.related_id = o.id and t.kind in ('REVERSAL', 'ROLLBACK')
    group by o.id, o.amount_minor, r.reversed_minor
    having coalesce(sum(t.amount_minor), 0) <> coalesce(r.reversed_minor, 0)
      or coalesce(sum(t.amount_minor), 0) > o.amount_minor`,

  "what positions accrued is what was posted as accruals": `
    select p.total, m.total from (select coalesce(sum(accrued_minor), 0) as total from position) p,
    (select coalesce(
      sum(case when a.id = m.credit_account_id then amount_minor else -amount_minor end),
        0) as total
      from transfer m join account a on a.id in (m.debit_account_id, m.credit_account_id)
      where m.code = 'ACCRUAL' and (a.purpose = 'PARTNER_PAYABLE'
        or a.purpose = 'TEST' and a.normal_side = 'CREDIT')) m
    where p.total <> m.total`,
};

/** Everything that is wrong with a ledger, in words; nothing where it is whole. */
export async function ledgerFaults(pool: Reader): Promise<string[]> {
  const faults: string[] = [];
  for (const [rule, query] of Object.entries(RULES)) {
    const { rows } = await pool.query<Record<string, unknown>>(query);
    const [first] = rows;
    const where = Object.values(first ?? {}).map(String);
    if (first) faults.push(`not true: ${rule} (${rows.length} rows, first ${where.join(", ")})`);
  }
  return [...faults, ...(await chainFaults(pool))];
}
