import type { Connection } from "../../shared/graphql/connection.type.js";
import { queryPage, scopedTo, whenGiven, type SortKey } from "../../shared/graphql/page.queries.js";
import type { OrderDirection, PageArgs } from "../../shared/graphql/page.type.js";
import type { LoaderDefinition, RequestContext } from "../../shared/graphql/request-context.js";
import type { QuarantineRule } from "./quarantine.rules.js";

/** What came of a source's input on a day. */
export interface QualityFiguresRow {
  partnerId: string;
  /** YYYY-MM-DD, UTC. */
  day: string;
  documents: number;
  refusedDocuments: number;
  transactions: bigint;
  posted: bigint;
  refused: bigint;
  quarantined: number;
  waiting: number;
  rejected: number;
}

const FIGURE_COLUMNS = `f.partner_id as "partnerId", f.day::text as day, f.documents,
  f.refused_documents as "refusedDocuments", f.transactions::bigint, f.posted::bigint,
  f.refused::bigint, f.quarantined, f.waiting, f.rejected`;

const DAY: SortKey<QualityFiguresRow> = { column: "f.day", type: "date", value: (row) => row.day };
const OF_PARTNER: SortKey<QualityFiguresRow> = {
  column: "f.partner_id",
  type: "uuid",
  value: (row) => row.partnerId,
};

export interface FiguresFilter {
  partnerId?: string | null;
  from?: string | null;
  to?: string | null;
}

/** Figures by source and day, the newest day first. */
export function pageOfFigures(
  ctx: RequestContext,
  filter: FiguresFilter,
  direction: OrderDirection,
  page: PageArgs,
): Promise<Connection<QualityFiguresRow>> {
  const list = {
    name: "quality figures",
    select: FIGURE_COLUMNS,
    from: "quality_day f",
    where: [
      ...scopedTo("f.partner_id", ctx.scope),
      ...whenGiven("f.partner_id = ?::uuid", filter.partnerId),
      ...whenGiven("f.day >= ?::date", filter.from),
      ...whenGiven("f.day <= ?::date", filter.to),
    ],
    order: [DAY, OF_PARTNER],
    direction,
  };
  return queryPage(ctx.sql, ctx.cursors, list, page);
}

/** A partner, as what it sends is seen. */
export interface SourceRow {
  partnerId: string;
  code: string;
  adapter: string | null;
  rulesVersion: number | null;
  lastArrivalAt: Date | null;
  lateSince: Date | null;
  waiting: number;
}

const SOURCES = `partner p
  left join lateral (select adapter from adapter_activation where partner_id = p.id
    order by id desc limit 1) act on true
  left join lateral (select max(version) as version from quality_rules
    where partner_id = p.id) r on true
  left join lateral (select arrived_at from arrival where partner_id = p.id
    order by id desc limit 1) arr on true
  left join alert l on l.kind = 'SOURCE_LATE' and l.subject = p.id::text and l.state = 'RAISED'
  left join lateral (select count(*)::integer as waiting from quarantine_item
    where partner_id = p.id and state in ('OPEN', 'AWAITING_APPROVAL', 'RELEASED')) q on true`;

const CODE: SortKey<SourceRow> = { column: "p.code", type: "text", value: (row) => row.code };

/** The sources, by their codes. */
export function pageOfSources(
  ctx: RequestContext,
  filter: { codes?: readonly string[] | null; isLate?: boolean | null },
  direction: OrderDirection,
  page: PageArgs,
): Promise<Connection<SourceRow>> {
  const list = {
    name: "sources",
    select: `p.id as "partnerId", p.code, act.adapter, r.version as "rulesVersion",
      arr.arrived_at as "lastArrivalAt", l.raised_at as "lateSince", q.waiting`,
    from: SOURCES,
    where: [
      ...scopedTo("p.id", ctx.scope),
      ...whenGiven("p.code = any(?::text[])", filter.codes),
      ...whenGiven("(l.id is not null) = ?::boolean", filter.isLate),
    ],
    order: [CODE],
    direction,
  };
  return queryPage(ctx.sql, ctx.cursors, list, page);
}

interface DayOfSource {
  partnerId: string;
  day: string;
}

interface ByRule extends DayOfSource {
  rule: QuarantineRule;
  items: number;
}

/** How many items each rule held, by source and day. */
export const itemsByRule: LoaderDefinition<string, ByRule[]> = {
  name: "quarantine items by rule",
  async read(ctx, keys) {
    const days = keys.map((key) => key.split(" "));
    const rows = await ctx.sql.rows<ByRule>(
      `select q.partner_id as "partnerId", u.day::text as day, q.rule, count(*)::integer as items
       from unnest($1::uuid[], $2::date[]) as u (partner_id, day)
       join quarantine_item q on q.partner_id = u.partner_id
         and q.quarantined_at >= u.day::timestamp at time zone 'UTC'
         and q.quarantined_at < (u.day + 1)::timestamp at time zone 'UTC'
       group by 1, 2, 3 order by 4 desc, 3`,
      [days.map(([partnerId]) => partnerId), days.map(([, day]) => day)],
    );
    return keys.map((key) => rows.filter((row) => dayKey(row) === key));
  },
};

/** A source and day, as the loader names them. */
export function dayKey({ partnerId, day }: DayOfSource): string {
  return `${partnerId} ${day}`;
}
