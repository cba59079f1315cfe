import type { EntityManager } from "@mikro-orm/postgresql";
import { CompiledQuery, type Transaction } from "kysely";
import type pg from "pg";

/** Runs one statement of a *.queries.ts: on the pool, or inside a command's transaction. */
export interface Sql {
  rows<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** What a pool is to those who send it statements. */
export interface Queryable {
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<{ rows: Row[] }>;
}

/** Statements on any connection of the pool, each for itself. */
export function poolSql(pool: Queryable): Sql {
  return {
    rows: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await pool.query<Row>(text, [...values])).rows,
  };
}

/** Statements on one connection: what a session holds, such as an advisory lock, stays with it. */
export function clientSql(client: pg.Client): Sql {
  return {
    rows: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await client.query<Row>(text, [...values])).rows,
  };
}

/**
 * Statements inside the transaction that the EntityManager has open. MikroORM's own `execute`
 * writes the values into the text; here they stay apart from it, as with the pool.
 */
export function transactionSql(em: EntityManager): Sql {
  const transaction = em.getTransactionContext<Transaction<unknown>>();
  if (!transaction) throw new Error("The EntityManager has no transaction open");
  return {
    rows: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await transaction.executeQuery<Row>(CompiledQuery.raw(text, [...values]))).rows,
  };
}
