import { contextMaker } from "../../src/app/context.js";
import { entities } from "../../src/app/entities.js";
import { openAccess } from "../../src/app/open-access.js";
import { systemClock, type Clock } from "../../src/shared/clock.js";
import { systemActor, type Actor } from "../../src/shared/commands/actor.js";
import { readConfig } from "../../src/shared/config/read-config.js";
import { openDatabase, type Database } from "../../src/shared/database/database.js";
import type { RequestContext } from "../../src/shared/graphql/request-context.js";
import { uuidv7Ids } from "../../src/shared/ids.js";
import { TEST_KEY, testDatabase, type TestDatabase } from "./postgres.js";
import { recordingLog, type RecordedLine } from "./recording-log.js";

/** The rooms' use cases on a real Postgres, without a server in front of them. */
export interface TestRooms {
  /** Where the database is. */
  url: string;
  database: Database;
  log: RecordedLine[];
  /** The context of an actor; by default a part of the hub that may do everything. */
  as(actor?: Actor): RequestContext;
  close(): Promise<void>;
}

/** Opens the rooms on a database of their own, or on one that is there already. */
export async function openTestRooms(
  clock: Clock = systemClock,
  existing?: Pick<TestDatabase, "url">,
): Promise<TestRooms> {
  const own = existing ? { ...existing, close: () => Promise.resolve() } : await testDatabase();
  const database = await openDatabase({ url: own.url, entities });
  const { log, lines } = recordingLog();
  const ids = uuidv7Ids(clock);
  const config = { ...readConfig({}, []), keys: TEST_KEY };
  const deps = { config, database, redis: undefined, clock, ids, log };
  const make = await contextMaker({ ...deps, announce: () => undefined });
  const origin = { channel: "SYSTEM", requestId: "a test", address: null } as const;
  const as = (actor = systemActor("test")): RequestContext => make(actor, origin);
  const { services, sql } = as();
  await openAccess(services, sql, clock.now());
  return {
    url: own.url,
    database,
    log: lines,
    as,
    async close() {
      await database.close();
      await own.close();
    },
  };
}
