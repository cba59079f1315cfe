import type { CanonicalTransaction } from "../ingestion/index.js";
import type { Sql } from "../shared/database/sql.js";
import type { DocumentRole } from "./policy.rules.js";
import { signedMinor, type StatementFacts } from "./statement-facts.rules.js";

/** Rows that one statement of SQL writes. */
const CHUNK = 10_000;

/** The ids of a document's statements by their place in it, where it came before. */
export async function statementIds(sql: Sql, documentId: string): Promise<Map<number, string>> {
  const rows = await sql.rows<{ ordinal: number; id: string }>(
    "select ordinal, id from partner_statement where document_id = $1",
    [documentId],
  );
  return new Map(rows.map(({ ordinal, id }) => [ordinal, id]));
}

/** A statement's place, and what it is for. */
export interface StatementPlace {
  id: string;
  partnerId: string;
  documentId: string;
  ordinal: number;
  adapter: string;
  role: DocumentRole;
  /** Whether its lines are held against the ledger. */
  matches: boolean;
  at: Date;
}

/** Keeps a statement; its lines are there already. */
export async function insertStatement(
  sql: Sql,
  place: StatementPlace,
  facts: StatementFacts,
): Promise<void> {
  await sql.rows(
    `insert into partner_statement (id, partner_id, document_id, ordinal, adapter, role, name,
       account, currency, sequence, is_interim, first_day, last_day, opening_minor, closing_minor,
       turnover_minor, net_minor, check_status, difference_minor, balances, content_hash,
       arrived_at, lines, matched_lines)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
       $20, $21, $22, l.lines, case when $23 then 0 end
     from (select count(*) as lines from statement_line where statement_id = $1) l
     on conflict on constraint partner_statement_identity do nothing`,
    [
      place.id,
      place.partnerId,
      place.documentId,
      place.ordinal,
      place.adapter,
      place.role,
      facts.name,
      facts.account,
      facts.currency,
      facts.sequence,
      facts.isInterim,
      facts.firstDay,
      facts.lastDay,
      facts.openingMinor,
      facts.closingMinor,
      facts.turnoverMinor,
      facts.netMinor,
      facts.checkStatus,
      facts.differenceMinor,
      facts.balances,
      facts.contentHash,
      place.at,
      place.matches,
    ],
  );
}

const INSERT_LINES = `
insert into statement_line (id, partner_id, statement_id, position, external_id, occurred_at,
  value_day, amount_minor, currency, type, counterparty, reference, bank_reference, remittance)
select u.id, $1, $2, u.position, u.external_id, u.occurred_at, u.value_day, u.amount_minor,
  u.currency, u.type, u.counterparty, u.reference, u.bank_reference, u.remittance
from unnest($3::uuid[], $4::integer[], $5::text[], $6::timestamptz[], $7::date[], $8::bigint[],
  $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[])
  as u (id, position, external_id, occurred_at, value_day, amount_minor, currency, type,
    counterparty, reference, bank_reference, remittance)
on conflict on constraint statement_line_identity do nothing`;

/** Keeps a statement's lines; those that are known stay with the statement that they came in. */
export async function insertLines(
  sql: Sql,
  partnerId: string,
  statementId: string,
  lines: readonly (CanonicalTransaction & { id: string })[],
): Promise<void> {
  for (let start = 0; start < lines.length; start += CHUNK) {
    const chunk = lines.slice(start, start + CHUNK);
    await sql.rows(INSERT_LINES, [partnerId, statementId, ...columnsOf(chunk)]);
  }
}

function columnsOf(lines: readonly (CanonicalTransaction & { id: string })[]): unknown[][] {
  return [
    lines.map(({ id }) => id),
    lines.map(({ position }) => position),
    lines.map(({ externalId }) => externalId),
    lines.map(({ occurredAt }) => occurredAt.toISOString()),
    lines.map(({ valueDate }) => valueDate ?? null),
    lines.map((line) => signedMinor(line)),
    lines.map(({ currency }) => currency),
    lines.map(({ type }) => type),
    lines.map(({ counterparty }) => counterparty ?? null),
    lines.map(({ reference }) => reference ?? null),
    lines.map(({ bankReference }) => bankReference ?? null),
    lines.map(({ remittance }) => remittance ?? null),
  ];
}

/** Keeps the account that a document's rows are of. */
export async function keepAccount(sql: Sql, documentId: string, account: string): Promise<void> {
  await sql.rows(
    `insert into document_account (document_id, account) values ($1, $2)
     on conflict (document_id) do update set account = excluded.account`,
    [documentId, account],
  );
}

/** A posted row whose day or account the ledger would not know. */
export interface RowDay {
  externalId: string;
  account: string;
  day: string;
}

/** Keeps the days and accounts of rows that are about to be posted. */
export async function keepRowDays(sql: Sql, partnerId: string, rows: readonly RowDay[]) {
  for (let start = 0; start < rows.length; start += CHUNK) {
    const chunk = rows.slice(start, start + CHUNK);
    await sql.rows(
      `insert into row_value_day (partner_id, external_id, account, day)
       select $1, u.external_id, u.account, u.day
       from unnest($2::text[], $3::text[], $4::date[]) as u (external_id, account, day)
       on conflict do nothing`,
      [
        partnerId,
        chunk.map(({ externalId }) => externalId),
        chunk.map(({ account }) => account),
        chunk.map(({ day }) => day),
      ],
    );
  }
}
