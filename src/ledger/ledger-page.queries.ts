import type { PartnerScope } from "../shared/commands/actor.js";
import type { Sql } from "../shared/database/sql.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import { gatheredBy } from "../shared/graphql/loaders.js";
import {
  pageOfRows,
  queryPage,
  scopedTo,
  whenGiven,
  type SortKey,
} from "../shared/graphql/page.queries.js";
import { pageRequest, type OrderDirection, type PageArgs } from "../shared/graphql/page.type.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import type { AccountType, EntryType } from "./account.type.js";
import type { TransactionType } from "./transaction.type.js";

export type AccountRow = AccountType;
export type TransactionRecord = TransactionType;
export type EntryRecord = EntryType;

const ACCOUNT_COLUMNS = `a.id::text as id, a.partner_id as "partnerId", a.purpose, a.reference,
  a.currency, a.normal_side as "normalSide", a.state, a.floor_minor as "floorMinor", a.balance,
  a.pending_debit as "pendingDebit", a.pending_credit as "pendingCredit", a.version,
  nullif(a.posted_at, '-infinity') as "lastPostedAt", a.created_at as "createdAt"`;

export interface AccountFilter {
  partnerId?: string | null;
  currency?: string | null;
  purpose?: string | null;
}

const ACCOUNT_ID: SortKey<AccountRow> = { column: "a.id", type: "bigint", value: (row) => row.id };

/** A page of the accounts that the credential may see, in the order in which they were opened. */
export function pageOfAccounts(
  ctx: RequestContext,
  filter: AccountFilter,
  direction: OrderDirection,
  page: PageArgs,
): Promise<Connection<AccountRow>> {
  const list = {
    name: "accounts",
    select: ACCOUNT_COLUMNS,
    from: "account a",
    where: [
      ...scopedTo("a.partner_id", ctx.scope),
      ...whenGiven("a.partner_id = ?::uuid", filter.partnerId),
      ...whenGiven("a.currency = ?", filter.currency),
      ...whenGiven("a.purpose = ?", filter.purpose),
    ],
    order: [ACCOUNT_ID],
    direction,
  };
  return queryPage(ctx.sql, ctx.cursors, list, page);
}

export function accountsById(sql: Sql, scope: PartnerScope, ids: readonly string[]) {
  return sql.rows<AccountRow>(
    `select ${ACCOUNT_COLUMNS} from account a
     where a.id = any($1::bigint[]) and ($2::uuid[] is null or a.partner_id = any($2))`,
    [ids, scope],
  );
}

/** All accounts of some partners, each partner's in the order in which they were opened. */
export function accountsOfPartners(sql: Sql, scope: PartnerScope, partnerIds: readonly string[]) {
  return sql.rows<AccountRow>(
    `select ${ACCOUNT_COLUMNS} from account a
     where a.partner_id = any($1::uuid[]) and ($2::uuid[] is null or a.partner_id = any($2))
     order by a.id`,
    [partnerIds, scope],
  );
}

const ENTRY_COLUMNS = `e.account_id::text as "accountId", e.version, e.transfer_id as "transferId",
  a.currency, a.normal_side as "normalSide", e.amount, e.balance_after as balance,
  e.pending_debit_after as "pendingDebit", e.pending_credit_after as "pendingCredit",
  e.occurred_at as "occurredAt", e.posted_at as "postedAt"`;

const ENTRY_VERSION: SortKey<EntryRecord> = {
  column: "e.version",
  type: "bigint",
  value: (row) => row.version.toString(),
};

/** A page of one account's entries. The account is one that the credential may see. */
export function pageOfEntries(
  ctx: RequestContext,
  accountId: string,
  direction: OrderDirection,
  page: PageArgs,
): Promise<Connection<EntryRecord>> {
  return queryPage(ctx.sql, ctx.cursors, entriesOf(accountId, direction), page);
}

function entriesOf(accountId: string, direction: OrderDirection) {
  return {
    name: `entries of ${accountId}`,
    select: ENTRY_COLUMNS,
    from: "entry e join account a on a.id = e.account_id",
    where: [{ sql: "e.account_id = ?::bigint", values: [accountId] }],
    order: [ENTRY_VERSION],
    direction,
  };
}

/**
 * The first page, or the last, of each of several accounts' entries, read together. The accounts
 * are such as the credential may see.
 */
export async function outerPagesOfEntries(
  { sql, cursors }: Pick<RequestContext, "sql" | "cursors">,
  accountIds: readonly string[],
  direction: OrderDirection,
  page: PageArgs,
): Promise<Connection<EntryRecord>[]> {
  const request = pageRequest(page);
  const order = (direction === "ASC") === request.backward ? "desc" : "asc";
  const rows = await sql.rows<EntryRecord>(
    `select ${ENTRY_COLUMNS}
     from account a cross join lateral (
       select * from entry where account_id = a.id order by version ${order} limit $2
     ) e
     where a.id = any($1::bigint[]) order by e.version ${order}`,
    [accountIds, request.size + 1],
  );
  const found = gatheredBy(accountIds, rows, (row) => row.accountId);
  return found.map((own, at) =>
    pageOfRows(sql, cursors, entriesOf(accountIds[at] ?? "", direction), request, own),
  );
}

const TRANSACTION_COLUMNS = `t.id, t.partner_id as "partnerId", t.external_id as "externalId",
  t.kind,
  t.type, t.direction, t.amount_minor as "amountMinor", t.currency, t.occurred_at as "occurredAt",
  t.posted_at as "postedAt", t.counterparty, t.reference, t.document_id as "documentId",
  t.related_id as "relatedId", t.details`;

export interface TransactionFilter {
  partnerId?: string | null;
  externalId?: string | null;
  type?: string | null;
  direction?: string | null;
  currency?: string | null;
  postedFrom?: Date | null;
  postedBefore?: Date | null;
}

const POSTED: SortKey<TransactionRecord>[] = [
  { column: "t.posted_at", type: "timestamptz", value: (row) => row.postedAt.toISOString() },
  { column: "t.id", type: "uuid", value: (row) => row.id },
];

/** A page of the transactions that the credential may see, by the time of their posting. */
export function pageOfTransactions(
  ctx: RequestContext,
  filter: TransactionFilter,
  direction: OrderDirection,
  page: PageArgs,
): Promise<Connection<TransactionRecord>> {
  const list = {
    name: "transactions",
    select: TRANSACTION_COLUMNS,
    from: "transaction t",
    where: [
      ...scopedTo("t.partner_id", ctx.scope),
      ...whenGiven("t.partner_id = ?::uuid", filter.partnerId),
      ...whenGiven("t.external_id = ?", filter.externalId),
      ...whenGiven("t.type = ?", filter.type),
      ...whenGiven("t.direction = ?", filter.direction),
      ...whenGiven("t.currency = ?", filter.currency),
      ...whenGiven("t.posted_at >= ?::timestamptz", filter.postedFrom),
      ...whenGiven("t.posted_at < ?::timestamptz", filter.postedBefore),
    ],
    order: POSTED,
    direction,
  };
  return queryPage(ctx.sql, ctx.cursors, list, page);
}

/** What a settlement counts under one name. */
export interface CountedInput {
  partnerId: string;
  /** The first moment of the period in which they count. */
  countedIn: Date;
  type: string;
  direction: string;
  currency: string;
  /** When they occurred: from a moment to before another; null is without end. */
  from: Date | null;
  before: Date | null;
  /** None was posted more than a day before; null where that is not known. */
  begunAt: Date | null;
}

const UNDOES = "t.kind in ('REVERSAL', 'ROLLBACK') and t.related_id is not null";
const OPPOSITE: Record<string, string> = { IN: "OUT", OUT: "IN" };
/** What undoes another counts when and as that one did. */
const COUNTED_AT = `case when ${UNDOES} then coalesce((select o.occurred_at from transaction o
  where o.id = t.related_id), t.occurred_at) else t.occurred_at end`;

/** A page of the transactions that an input of a settlement is the sum of, the oldest first. */
export function pageOfCounted(
  ctx: RequestContext,
  of: CountedInput,
  page: PageArgs,
): Promise<Connection<TransactionRecord>> {
  const opposite = OPPOSITE[of.direction] ?? of.direction;
  const list = {
    name: "counted",
    select: TRANSACTION_COLUMNS,
    from: "transaction t",
    where: [
      ...scopedTo("t.partner_id", ctx.scope),
      { sql: "t.partner_id = ?::uuid", values: [of.partnerId] },
      { sql: "t.counted_in = ?", values: [of.countedIn] },
      { sql: "t.type = ? and t.currency = ?", values: [of.type, of.currency] },
      {
        sql: `t.direction = case when ${UNDOES} then ? else ? end`,
        values: [opposite, of.direction],
      },
      ...whenGiven(`${COUNTED_AT} >= ?::timestamptz`, of.from),
      ...whenGiven(`${COUNTED_AT} < ?::timestamptz`, of.before),
      ...whenGiven("t.posted_at >= ?::timestamptz - interval '1 day'", of.begunAt),
    ],
    order: POSTED,
    direction: "ASC" as const,
  };
  return queryPage(ctx.sql, ctx.cursors, list, page);
}

export function transactionsById(sql: Sql, scope: PartnerScope, ids: readonly string[]) {
  return sql.rows<TransactionRecord>(
    `select ${TRANSACTION_COLUMNS} from transaction t
     where t.id = any($1::uuid[]) and ($2::uuid[] is null or t.partner_id = any($2))`,
    [ids, scope],
  );
}
