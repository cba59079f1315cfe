import type { Redis } from "ioredis";
import type { Clock } from "../shared/clock.js";
import type { Config } from "../shared/config/read-config.js";
import type { Database } from "../shared/database/database.js";
import type { Ids } from "../shared/ids.js";
import type { Log } from "../shared/log.js";
import type { KeyProvider } from "../vault/index.js";

/** A line for the person who starts the hub; one that names the server's address is made of it. */
export type Announcement = string | ((url: string) => string);

/** What the app is built from. All of it outlives the app; the lifecycle opens and closes it. */
export interface AppDeps {
  config: Config;
  database: Database;
  /** Commands to the configured Redis; subscribers duplicate() it. */
  redis: Redis | undefined;
  clock: Clock;
  ids: Ids;
  log: Log;
  /** A key management service, in the place of keys from the settings. */
  keyProvider?: KeyProvider;
  /** Adds a line to what is printed when the hub is ready. */
  announce(label: string, text: Announcement): void;
}
