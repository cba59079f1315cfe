import { fastify } from "fastify";
import { callerDatabase } from "../../src/shared/database/caller-database.js";
import { openDatabase } from "../../src/shared/database/database.js";
import { poolSql } from "../../src/shared/database/sql.js";
import { cpuMicros, serve } from "../live/child-process.js";
import { ledgerServices } from "./ledger-services.js";
import { CASES, type Case } from "./documents.js";
import { rawAnswers } from "./raw-answers.js";

/** The same SQL and the same answers behind bare Fastify: what GraphQL is measured against. */
serve({
  async listen({ databaseUrl }: { databaseUrl: string }) {
    const database = await openDatabase({ url: databaseUrl, entities: [] });
    const services = await ledgerServices(database);
    const answers = rawAnswers(poolSql(callerDatabase(database, null).pool), services);
    const server = fastify();
    for (const name of CASES) {
      server.post(`/${name}`, async (request) => ({
        data: await answers[name satisfies Case](request.body as Record<string, string>),
      }));
    }
    await server.listen({ port: 0, host: "127.0.0.1" });
    const address = server.server.address();
    return typeof address === "object" ? address?.port : undefined;
  },
  cpuMicros,
});
