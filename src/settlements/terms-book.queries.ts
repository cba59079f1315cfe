import type { Connection } from "../ledger/index.js";

export interface ContractRecord {
  id: string;
  partner_id: string;
  currency: string;
  time_zone: string;
  starts_ms: number;
  ends_ms: number | null;
  terms: {
    basis: "TURNOVER" | "NET";
    shareRate: string;
    rounding: "HALF_EVEN" | "HALF_UP" | "DOWN";
  }[];
}

const CONTRACTS = `
select r.revision, c.id, c.partner_id, c.currency, c.time_zone, c.terms,
  (extract(epoch from c.starts_at) * 1000)::float8 as starts_ms,
  (extract(epoch from c.ends_at) * 1000)::float8 as ends_ms
from terms_revision r left join contract c on true
order by c.partner_id, c.currency, c.starts_at`;

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
