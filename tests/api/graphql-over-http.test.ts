import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestHub, type TestHub } from "../support/hub.js";

/** What deviates from the draft of GraphQL over HTTP, with the reason in schema/README.md. */
const DEVIATIONS = new Set(["572B", "FDE2", "7B9B"]);

let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
});

afterAll(() => hub.close());

/** The audits know no credentials, and nothing of the header that keeps other sites out. */
const authorized: typeof fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set("authorization", `Bearer ${hub.adminKey}`);
  headers.set("apollo-require-preflight", "true");
  return fetch(input, { ...init, headers });
};

describe("the audits of graphql-http", () => {
  const audits = serverAudits({ url: () => `${hub.url}/graphql`, fetchFn: authorized });

  test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))(
    "%s: %s",
    async (id, _name, audit) => {
      const result = await audit.fn();
      const shown = result.status === "ok" ? result.status : `${result.status}: ${result.reason}`;
      if (DEVIATIONS.has(id)) expect(result.status).not.toBe("ok");
      else expect(shown).toBe("ok");
    },
  );
});
