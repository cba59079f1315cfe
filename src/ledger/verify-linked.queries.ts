import type { HoldRecord, ReversalRecord } from "./verify-linked.rules.js";
import type { VerifySession } from "./verify-session.queries.js";

const REVERSALS = `
select i.id as "originalId", v.reversed_minor as "totalMinor", r.reversed as "reversedMinor",
  o.id is not null as found, o.kind, o.amount_minor as amount, o.external_id as "externalId",
  coalesce(r.matching, true) as matching,
  case when r.reversed = coalesce(o.amount_minor, d.amount_minor) then l.id end as "completedBy"
from unnest($1::uuid[]) i (id)
left join reversal_total v on v.transaction_id = i.id
left join lateral (select * from transaction t where t.id = i.id offset 0) o on true
left join detached_original d on d.transaction_id = i.id
left join lateral (
  select t.id from transaction t join transfer m on m.transaction_id = t.id
  where t.related_id = i.id and t.kind in ('REVERSAL', 'ROLLBACK')
  order by m.debit_version desc limit 1) l on true
left join lateral (
  select sum(t.amount_minor)::bigint as reversed, bool_and(o.id is null or (t.currency = o.currency
    and t.partner_id is not distinct from o.partner_id)) as matching
  from transaction t where t.related_id = i.id and t.kind in ('REVERSAL', 'ROLLBACK')) r on true
order by i.id`;

interface ReversalRow extends Omit<ReversalRecord, "original"> {
  found: boolean;
  kind: string;
  amount: bigint;
  externalId: string;
}

/** The reversals of some transactions, each as a whole. */
export async function readReversals(
  on: VerifySession,
  originalIds: readonly string[],
): Promise<ReversalRecord[]> {
  const { rows } = await on.query<ReversalRow>(REVERSALS, [`{${originalIds.join(",")}}`]);
  return rows.map(({ found, kind, amount, externalId, ...row }) => {
    return { ...row, original: found ? { kind, amountMinor: amount, externalId } : null };
  });
}

const HOLDS = `
select i.id,
  case when h.id is not null then concat_ws(' ', h.amount_minor, h.currency, 'of', h.partner_id,
    'from', h.debit_account_id, 'to', h.credit_account_id) end as stored,
  case when p.id is not null then concat_ws(' ', p.amount_minor, p.currency, 'of', p.partner_id,
    'from', m.debit_account_id, 'to', m.credit_account_id) end as placed,
  h.amount_minor as "amountMinor", h.captured_minor as "capturedMinor", h.state,
  (extract(epoch from h.expires_at) * 1000)::float8 as "expiresAt",
  coalesce(e.captured, 0)::bigint as captured, coalesce(e.released, 0)::bigint as released,
  coalesce(e.voids, 0)::int as voids, (extract(epoch from e.voided_at) * 1000)::float8 as "voidedAt"
from unnest($1::uuid[]) i (id)
left join hold h on h.id = i.id
left join lateral (select * from transaction t where t.id = i.id and t.kind = 'HOLD' offset 0) p
  on true
left join lateral (select * from transfer m where m.transaction_id = p.id and m.kind = 'HOLD'
  order by m.id limit 1) m on true
left join lateral (
  select sum(x.captured) as captured, sum(x.released) as released,
    count(*) filter (where t.kind = 'VOID') as voids,
    max(t.posted_at) filter (where t.kind = 'VOID') as voided_at
  from transaction t cross join lateral (
    select sum(m.amount_minor) filter (where m.kind = 'CAPTURE') as captured,
      sum(m.amount_minor) filter (where m.kind = 'VOID') as released
    from transfer m where m.transaction_id = t.id) x
  where t.related_id = i.id and t.kind in ('CAPTURE', 'VOID')) e on true
order by i.id`;

/** Some holds, each with all that ended it. */
export async function readHoldRecords(
  on: VerifySession,
  ids: readonly string[],
): Promise<HoldRecord[]> {
  return (await on.query<HoldRecord>(HOLDS, [`{${ids.join(",")}}`])).rows;
}

/** The marks that rollbacks before their debits left: rollback to the debit's identity key. */
export async function readMarks(
  on: VerifySession,
  rollbackIds: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await on.query<{ id: string; keys: string[] }>(
    `select transaction_id as id, array_agg(key::text) as keys from transaction_identity
     where content_hash = '00000000-0000-0000-0000-000000000000'
       and transaction_id = any($1::uuid[]) group by transaction_id`,
    [`{${rollbackIds.join(",")}}`],
  );
  return new Map(rows.map(({ id, keys }) => [id, keys]));
}
