import { ledgerService, openLedger } from "../../src/ledger/index.js";
import { loadTermsBook } from "../../src/settlements/index.js";
import { systemClock } from "../../src/shared/clock.js";
import { Services } from "../../src/shared/commands/services.js";
import type { Database } from "../../src/shared/database/database.js";
import { uuidv7Ids } from "../../src/shared/ids.js";
import { createLog } from "../../src/shared/log.js";

/** What the hub's resolvers need of the ledger to read positions, for servers that are no hub. */
export async function ledgerServices(
  database: Database,
  services = new Services(),
): Promise<Services> {
  const ledger = await openLedger({
    database,
    clock: systemClock,
    ids: uuidv7Ids(systemClock),
    log: createLog({ level: "warn", stream: process.stderr }),
    loadTerms: (on, ensure) => loadTermsBook(on, ensure),
    jobs: false,
  });
  return services.provide(ledgerService, ledger);
}
