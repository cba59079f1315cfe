import type { Client } from "pg";

/** A connection of a verification's own. */
export type VerifySession = Pick<Client, "query" | "end">;

/** A verification takes one core of Postgres for each of its connections, and no locks. */
export async function prepareVerifySession(on: VerifySession): Promise<void> {
  await on.query(
    "set max_parallel_workers_per_gather = 0; set jit = off; set timezone = 'UTC'; " +
      "set statement_timeout = 0",
  );
}

/**
 * Runs reads that must see one moment of the ledger. Each part of a verification has a moment of
 * its own: what holds at every commit holds at each of them, while one snapshot for all of it would
 * keep Postgres from clearing away the old versions of rows that posting updates, until its end.
 */
export async function inSnapshot<T>(on: VerifySession, read: () => Promise<T>): Promise<T> {
  await on.query("begin isolation level repeatable read read only");
  try {
    const result = await read();
    await on.query("commit");
    return result;
  } catch (error) {
    await on.query("rollback").catch(() => undefined);
    throw error;
  }
}
