import type { PartnerScope } from "../shared/commands/actor.js";
import type { Sql } from "../shared/database/sql.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import { queryPage, scopedTo, whenGiven, type SortKey } from "../shared/graphql/page.queries.js";
import type { OrderDirection, PageArgs } from "../shared/graphql/page.type.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import type { Refusal } from "./adapters/index.js";
import { totalOf, type StoredTotal } from "./document.queries.js";
import {
  MAX_LISTED_REFUSALS,
  type DocumentState,
  type DocumentTotal,
  type RefusedTransaction,
} from "./document.rules.js";

/** A document as it is read. */
export interface DocumentRow {
  id: string;
  partnerId: string;
  name: string;
  sha256: string;
  state: DocumentState;
  adapter: string;
  format: string | null;
  messageIds: string[];
  transactions: number;
  unposted: number;
  posted: number;
  refused: number;
  totals: DocumentTotal[];
  refusal: Refusal | null;
  refusedTransactions: RefusedTransaction[];
  receivedFrom: string;
  receivedAt: Date;
  finishedAt: Date | null;
}

type StoredDocument = Omit<DocumentRow, "totals"> & { totals: StoredTotal[] };

const IN_QUARANTINE = `
  select coalesce(jsonb_agg(jsonb_build_object('position', q.position, 'externalId',
    coalesce(q.row_content->>'externalId', ''), 'code', q.code, 'reason', q.reason)
    order by q.position), '[]')
  from (select * from quarantine_item where document_id = d.id and kind <> 'DOCUMENT'
    and state not in ('POSTED', 'CLEARED') order by position limit ${MAX_LISTED_REFUSALS}) q`;

const DOCUMENT_COLUMNS = `d.id, d.partner_id as "partnerId", d.name,
  encode(d.sha256, 'hex') as sha256, d.state, d.adapter, d.format, d.message_ids as "messageIds",
  d.transactions, d.unposted, d.posted, d.refused, d.totals, d.refusal,
  case when d.refused = 0 then '[]' else (${IN_QUARANTINE}) end as "refusedTransactions",
  a.actor_name as "receivedFrom", d.received_at as "receivedAt", d.finished_at as "finishedAt"`;
const DOCUMENTS = "document d join arrival a on a.id = d.arrival_id";

function documentOf(stored: StoredDocument): DocumentRow {
  return { ...stored, totals: stored.totals.map(totalOf) };
}

export async function documentsById(
  sql: Sql,
  scope: PartnerScope,
  ids: readonly string[],
): Promise<DocumentRow[]> {
  const rows = await sql.rows<StoredDocument>(
    `select ${DOCUMENT_COLUMNS} from ${DOCUMENTS}
     where d.id = any($1::uuid[]) and ($2::uuid[] is null or d.partner_id = any($2))`,
    [ids, scope],
  );
  return rows.map(documentOf);
}

export interface DocumentFilter {
  partnerId?: string | null;
  state?: DocumentState | null;
  adapter?: string | null;
  receivedFrom?: Date | null;
  receivedBefore?: Date | null;
}

/** An id begins with the time at which the document first came. */
const ID: SortKey<StoredDocument> = { column: "d.id", type: "uuid", value: (row) => row.id };

/** A page of the documents that the credential may see, by the time at which they came. */
export async function pageOfDocuments(
  ctx: RequestContext,
  filter: DocumentFilter,
  direction: OrderDirection,
  page: PageArgs,
): Promise<Connection<DocumentRow>> {
  const list = {
    name: "documents",
    select: DOCUMENT_COLUMNS,
    from: DOCUMENTS,
    where: [
      ...scopedTo("d.partner_id", ctx.scope),
      ...whenGiven("d.partner_id = ?::uuid", filter.partnerId),
      ...whenGiven("d.state = ?", filter.state),
      ...whenGiven("d.adapter = ?", filter.adapter),
      ...whenGiven("d.received_at >= ?", filter.receivedFrom),
      ...whenGiven("d.received_at < ?", filter.receivedBefore),
    ],
    order: [ID],
    direction,
  };
  const { edges, ...rest } = await queryPage<StoredDocument>(ctx.sql, ctx.cursors, list, page);
  return { ...rest, edges: edges.map(({ cursor, node }) => ({ cursor, node: documentOf(node) })) };
}
