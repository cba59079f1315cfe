import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { createTuttiClient, type TuttiClient } from "@tutti/client";
import { main } from "../../src/cli/main.js";
import { adapterFixture } from "../support/adapter-fixtures.js";
import { startTestHub, type TestHub } from "../support/hub.js";
import { addPartner, ingest, type IngestAnswer } from "../support/ingest.js";

let hub: TestHub;
let client: TuttiClient;
let partnerId: string;

beforeAll(async () => {
  hub = await startTestHub();
  await addPartner(hub);
  client = createTuttiClient({ url: hub.url, apiKey: hub.adminKey });
  partnerId = (await client.partners.get({ code: "acme" }))?.id ?? "";
});
afterAll(() => hub.close());

/** A definition whose amounts are of this scale. */
function definition(scale: "MAJOR" | "MINOR"): string {
  return JSON.stringify({
    format: { kind: "DELIMITED" },
    rows: [
      {
        externalId: { from: "id" },
        type: { from: "kind", map: { s: "sale", r: "refund" } },
        amount: { value: { from: "amount" }, scale },
        currency: { const: "EUR" },
        occurredAt: { value: { from: "at" } },
      },
    ],
  });
}

const CSV = "id,kind,amount,at\na,s,1250,2026-01-31\nb,r,-250,2026-01-31\nc,x,1,2026-01-31\n";
const sample = Buffer.from(CSV).toString("base64");

/** As the source's own adapter reads it. */
const send = (body: string | Uint8Array, name = "report.csv"): Promise<IngestAnswer> =>
  ingest(hub, body, { headers: { "tutti-file-name": name } });

test("a format is tried, drafted, activated and then read without naming it", async () => {
  const tried = await client.adapters.dryRun({
    definition: definition("MINOR"),
    fileName: "report.csv",
    sample,
  });
  expect(tried).toMatchObject({
    refusal: null,
    transactions: 2,
    refused: 1,
    refusedLines: [{ position: 3, line: 4, code: "UNKNOWN_TYPE", field: "type" }],
    rows: [
      { externalId: "a", type: "sale", direction: "IN", amount: { amount: "12.50" } },
      { externalId: "b", type: "refund", direction: "OUT", amount: { amount: "2.50" } },
    ],
  });
  expect(tried.coverage).toContainEqual({ field: "reference", filled: 0 });
  expect((await send(CSV)).status).toBe(400);

  const drafted = await client.adapters.draft({
    adapter: "star-games",
    definition: definition("MINOR"),
  });
  expect(drafted).toMatchObject({ version: 1, adapter: "star-games" });
  await client.adapters.activate({ partnerId, adapter: "star-games", reason: "tried" });
  const { lines } = await send(CSV);
  expect(lines[0]).toMatchObject({
    state: "PARTIAL",
    transactions: 3,
    posted: 2,
    refused: 1,
    refusedTransactions: [
      { position: 3, reason: expect.stringMatching(/not in the map/) as string },
    ],
  });
});

test("a new version is another one, and a roll-back is the one before", async () => {
  await client.adapters.draft({ adapter: "star-games", definition: definition("MAJOR") });
  await client.adapters.activate({ partnerId, adapter: "star-games", reason: "major units" });
  const [active] = await client.adapters.activations(partnerId);
  expect(active).toMatchObject({ adapter: "star-games", version: 2, isRollBack: false });
  const back = await client.adapters.rollBack({ partnerId, reason: "a hundred times too much" });
  expect(back).toMatchObject({ version: 1, isRollBack: true });
  await expect(client.adapters.rollBack({ partnerId, reason: "more" })).rejects.toThrow(/No other/);
  const adapters = await client.adapters.list();
  expect(adapters.find(({ name }) => name === "star-games")?.versions).toHaveLength(2);
});

test("kept input is read again through the version that is active now", async () => {
  const [first] = (await send(CSV)).lines;
  const documentIds = [String(first?.["documentId"])];
  await client.adapters.activate({ partnerId, adapter: "star-games", version: 2, reason: "again" });
  const [replayed] = await client.adapters.replay({ documentIds, reason: "other units" });
  // The ids are posted, with other amounts: they are refused, and the ledger stays as it is.
  expect(replayed).toMatchObject({ state: "PARTIAL", posted: 0, known: 0, refused: 3 });
  await client.adapters.rollBack({ partnerId, reason: "back" });
  const [known] = await client.adapters.replay({ documentIds, reason: "the same units" });
  expect(known).toMatchObject({ posted: 0, known: 2, refused: 1 });
});

test("an adapter that comes with the hub is activated by its name", async () => {
  await client.adapters.activate({ partnerId, adapter: "toss-settlements", reason: "Toss" });
  const { lines } = await send(adapterFixture("shipped/toss-settlements.json"), "toss.json");
  expect(lines[0]).toMatchObject({ state: "POSTED", transactions: 5, posted: 5 });
});

test("the command line tries a file and lists the adapters", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tutti-adapters-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "report.csv"), CSV);
  await writeFile(join(folder, "definition.json"), definition("MINOR"));
  const printed: string[] = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void printed.push(line));
  vi.stubEnv("TUTTI_URL", hub.url);
  vi.stubEnv("TUTTI_API_KEY", hub.adminKey);
  onTestFinished(() => void vi.restoreAllMocks());
  onTestFinished(() => void vi.unstubAllEnvs());
  const tutti = (...args: string[]) => main(["node", "tutti", "adapters", ...args]);
  const dryRun = ["dry-run", join(folder, "report.csv"), "--definition"];
  // One of its lines is refused.
  expect(await tutti(...dryRun, join(folder, "definition.json"))).toBe(1);
  expect(printed.join("\n")).toMatch(/sum in EUR +12\.50/);
  expect(printed.join("\n")).toMatch(/line 4: UNKNOWN_TYPE/);
  expect(await tutti("list")).toBe(0);
  expect(printed.join("\n")).toMatch(/star-games +version 2/);
});

test.each([
  [{ adapter: "camt.054", definition: definition("MAJOR") }, /a-z, 0-9/],
  [{ adapter: "mt940", definition: definition("MAJOR") }, /comes with the hub/],
  [{ adapter: "x", definition: "[]" }, /not a JSON object/],
  [{ adapter: "x", definition: '{"format":{"kind":"NDJSON"},"rows":[]}' }, /rows/],
  [
    {
      adapter: "x",
      definition: definition("MAJOR").replace('{"from":"at"}', '{"expression":"f()"}'),
    },
    /calls f\(\)/,
  ],
])("a draft is refused where it is wrong", async (input, message) => {
  await expect(client.adapters.draft(input)).rejects.toThrow(message);
});
