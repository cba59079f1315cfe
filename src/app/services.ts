import { hubSecret, hubSecretStore } from "../access/index.js";
import { evidenceService, qualityJobs, rawContentStore } from "../ingestion/index.js";
import { jobService, openJobs } from "../jobs/index.js";
import { ledgerService, openLedger, type LedgerOptions } from "../ledger/index.js";
import { liveService, openLive } from "../live/index.js";
import { paymentFileStore, payoutAccountStore, payoutJobs } from "../payouts/index.js";
import {
  evidenceDesk,
  openReconciliation,
  reconciliationService,
} from "../reconciliation/index.js";
import { retentionJobs } from "../retention/index.js";
import { loadTermsBook, settlementJobs, TermsShelf } from "../settlements/index.js";
import { statementJobs } from "../statements/index.js";
import { openWebhooks, webhookService } from "../webhooks/index.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import type { Services } from "../shared/commands/services.js";
import { poolSql } from "../shared/database/sql.js";
import { encryptionStores, vaultJobs, vaultService } from "../vault/index.js";
import type { AppDeps } from "./deps.js";
import { openAccess } from "./open-access.js";

/** What the vault seals, of all rooms. */
const STORES = [hubSecretStore, payoutAccountStore, paymentFileStore, rawContentStore];

/** What the rooms started and the app ends when no request is under way any more. */
export interface OpenRooms {
  close(): Promise<void>;
}

/** Composes the rooms: starts their engines, and gives each room what it needs of the others. */
export async function openRooms(
  services: Services,
  deps: AppDeps,
  jobContext: () => CommandContext,
): Promise<OpenRooms> {
  const { config, database, redis, clock, ids, log } = deps;
  const jobs = config.roles.has("jobs");
  const shelf = new TermsShelf();
  const loadTerms: LedgerOptions["loadTerms"] = (on, ensure) => loadTermsBook(on, ensure, shelf);
  const ledger = await openLedger({ database, clock, ids, log, loadTerms, jobs });
  services.provide(ledgerService, ledger);
  const { events } = jobContext();
  const live = await openLive({ sql: poolSql(database.pool), redis, ledger, events, log });
  services.provide(liveService, live);
  services.provide(evidenceService, evidenceDesk({ database, clock, ids }));
  const toPrivate = config.webhooksToPrivate;
  const sql = poolSql(database.pool);
  const vault = services.use(vaultService);
  const hubKey = await hubSecret(vault, sql, "webhooks", clock.now());
  const webhooks = await openWebhooks({ database, clock, ids, log, hubKey, toPrivate, jobs });
  services.provide(webhookService, webhooks);
  services.provide(encryptionStores, STORES);
  const kinds = [
    ...settlementJobs,
    ...payoutJobs,
    ...statementJobs,
    ...qualityJobs,
    ...vaultJobs(STORES),
    ...retentionJobs,
  ];
  const work = await openJobs({ context: jobContext, kinds, works: jobs });
  services.provide(jobService, work);
  const reconciliation = openReconciliation({
    context: { ...jobContext(), database },
    works: jobs,
  });
  services.provide(reconciliationService, reconciliation);
  await openAccess(services, sql, clock.now());
  return {
    async close() {
      await reconciliation.close();
      await work.close();
      await webhooks.close();
      await ledger.close();
      await live.stop(); // after the last commit was told
    },
  };
}
