import type pg from "pg";
import { validateTerms } from "../../src/settlements/validate-terms.rules.js";

/** What of a flat share differs from a share of 12.5 percent of GGR, in KRW, by month in Seoul. */
export interface FlatShare {
  currency?: string;
  basis?: "TURNOVER" | "GGR";
  rate?: string;
  rounding?: "HALF_EVEN" | "HALF_UP" | "DOWN";
  timeZone?: string;
}

/** Terms that are one flat share, as a caller writes them. */
export function flatShare(changes: FlatShare = {}) {
  const { currency = "KRW", basis = "GGR", rate = "0.1250", rounding = "HALF_EVEN" } = changes;
  const tiers = [{ from: "0", rate }];
  const share = { basis: "basis", beneficiary: "PARTNER", scheme: "FLAT", tiers };
  return {
    currency,
    timeZone: changes.timeZone ?? "Asia/Seoul",
    rounding: { mode: rounding },
    cycle: { rhythm: { kind: "MONTHLY" } },
    bases: [{ id: "basis", kind: basis }],
    clauses: [{ id: "share", kind: "REVENUE_SHARE", ...share }],
  };
}

/** A contract as it is in the tables, with one version that applies since 2020. */
export interface ContractInTables {
  id: string;
  partnerId: string;
  terms: unknown;
}

const CONTRACT = `
insert into contract (id, partner_id, code, currency, effective_from, time_zone, starts_at, version,
  created_at)
values ($1, $2, 'main', $3, '2020-01-01', $4, '2020-01-01Z', 1, now())`;

const VERSION = `
insert into contract_version
values ($1, 1, '2020-01-01', '2020-01-01Z', $2, 'SCHEDULED', null, 'system:test', now())`;

/** Puts contracts straight into the tables, as if they had long been agreed. */
export async function insertContracts(
  pool: pg.Pool,
  contracts: readonly ContractInTables[],
): Promise<void> {
  for (const { id, partnerId, terms: json } of contracts) {
    const terms = validateTerms(json);
    await pool.query(CONTRACT, [id, partnerId, terms.currency, terms.timeZone]);
    await pool.query(VERSION, [id, JSON.stringify(terms)]);
  }
  await pool.query("update terms_revision set revision = revision + 1");
}
