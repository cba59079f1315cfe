import type { CalendarDate } from "../shared/calendar.rules.js";
import type { PartnerScope } from "../shared/commands/actor.js";
import type { Sql } from "../shared/database/sql.js";
import { readTerms } from "./read-terms.rules.js";
import type { Terms } from "./terms.rules.js";
import type { VersionTimes } from "./version-state.rules.js";

/** A version of a contract as it is read. */
export interface ContractVersionRow extends VersionTimes {
  contractId: string;
  number: number;
  effectiveFrom: CalendarDate;
  terms: Terms;
  reason: string | null;
  createdBy: string;
  createdAt: Date;
}

/** What is scheduled ends where the next begins, or with the contract; what is cancelled, never. */
const VERSIONS = `
select v.contract_id as "contractId", v.number, v.effective_from::text as "effectiveFrom",
  v.starts_at as "startsAt", v.terms, v.state, v.reason, v.created_by as "createdBy",
  v.created_at as "createdAt",
  case v.state when 'SCHEDULED' then coalesce((
    select min(n.starts_at) from contract_version n where n.contract_id = v.contract_id
      and n.state = 'SCHEDULED' and n.starts_at > v.starts_at), c.ends_at) end as "endsAt"
from contract_version v join contract c on c.id = v.contract_id`;

/** All versions of some contracts, cancelled ones too, in the order of their days. */
export async function versionsOfContracts(
  sql: Sql,
  scope: PartnerScope,
  contractIds: readonly string[],
): Promise<ContractVersionRow[]> {
  const rows = await sql.rows<ContractVersionRow>(
    `${VERSIONS} where c.id = any($1::uuid[]) and ($2::uuid[] is null or c.partner_id = any($2))
     order by v.effective_from, v.number`,
    [contractIds, scope],
  );
  return rows.map((row) => ({ ...row, terms: readTerms(row.terms) }));
}

/** A version that applies or will, with what its contract is. */
export interface AgreedVersion {
  contractId: string;
  partnerId: string;
  code: string;
  currency: string;
  effectiveTo: CalendarDate | null;
  number: number;
  effectiveFrom: CalendarDate;
  terms: Terms;
}

/** The versions agreed on with a partner, or with all, in the order of their days. */
export async function agreedVersions(sql: Sql, partnerId: string | null): Promise<AgreedVersion[]> {
  const rows = await sql.rows<AgreedVersion>(
    `select c.id as "contractId", c.partner_id as "partnerId", c.code, c.currency,
       c.effective_to::text as "effectiveTo", v.number,
       v.effective_from::text as "effectiveFrom", v.terms
     from contract c join contract_version v on v.contract_id = c.id and v.state = 'SCHEDULED'
     where $1::uuid is null or c.partner_id = $1 order by v.effective_from, c.id`,
    [partnerId],
  );
  return rows.map((row) => ({ ...row, terms: readTerms(row.terms) }));
}

/** The number that a contract's next version has; numbers of cancelled ones are not used again. */
export async function nextVersionNumber(sql: Sql, contractId: string): Promise<number> {
  const [row] = await sql.rows<{ next: number }>(
    "select max(number) + 1 as next from contract_version where contract_id = $1",
    [contractId],
  );
  return row?.next ?? 1;
}
