import { z } from "zod";
import { isAddressRange, isHostOrAddress, isPostgresUrl, isRedisUrl } from "./addresses.js";
import { SECURITY_SETTINGS } from "./security-settings.js";
import type { Setting } from "./setting.js";

export type { Setting } from "./setting.js";

/** What a hub process does; a node of a larger set-up may do a part. */
export const ROLES = ["api", "live", "ingest", "jobs"] as const;
export type Role = (typeof ROLES)[number];

export const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const MIN_KEY_LENGTH = 8;

const text = z.string();
const port = text.regex(/^\d{1,5}$/).transform(Number);

const listed = (list: string): string[] => list.split(",").map((each) => each.trim());

const roles = text
  .transform(listed)
  .pipe(z.array(z.enum(ROLES)).min(1))
  .transform((list): ReadonlySet<Role> => new Set(list));

/**
 * Every setting of the hub: the source of the configuration, of --help and of the README's table.
 */
export const SETTINGS = {
  port: {
    env: ["TUTTI_PORT", "PORT"],
    option: "port",
    meaning: "Port of the HTTP and WebSocket server; 0 takes any free one",
    fallback: "4000",
    remedy: "a whole number from 0 to 65535",
    schema: port.pipe(z.number().max(65_535)).default(4000),
  },
  host: {
    env: ["TUTTI_HOST"],
    option: "host",
    meaning: "Address to listen on; 0.0.0.0 for all of the machine's",
    fallback: "127.0.0.1",
    remedy: "a host name or an IP address",
    schema: text.refine(isHostOrAddress).default("127.0.0.1"),
  },
  dataDir: {
    env: ["TUTTI_DATA_DIR"],
    option: "data-dir",
    meaning: "Folder of the hub's own data, the embedded Postgres among them",
    fallback: ".tutti",
    remedy: "the path of a folder",
    schema: text.refine((path) => !path.includes("\0")).default(".tutti"),
  },
  databaseUrl: {
    env: ["DATABASE_URL"],
    meaning: "Postgres 15 or newer to use instead of the embedded one",
    fallback: "embedded Postgres",
    secret: true,
    remedy: "an address like postgres://user:password@host:5432/database",
    schema: text.refine(isPostgresUrl).optional(),
  },
  redisUrl: {
    env: ["REDIS_URL"],
    meaning: "Redis by which several hub processes tell each other of changes",
    fallback: "in-process",
    secret: true,
    remedy: "an address like redis://user:password@host:6379",
    schema: text.refine(isRedisUrl).optional(),
  },
  adminKey: {
    env: ["TUTTI_ADMIN_KEY"],
    meaning: "API key of the first administrator",
    fallback: "made on the first start and shown once",
    secret: true,
    remedy: `at least ${MIN_KEY_LENGTH} visible characters without spaces`,
    schema: text
      .min(MIN_KEY_LENGTH)
      .max(200)
      .regex(/^[\x21-\x7e]+$/)
      .optional(),
  },
  ...SECURITY_SETTINGS,
  roles: {
    env: ["TUTTI_ROLES"],
    option: "roles",
    meaning: "What this process does, separated by commas",
    fallback: ROLES.join(","),
    remedy: `some of ${ROLES.join(",")}`,
    schema: roles.default(new Set(ROLES)),
  },
  demo: {
    env: ["TUTTI_DEMO"],
    option: "demo",
    isSwitch: true,
    meaning: "Adds four synthetic partners whose transactions stream in",
    fallback: "off",
    remedy: "true or false",
    schema: z.stringbool().default(false),
  },
  costPerMinute: {
    env: ["TUTTI_COST_PER_MINUTE"],
    option: "cost-per-minute",
    meaning: "Rows that a credential may read a minute, and one for each operation",
    fallback: "6000000",
    remedy: "a whole number from 1",
    schema: text
      .regex(/^\d{1,15}$/)
      .transform(Number)
      .pipe(z.number().min(1))
      .default(6_000_000),
  },
  trustedOnly: {
    env: ["TUTTI_TRUSTED_ONLY"],
    option: "trusted-only",
    isSwitch: true,
    meaning: "Executes only trusted documents: those of the SDK and of the file below",
    fallback: "off",
    remedy: "true or false",
    schema: z.stringbool().default(false),
  },
  trustedDocuments: {
    env: ["TUTTI_TRUSTED_DOCUMENTS"],
    option: "trusted-documents",
    meaning: "JSON file of further trusted documents by their ids",
    fallback: "none",
    remedy: "the path of a file",
    schema: text.min(1).optional(),
  },
  oidcFile: {
    env: ["TUTTI_OIDC_FILE"],
    option: "oidc-file",
    meaning: "JSON file of the OpenID provider by which people sign in (docs/access.md)",
    fallback: "none",
    remedy: "the path of a file",
    schema: text.min(1).optional(),
  },
  trustedProxies: {
    env: ["TUTTI_TRUSTED_PROXIES"],
    option: "trusted-proxies",
    meaning: "Addresses of proxies whose X-Forwarded-For is believed, separated by commas",
    fallback: "none",
    remedy: "addresses or ranges such as 10.0.0.0/8",
    schema: text
      .transform(listed)
      .pipe(z.array(z.string().refine(isAddressRange)))
      .default([]),
  },
  webhooksToPrivate: {
    env: ["TUTTI_WEBHOOKS_TO_PRIVATE"],
    option: "webhooks-to-private",
    isSwitch: true,
    meaning: "Lets webhooks go to private addresses, and over http: for development",
    fallback: "off",
    remedy: "true or false",
    schema: z.stringbool().default(false),
  },
  logLevel: {
    env: ["TUTTI_LOG_LEVEL"],
    option: "log-level",
    meaning: "Least severity that is logged",
    fallback: "info",
    remedy: `one of ${LOG_LEVELS.join(", ")}`,
    schema: z.enum(LOG_LEVELS).default("info"),
  },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof SETTINGS;

/** The checks of all settings as one. */
export const SETTINGS_SCHEMA = z.object({
  port: SETTINGS.port.schema,
  host: SETTINGS.host.schema,
  dataDir: SETTINGS.dataDir.schema,
  databaseUrl: SETTINGS.databaseUrl.schema,
  redisUrl: SETTINGS.redisUrl.schema,
  adminKey: SETTINGS.adminKey.schema,
  keys: SETTINGS.keys.schema,
  keysFile: SETTINGS.keysFile.schema,
  production: SETTINGS.production.schema,
  tlsCert: SETTINGS.tlsCert.schema,
  tlsKey: SETTINGS.tlsKey.schema,
  behindProxy: SETTINGS.behindProxy.schema,
  privateNetwork: SETTINGS.privateNetwork.schema,
  roles: SETTINGS.roles.schema,
  demo: SETTINGS.demo.schema,
  costPerMinute: SETTINGS.costPerMinute.schema,
  trustedOnly: SETTINGS.trustedOnly.schema,
  trustedDocuments: SETTINGS.trustedDocuments.schema,
  oidcFile: SETTINGS.oidcFile.schema,
  trustedProxies: SETTINGS.trustedProxies.schema,
  webhooksToPrivate: SETTINGS.webhooksToPrivate.schema,
  logLevel: SETTINGS.logLevel.schema,
} satisfies Record<SettingName, z.ZodType>);

/** All settings with their names, in the order in which people read them. */
export const settingEntries: readonly (readonly [SettingName, Setting])[] =
  SETTINGS_SCHEMA.keyof().options.map((name) => [name, SETTINGS[name]]);
