import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { ApolloServer } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import { fastify } from "fastify";
import { createYoga } from "graphql-yoga";
import mercurius from "mercurius";
import { contextMaker } from "../../src/app/context.js";
import { entities } from "../../src/app/entities.js";
import { buildHubSchema } from "../../src/app/schema.js";
import { systemClock } from "../../src/shared/clock.js";
import { systemActor } from "../../src/shared/commands/actor.js";
import { readConfig } from "../../src/shared/config/read-config.js";
import { openDatabase } from "../../src/shared/database/database.js";
import type { RequestContext } from "../../src/shared/graphql/request-context.js";
import { uuidv7Ids } from "../../src/shared/ids.js";
import { createLog } from "../../src/shared/log.js";
import { cpuMicros, serve } from "../live/child-process.js";
import { ledgerServices } from "./ledger-services.js";

/**
 * The hub's own schema, resolvers and SQL behind other GraphQL servers, each with its documented
 * set-up: what differs is the server. They have no credentials to verify and no permissions to
 * check.
 */
export type Peer = "mercurius" | "yoga" | "apollo";

type MakeContext = () => RequestContext;
type Start = (makeContext: MakeContext) => Promise<Server>;

const PEERS: Record<Peer, Start> = {
  mercurius: startMercurius,
  yoga: startYoga,
  apollo: startApollo,
};

serve({
  async listen({ peer, databaseUrl }: { peer: Peer; databaseUrl: string }) {
    const server = await PEERS[peer](await contextsOn(databaseUrl));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  },
  cpuMicros,
});

async function contextsOn(databaseUrl: string): Promise<MakeContext> {
  const log = createLog({ level: "warn", stream: process.stderr });
  const database = await openDatabase({ url: databaseUrl, entities });
  const deps = { config: readConfig({}, []), database, redis: undefined, clock: systemClock, log };
  const ids = uuidv7Ids(systemClock);
  const make = await contextMaker({ ...deps, ids, announce: () => undefined });
  const actor = systemActor("bench");
  const context = () => make(actor, { channel: "SYSTEM", requestId: ids.next(), address: null });
  await ledgerServices(database, context().services);
  return context;
}

/** @see https://mercurius.dev/#/docs/api/options */
async function startMercurius(makeContext: MakeContext): Promise<Server> {
  const server = fastify();
  await server.register(mercurius, { schema: buildHubSchema(), jit: 1, context: makeContext });
  await server.ready();
  return server.server;
}

/** @see https://the-guild.dev/graphql/yoga-server/docs */
async function startYoga(makeContext: MakeContext): Promise<Server> {
  const yoga = createYoga({ schema: buildHubSchema(), context: makeContext });
  return createServer((request, response) => void yoga(request, response));
}

/** @see https://www.apollographql.com/docs/apollo-server/integrations/integration-index */
async function startApollo(makeContext: MakeContext): Promise<Server> {
  const server = fastify();
  const graphql = new ApolloServer<RequestContext>({
    schema: buildHubSchema(),
    stopOnTerminationSignals: false,
  });
  await graphql.start();
  const context = async () => makeContext();
  server.route({
    url: "/graphql",
    method: ["GET", "POST", "OPTIONS"],
    handler: fastifyApolloHandler(graphql, { context }),
  });
  await server.ready();
  return server.server;
}
