/** The widths of the buckets of account_total, by level. Each holds a whole number of the next. */
export const LEVELS = ["32 days", "1 day", "1 hour", "1 minute", "1 second"] as const;

/** The start of the bucket of a level that a moment belongs to. */
export function bucketStart(level: number, moment: string): string {
  return `date_bin('${LEVELS[level]}', ${moment}, '0001-01-01Z')`;
}

/**
 * What an entry did to its account, to be joined to it: `amount`, `pd` and `pc` (pending debit and
 * credit), by its transfer. The entry itself says what was pending after it, not by how much that
 * changed. `offset 0` keeps Postgres from reading all transfers for the sake of a few.
 */
export function movesOf(entry: string): string {
  return `lateral (
    select ${entry}.amount, case when s.is_debit then s.pending else 0 end as pd,
      case when s.is_debit then 0 else s.pending end as pc
    from (select m.debit_account_id = ${entry}.account_id as is_debit,
        case m.kind when 'POST' then 0 when 'HOLD' then m.amount_minor else -m.amount_minor end
          as pending
      from transfer m where m.id = ${entry}.transfer_id offset 0) s)`;
}

/** The entries of a bucket, to be joined to it; they are found by their time of occurrence. */
export function entriesWithin(account: string, start: string, ends: string): string {
  return `lateral (
    select * from entry x where x.account_id = ${account} and x.occurred_at >= ${start}
      and x.occurred_at < ${ends} offset 0)`;
}
