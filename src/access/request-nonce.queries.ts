import type { Redis } from "ioredis";
import type { Sql } from "../shared/database/sql.js";

/** Takes each nonce of a key once. */
export interface NonceStore {
  /** @returns whether nobody took it before */
  take(keyId: string, nonce: string, now: Date, keptUntil: Date): Promise<boolean>;
}

/** Nonces in Postgres; those that are of no use any more go with the next ones. */
export function nonceTable(sql: Sql): NonceStore {
  return {
    async take(keyId, nonce, now, keptUntil) {
      const rows = await sql.rows(
        `with old as (delete from request_nonce where ctid in
           (select ctid from request_nonce where kept_until < $3 limit 100 for update skip locked))
         insert into request_nonce (key_id, nonce, kept_until) values ($1, $2, $4)
         on conflict do nothing returning nonce`,
        [keyId, nonce, now, keptUntil],
      );
      return rows.length > 0;
    },
  };
}

/** Nonces in Redis, which forgets them by itself. One that fails lets nobody in. */
export function nonceCache(redis: Redis): NonceStore {
  return {
    async take(keyId, nonce, now, keptUntil) {
      const ms = Math.max(1, keptUntil.getTime() - now.getTime());
      return (await redis.set(`tutti:nonce:${keyId}:${nonce}`, "1", "PX", ms, "NX")) === "OK";
    },
  };
}
