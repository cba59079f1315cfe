/** What of the settings decides whether a hub may start in production. */
export interface ProductionSettings {
  production: boolean;
  tlsCert?: string | undefined;
  tlsKey?: string | undefined;
  behindProxy: boolean;
  privateNetwork: boolean;
  databaseUrl?: string | undefined;
  redisUrl?: string | undefined;
  adminKey?: string | undefined;
  keys?: string | undefined;
  keysFile?: string | undefined;
  demo: boolean;
  webhooksToPrivate: boolean;
}

/** Words that come with examples and images: whoever leaves one in has no secret. */
const DEFAULT_SECRET = new RegExp(
  "^(|postgres|password|passwd|tutti|admin|root|secret|redis|test|example|user|default|" +
    "(change|replace).?(me|it).*|1234.*|qwerty.*)$",
  "i",
);

const MIN_ADMIN_KEY = 24;
const MIN_DISTINCT = 8;
const ENCRYPTED = new Set(["require", "verify-ca", "verify-full"]);

/** Why a hub may not start in production with these settings, a sentence each. */
export function productionProblems(settings: ProductionSettings): string[] {
  const { production, tlsCert, tlsKey } = settings;
  const problems: string[] = [];
  if ((tlsCert === undefined) !== (tlsKey === undefined)) {
    problems.push("TUTTI_TLS_CERT and TUTTI_TLS_KEY go together: give both or neither.");
  }
  if (!production) return problems;
  return [...problems, ...transportProblems(settings), ...secretProblems(settings)];
}

function transportProblems(settings: ProductionSettings): string[] {
  const { tlsCert, behindProxy, privateNetwork, databaseUrl, redisUrl } = settings;
  const problems: string[] = [];
  if (tlsCert === undefined && !behindProxy) {
    problems.push(
      "TUTTI_PRODUCTION needs TLS: give TUTTI_TLS_CERT and TUTTI_TLS_KEY, or say " +
        "TUTTI_BEHIND_PROXY where a proxy before the hub has it.",
    );
  }
  if (databaseUrl !== undefined && !privateNetwork && !isDatabaseEncrypted(databaseUrl)) {
    problems.push(
      "TUTTI_PRODUCTION needs TLS to Postgres: add ?sslmode=verify-full to DATABASE_URL, or say " +
        "TUTTI_PRIVATE_NETWORK where nobody else can listen.",
    );
  }
  if (redisUrl !== undefined && !privateNetwork && !redisUrl.startsWith("rediss:")) {
    problems.push(
      "TUTTI_PRODUCTION needs TLS to Redis: begin REDIS_URL with rediss://, or say " +
        "TUTTI_PRIVATE_NETWORK where nobody else can listen.",
    );
  }
  return problems;
}

/** A socket in the file system needs none. */
function isDatabaseEncrypted(databaseUrl: string): boolean {
  const url = new URL(databaseUrl);
  const host = url.searchParams.get("host") ?? url.hostname;
  return host.startsWith("/") || ENCRYPTED.has(url.searchParams.get("sslmode") ?? "");
}

function secretProblems(settings: ProductionSettings): string[] {
  const { databaseUrl, redisUrl, adminKey, keys, keysFile, demo, webhooksToPrivate } = settings;
  const checks: [isWrong: boolean, problem: string][] = [
    [
      keys === undefined && keysFile === undefined,
      "TUTTI_PRODUCTION needs keys of your own: give TUTTI_KEYS or TUTTI_KEYS_FILE.",
    ],
    [
      keys !== undefined && keys.split(/[,\s]+/).some(isWeakKey),
      "TUTTI_KEYS has a key that nobody made by chance: make one with openssl rand -base64 32.",
    ],
    [
      databaseUrl !== undefined && hasDefaultPassword(databaseUrl, { socket: true }),
      "DATABASE_URL has a default password, or none: give the login one of its own.",
    ],
    [
      redisUrl !== undefined && hasDefaultPassword(redisUrl, { socket: false }),
      "REDIS_URL has a default password, or none: give the Redis one of its own.",
    ],
    [
      adminKey !== undefined && isDefaultKey(adminKey),
      `TUTTI_ADMIN_KEY is a default, or has less than ${MIN_ADMIN_KEY} characters.`,
    ],
    [demo, "TUTTI_DEMO adds partners that are made up: not in production."],
    [webhooksToPrivate, "TUTTI_WEBHOOKS_TO_PRIVATE is for development: not in production."],
  ];
  return checks.filter(([isWrong]) => isWrong).map(([, problem]) => problem);
}

/** Beside a socket in the file system Postgres may know its client without a password. */
function hasDefaultPassword(address: string, { socket }: { socket: boolean }): boolean {
  const url = new URL(address);
  if (socket && url.searchParams.get("host")?.startsWith("/")) return false;
  if (url.searchParams.has("sslcert")) return false;
  return DEFAULT_SECRET.test(decodeURIComponent(url.password));
}

function isDefaultKey(key: string): boolean {
  return key.length < MIN_ADMIN_KEY || new Set(key).size < MIN_DISTINCT;
}

function isWeakKey(key: string): boolean {
  return new Set(Buffer.from(key, "base64")).size < MIN_DISTINCT;
}
