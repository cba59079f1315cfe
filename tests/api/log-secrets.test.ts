import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inspect } from "node:util";
import { startTestHub, type TestHub } from "../support/hub.js";
import { addPartner, documentHeaders, ingest } from "../support/ingest.js";
import { TEST_KEY } from "../support/postgres.js";

const HOLDER = "Ada Lovelace";
const NUMBER = "DE89370400440532013000";
const PASSWORD = "correct-horse-battery-staple";

let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
});

afterAll(() => hub.close());

async function command(name: string, input: object, answer: string): Promise<string> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${answer} } }`;
  return JSON.stringify((await hub.graphql(document, { input })).data);
}

/** As the login that owns the tables. */
async function asOwner(statement: string): Promise<void> {
  const url = new URL(String(hub.database.pool.options.connectionString));
  url.searchParams.delete("options");
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(statement);
  await client.end();
}

const secretIn = (answer: string): string =>
  /"secret":"([^"]+)"/.exec(answer)?.[1] ?? "no secret was answered";

test("nothing of what is secret stands in the log after the usual work", async () => {
  const partnerId = await addPartner(hub);
  const account = { holderName: HOLDER, scheme: "IBAN", number: NUMBER };
  const added = await command(
    "addPayoutAccount",
    { partnerId, currency: "EUR", account },
    "payoutAccount { id } userErrors { code }",
  );
  const payoutAccountId = /bnk_\w+/.exec(added)?.[0];
  const revealed = await command(
    "revealPayoutAccount",
    { payoutAccountId, reason: "a test" },
    "number userErrors { code }",
  );
  expect(revealed).toContain(NUMBER);
  const key = await command("createApiKey", { name: "k", role: "VIEWER" }, "secret");
  const endpoint = await command(
    "createWebhookEndpoint",
    { partnerId, eventKinds: ["BALANCE_CHANGED"], url: "https://partner.example/hook" },
    "secret userErrors { code }",
  );
  const secrets = [secretIn(key), secretIn(endpoint)];
  await hub.graphql("{ viewer { name } }", {}, "tutti_a_key_that_nobody_has");
  await hub.graphql(`{ partner(code: "${PASSWORD}") { nonsense } }`);
  await hub.graphql("query ($a: Int!) { jobs(first: $a) { nodes { id } } }", { a: PASSWORD });
  await command("addPayoutAccount", { partnerId, currency: "XXQ", account }, "userErrors { code }");
  await ingest(hub, `<torn>${NUMBER}`, { headers: documentHeaders(`${PASSWORD}.xml`) });
  await asOwner("alter table payout_account rename to payout_account_gone");
  await command("addPayoutAccount", { partnerId, currency: "KRW", account }, "userErrors { code }");

  const log = inspect(hub.log, { depth: 12, maxArrayLength: null, maxStringLength: null });
  expect(log).toContain("payout_account"); // the failure itself is there
  const never = [HOLDER, NUMBER, PASSWORD, TEST_KEY, hub.adminKey, "a_key_that_nobody_has"];
  for (const secret of [...never, ...secrets]) {
    expect(secret).not.toBe("no secret was answered");
    expect(log).not.toContain(secret);
  }
});
