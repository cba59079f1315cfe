import type { Sql } from "../shared/database/sql.js";
import type { FieldDifference } from "./item.rules.js";
import type { BreakKind } from "./judge.rules.js";
import type { BreakSubject, ResolutionAction } from "./proposal.rules.js";

/** A break that is new. */
export interface NewBreak {
  id: string;
  subject: BreakSubject;
  kind: BreakKind;
  account: string;
  currency: string;
  day: string;
  lineId: string | null;
  transactionId: string | null;
  statementId: string | null;
  differenceMinor: bigint;
  fields: readonly FieldDifference[];
  proposal: ResolutionAction;
}

const INSERT = `
insert into reconciliation_break (id, partner_id, subject, kind, state, account, currency, day,
  line_id, transaction_id, statement_id, difference_minor, fields, proposal, opened_at, version)
select u.id, $1, u.subject, u.kind, 'OPEN', u.account, u.currency, u.day, u.line_id,
  u.transaction_id, u.statement_id, u.difference_minor, u.fields, u.proposal, $14, 1
from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::date[], $8::uuid[],
  $9::uuid[], $10::uuid[], $11::bigint[], $12::jsonb[], $13::text[])
  as u (id, subject, kind, account, currency, day, line_id, transaction_id, statement_id,
    difference_minor, fields, proposal)
on conflict on constraint reconciliation_break_identity do update set
  kind = excluded.kind, state = 'OPEN', difference_minor = excluded.difference_minor,
  fields = excluded.fields, proposal = excluded.proposal, resolved_at = null, wait_until = null,
  version = reconciliation_break.version + 1
  where (reconciliation_break.state = 'WAITING'
      and coalesce(reconciliation_break.wait_until <= excluded.opened_at, true))
    or (reconciliation_break.state = 'RESOLVED' and excluded.subject <> 'ITEM')
returning id`;

/**
 * Opens breaks. One that is open stays as it is; one that waited is open again.
 * @returns how many were opened
 */
export async function openBreaks(
  sql: Sql,
  partnerId: string,
  breaks: readonly NewBreak[],
  at: Date,
): Promise<number> {
  if (breaks.length === 0) return 0;
  const opened = await sql.rows(INSERT, [
    partnerId,
    breaks.map(({ id }) => id),
    breaks.map(({ subject }) => subject),
    breaks.map(({ kind }) => kind),
    breaks.map(({ account }) => account),
    breaks.map(({ currency }) => currency),
    breaks.map(({ day }) => day),
    breaks.map(({ lineId }) => lineId),
    breaks.map(({ transactionId }) => transactionId),
    breaks.map(({ statementId }) => statementId),
    breaks.map(({ differenceMinor }) => differenceMinor),
    breaks.map(({ fields }) => JSON.stringify(fields)),
    breaks.map(({ proposal }) => proposal),
    at,
  ]);
  return opened.length;
}

const HEAL = `
with healed as (
  update reconciliation_break b set state = 'RESOLVED', resolved_at = $4, version = b.version + 1
  where b.partner_id = $1 and b.state <> 'RESOLVED' and b.subject = $5
    and (b.line_id = any($2::uuid[]) or b.transaction_id = any($2) or b.statement_id = any($2))
  returning b.id, b.currency
), told as (
  insert into break_resolution (id, break_id, action, state, amount_minor, currency, reason,
    decided_by, decided_by_id, decided_at)
  select gen_random_uuid(), id, 'MATCHED_LATER', 'DONE', 0, currency, $3, 'the hub',
    'system:reconciliation', $4 from healed
)
select id from healed`;

/** Resolves breaks about items or statements that are right by now; answers how many. */
export async function healBreaks(
  sql: Sql,
  partnerId: string,
  of: { subject: BreakSubject; ids: readonly string[]; reason: string; at: Date },
): Promise<number> {
  if (of.ids.length === 0) return 0;
  const { ids, reason, at, subject } = of;
  return (await sql.rows(HEAL, [partnerId, ids, reason, at, subject])).length;
}

/** How many breaks of a partner wait for a person. */
export async function countOpen(sql: Sql, partnerId: string): Promise<number> {
  const [row] = await sql.rows<{ count: number }>(
    `select count(*)::int as count from reconciliation_break
     where partner_id = $1 and state in ('OPEN', 'PROPOSED')`,
    [partnerId],
  );
  return row?.count ?? 0;
}
