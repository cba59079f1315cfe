import type { Sql } from "../shared/database/sql.js";
import { agreedVersions } from "./contract-version.queries.js";
import { countedSpans, type CountingContract } from "./contract.rules.js";
import type { VersionedContract } from "./version.rules.js";

/** A contract of a partner with what is agreed on. */
export interface AgreedContract {
  id: string;
  code: string;
  contract: VersionedContract;
}

/** All contracts of a partner, as its row's lock keeps them. */
export async function findContracts(sql: Sql, partnerId: string): Promise<AgreedContract[]> {
  const versions = await agreedVersions(sql, partnerId);
  const byContract = Map.groupBy(versions, ({ contractId }) => contractId);
  return [...byContract].map(([id, rows]) => ({
    id,
    code: rows[0]?.code ?? "",
    contract: {
      versions: rows.map(({ number, effectiveFrom, terms }) => ({ number, effectiveFrom, terms })),
      lastDay: rows[0]?.effectiveTo ?? null,
    },
  }));
}

/** What the partner's other contracts count. */
export function countingBeside(
  contracts: readonly AgreedContract[],
  contractId: string | null,
): CountingContract[] {
  return contracts
    .filter(({ id }) => id !== contractId)
    .map(({ code, contract }) => ({ code, counts: countedSpans(contract) }));
}
