import type { Sql } from "../shared/database/sql.js";
import { PAGE_SIZES, type BreakFacts, type CauseGroup, type FullPage } from "./root-cause.rules.js";

/** Breaks that are looked at together for a common cause. */
const MAX_BREAKS = 5_000;

/** Open breaks about items, with what their causes may be seen by. */
export function breakFacts(sql: Sql, partnerId: string): Promise<BreakFacts[]> {
  return sql.rows(
    `with open as (
       select b.* from reconciliation_break b
       where b.partner_id = $1 and b.state <> 'RESOLVED' and b.subject = 'ITEM'
       order by b.id desc limit ${MAX_BREAKS}
     ), broken as (
       select statement_id, kind, count(*) as count from open
       where statement_id is not null group by 1, 2
     )
     select b.id, b.kind, to_char(b.day, 'YYYY-MM-DD') as day,
       case t.direction when 'OUT' then -t.amount_minor else t.amount_minor end
         as "ourAmountMinor", l.amount_minor as "theirAmountMinor",
       t.occurred_at as "ourTime", l.occurred_at as "theirTime", b.statement_id as "statementId",
       coalesce(s.lines, 0) as "statementLines", coalesce(k.count, 0)::int as "statementBroken",
       coalesce(s.id is not null and exists (
         select from partner_statement e where e.partner_id = s.partner_id
           and e.account = s.account and e.content_hash = s.content_hash and e.id < s.id
           and e.matched_lines is not null), false) as "isTwin",
       t.document_id as "documentId"
     from open b
     left join transaction t on t.id = b.transaction_id
     left join statement_line l on l.id = b.line_id
     left join partner_statement s on s.id = b.statement_id
     left join broken k on k.statement_id = b.statement_id and k.kind = b.kind
     where b.group_id is null or k.count is not null
     order by b.id`,
    [partnerId],
  );
}

/** Statements of as many lines as a page has. */
export function fullPages(sql: Sql, partnerId: string): Promise<FullPage[]> {
  return sql.rows(
    `select s.id as "statementId", s.lines, to_char(s.first_day, 'YYYY-MM-DD') as "firstDay",
       to_char(s.last_day, 'YYYY-MM-DD') as "lastDay",
       (select max(l.occurred_at) from statement_line l where l.statement_id = s.id) as "lastTime"
     from partner_statement s
     where s.partner_id = $1 and s.matched_lines is not null and s.lines = any($2::int[])
       and s.first_day is not null
     order by s.id desc limit 500`,
    [partnerId, PAGE_SIZES],
  );
}

/** Keeps a group, and puts its breaks into it; one that is in another stays there. */
export async function keepGroup(
  sql: Sql,
  { id, partnerId, at }: { id: string; partnerId: string; at: Date },
  { cause, key, explanation, proposal, breakIds }: CauseGroup,
): Promise<void> {
  await sql.rows(
    `with kept as (
       insert into break_group (id, partner_id, cause, cause_key, explanation, proposal, found_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict on constraint break_group_identity do update set
         explanation = excluded.explanation
       returning id
     )
     update reconciliation_break b set group_id = kept.id, proposal = $6
     from kept where b.id = any($8::uuid[]) and b.group_id is null`,
    [id, partnerId, cause, key, explanation, proposal, at, breakIds],
  );
}
