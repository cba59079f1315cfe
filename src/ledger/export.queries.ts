import type { Sql } from "../shared/database/sql.js";
import type { ExportOrder } from "./export-transactions.js";

/** A transaction as it is exported: texts, in the order of the columns. */
export interface ExportedRow {
  id: string;
  partner: string | null;
  externalId: string;
  kind: string;
  type: string;
  direction: string;
  amountMinor: string;
  currency: string;
  occurredAt: string;
  postedAt: string;
  counterparty: string | null;
  reference: string | null;
}

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

/** Ids are given in the order of time, and each partition has its own: a page is a short scan. */
const PAGE = `
select t.id, p.code as partner, t.external_id as "externalId", t.kind, t.type, t.direction,
  t.amount_minor::text as "amountMinor", t.currency,
  to_char(t.occurred_at at time zone 'UTC', ${ISO}) as "occurredAt",
  to_char(t.posted_at at time zone 'UTC', ${ISO}) as "postedAt", t.counterparty, t.reference
from transaction t left join partner p on p.id = t.partner_id
where t.id > $1::uuid and ($2::uuid[] is null or t.partner_id = any($2))
  and ($3::uuid is null or t.partner_id = $3) and ($4::text is null or t.currency = $4)
  and ($5::timestamptz is null or t.posted_at >= $5) and t.posted_at < $6::timestamptz
order by t.id limit $7`;

const FIRST = "00000000-0000-0000-0000-000000000000";

/**
 * The transactions of an export, a page at a time and each in a statement of its own: a download
 * that takes hours keeps no snapshot. The next page is read while one is being sent.
 */
export async function* pagesOfExport(
  sql: Sql,
  { scope, partnerId, currency, postedFrom, postedBefore }: ExportOrder,
  size: number,
): AsyncGenerator<ExportedRow[], void, undefined> {
  const filter = [scope, partnerId, currency, postedFrom, postedBefore, size];
  const read = (after: string) => sql.rows<ExportedRow>(PAGE, [after, ...filter]);
  let next = read(FIRST);
  for (;;) {
    const page = await next;
    const last = page.at(-1);
    if (!last) return;
    const isLast = page.length < size;
    if (!isLast) {
      next = read(last.id);
      next.catch(() => undefined); // its failure is seen when it is awaited
    }
    yield page;
    if (isLast) return;
  }
}
