import type { Sql } from "../shared/database/sql.js";

export interface DueHold {
  id: string;
  partnerId: string | null;
  currency: string;
  expiresAt: Date;
}

/** Holds that are still pending past their time, the oldest first. */
export function readDueHolds(sql: Sql, now: Date, limit: number): Promise<DueHold[]> {
  return sql.rows<DueHold>(
    `select id, partner_id as "partnerId", currency, expires_at as "expiresAt" from hold
     where state = 'PENDING' and expires_at <= $1 order by expires_at limit $2`,
    [now, limit],
  );
}
