import type pg from "pg";

/**
 * Gives connections back to a pool that broke while a transaction held them. The query builder
 * gives one back once its rollback is done, and on a broken connection no rollback is ever done:
 * after as many breaks as there are connections nobody would get one any more.
 */
export function returnLost(pool: pg.Pool): void {
  const lent = new Set<pg.PoolClient>();
  pool.on("acquire", (client) => lent.add(client));
  pool.on("release", (_error, client) => lent.delete(client));
  pool.on("connect", (client) => {
    // A turn later: whoever waits for a single query gives it back by itself.
    client.once("end", () =>
      setImmediate(() => {
        if (lent.has(client)) client.release(true);
      }),
    );
  });
}
