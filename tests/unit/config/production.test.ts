import { describe, expect, it } from "vitest";
import { InvalidSettings, readConfig } from "../../../src/shared/config/read-config.js";

const SAFE: NodeJS.ProcessEnv = {
  TUTTI_PRODUCTION: "true",
  TUTTI_TLS_CERT: "/etc/tutti/cert.pem",
  TUTTI_TLS_KEY: "/etc/tutti/key.pem",
  TUTTI_KEYS: "q0PaIfnhU7VEZd5wi7PpWUOjOn8kbHZ0mYt7ZeKpnlQ=",
  DATABASE_URL: "postgres://tutti:uV3-kq9_Lx@db:5432/tutti?sslmode=verify-full",
  REDIS_URL: "rediss://:xK2_93-kdLq@cache:6380",
};

function problemsOf(change: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig({ ...SAFE, ...change }, []);
  } catch (error) {
    if (error instanceof InvalidSettings) return error.problems;
    throw error;
  }
  return [];
}

describe("a start in production", () => {
  it("is let pass with TLS everywhere and secrets of its own", () => {
    expect(problemsOf({})).toEqual([]);
  });

  it.each<[string, NodeJS.ProcessEnv, RegExp]>([
    ["no TLS", { TUTTI_TLS_CERT: "", TUTTI_TLS_KEY: "" }, /needs TLS: give TUTTI_TLS_CERT/],
    ["half of a certificate", { TUTTI_TLS_KEY: "" }, /go together/],
    [
      "plain Postgres",
      { DATABASE_URL: "postgres://tutti:uV3-kq9_Lx@db:5432/tutti" },
      /TLS to Postgres/,
    ],
    [
      "Postgres that may fall back",
      { DATABASE_URL: "postgres://tutti:uV3-kq9_Lx@db:5432/tutti?sslmode=prefer" },
      /TLS to Postgres/,
    ],
    ["plain Redis", { REDIS_URL: "redis://:xK2_93-kdLq@cache:6379" }, /TLS to Redis/],
    ["no keys", { TUTTI_KEYS: "" }, /needs keys of your own/],
    ["a key of zeros", { TUTTI_KEYS: `${"A".repeat(43)}=` }, /made by chance/],
    [
      "a default password of Postgres",
      { DATABASE_URL: "postgres://tutti:postgres@db/tutti?sslmode=verify-full" },
      /default password/,
    ],
    ["no password of Redis", { REDIS_URL: "rediss://cache:6380" }, /REDIS_URL has a default/],
    ["a short key", { TUTTI_ADMIN_KEY: "changeme" }, /TUTTI_ADMIN_KEY is a default/],
    ["the demo", { TUTTI_DEMO: "true" }, /not in production/],
    ["webhooks into the network", { TUTTI_WEBHOOKS_TO_PRIVATE: "true" }, /not in production/],
  ])("is refused with %s", (_what, change, reason) => {
    expect(problemsOf(change)).toEqual([expect.stringMatching(reason)]);
  });

  it.each<[string, NodeJS.ProcessEnv]>([
    ["a proxy before it", { TUTTI_TLS_CERT: "", TUTTI_TLS_KEY: "", TUTTI_BEHIND_PROXY: "true" }],
    [
      "a network of its own",
      {
        TUTTI_PRIVATE_NETWORK: "true",
        DATABASE_URL: "postgres://tutti:uV3-kq9_Lx@db:5432/tutti",
        REDIS_URL: "redis://:xK2_93-kdLq@cache:6379",
      },
    ],
    ["a socket of Postgres", { DATABASE_URL: "postgres:///tutti?host=/run/postgresql" }],
  ])("is let pass with %s, which is said", (_what, change) => {
    expect(problemsOf(change)).toEqual([]);
  });

  it("says nothing of a secret", () => {
    const said = problemsOf({ DATABASE_URL: "postgres://tutti:changeme-1@db/tutti" }).join();
    expect(said).not.toContain("changeme-1");
  });

  it("is the only one that asks for any of it", () => {
    expect(problemsOf({ ...SAFE, TUTTI_PRODUCTION: "", TUTTI_KEYS: "", REDIS_URL: "" })).toEqual(
      [],
    );
  });
});
