import type { Sql } from "../shared/database/sql.js";
import { agreedVersions } from "./contract-version.queries.js";
import { countedSpans, type CountingContract } from "./contract.rules.js";
import type { VersionedContract } from "./version.rules.js";

/** A contract with what is agreed on. */
export interface AgreedContract {
  id: string;
  partnerId: string;
  code: string;
  currency: string;
  contract: VersionedContract;
}

/** The contracts of a partner, or of all, with their versions in order, cancelled ones left out. */
export async function findContracts(sql: Sql, partnerId: string | null): Promise<AgreedContract[]> {
  const versions = await agreedVersions(sql, partnerId);
  const byContract = Map.groupBy(versions, ({ contractId }) => contractId);
  return [...byContract].map(([id, rows]) => {
    const [first] = rows;
    if (!first) throw new Error(`Contract ${id} has no version`);
    return {
      id,
      partnerId: first.partnerId,
      code: first.code,
      currency: first.currency,
      contract: {
        versions: rows.map(({ number, effectiveFrom, terms }) => ({
          number,
          effectiveFrom,
          terms,
        })),
        lastDay: first.effectiveTo,
      },
    };
  });
}

/** What the other contracts count. */
export function countingBeside(
  contracts: readonly AgreedContract[],
  contractId: string | null,
): CountingContract[] {
  return contracts
    .filter(({ id }) => id !== contractId)
    .map(({ code, contract }) => ({ code, counts: countedSpans(contract) }));
}
