import { once } from "node:events";
import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { StartupError } from "../../../src/shared/config/startup-error.js";
import { checkServer } from "../../../src/shared/database/database.js";
import { freePort } from "../../support/free-port.js";
import { testDatabase, type TestDatabase } from "../../support/postgres.js";

describe("a Postgres that the hub is pointed at", () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  function changed(change: (url: URL) => void): string {
    const url = new URL(database.url);
    change(url);
    return url.href;
  }

  it("is taken when it answers and is new enough", async () => {
    expect(await checkServer(database.url)).toBeUndefined();
  });

  it("is refused when it is too old", async () => {
    await expect(checkServer(database.url, 99)).rejects.toThrow(
      /is version 18; 99 is the oldest that works\. Upgrade it/,
    );
  });

  it("is refused when nothing listens there, without showing the password", async () => {
    const port = await freePort();
    const url = changed((each) => (each.port = String(port)));
    const { pathname, password } = new URL(url);
    const failure = await checkServer(url).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StartupError);
    const said = `Postgres at 127.0.0.1:${port}${pathname} does not answer: connection refused.`;
    expect(String(failure)).toContain(said);
    expect(String(failure)).not.toContain(password);
  });

  it("is refused within seconds when it accepts connections and never answers", async () => {
    const silent = createServer().listen(0, "127.0.0.1");
    await once(silent, "listening");
    const address = silent.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const url = changed((each) => (each.port = String(port)));
    await expect(checkServer(url)).rejects.toThrow(/does not answer in time\./);
    silent.close();
  });

  it.each<[string, (url: URL) => void, RegExp]>([
    ["the password is wrong", (url) => (url.password = "guess"), /refuses the password\. Correct/],
    ["the database is missing", (url) => (url.pathname = "/none"), /has no such database\. Create/],
    ["its host is unknown", (url) => (url.hostname = "none.invalid"), /cannot be found: .*Correct/],
  ])("is refused when %s", async (_case, change, said) => {
    await expect(checkServer(changed(change))).rejects.toThrow(said);
  });
});
