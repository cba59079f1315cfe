import type { Sql } from "../shared/database/sql.js";
import { dayText, type OpenItem, type FoundMatch } from "./item.rules.js";

interface MatchRow {
  line: string | null;
  transaction: string | null;
  group: string | null;
  match: FoundMatch;
  of: OpenItem;
}

/** Keeps matches; of those with several items each pair of places is a row of one group. */
export async function insertMatches(
  sql: Sql,
  partnerId: string,
  matches: readonly (FoundMatch & { id: string })[],
  at: Date,
): Promise<void> {
  const rows = matches.flatMap(rowsOf);
  if (rows.length === 0) return;
  await sql.rows(
    `insert into reconciliation_match (partner_id, line_id, transaction_id, group_id, rule, state,
       day, amount_minor, currency, link, differences, matched_at)
     select $1, u.line_id, u.transaction_id, u.group_id, u.rule, u.state, u.day, u.amount_minor,
       u.currency, u.link, u.differences, $12
     from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::date[],
       $8::bigint[], $9::text[], $10::text[], $11::jsonb[])
       as u (line_id, transaction_id, group_id, rule, state, day, amount_minor, currency, link,
         differences)`,
    [partnerId, ...columnsOf(rows), at],
  );
}

function rowsOf(match: FoundMatch & { id: string }): MatchRow[] {
  const { ours, theirs } = match;
  const isPair = ours.length === 1 && theirs.length === 1;
  const rows = Math.max(ours.length, theirs.length);
  return Array.from({ length: rows }, (_, index): MatchRow[] => {
    const [line, transaction] = [theirs[index] ?? null, ours[index] ?? null];
    const of = line ?? transaction;
    if (!of) return [];
    const group = isPair ? null : match.id;
    return [{ line: line?.id ?? null, transaction: transaction?.id ?? null, group, match, of }];
  }).flat();
}

function columnsOf(rows: readonly MatchRow[]): unknown[][] {
  return [
    rows.map(({ line }) => line),
    rows.map(({ transaction }) => transaction),
    rows.map(({ group }) => group),
    rows.map(({ match }) => match.rule),
    rows.map(({ match }) => match.state),
    rows.map(({ of }) => dayText(of.day)),
    rows.map(({ of }) => of.amountMinor),
    rows.map(({ of }) => of.currency),
    rows.map(({ of }) => of.link),
    rows.map(({ match }) =>
      match.differences.length === 0 ? null : JSON.stringify(match.differences),
    ),
  ];
}
