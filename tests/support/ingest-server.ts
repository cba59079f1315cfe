import { fastify } from "fastify";
import { evidenceService, ingestRoutes } from "../../src/ingestion/index.js";
import type { IngestLimits } from "../../src/ingestion/ingest.route.js";
import { AccountBook, ledgerService, PostingEngine } from "../../src/ledger/index.js";
import { createPartner } from "../../src/partners/index.js";
import { evidenceDesk } from "../../src/reconciliation/index.js";
import { loadTermsBook } from "../../src/settlements/index.js";
import type { RequestContext } from "../../src/shared/graphql/request-context.js";
import { openTestRooms, type TestRooms } from "./rooms.js";

/** The routes of /ingest on a real ledger, without the rest of a hub. */
export interface IngestServer {
  url: string;
  /** Its requests need no key. */
  adminKey: string;
  rooms: TestRooms;
  /** Stops, as a hub does that is told to: what is under way may end. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

export interface IngestServerOptions {
  limits?: IngestLimits;
  /** Items that may wait in the ledger's queue. */
  maxQueuedItems?: number;
}

/** Starts it with limits of the test's own, and with a partner "acme". */
export async function startIngestServer(options: IngestServerOptions = {}): Promise<IngestServer> {
  const rooms = await openTestRooms();
  const context = rooms.as();
  const engine = await startEngine(context, options.maxQueuedItems);
  await createPartner(context, { code: "acme", name: "Acme", kind: "PAYMENT_VENDOR" });
  const server = fastify({ forceCloseConnections: "idle" });
  await server.register(ingestRoutes, {
    authenticate: async () => undefined,
    contextOf: () => context,
    log: context.log,
    limits: options.limits,
  });
  const url = await server.listen({ host: "127.0.0.1", port: 0 });
  return {
    url,
    adminKey: "none",
    rooms,
    stop: () => server.close(),
    async close() {
      await server.close();
      await engine.stop();
      await rooms.close();
    },
  };
}

async function startEngine(
  { database, clock, ids, log, sql, services }: RequestContext,
  maxQueuedItems?: number,
): Promise<PostingEngine> {
  const accounts = new AccountBook(sql, clock);
  const engine = new PostingEngine({
    connect: () => database.hub.connect(),
    loadTerms: (on) => loadTermsBook(on, (specs) => accounts.ensure(specs)),
    onTrouble: (error, what) => log.warn({ err: error }, what),
    clock,
    ids,
    maxQueuedItems,
  });
  await engine.start();
  services.provide(evidenceService, evidenceDesk({ database: database.hub, clock, ids }));
  services.provide(ledgerService, { engine, accounts, sql, close: () => engine.stop() });
  return engine;
}
