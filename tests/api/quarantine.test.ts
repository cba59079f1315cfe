import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import {
  createTuttiClient,
  type CorrectQuarantinedInput,
  type QuarantineItemFilter,
  type QuarantineItemFieldsFragment,
  type TuttiClient,
} from "@tutti/client";
import { importFolder } from "../../src/cli/import-folder.js";
import { main } from "../../src/cli/main.js";
import { WatchedFolder } from "../../src/cli/watched-folder.js";
import { startTestHub, type TestHub } from "../support/hub.js";
import { addApiKey, addPartner, ingest, type AnswerLine } from "../support/ingest.js";

let hub: TestHub;
let client: TuttiClient;
let second: TuttiClient;
let partnerId: string;
/** How far the hub's clock is ahead of the machine's. */
let aheadMs = 0;

const definition = JSON.stringify({
  format: { kind: "DELIMITED" },
  rows: [
    {
      externalId: { from: "id" },
      type: { from: "kind" },
      amount: { value: { from: "amount" }, scale: "MAJOR" },
      currency: { from: "currency" },
      occurredAt: { value: { from: "at" } },
      reference: { from: "ref" },
    },
  ],
});

const RULES = [
  { id: "bounds", kind: "AMOUNT", currency: "EUR", maxMinor: "100000" },
  { id: "types", kind: "TYPE", allowed: ["sale", "refund"] },
  { id: "currencies", kind: "CURRENCY", allowed: ["EUR"] },
  { id: "twice", kind: "DUPLICATE", fields: ["reference", "amountMinor"] },
  { id: "numbers", kind: "SEQUENCE", field: "reference", prefix: "R-" },
  { id: "daily", kind: "FRESHNESS", everyMinutes: 1_440 },
];

beforeAll(async () => {
  hub = await startTestHub({ clock: { now: () => new Date(Date.now() + aheadMs) } });
  partnerId = await addPartner(hub);
  client = createTuttiClient({ url: hub.url, apiKey: hub.adminKey });
  const apiKey = await addApiKey(hub, { role: "OPERATOR" });
  second = createTuttiClient({ url: hub.url, apiKey });
  await client.adapters.draft({ adapter: "shop", definition });
  await client.adapters.activate({ partnerId, adapter: "shop", reason: "tried" });
  await setRules(RULES);
});
afterAll(() => hub.close());

function setRules(rules: object[]) {
  const reason = "as agreed";
  return client.quality.setRules({ partnerId, rules: JSON.stringify(rules), reason });
}

async function all<T>(list: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of list) found.push(item);
  return found;
}

const HEAD = "id,kind,amount,currency,at,ref";
async function send(...rows: string[]): Promise<AnswerLine> {
  const { lines } = await ingest(hub, [HEAD, ...rows, ""].join("\n"), {
    headers: { "tutti-file-name": "report.csv" },
  });
  return lines[0] ?? {};
}

async function items(filter: QuarantineItemFilter = {}): Promise<QuarantineItemFieldsFragment[]> {
  return all(client.quarantine.list({ states: ["OPEN"], ...filter }));
}

function correct(input: Omit<CorrectQuarantinedInput, "idempotencyKey">) {
  return client.quarantine.correct({ idempotencyKey: randomUUID(), ...input });
}

async function alerts(kinds: ("SOURCE_GAP" | "SOURCE_LATE")[]) {
  return all(client.alerts.list({ states: ["RAISED"], kinds }));
}

test("what fails a rule is held with rule, field and value, and the rest is posted", async () => {
  const answer = await send(
    "a1,sale,12.50,EUR,2026-01-31,R-1",
    "a2,sale,5000,EUR,2026-01-31,R-2",
    "a3,gift,1,EUR,2026-01-31,R-3",
    "a4,sale,1,USD,2026-01-31,R-4",
    "a5,sale,abc,EUR,2026-01-31,R-5",
    "a6,sale,12.50,EUR,2026-01-31,R-1",
  );
  expect(answer).toMatchObject({ state: "PARTIAL", transactions: 6, posted: 1, refused: 5 });
  const held = new Map((await items()).map((item) => [item.position, item]));
  expect(held.get(2)).toMatchObject({
    kind: "ROW",
    rule: "AMOUNT",
    ruleId: "bounds",
    code: "QUALITY_RULE_FAILED",
    field: "amountMinor",
    value: "500000",
    transaction: { externalId: "a2", amount: { amount: "5000.00" } },
  });
  expect([...held.values()].filter(({ rule }) => rule === "ADAPTER")).toMatchObject([
    {
      kind: "LINE",
      refusalCode: "INVALID_AMOUNT",
      field: "amount",
      value: "abc",
      line: 6,
      raw: '["a5","sale","abc","EUR","2026-01-31","R-5"]',
      transaction: null,
    },
  ]);
  const rules = (await items()).map(({ rule }) => rule).toSorted();
  expect(rules).toEqual(["ADAPTER", "AMOUNT", "CURRENCY", "DUPLICATE", "TYPE"]);
});

test("a correction of money is posted when a second person agrees, any other one at once", async () => {
  const [amount] = await items({ rules: ["AMOUNT"] });
  const [type] = await items({ rules: ["TYPE"] });
  const [line] = await items({ rules: ["ADAPTER"] });
  const itemId = amount?.id ?? "";
  await expect(correct({ itemId, reason: "again" })).rejects.toThrow(/bounds|more/);
  const corrected = await correct({ itemId, amount: "50", reason: "cents" });
  expect(corrected).toMatchObject({ state: "AWAITING_APPROVAL", correction: { externalId: "a2" } });
  await expect(client.quarantine.approve({ itemId })).rejects.toThrow(/second person/);
  expect(await second.quarantine.approve({ itemId })).toMatchObject({ state: "POSTED" });

  const named = { itemId: type?.id ?? "", type: "refund", reason: "its new name" };
  expect(await correct(named)).toMatchObject({ state: "POSTED" });

  const whole = { externalId: "a5", type: "sale", direction: "IN", amount: "7", currency: "EUR" };
  const read = { ...whole, occurredAt: "2026-01-31T00:00:00Z", itemId: line?.id ?? "" } as const;
  const answer = await correct({ ...read, direction: "IN", reason: "by mail" });
  expect(answer).toMatchObject({ state: "AWAITING_APPROVAL" });
  const declined = { itemId: line?.id ?? "", reason: "it is 70" };
  expect(await second.quarantine.decline(declined)).toMatchObject({ state: "OPEN" });
  const { rows } = await hub.database.pool.query(
    "select external_id, amount_minor from transaction order by external_id",
  );
  expect(rows).toMatchObject([
    { external_id: "a1", amount_minor: 1250n },
    { external_id: "a2", amount_minor: 5000n },
    { external_id: "a3", amount_minor: 100n },
  ]);
});

test("the same document again leaves what was decided, and finds what is open", async () => {
  const [before] = await items({ rules: ["DUPLICATE"] });
  const { id = "" } = before?.document ?? {};
  const [again] = await client.adapters.replay({ documentIds: [id], reason: "as it was" });
  expect(again).toMatchObject({ state: "PARTIAL", posted: 0, known: 3, refused: 3 });
  expect((await items()).length).toBe(3);
});

test("rules are versions, and replaying goes by those in force", async () => {
  const [currency] = await items({ rules: ["CURRENCY"] });
  const itemIds = [currency?.id ?? ""];
  const [still] = await client.quarantine.replay({ itemIds, reason: "try" });
  expect(still).toMatchObject({ state: "OPEN", rule: "CURRENCY" });
  const dollars = { id: "currencies", kind: "CURRENCY", allowed: ["EUR", "USD"] };
  expect(await setRules(RULES.map((rule) => (rule.id === "currencies" ? dollars : rule)))).toEqual(
    expect.objectContaining({ version: 2 }),
  );
  const [posted] = await client.quarantine.replay({ itemIds, reason: "dollars are agreed" });
  expect(posted).toMatchObject({ state: "POSTED" });
  expect(await client.quality.rules(partnerId)).toHaveLength(2);
});

test("a rule is set aside by two people", async () => {
  const [twice] = await items({ rules: ["DUPLICATE"] });
  const itemId = twice?.id ?? "";
  const input = { itemId, ignoreRules: true, reason: "two orders alike" };
  expect(await correct(input)).toMatchObject({ state: "AWAITING_APPROVAL" });
  expect(await second.quarantine.approve({ itemId })).toMatchObject({ state: "POSTED" });
});

test("missing numbers raise an alert, which ends when they come", async () => {
  await send("b1,sale,1,EUR,2026-01-31,R-6", "b2,sale,1,EUR,2026-01-31,R-9");
  expect(await alerts(["SOURCE_GAP"])).toMatchObject([
    { message: expect.stringContaining("7-8") as string },
  ]);
  const rest = ["b3,sale,1,EUR,2026-01-31,R-7", "b4,sale,1,EUR,2026-01-31,R-8"];
  // The line with R-5 was never read.
  await send(...rest, "b5,sale,1,EUR,2026-01-31,R-5");
  expect(await alerts(["SOURCE_GAP"])).toEqual([]);
});

test("a document that the source's totals rule refuses is held as a whole, then read", async () => {
  const strict = { id: "totals", kind: "CONTROL_TOTALS", stated: ["FILE_COUNT"] };
  await setRules([strict]);
  expect(await send("c1,sale,1,EUR,2026-01-31,")).toMatchObject({ state: "REFUSED" });
  const [item] = await items({ kinds: ["DOCUMENT"] });
  expect(item).toMatchObject({ rule: "CONTROL_TOTALS", reason: /FILE_COUNT/ });
  await setRules([]);
  const itemIds = [item?.id ?? ""];
  const [cleared] = await client.quarantine.replay({ itemIds, reason: "without the rule" });
  expect(cleared).toMatchObject({ state: "CLEARED" });
});

test("figures by day, sources, and the command line show the same", async () => {
  const [figures] = await all(client.quality.figures({ partnerId }));
  expect(figures).toMatchObject({ documents: 4, refused: "1", waiting: 1, quarantined: 6 });
  expect(figures?.byRule).toContainEqual({ rule: "AMOUNT", items: 1 });
  const [source] = await all(client.quality.sources({ codes: ["acme"] }));
  expect(source).toMatchObject({ adapter: "shop", rulesVersion: 4, waiting: 1, lateSince: null });

  const printed: string[] = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void printed.push(line));
  vi.stubEnv("TUTTI_URL", hub.url);
  vi.stubEnv("TUTTI_API_KEY", hub.adminKey);
  onTestFinished(() => void vi.restoreAllMocks());
  onTestFinished(() => void vi.unstubAllEnvs());
  const tutti = (...args: string[]) => main(["node", "tutti", "quarantine", ...args]);
  expect(await tutti("list", "--partner", "acme")).toBe(0);
  expect(printed).toEqual([expect.stringMatching(/^qrn_\S+ {2}acme {2}report\.csv#5 {2}ADAPTER/)]);
  expect(await tutti("replay", "--all", "--reason", "try")).toBe(1);
  expect(await tutti("reject", "--all", "--reason", "a test of theirs")).toBe(0);
  expect(printed.slice(-2)).toEqual(["1 OPEN", "1 REJECTED"]);
  expect(await items()).toEqual([]);
});

test("a source that is late raises an alert, which ends when something comes", async () => {
  await setRules([{ id: "daily", kind: "FRESHNESS", everyMinutes: 1 }]);
  aheadMs = 3_600_000;
  await expect.poll(() => alerts(["SOURCE_LATE"]), { timeout: 30_000 }).toHaveLength(1);
  const [late] = await all(client.quality.sources({ isLate: true }));
  expect(late).toMatchObject({ code: "acme", lateSince: expect.any(String) as string });
  await send("d1,sale,1,EUR,2026-01-31,");
  expect(await alerts(["SOURCE_LATE"])).toEqual([]);
});

test("a partner's key sees its own, and decides nothing", async () => {
  const other = await addPartner(hub, "other");
  const apiKey = await addApiKey(hub, { role: "PARTNER", partnerId: other });
  const stranger = createTuttiClient({ url: hub.url, apiKey });
  expect(await all(stranger.quarantine.list())).toEqual([]);
  const [item] = await items({ states: ["POSTED"] });
  expect(await stranger.quarantine.get(item?.id ?? "")).toBeNull();
  const itemIds = [item?.id ?? ""];
  await expect(stranger.quarantine.reject({ itemIds, reason: "x" })).rejects.toThrow(/lacks|FORB/i);
  await expect(client.quarantine.reject({ itemIds, reason: "x" })).rejects.toThrow(/POSTED/);
});

test("a watched folder is emptied: read files go to done, others with their reason to failed", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tutti-folder-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  // Left by a watcher that was killed.
  await mkdir(join(folder, ".working"));
  await writeFile(join(folder, ".working", "left.csv"), `${HEAD}\nw1,sale,1,EUR,2026-01-31,\n`);
  await writeFile(join(folder, "a b.csv"), `${HEAD}\nw2,sale,1,EUR,2026-01-31,\n`);
  await writeFile(join(folder, "wrong.csv"), "nothing\nof\nthis\n");
  await writeFile(join(folder, ".hidden.csv"), "half written");
  await symlink("/etc/hostname", join(folder, "link.csv"));
  const stop = new AbortController();
  const said: string[] = [];
  const say = (line: string): void => {
    if (said.push(line) === 3) stop.abort();
  };
  const now = () => new Date("2026-01-31T12:00:00Z");
  const watching = { hub: client, partner: "acme", everyMs: 20, stop: stop.signal, say, now };
  await importFolder(folder, watching);
  expect(said).toEqual([
    "done: left.csv",
    "done: a b.csv",
    expect.stringMatching(/^failed: wrong\.csv, there is no column/),
  ]);
  const names = (await readdir(folder)).toSorted();
  expect(names).toEqual([".hidden.csv", ".working", "done", "failed", "link.csv"]);
  const stamp = "2026-01-31T12-00-00-000Z";
  expect((await readdir(join(folder, "failed"))).toSorted()).toEqual([
    `${stamp}-wrong.csv`,
    `${stamp}-wrong.csv.reason.txt`,
  ]);
  expect(await readdir(join(folder, "done"))).toHaveLength(2);
});

test("a watched folder keeps its files while the hub is away, and two watchers take each once", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tutti-folder-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "one.csv"), `${HEAD}\nx1,sale,1,EUR,2026-01-31,\n`);
  const [first, other] = [await WatchedFolder.open(folder), await WatchedFolder.open(folder)];
  await Promise.all([first.take(), other.take()]);
  const taken = await Promise.all([first.take(), other.take()]);
  expect(taken.flat()).toHaveLength(1);
  const stop = new AbortController();
  const away = createTuttiClient({ url: "http://127.0.0.1:9", apiKey: "x" });
  const said: string[] = [];
  const say = (line: string): void => {
    said.push(line);
    stop.abort();
  };
  const watching = { hub: away, partner: "acme", everyMs: 20, stop: stop.signal, say };
  await importFolder(folder, { ...watching, now: () => new Date() });
  expect(said).toEqual([expect.stringMatching(/^again later: /)]);
  expect(await first.left()).toMatchObject([{ name: "one.csv" }]);
});
