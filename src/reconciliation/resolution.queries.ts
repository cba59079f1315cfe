import type { PartnerScope } from "../shared/commands/actor.js";
import type { Sql } from "../shared/database/sql.js";
import type { BreakKind } from "./judge.rules.js";
import type { BreakSubject, ResolutionAction } from "./proposal.rules.js";

export type BreakState = "OPEN" | "WAITING" | "PROPOSED" | "RESOLVED";

/** A break as a decision needs it. */
export interface LockedBreak {
  id: string;
  partnerId: string;
  subject: BreakSubject;
  kind: BreakKind;
  state: BreakState;
  currency: string;
  day: string;
  lineId: string | null;
  transactionId: string | null;
  differenceMinor: bigint;
}

/** Breaks that the scope shows, locked in the order of their ids. */
export function lockBreaks(
  sql: Sql,
  scope: PartnerScope,
  ids: readonly string[],
): Promise<LockedBreak[]> {
  return sql.rows(
    `select b.id, b.partner_id as "partnerId", b.subject, b.kind, b.state, b.currency,
       to_char(b.day, 'YYYY-MM-DD') as day, b.line_id as "lineId",
       b.transaction_id as "transactionId", b.difference_minor as "differenceMinor"
     from reconciliation_break b
     where b.id = any($1::uuid[]) and ($2::uuid[] is null or b.partner_id = any($2))
     order by b.id for update`,
    [ids, scope],
  );
}

export type ResolutionState = "PROPOSED" | "REFUSED" | "POSTING" | "DONE" | "FAILED";

/** A decision about a break. */
export interface NewResolution {
  id: string;
  breakId: string;
  action: ResolutionAction;
  state: ResolutionState;
  amountMinor: bigint;
  currency: string;
  reason: string;
  waitUntil: Date | null;
  decidedBy: string;
  decidedById: string;
  at: Date;
}

export async function insertResolutions(sql: Sql, rows: readonly NewResolution[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const { action, reason, waitUntil, decidedBy, decidedById, at } = first;
  await sql.rows(
    `insert into break_resolution (id, break_id, action, state, amount_minor, currency, reason,
       wait_until, decided_by, decided_by_id, decided_at)
     select u.id, u.break_id, $6, u.state, u.amount_minor, u.currency, $7, $8, $9, $10, $11
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], $5::text[])
       as u (id, break_id, state, amount_minor, currency)`,
    [
      rows.map(({ id }) => id),
      rows.map(({ breakId }) => breakId),
      rows.map(({ state }) => state),
      rows.map(({ amountMinor }) => amountMinor),
      rows.map(({ currency }) => currency),
      action,
      reason,
      waitUntil,
      decidedBy,
      decidedById,
      at,
    ],
  );
}

/** Sets breaks to a state. */
export async function setBreaks(
  sql: Sql,
  ids: readonly string[],
  { state, at, waitUntil }: { state: BreakState; at: Date; waitUntil?: Date | null },
): Promise<void> {
  await sql.rows(
    `update reconciliation_break set state = $2, version = version + 1, wait_until = $4,
       resolved_at = case when $2 = 'RESOLVED' then $3::timestamptz end
     where id = any($1::uuid[])`,
    [ids, state, at, waitUntil ?? null],
  );
}

/**
 * Takes what resolved breaks are about out of the matching: it neither waits for a counterpart nor
 * counts as matched.
 */
export async function settleItems(sql: Sql, ids: readonly string[], at: Date): Promise<void> {
  await sql.rows(
    `with decided as (
       select * from reconciliation_break where id = any($1::uuid[]) and subject = 'ITEM'
     ), closed as (
       delete from open_item i using decided b
       where i.partner_id = b.partner_id and i.id in (b.line_id, b.transaction_id)
       returning i.*
     ), known as (
       update reconciliation_match m set state = 'RESOLVED' from decided b
       where m.partner_id = b.partner_id and m.state = 'MISMATCHED'
         and (m.line_id = b.line_id or m.transaction_id = b.transaction_id)
     )
     insert into reconciliation_match (partner_id, line_id, transaction_id, rule, state, day,
       amount_minor, currency, link, matched_at)
     select partner_id, case side when 'THEIRS' then id end, case side when 'OURS' then id end,
       'resolved', 'RESOLVED', day, amount_minor, currency, link, $2 from closed`,
    [ids, at],
  );
}

/** Breaks whose wait is over and that no item will open again. */
export async function endWaits(sql: Sql, partnerId: string, now: Date): Promise<void> {
  await sql.rows(
    `update reconciliation_break set state = 'OPEN', wait_until = null, version = version + 1
     where partner_id = $1 and state = 'WAITING' and wait_until <= $2
       and (subject <> 'ITEM' or kind = 'MISMATCHED')`,
    [partnerId, now],
  );
}

/** A decision whose transfer is on its way. */
export interface PostingResolution {
  id: string;
  breakId: string;
  action: "ADJUST" | "WRITE_OFF" | "REVERSE";
  partnerId: string;
  transactionId: string | null;
  amountMinor: bigint;
  currency: string;
  reason: string;
  decidedAt: Date;
}

/** Decisions to be posted: some, or all that wait. */
export function postingResolutions(
  sql: Sql,
  ids: readonly string[] | null,
  limit: number,
): Promise<PostingResolution[]> {
  return sql.rows(
    `select r.id, r.break_id as "breakId", r.action, b.partner_id as "partnerId",
       b.transaction_id as "transactionId", r.amount_minor as "amountMinor", r.currency, r.reason,
       r.decided_at as "decidedAt"
     from break_resolution r join reconciliation_break b on b.id = r.break_id
     where r.state = 'POSTING' and ($1::uuid[] is null or r.id = any($1))
     order by r.id limit $2`,
    [ids, limit],
  );
}

/** What became of a posting; a break whose transfer was refused is open again. */
export async function finishPosting(
  sql: Sql,
  {
    id,
    transactionId,
    failure,
  }: { id: string; transactionId: string | null; failure: string | null },
): Promise<void> {
  await sql.rows(
    `with ended as (
       update break_resolution set transaction_id = $2, failure = $3,
         state = case when $3::text is null then 'DONE' else 'FAILED' end
       where id = $1 and state = 'POSTING' returning break_id, state
     )
     update reconciliation_break b set state = 'OPEN', resolved_at = null, version = b.version + 1
     from ended where b.id = ended.break_id and ended.state = 'FAILED'`,
    [id, transactionId, failure],
  );
}

/** The write-offs proposed for breaks. */
export function proposedResolutions(
  sql: Sql,
  breakIds: readonly string[],
): Promise<{ id: string; breakId: string; decidedById: string }[]> {
  return sql.rows(
    `select id, break_id as "breakId", decided_by_id as "decidedById" from break_resolution
     where break_id = any($1::uuid[]) and state = 'PROPOSED' for update`,
    [breakIds],
  );
}

export async function decideProposed(
  sql: Sql,
  ids: readonly string[],
  { state, by, at }: { state: "POSTING" | "REFUSED"; by: string; at: Date },
): Promise<void> {
  await sql.rows(
    `update break_resolution set state = $2, approved_by = $3, approved_at = $4
     where id = any($1::uuid[]) and state = 'PROPOSED'`,
    [ids, state, by, at],
  );
}
