import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { InvalidSettings, readConfig } from "../../../src/shared/config/read-config.js";
import { ROLES } from "../../../src/shared/config/settings.js";

function problemsOf(env: NodeJS.ProcessEnv, argv: string[] = []): readonly string[] {
  try {
    readConfig(env, argv);
  } catch (error) {
    if (error instanceof InvalidSettings) return error.problems;
    throw error;
  }
  return [];
}

describe("the hub's settings", () => {
  it("have a default each", () => {
    expect(readConfig({}, [])).toEqual({
      port: 4000,
      host: "127.0.0.1",
      dataDir: resolve(".tutti"),
      databaseUrl: undefined,
      redisUrl: undefined,
      adminKey: undefined,
      roles: new Set(ROLES),
      demo: false,
      costPerMinute: 6_000_000,
      trustedOnly: false,
      trustedDocuments: undefined,
      webhooksToPrivate: false,
      trustedProxies: [],
      production: false,
      behindProxy: false,
      privateNetwork: false,
      logLevel: "info",
    });
  });

  it("come from the environment", () => {
    const env = {
      TUTTI_PORT: "0",
      TUTTI_HOST: "0.0.0.0",
      TUTTI_DATA_DIR: "/srv/tutti",
      DATABASE_URL: "postgres://u:p@db:5432/tutti?sslmode=require",
      REDIS_URL: "rediss://cache:6380",
      TUTTI_ADMIN_KEY: "correct-horse",
      TUTTI_ROLES: "api, live",
      TUTTI_DEMO: "true",
      TUTTI_COST_PER_MINUTE: "1000",
      TUTTI_TRUSTED_ONLY: "true",
      TUTTI_TRUSTED_DOCUMENTS: "/srv/documents.json",
      TUTTI_WEBHOOKS_TO_PRIVATE: "yes",
      TUTTI_LOG_LEVEL: "debug",
    };
    expect(readConfig(env, [])).toEqual({
      port: 0,
      host: "0.0.0.0",
      dataDir: "/srv/tutti",
      databaseUrl: env.DATABASE_URL,
      redisUrl: env.REDIS_URL,
      adminKey: "correct-horse",
      roles: new Set(["api", "live"]),
      demo: true,
      costPerMinute: 1_000,
      trustedOnly: true,
      trustedDocuments: "/srv/documents.json",
      webhooksToPrivate: true,
      trustedProxies: [],
      production: false,
      behindProxy: false,
      privateNetwork: false,
      logLevel: "debug",
    });
  });

  it("come from options before the environment", () => {
    const env = { TUTTI_PORT: "1", TUTTI_ROLES: "jobs" };
    const config = readConfig(env, ["--port", "2", "--roles=ingest,jobs", "--demo"]);
    expect(config).toMatchObject({ port: 2, roles: new Set(["ingest", "jobs"]), demo: true });
  });

  it("take the port of hosting platforms, unless there is one of ours", () => {
    expect(readConfig({ PORT: "5000" }, []).port).toBe(5000);
    expect(readConfig({ PORT: "5000", TUTTI_PORT: "6000" }, []).port).toBe(6000);
  });

  it("count an empty variable as not set", () => {
    expect(readConfig({ TUTTI_PORT: "", DATABASE_URL: "" }, []).databaseUrl).toBeUndefined();
  });

  it("cannot be changed once read", () => {
    expect(Object.isFrozen(readConfig({}, []))).toBe(true);
  });
});

describe("wrong settings", () => {
  it.each([
    [{ TUTTI_PORT: "http" }, 'TUTTI_PORT is "http": give a whole number from 0 to 65535.'],
    [{ PORT: "65536" }, 'PORT is "65536": give a whole number from 0 to 65535.'],
    [{ TUTTI_PORT: "-1" }, 'TUTTI_PORT is "-1": give a whole number from 0 to 65535.'],
    [{ TUTTI_HOST: "a b" }, 'TUTTI_HOST is "a b": give a host name or an IP address.'],
    [{ TUTTI_HOST: "1.2.3.256" }, 'TUTTI_HOST is "1.2.3.256": give a host name or an IP address.'],
    [{ TUTTI_ROLES: "api,boss" }, 'TUTTI_ROLES is "api,boss": give some of api,live,ingest,jobs.'],
    [{ TUTTI_DEMO: "maybe" }, 'TUTTI_DEMO is "maybe": give true or false.'],
    [
      { TUTTI_LOG_LEVEL: "loud" },
      'TUTTI_LOG_LEVEL is "loud": give one of fatal, error, warn, info, debug, trace, silent.',
    ],
  ])("%o is refused with the remedy", (env, problem) => {
    expect(problemsOf(env)).toEqual([problem]);
  });

  it.each([
    ["DATABASE_URL", "mysql://u:secret@db/tutti"],
    ["DATABASE_URL", "postgres://u:secret@db"],
    ["REDIS_URL", "secret:6379"],
    ["TUTTI_ADMIN_KEY", "a secret key"],
    ["TUTTI_ADMIN_KEY", "secret"],
  ])("%s is refused without showing it", (name, value) => {
    const [problem = ""] = problemsOf({ [name]: value });
    expect(problem).toContain(`${name} is not usable: give `);
    expect(problem).not.toContain("secret");
  });

  it.each([
    [
      ["--prot", "1"],
      ["--prot is not an option.", '"1" is not an option.'],
    ],
    [["serve"], ['"serve" is not an option.']],
    [["--port"], ['--port is "": give a whole number from 0 to 65535.']],
    [["--demo=perhaps"], ['--demo is "perhaps": give true or false.']],
  ])("arguments %j are refused", (argv, problems) => {
    expect(problemsOf({}, argv)).toEqual(problems);
  });

  it("are told all at once, with the exit code for wrong configuration", () => {
    const read = () => readConfig({ TUTTI_PORT: "x", TUTTI_HOST: "a b" }, ["--roles", "none"]);
    expect(read).toThrow(
      expect.objectContaining({
        exitCode: 78,
        message: [
          "3 settings are wrong:",
          '  - TUTTI_PORT is "x": give a whole number from 0 to 65535.',
          '  - TUTTI_HOST is "a b": give a host name or an IP address.',
          '  - --roles is "none": give some of api,live,ingest,jobs.',
          "See --help.",
        ].join("\n"),
      }),
    );
  });
});
