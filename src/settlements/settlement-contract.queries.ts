import type { Sql } from "../shared/database/sql.js";
import { readTerms } from "./read-terms.rules.js";
import { inOrder, type VersionedContract } from "./version.rules.js";

/** A contract with its versions, as closing its periods needs it. */
export interface SettledContract extends VersionedContract {
  id: string;
  partnerId: string;
  currency: string;
}

interface VersionRow {
  id: string;
  partnerId: string;
  currency: string;
  lastDay: string | null;
  number: number;
  effectiveFrom: string;
  terms: unknown;
}

const CONTRACTS = `
select c.id, c.partner_id as "partnerId", c.currency, c.effective_to::text as "lastDay", v.number,
  v.effective_from::text as "effectiveFrom", v.terms
from contract c join contract_version v on v.contract_id = c.id and v.state = 'SCHEDULED'
where $1::uuid[] is null or c.id = any($1)
order by c.id, v.effective_from`;

/** Contracts with the versions that apply; all of them where no ids are given. */
export async function settledContracts(
  sql: Sql,
  ids: readonly string[] | null = null,
): Promise<SettledContract[]> {
  const rows = await sql.rows<VersionRow>(CONTRACTS, [ids]);
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap(contractOf);
}

function contractOf(rows: VersionRow[]): SettledContract[] {
  const [first] = rows;
  if (!first) return [];
  const { id, partnerId, currency, lastDay } = first;
  const versions = rows.map(({ number, effectiveFrom, terms }) => ({
    number,
    effectiveFrom,
    terms: readTerms(terms),
  }));
  return [{ id, partnerId, currency, lastDay, versions: inOrder(versions) }];
}
