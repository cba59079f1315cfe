import type { Connection } from "../ledger/index.js";
import type { Terms } from "./terms.rules.js";

/** A version of a contract that is agreed on, from its moment to that of the next. */
export interface ContractRecord {
  id: string;
  partner_id: string;
  currency: string;
  time_zone: string;
  starts_ms: number;
  ends_ms: number | null;
  terms: Terms;
}

const CONTRACTS = `
select r.revision, v.*
from terms_revision r left join (
  select c.id, c.partner_id, c.currency, c.time_zone, v.terms,
    (extract(epoch from v.starts_at) * 1000)::float8 as starts_ms,
    (extract(epoch from coalesce(lead(v.starts_at)
      over (partition by c.id order by v.starts_at), c.ends_at)) * 1000)::float8 as ends_ms
  from contract c
  join contract_version v on v.contract_id = c.id and v.state = 'SCHEDULED') v on true
order by v.partner_id, v.currency, v.starts_ms`;

/** All contracts with the revision that they are current at: one statement, so one moment. */
export async function readContracts(on: Connection) {
  const { rows } = await on.query<ContractRecord & { revision: bigint; id: string | null }>(
    CONTRACTS,
  );
  const revision = rows[0]?.revision ?? 0n;
  return {
    revision,
    contracts: rows.filter((row): row is typeof row & { id: string } => row.id !== null),
  };
}
