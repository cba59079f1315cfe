import type { PartnerScope } from "../shared/commands/actor.js";
import type { Sql } from "../shared/database/sql.js";
import type { Span } from "./contract.rules.js";

/** A contract as it is read. */
export interface ContractRow extends Span {
  id: string;
  partnerId: string;
  code: string;
  currency: string;
  effectiveFrom: string;
  effectiveTo: string | null;
  timeZone: string;
  version: number;
  createdAt: Date;
}

export const CONTRACT_COLUMNS = `c.id, c.partner_id as "partnerId", c.code, c.currency,
  c.effective_from::text as "effectiveFrom", c.effective_to::text as "effectiveTo",
  c.time_zone as "timeZone", c.starts_at as "startsAt", c.ends_at as "endsAt", c.version,
  c.created_at as "createdAt"`;

export function contractsById(
  sql: Sql,
  scope: PartnerScope,
  ids: readonly string[],
): Promise<ContractRow[]> {
  return sql.rows(
    `select ${CONTRACT_COLUMNS} from contract c
     where c.id = any($1::uuid[]) and ($2::uuid[] is null or c.partner_id = any($2))`,
    [ids, scope],
  );
}

/** All contracts of some partners, each partner's in the order in which they apply. */
export function contractsOfPartners(
  sql: Sql,
  scope: PartnerScope,
  partnerIds: readonly string[],
): Promise<ContractRow[]> {
  return sql.rows(
    `select ${CONTRACT_COLUMNS} from contract c
     where c.partner_id = any($1::uuid[]) and ($2::uuid[] is null or c.partner_id = any($2))
     order by c.starts_at, c.id`,
    [partnerIds, scope],
  );
}
