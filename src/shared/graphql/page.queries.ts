import type { Sql } from "../database/sql.js";
import type { Connection, Edge } from "./connection.type.js";
import type { Cursors } from "./cursor.js";
import { pageRequest, type OrderDirection, type PageArgs, type PageRequest } from "./page.type.js";

/** One key of a list's order. The keys together must tell any two rows apart. */
export interface SortKey<Row> {
  /** The column or expression, as in `p.code`. */
  column: string;
  /** Its SQL type, as in `text`. */
  type: string;
  /** A row's value, as text that Postgres reads back exactly. */
  value(row: Row): string;
}

/** A condition with `?` for each of its values. */
export interface Condition {
  sql: string;
  values: readonly unknown[];
}

/** A list that can be paged. All SQL in it is a constant of the program, all values are bound. */
export interface ListQuery<Row> {
  /** Names the list; together with the order it is part of each cursor's signature. */
  name: string;
  /** What is selected, as in `p.id, p.code`. */
  select: string;
  /** Where from, as in `partner p`. */
  from: string;
  where: readonly Condition[];
  order: readonly SortKey<Row>[];
  direction: OrderDirection;
}

/**
 * One page of a list. The place is found by comparing whole rows of keys, so that an index finds it
 * at once however deep it lies, and rows that are inserted meanwhile move nothing.
 * @throws InvalidCursor, InvalidInput
 */
export async function queryPage<Row extends object>(
  sql: Sql,
  cursors: Cursors,
  list: ListQuery<Row>,
  args: PageArgs,
): Promise<Connection<Row>> {
  const request = pageRequest(args);
  const where = [...list.where, ...bounds(list, request, cursors, placeOf(list))];
  const { text, values } = pageStatement(list, where, request);
  const found = await sql.rows<Row>(text, values);
  return pageOfRows(sql, cursors, list, request, found);
}

/** What names a page's rows, and what tells them apart. */
export type PagedList<Row> = Pick<
  ListQuery<Row>,
  "name" | "from" | "where" | "order" | "direction"
>;

/**
 * The page that rows make up, which were read in the order of the request, one more than it asks
 * for where there are more.
 */
export function pageOfRows<Row extends object>(
  sql: Sql,
  cursors: Cursors,
  list: PagedList<Row>,
  request: PageRequest,
  found: readonly Row[],
): Connection<Row> {
  const rows = found.slice(0, request.size);
  if (request.backward) rows.reverse();
  const place = placeOf(list);
  const encode = (row: Row): string =>
    cursors.encode(
      place,
      list.order.map((key) => key.value(row)),
    );
  const edges = rows.map((row) => new RowEdge(row, encode));
  return {
    edges,
    pageInfo: {
      hasNextPage: request.backward ? request.before !== null : found.length > request.size,
      hasPreviousPage: request.backward ? found.length > request.size : request.after !== null,
      get startCursor() {
        return edges.at(0)?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
    totalCount: () => countRows(sql, list),
  };
}

/** Its cursor is signed when somebody asks for it: most lists are read without their edges. */
class RowEdge<Row> implements Edge<Row> {
  readonly node: Row;
  readonly #encode: (row: Row) => string;

  constructor(node: Row, encode: (row: Row) => string) {
    this.node = node;
    this.#encode = encode;
  }

  get cursor(): string {
    return this.#encode(this.node);
  }
}

function placeOf<Row>({ name, order, direction }: PagedList<Row>): string {
  return `${name} ${order.map((key) => key.column).join()} ${direction}`;
}

/** Sums over a list, by an expression. */
export interface TotalsQuery {
  select: string;
  from: string;
  where: readonly Condition[];
  by: string;
}

/** What the rows of a list add up to, in the order of what they are gathered by. */
export function queryTotals<Row extends object>(
  sql: Sql,
  { select, from, where, by }: TotalsQuery,
): Promise<Row[]> {
  const { text, values } = whereClause(where);
  return sql.rows(`select ${select} from ${from} ${text} group by ${by} order by ${by}`, values);
}

/** A condition on the rows that a credential may see; none for one that may see all. */
export function scopedTo(column: string, partnerIds: readonly string[] | null): Condition[] {
  return partnerIds === null ? [] : [{ sql: `${column} = any(?::uuid[])`, values: [partnerIds] }];
}

/** A condition that applies when the client gave a value. */
export function whenGiven<T>(sql: string, value: T | null | undefined): Condition[] {
  return value == null ? [] : [{ sql, values: [value] }];
}

function bounds<Row>(
  { order, direction }: ListQuery<Row>,
  { after, before }: PageRequest,
  cursors: Cursors,
  place: string,
): Condition[] {
  const columns = order.map((key) => key.column).join(", ");
  const marks = order.map((key) => `?::text::${key.type}`).join(", ");
  const [beyond, short] = direction === "ASC" ? [">", "<"] : ["<", ">"];
  const bound = (cursor: string, argument: string, operator: string): Condition => ({
    sql: `(${columns}) ${operator} (${marks})`,
    values: cursors.decode(place, cursor, argument),
  });
  return [
    ...(after === null ? [] : [bound(after, "after", beyond)]),
    ...(before === null ? [] : [bound(before, "before", short)]),
  ];
}

/** One row more than the page holds tells whether there are more. */
function pageStatement<Row>(
  list: ListQuery<Row>,
  where: readonly Condition[],
  { size, backward }: PageRequest,
): { text: string; values: unknown[] } {
  const direction = (list.direction === "ASC") === backward ? "desc" : "asc";
  const order = list.order.map((key) => `${key.column} ${direction}`).join(", ");
  const { text, values } = whereClause(where);
  return {
    text: `select ${list.select} from ${list.from} ${text} order by ${order} limit ${size + 1}`,
    values,
  };
}

async function countRows<Row>(sql: Sql, list: PagedList<Row>): Promise<number> {
  const { text, values } = whereClause(list.where);
  const [row] = await sql.rows<{ count: number }>(
    `select count(*)::integer as count from ${list.from} ${text}`,
    values,
  );
  return row?.count ?? 0;
}

function whereClause(conditions: readonly Condition[]): { text: string; values: unknown[] } {
  if (conditions.length === 0) return { text: "", values: [] };
  let mark = 0;
  const parts = conditions.map(({ sql }) => sql.replaceAll("?", () => `$${(mark += 1)}`));
  const values = conditions.flatMap((condition) => [...condition.values]);
  return { text: `where ${parts.join(" and ")}`, values };
}
