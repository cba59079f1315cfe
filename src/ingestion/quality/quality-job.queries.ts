import type { Sql } from "../../shared/database/sql.js";

/** When something of a source came last; its rules where it has ever sent nothing. */
export interface SourceFreshness {
  partnerId: string;
  everyMinutes: number;
  /** Of the newest arrival; null when nothing came since the rule was set. */
  arrivalId: string | null;
  since: Date;
}

/** The sources that have a rule about freshness, with what came of them last. */
export function freshnessOfSources(
  sql: Sql,
  partnerId: string | null = null,
): Promise<SourceFreshness[]> {
  return sql.rows(
    `select r.partner_id as "partnerId", min((rule->>'everyMinutes')::integer) as "everyMinutes",
       a.id as "arrivalId", greatest(a.arrived_at, r.set_at) as since
     from (select distinct on (partner_id) * from quality_rules order by partner_id, version desc) r
     cross join jsonb_array_elements(r.rules) rule
     left join lateral (select id, arrived_at from arrival where partner_id = r.partner_id
       order by id desc limit 1) a on true
     where rule->>'kind' = 'FRESHNESS' and ($1::uuid is null or r.partner_id = $1)
     group by r.partner_id, a.id, a.arrived_at, r.set_at`,
    [partnerId],
  );
}
