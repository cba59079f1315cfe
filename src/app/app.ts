import { fastify, type FastifyInstance, type FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import { AUDIT_SIGNATURE_TYPE, auditRoutes } from "../audit/index.js";
import {
  accessService,
  authRoutes,
  credentialVerifier,
  ensureFirstAdministrator,
  nonceCache,
  nonceTable,
  OidcProvider,
  oidcRoutes,
  readOidcSettings,
  type CredentialVerifier,
} from "../access/index.js";
import { runDemo } from "../demo/index.js";
import { addExports, ledgerService } from "../ledger/index.js";
import { ingestRoutes } from "../ingestion/index.js";
import { systemActor, type Actor } from "../shared/commands/actor.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { LIVE_LIMITS, liveService } from "../live/index.js";
import { detachedSignature, signingKey, statementRoutes } from "../statements/index.js";
import { relayLeftOver } from "../shared/events/outbox.js";
import { vaultService } from "../vault/index.js";
import { authenticateWith, decorateActor } from "./authenticate.js";
import { addressOf, trustOf } from "./client-address.js";
import { ConnectionCounts } from "./connection-counts.js";
import { contextMaker, systemContext, type ContextMaker } from "./context.js";
import { addDashboard } from "./dashboard.js";
import type { AppDeps } from "./deps.js";
import { MAX_BODY_BYTES } from "./document-limits.js";
import { documentPermissions } from "./document-permissions.js";
import { Documents } from "./documents.js";
import { addExplorer } from "./explorer.js";
import { addGraphQLHttp, contextOf, originOf, type AuthenticateHook } from "./graphql-http.js";
import { addEventStreams } from "./graphql-sse.js";
import type { GraphQLParts } from "./graphql-parts.js";
import { addHealth } from "./health.js";
import { closeWithoutCutting } from "./lifecycle-close.js";
import { addMetrics } from "./metrics.js";
import { listenOn } from "./listen.js";
import { answerFailures } from "./refuse.js";
import { serverTls } from "./server-tls.js";
import { OperationCosts } from "./operation-cost.js";
import { OperationExecutor } from "./operation-executor.js";
import { RequestBudget } from "./request-budget.js";
import { requestIdOf } from "./request-id.js";
import { buildHubSchema } from "./schema.js";
import { addSecurityHeaders } from "./security-headers.js";
import { openRooms } from "./services.js";
import { verifySignedBodies } from "./signed-body.js";
import { addSockets } from "./sockets.js";
import { readTrustedDocuments } from "./trusted-documents.js";
import { addVerification } from "./verify-route.js";

/** The hub's server. */
export interface App {
  /** @throws StartupError when the port cannot be had */
  listen(): Promise<{ url: string }>;
  /** Takes no more requests, lets those under way finish, ends every connection. */
  close(): Promise<void>;
}

/** Builds the server and everything behind it; it does not listen yet. */
export async function buildApp(deps: AppDeps): Promise<App> {
  const server = fastify({
    ...(await serverTls(deps.config)),
    forceCloseConnections: "idle",
    bodyLimit: MAX_BODY_BYTES,
    trustProxy: trustOf(deps.config.trustedProxies),
    genReqId: (request) => requestIdOf(request.headers["x-request-id"], deps.ids),
  });
  const close = closeWithoutCutting(server);
  addSecurityHeaders(server, deps.config.tlsCert !== undefined);
  answerFailures(server, deps.log);
  decorateActor(server);
  verifySignedBodies(server);
  await addDashboard(server, deps.log);
  await addExplorer(server);
  const hub = await addGraphQL(server, deps);
  addHealth(server, deps, hub.services.use(liveService));
  deps.announce("GraphQL", (url) => `${url}/graphql (HTTP and WebSocket)`);
  deps.announce("Dashboard", (url) => `${url}/`);
  deps.announce("Explorer", (url) => `${url}/explorer`);
  deps.announce("Health", (url) => `${url}/healthz, ${url}/readyz`);
  let demo: Awaited<ReturnType<typeof runDemo>> | undefined;
  return {
    listen: async () => {
      const where = await listenOn(server, deps.config);
      await showNewAdministrator(hub, deps);
      if (deps.config.demo) demo = await runDemo(hub, hub.services.use(ledgerService));
      return where;
    },
    close: async () => {
      await demo?.stop();
      await close();
    },
  };
}

/**
 * A key that the hub makes is shown once, so it is made once the hub can no longer fail to start: a
 * taken port must not cost the only sight of it.
 */
async function showNewAdministrator(hub: CommandContext, deps: AppDeps): Promise<void> {
  const key = await ensureFirstAdministrator(hub, deps.config.adminKey);
  if (key) deps.announce("API key", `${key} (of the first administrator; shown once)`);
}

async function addGraphQL(server: FastifyInstance, deps: AppDeps): Promise<CommandContext> {
  const schema = buildHubSchema();
  const makeContext = await contextMaker(deps);
  const hub = systemContext(makeContext, deps, "start");
  const rooms = await openRooms(hub.services, deps, () => systemContext(makeContext, deps, "jobs"));
  server.addHook("onClose", () => rooms.close());
  const { clock, log, ids, database } = deps;
  const { oidcFile } = deps.config;
  const provider = oidcFile ? new OidcProvider(readOidcSettings(oidcFile)) : null;
  const verifier = verifierOf(deps, hub, provider);
  const parts = await graphQLParts(deps, schema, makeContext);
  const authenticate = authenticateWith(verifier, parts.budget);
  await addGraphQLHttp(server, parts, authenticate);
  const counts = new ConnectionCounts(LIVE_LIMITS.socketsPerCredential);
  addEventStreams(server, { ...parts, verifier, authenticate, counts });
  const ledger = hub.services.use(ledgerService);
  addExports(server, hub);
  addMetrics(server, { live: hub.services.use(liveService), ledger, counts }, authenticate);
  addVerification(server, { deps, ledger, authenticate });
  const ofRequest = (request: FastifyRequest) => contextOf(makeContext, request);
  await server.register(statementRoutes, { authenticate, contextOf: ofRequest, hub });
  const sign = async (text: string): Promise<string> =>
    detachedSignature(
      text,
      await signingKey(hub.services.use(vaultService), hub.sql, clock.now()),
      AUDIT_SIGNATURE_TYPE,
    );
  await server.register(auditRoutes, { authenticate, contextOf: ofRequest, sign });
  await addSignIn(server, parts, authenticate, provider);
  if (deps.config.roles.has("ingest")) {
    await server.register(ingestRoutes, { authenticate, contextOf: ofRequest, log });
    deps.announce("Ingest", (url) => `${url}/ingest/<partner> (documents and streams)`);
  }
  const sockets = addSockets(server.server, {
    ...parts,
    verifier,
    ids,
    counts,
    addressOf: addressOf(deps.config.trustedProxies),
  });
  server.addHook("preClose", () => sockets.close());
  await relayLeftOver(database, hub.events, clock);
  if (deps.config.adminKey) await ensureFirstAdministrator(hub, deps.config.adminKey);
  return hub;
}

/** The ways in for people: with an account of the hub, and by an OpenID provider. */
async function addSignIn(
  server: FastifyInstance,
  { makeContext, budget }: GraphQLParts,
  authenticate: AuthenticateHook,
  provider: OidcProvider | null,
): Promise<void> {
  await server.register(authRoutes, {
    authenticate,
    contextAs: (actor: Actor, request: FastifyRequest) => makeContext(actor, originOf(request)),
    noteFailure: (address: string) => budget.noteFailure(address),
  });
  if (!provider?.settings.redirectUri) return;
  const contextOf = (request: FastifyRequest) =>
    makeContext(systemActor("sign-in"), originOf(request));
  await server.register(oidcRoutes, { provider, contextOf });
}

function verifierOf(
  { clock, ids, log, redis }: AppDeps,
  { sql, events, services }: RequestContext,
  provider: OidcProvider | null,
): CredentialVerifier {
  const { signing } = services.use(accessService);
  const nonces = redis ? nonceCache(redis) : nonceTable(sql);
  return credentialVerifier({ sql, clock, events, log, more: { ids, signing, nonces, provider } });
}

async function graphQLParts(
  { config, redis, clock, log }: AppDeps,
  schema: GraphQLSchema,
  makeContext: ContextMaker,
): Promise<GraphQLParts> {
  const { costPerMinute } = config;
  return {
    schema,
    documents: new Documents(schema),
    trusted: await readTrustedDocuments(config),
    costs: new OperationCosts(schema),
    budget: new RequestBudget({ redis, clock, costPerMinute }),
    executor: new OperationExecutor(schema, log),
    permissions: documentPermissions(schema),
    makeContext,
    log,
  };
}
