import type { Sql } from "../../shared/database/sql.js";
import type { NumberRange } from "./sequence.rules.js";

/** The rules of a source in one version. */
export interface QualityRulesRow {
  id: string;
  partnerId: string;
  version: number;
  rules: unknown;
  reason: string;
  setBy: string;
  setAt: Date;
}

const COLUMNS = `id, partner_id as "partnerId", version, rules, reason, set_by as "setBy",
  set_at as "setAt"`;

/** The rules in force, null where there are none. */
export async function newestRules(sql: Sql, partnerId: string): Promise<QualityRulesRow | null> {
  const [row] = await sql.rows<QualityRulesRow>(
    `select ${COLUMNS} from quality_rules where partner_id = $1 order by version desc limit 1`,
    [partnerId],
  );
  return row ?? null;
}

/** All versions, the newest first. */
export function rulesHistory(sql: Sql, partnerId: string): Promise<QualityRulesRow[]> {
  return sql.rows(
    `select ${COLUMNS} from quality_rules where partner_id = $1 order by version desc limit 1000`,
    [partnerId],
  );
}

/** Keeps the next version. @returns it, or null when another one took the number just now */
export async function insertRules(
  sql: Sql,
  rules: Omit<QualityRulesRow, "version">,
): Promise<QualityRulesRow | null> {
  const { id, partnerId, reason, setBy, setAt } = rules;
  const [row] = await sql.rows<QualityRulesRow>(
    `insert into quality_rules (id, partner_id, version, rules, reason, set_by, set_at)
     select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6
     from quality_rules where partner_id = $2
     on conflict on constraint quality_rules_version do nothing returning ${COLUMNS}`,
    [id, partnerId, JSON.stringify(rules.rules), reason, setBy, setAt],
  );
  return row ?? null;
}

/** A row's key under a rule about duplicates. */
export interface QualityKey {
  key: Buffer;
  externalId: string;
}

/**
 * Keeps keys that are new, or were seen before the cutoff, and answers for each which transaction
 * has it. Keys come once each.
 */
export async function claimKeys(
  sql: Sql,
  { partnerId, ruleId }: { partnerId: string; ruleId: string },
  keys: readonly QualityKey[],
  { now, cutoff }: { now: Date; cutoff: Date },
): Promise<QualityKey[]> {
  const values = [partnerId, ruleId, keys.map((each) => each.key)];
  await sql.rows(
    `insert into quality_key as k (partner_id, rule_id, key, external_id, seen_at)
     select $1, $2, u.key, u.external_id, $5 from unnest($3::bytea[], $4::text[])
       as u (key, external_id) order by u.key
     on conflict (partner_id, rule_id, key) do update
       set external_id = excluded.external_id, seen_at = excluded.seen_at where k.seen_at < $6`,
    [...values, keys.map((each) => each.externalId), now, cutoff],
  );
  return sql.rows(
    `select key, external_id as "externalId" from quality_key
     where partner_id = $1 and rule_id = $2 and key = any($3::bytea[])`,
    values,
  );
}

/** Forgets keys that are no longer looked at. */
export async function forgetKeys(
  sql: Sql,
  { partnerId, ruleId }: { partnerId: string; ruleId: string },
  cutoff: Date,
): Promise<void> {
  await sql.rows(
    "delete from quality_key where partner_id = $1 and rule_id = $2 and seen_at < $3",
    [partnerId, ruleId, cutoff],
  );
}

/** Adds numbers that came to a sequence; answers which are missing between the first and last. */
export async function addToSequence(
  sql: Sql,
  { partnerId, ruleId }: { partnerId: string; ruleId: string },
  ranges: readonly NumberRange[],
): Promise<NumberRange[]> {
  const literal = ranges.map(({ first, last }) => `[${first},${last}]`).join(",");
  const rows = await sql.rows<{ first: string; last: string }>(
    `with kept as (
       insert into quality_sequence as s (partner_id, rule_id, seen)
       values ($1, $2, $3::int8multirange)
       on conflict (partner_id, rule_id) do update set seen = s.seen + excluded.seen
       returning seen)
     select lower(gap)::text as first, (upper(gap) - 1)::text as last
     from kept, unnest(int8multirange(range_merge(seen)) - seen) as gap order by 1 limit 1000`,
    [partnerId, ruleId, `{${literal}}`],
  );
  return rows.map(({ first, last }) => ({ first: BigInt(first), last: BigInt(last) }));
}
