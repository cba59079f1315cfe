import type { PartnerScope } from "../../shared/commands/actor.js";
import type { Sql } from "../../shared/database/sql.js";
import type { ErrorCode } from "../../shared/errors.js";
import type { RefusalCode } from "../adapters/index.js";
import type { Held, HeldRow, QuarantineKind, QuarantineState } from "./quarantine.rules.js";

/** An item of the quarantine as it is read. */
export interface QuarantineRow extends Omit<Held, "identity" | "refusalCode"> {
  id: string;
  partnerId: string;
  documentId: string | null;
  code: ErrorCode;
  refusalCode: RefusalCode | null;
  state: QuarantineState;
  correction: HeldRow | null;
  ignoresRules: boolean;
  correctedById: string | null;
  correctedBy: string | null;
  correctionReason: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  decisionReason: string | null;
  version: number;
  quarantinedAt: Date;
}

export const QUARANTINE_COLUMNS = `q.id, q.partner_id as "partnerId",
  q.document_id as "documentId", q.kind, q.position, q.line, q.rule, q.rule_id as "ruleId", q.code,
  q.refusal_code as "refusalCode", q.field, q.value, q.reason, q.raw, q.row_content as row,
  q.state, q.correction, q.ignores_rules as "ignoresRules", q.corrected_by_id as "correctedById",
  q.corrected_by as "correctedBy", q.correction_reason as "correctionReason",
  q.decided_by as "decidedBy", q.decided_at as "decidedAt",
  q.decision_reason as "decisionReason", q.version, q.quarantined_at as "quarantinedAt"`;

/** Where items come from, and when. */
export interface Quarantining {
  partnerId: string;
  documentId: string | null;
  at: Date;
}

const INSERT = `
insert into quarantine_item (id, partner_id, document_id, kind, identity, position, line, rule,
  rule_id, code, refusal_code, field, value, reason, raw, row_content, state, version,
  quarantined_at)
select distinct on (h.kind, h.identity) h.id, $2, $3, h.kind, h.identity, h.position, h.line,
  h.rule, h."ruleId", h.code, h."refusalCode", h.field, h.value, h.reason, h.raw, h.row, 'OPEN', 1,
  $4
from jsonb_to_recordset($1::jsonb) as h (id uuid, kind text, identity text, position integer,
  line integer, rule text, "ruleId" text, code text, "refusalCode" text, field text, value text,
  reason text, raw text, row jsonb)
on conflict on constraint quarantine_identity do update set
  position = excluded.position, line = excluded.line, rule = excluded.rule,
  rule_id = excluded.rule_id, code = excluded.code, refusal_code = excluded.refusal_code,
  field = excluded.field, value = excluded.value, reason = excluded.reason, raw = excluded.raw,
  row_content = excluded.row_content, state = 'OPEN', version = quarantine_item.version + 1
where quarantine_item.state in ('OPEN', 'CLEARED')`;

/** Items that one statement takes. */
const CHUNK = 1_000;

/** Keeps what is held back; what was held before and is not decided says the newest reason. */
export async function insertHeld(
  sql: Sql,
  { partnerId, documentId, at }: Quarantining,
  held: readonly (Held & { id: string })[],
): Promise<void> {
  for (let start = 0; start < held.length; start += CHUNK) {
    const items = JSON.stringify(held.slice(start, start + CHUNK));
    await sql.rows(INSERT, [items, partnerId, documentId, at]);
  }
}

/** Of a document that is read again: what was open and is no longer held. */
export async function clearItems(
  sql: Sql,
  documentId: string,
  held: readonly Pick<Held, "kind" | "identity">[],
  at: Date,
): Promise<void> {
  await sql.rows(
    `update quarantine_item set state = 'CLEARED', decided_at = $3, version = version + 1
     where document_id = $1 and state = 'OPEN' and kind || ' ' || identity <> all($2::text[])`,
    [documentId, held.map(({ kind, identity }) => `${kind} ${identity}`), at],
  );
}

/** What people decided of a document's items, by kind and identity. */
export interface DecidedItem {
  kind: QuarantineKind;
  identity: string;
  state: QuarantineState;
}

export function decidedItems(sql: Sql, documentId: string): Promise<DecidedItem[]> {
  return sql.rows(
    `select kind, identity, state from quarantine_item
     where document_id = $1 and state not in ('OPEN', 'CLEARED')`,
    [documentId],
  );
}

/** Items that the scope shows, in the order of their ids. */
export function itemsById(
  sql: Sql,
  scope: PartnerScope,
  ids: readonly string[],
): Promise<QuarantineRow[]> {
  return sql.rows(
    `select ${QUARANTINE_COLUMNS} from quarantine_item q
     where q.id = any($1::uuid[]) and ($2::uuid[] is null or q.partner_id = any($2))
     order by q.id`,
    [ids, scope],
  );
}

/** The same, locked until the command ends. */
export function lockItems(
  sql: Sql,
  scope: PartnerScope,
  ids: readonly string[],
): Promise<QuarantineRow[]> {
  return sql.rows(
    `select ${QUARANTINE_COLUMNS} from quarantine_item q
     where q.id = any($1::uuid[]) and ($2::uuid[] is null or q.partner_id = any($2))
     order by q.id for update`,
    [ids, scope],
  );
}

/** A correction that a person proposes. */
export interface Correction {
  correction: HeldRow;
  ignoresRules: boolean;
  by: { id: string; name: string };
  reason: string;
  state: "AWAITING_APPROVAL" | "RELEASED";
}

export async function correctItem(
  sql: Sql,
  id: string,
  { correction, ignoresRules, by, reason, state }: Correction,
): Promise<void> {
  await sql.rows(
    `update quarantine_item set correction = $2, ignores_rules = $3, corrected_by_id = $4,
       corrected_by = $5, correction_reason = $6, state = $7, version = version + 1
     where id = $1`,
    [id, JSON.stringify(correction), ignoresRules, by.id, by.name, reason, state],
  );
}

/** What a person decided. */
export interface Decision {
  state: "RELEASED" | "REJECTED";
  by: string;
  reason: string | null;
  at: Date;
}

export async function decideItems(
  sql: Sql,
  ids: readonly string[],
  { state, by, reason, at }: Decision,
): Promise<void> {
  await sql.rows(
    `update quarantine_item set state = $2, decided_by = $3, decision_reason = $4,
       decided_at = $5, version = version + 1
     where id = any($1::uuid[])`,
    [ids, state, by, reason, at],
  );
}

/** Takes a correction back: the item is open as it was. */
export async function reopenItem(
  sql: Sql,
  id: string,
  { by, reason, at }: Omit<Decision, "state">,
): Promise<void> {
  await sql.rows(
    `update quarantine_item set state = 'OPEN', correction = null, ignores_rules = false,
       decided_by = $2, decision_reason = $3, decided_at = $4, version = version + 1
     where id = $1`,
    [id, by, reason, at],
  );
}

/** What came of posting a released item: no reason is a posted one. */
export interface PostedItem {
  id: string;
  refused: { code: ErrorCode; reason: string } | null;
}

/** Released items that are posted now; those that the ledger refused are open again. */
export async function finishItems(sql: Sql, items: readonly PostedItem[]): Promise<void> {
  await sql.rows(
    `with ended as (
       update quarantine_item q set
         state = case when u.code is null then 'POSTED' else 'OPEN' end,
         rule = case when u.code is null then q.rule else 'LEDGER' end,
         code = coalesce(u.code, q.code), reason = coalesce(u.reason, q.reason),
         version = q.version + 1
       from unnest($1::uuid[], $2::text[], $3::text[]) as u (id, code, reason)
       where q.id = u.id and q.state = 'RELEASED'
       returning q.document_id, q.state)
     update document d set posted = d.posted + e.items, refused = d.refused - e.items,
       state = case when d.refused = e.items then 'POSTED' else d.state end
     from (select document_id, count(*)::integer as items from ended where state = 'POSTED'
       group by document_id) e
     where d.id = e.document_id and d.refused >= e.items and d.state = 'PARTIAL'`,
    [
      items.map(({ id }) => id),
      items.map(({ refused }) => refused?.code ?? null),
      items.map(({ refused }) => refused?.reason ?? null),
    ],
  );
}

/** Items that were released and, after a crash, not posted. */
export function itemsLeft(
  sql: Sql,
  before: Date,
): Promise<{ id: string; partnerId: string; version: number }[]> {
  return sql.rows(
    `select id, partner_id as "partnerId", version from quarantine_item
     where state = 'RELEASED' and greatest(decided_at, quarantined_at) < $1 order by id limit 500`,
    [before],
  );
}

/** Says anew why items are held. */
export async function updateReasons(
  sql: Sql,
  held: readonly (Pick<Held, "rule" | "ruleId" | "code" | "field" | "value" | "reason"> & {
    id: string;
  })[],
): Promise<void> {
  await sql.rows(
    `update quarantine_item q set rule = h.rule, rule_id = h."ruleId", code = h.code,
       field = h.field, value = h.value, reason = h.reason, version = q.version + 1
     from jsonb_to_recordset($1::jsonb) as h (id uuid, rule text, "ruleId" text, code text,
       field text, value text, reason text)
     where q.id = h.id`,
    [JSON.stringify(held)],
  );
}
