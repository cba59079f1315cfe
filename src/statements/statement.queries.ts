import type { PartnerScope } from "../shared/commands/actor.js";
import type { Sql } from "../shared/database/sql.js";
import type { ChainHead } from "./statement.rules.js";
import type { Subtree } from "./statement-tree.js";

/** A statement as it is kept. */
export interface StatementRow {
  id: string;
  settlementId: string;
  partnerId: string;
  contractId: string;
  number: string;
  revision: number;
  replacesId: string | null;
  closing: number;
  adjustments: number;
  currency: string;
  firstDay: string;
  lastDay: string;
  dueOn: string;
  dueMinor: bigint;
  transactions: bigint;
  issuedAt: Date;
  keyId: string;
  /** Where the contract's statement before ended; null for a first one. */
  priorHeads: ChainHead[] | null;
  /** The signed statement in its canonical form. */
  content: string;
  /** Of exactly these bytes. */
  sha256: Buffer;
}

export const STATEMENT_COLUMNS = `t.id, t.settlement_id as "settlementId",
  t.partner_id as "partnerId", t.contract_id as "contractId", t.number, t.revision,
  t.replaces_id as "replacesId", t.closing, t.adjustments, t.currency,
  t.first_day::text as "firstDay", t.last_day::text as "lastDay", t.due_on::text as "dueOn",
  t.due_minor as "dueMinor", t.transactions, t.issued_at as "issuedAt", t.key_id as "keyId",
  t.prior_heads as "priorHeads", t.content, t.sha256`;

/** The statements with these ids that the scope shows, in no order. */
export function statementsById(
  sql: Sql,
  scope: PartnerScope,
  ids: readonly string[],
): Promise<StatementRow[]> {
  return sql.rows(
    `select ${STATEMENT_COLUMNS} from statement t
     where t.id = any($1::uuid[]) and ($2::uuid[] is null or t.partner_id = any($2))`,
    [ids, scope],
  );
}

/** The statements of settlements, each settlement's newest first. */
export function statementsOfSettlements(
  sql: Sql,
  scope: PartnerScope,
  settlementIds: readonly string[],
): Promise<StatementRow[]> {
  return sql.rows(
    `select ${STATEMENT_COLUMNS} from statement t
     where t.settlement_id = any($1::uuid[]) and ($2::uuid[] is null or t.partner_id = any($2))
     order by t.settlement_id, t.revision desc`,
    [settlementIds, scope],
  );
}

const INSERT = `
insert into statement (id, settlement_id, partner_id, contract_id, number, revision, replaces_id,
  closing, adjustments, currency, first_day, last_day, due_on, due_minor, transactions, issued_at,
  key_id, prior_heads, content, sha256)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`;

export async function insertStatement(sql: Sql, row: StatementRow): Promise<void> {
  await sql.rows(INSERT, [
    row.id,
    row.settlementId,
    row.partnerId,
    row.contractId,
    row.number,
    row.revision,
    row.replacesId,
    row.closing,
    row.adjustments,
    row.currency,
    row.firstDay,
    row.lastDay,
    row.dueOn,
    row.dueMinor,
    row.transactions,
    row.issuedAt,
    row.keyId,
    row.priorHeads && JSON.stringify(row.priorHeads),
    row.content,
    row.sha256,
  ]);
}

export async function insertSubtrees(
  sql: Sql,
  statementId: string,
  subtrees: readonly Subtree[],
): Promise<void> {
  if (subtrees.length === 0) return;
  await sql.rows(
    `insert into statement_subtree (statement_id, number, first_posted_at, first_id, hash)
     select $1, u.n - 1, u.at, u.id, decode(u.hash, 'hex')
     from unnest($2::timestamptz[], $3::uuid[], $4::text[]) with ordinality
       as u (at, id, hash, n)`,
    [
      statementId,
      subtrees.map(({ first }) => first.postedAt),
      subtrees.map(({ first }) => first.id),
      subtrees.map(({ hash }) => hash.toString("hex")),
    ],
  );
}

/** The subtrees of a statement's tree, in their order. */
export function subtreesOf(sql: Sql, statementId: string): Promise<Subtree[]> {
  return sql
    .rows<{ postedAt: Date; id: string; hash: Buffer }>(
      `select first_posted_at as "postedAt", first_id as id, hash from statement_subtree
       where statement_id = $1 order by number`,
      [statementId],
    )
    .then((rows) => rows.map(({ postedAt, id, hash }) => ({ first: { postedAt, id }, hash })));
}
