import {
  GraphQLInt,
  GraphQLList,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  parse,
} from "graphql";
import pg from "pg";
import { credentialVerifier } from "../src/access/index.js";
import { documentPermissions } from "../src/app/document-permissions.js";
import { OperationExecutor } from "../src/app/operation-executor.js";
import { systemClock } from "../src/shared/clock.js";
import type { Actor } from "../src/shared/commands/actor.js";
import { poolSql } from "../src/shared/database/sql.js";
import { eventBus } from "../src/shared/events/event-bus.js";
import { ACCESS_RULE } from "../src/shared/graphql/requires.js";
import { createLog } from "../src/shared/log.js";
import { ALL_PERMISSIONS } from "../src/shared/permission.rules.js";
import { defineBench, type BenchContext } from "./harness/bench.js";
import { startBenchPostgres } from "./harness/postgres.js";
import { startHub } from "./ingest/hub.js";

const ROWS = 1_000;
const FIELDS = ["id", "name", "code", "state", "currency", "amount", "kind", "note"];

export default defineBench({
  summary: "a list with a rule on every field beside the same list without any, and a key's check",
  run: async (context) => {
    const costRatio = await compareLists(context);
    const keyCheckMicros = await compareKeys(context);
    return { costRatio, keyCheckMicros };
  },
});

/** The same rows, document and executor; one side asks for a permission at every field. */
async function compareLists(context: BenchContext): Promise<number> {
  const times = context.quick ? 50 : 500;
  const [ruled, free] = [lists(true), lists(false)];
  const result = await context.compare("1,000 rows", {
    ruled: async () => ({ micros: await microsOf(times, ruled) }),
    free: async () => ({ micros: await microsOf(times, free) }),
  });
  return result.ratio("ruled", "free", "micros");
}

function lists(hasRules: boolean): () => Promise<unknown> {
  const schema = schemaOf(hasRules);
  const permissions = documentPermissions(schema);
  const executor = new OperationExecutor(
    schema,
    createLog({ level: "warn", stream: process.stderr }),
  );
  const document = parse(`{ rows { ${FIELDS.join(" ")} place } }`);
  const actor: Actor = {
    kind: "API_KEY",
    id: "1",
    name: "bench",
    permissions: new Set(ALL_PERMISSIONS),
    scope: null,
  };
  return async () => {
    if (hasRules) permissions.assertPermitted(document, null, actor);
    return (await executor.executed({ document, contextValue: {} })).text();
  };
}

function schemaOf(hasRules: boolean): GraphQLSchema {
  const extensions = hasRules ? { [ACCESS_RULE]: "ledger:read" } : {};
  const text = { type: GraphQLString, extensions };
  const place = { type: GraphQLInt, extensions };
  const fields = { ...Object.fromEntries(FIELDS.map((name) => [name, text])), place };
  const row = new GraphQLObjectType({ name: "Row", fields, extensions });
  const rows = Array.from({ length: ROWS }, (_, at) => ({
    ...Object.fromEntries(FIELDS.map((name) => [name, `${name} of ${at}`])),
    place: at,
  }));
  const list = { type: new GraphQLList(row), extensions, resolve: () => rows };
  const query = new GraphQLObjectType({ name: "Query", fields: { rows: list }, extensions });
  return new GraphQLSchema({ query });
}

/** A key that was verified a moment ago, as nearly every request has one. */
async function compareKeys(context: BenchContext): Promise<number> {
  const postgres = await startBenchPostgres(context, { durable: false });
  const hub = await startHub(context, postgres.url);
  const pool = new pg.Pool({ connectionString: postgres.url });
  context.defer(() => pool.end());
  const log = createLog({ level: "warn", stream: process.stderr });
  const options = { sql: poolSql(pool), clock: systemClock, events: eventBus(log), log };
  const verifier = credentialVerifier(options);
  const check = async (): Promise<void> => {
    if (!(await verifier.verify(hub.key))) throw new Error("the key is not let in");
  };
  const times = context.quick ? 1_000 : 50_000;
  const result = await context.compare("a key's check", {
    warm: async () => ({ micros: await microsOf(times, check) }),
  });
  return result.median("warm", "micros");
}

async function microsOf(times: number, work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (let each = 0; each < times; each++) await work();
  return ((performance.now() - start) * 1_000) / times;
}
