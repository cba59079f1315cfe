import type { Sql } from "../shared/database/sql.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import { queryPage, whenGiven } from "../shared/graphql/page.queries.js";
import type { OrderDirection, PageArgs } from "../shared/graphql/page.type.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import type { RateName } from "./exchange-rate.errors.js";
import type { QuotedRate } from "./exchange-rate.rules.js";

/** A rate as it is read. */
export interface ExchangeRateRow extends RateName, QuotedRate {
  revision: number;
  reason: string | null;
  publishedBy: string;
  publishedAt: Date;
}

const COLUMNS = `r.source, r.currency, r.quote, r.day::text as day, r.rate::text as rate,
  r.revision, r.reason, r.published_by as "publishedBy", r.published_at as "publishedAt"`;

/** What a source has said of a day. */
export function ratesOfDay(sql: Sql, source: string, day: string): Promise<ExchangeRateRow[]> {
  return sql.rows(
    `select ${COLUMNS} from exchange_rate r where r.source = $1 and r.day = $2::date
     order by r.currency, r.quote`,
    [source, day],
  );
}

export interface Publication {
  source: string;
  day: string;
  by: string;
  at: Date;
}

export async function insertRates(
  sql: Sql,
  { source, day, by, at }: Publication,
  rates: readonly QuotedRate[],
): Promise<void> {
  await sql.rows(
    `insert into exchange_rate (source, currency, quote, day, rate, published_by, published_at)
     select $1, currency, quote, $2::date, rate, $3, $4
     from unnest($5::text[], $6::text[], $7::numeric[]) r (currency, quote, rate)`,
    [
      source,
      day,
      by,
      at,
      rates.map(({ currency }) => currency),
      rates.map(({ quote }) => quote),
      rates.map(({ rate }) => rate),
    ],
  );
}

export async function replaceRate(
  sql: Sql,
  { source, currency, quote, day }: RateName,
  { rate, reason, by, at }: { rate: string; reason: string; by: string; at: Date },
): Promise<void> {
  await sql.rows(
    `update exchange_rate set rate = $5::numeric, revision = revision + 1, reason = $6,
       published_by = $7, published_at = $8
     where source = $1 and currency = $2 and quote = $3 and day = $4::date`,
    [source, currency, quote, day, rate, reason, by, at],
  );
}

export interface ExchangeRateFilter {
  source?: string | null;
  currency?: string | null;
  quote?: string | null;
  from?: string | null;
  to?: string | null;
}

/** A page of the rates, the newest day first. */
export function pageOfRates(
  ctx: RequestContext,
  filter: ExchangeRateFilter,
  direction: OrderDirection,
  page: PageArgs,
): Promise<Connection<ExchangeRateRow>> {
  const list = {
    name: "exchange rates",
    select: COLUMNS,
    from: "exchange_rate r",
    where: [
      ...whenGiven("r.source = ?", filter.source),
      ...whenGiven("r.currency = ?", filter.currency),
      ...whenGiven("r.quote = ?", filter.quote),
      ...whenGiven("r.day >= ?::date", filter.from),
      ...whenGiven("r.day <= ?::date", filter.to),
    ],
    order: [
      { column: "r.day", type: "date", value: (row: ExchangeRateRow) => row.day },
      { column: "r.source", type: "text", value: (row: ExchangeRateRow) => row.source },
      { column: "r.currency", type: "text", value: (row: ExchangeRateRow) => row.currency },
      { column: "r.quote", type: "text", value: (row: ExchangeRateRow) => row.quote },
    ],
    direction,
  };
  return queryPage(ctx.sql, ctx.cursors, list, page);
}
