import { createTuttiClient, type JobsItem, type SettlementsItem } from "@tutti/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { flatShare } from "../../support/contracts.js";
import { LiveWorld } from "../../support/live-world.js";

let world: LiveWorld;
let partners: string[];
const sockets: WebSocket[] = [];

/** The platform's socket, and a hand on it. */
class Cuttable extends WebSocket {
  constructor(...args: ConstructorParameters<typeof WebSocket>) {
    super(...args);
    sockets.push(this);
  }
}

beforeAll(async () => {
  world = await LiveWorld.start();
  partners = [await world.partner("one"), await world.partner("two")];
  for (const partnerId of partners) await agree(partnerId);
});
afterAll(() => world.close());

const AGREE = `mutation ($input: CreateContractInput!) { createContract(input: $input) {
  contract { id } userErrors { code path } } }`;
const RECORD = `mutation ($input: RecordTransactionsInput!) { recordTransactions(input: $input) {
  cursor userErrors { code message } } }`;

const ITEM = `__typename ... on LiveItem { cursor committedAt } ... on Resync { reason }`;
const POSITION = `contract version payable { amount } components { clause effect { amount } }`;
const POSITIONS = `subscription ($partnerId: ID, $from: Date, $after: String) {
  positions(partnerId: $partnerId, from: $from, after: $after) { ${ITEM}
    ... on PositionsSnapshot { complete positions { ${POSITION} } }
    ... on PositionsChanged { positions { ${POSITION} } } } }`;
const SETTLEMENTS = `subscription ($partnerId: ID, $states: [SettlementState!], $after: String) {
  settlements(partnerId: $partnerId, states: $states, after: $after) { ${ITEM}
    ... on SettlementsSnapshot { complete settlements { id version state partner { id } } }
    ... on SettlementsChanged { settlements { id version state partner { id } } } } }`;
const JOBS = `subscription ($after: String) { jobs(after: $after) { ${ITEM} } }`;

interface Item {
  __typename: string;
  cursor: string | null;
  committedAt: string | null;
  positions?: { contract: string; version: number; payable: { amount: string } }[];
  settlements?: { id: string; version: number; state: string; partner: { id: string } }[];
}

/** A contract whose first period is over: the clock opens its settlement and closes it. */
async function agree(partnerId: string): Promise<void> {
  const now = new Date();
  const begins = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1));
  const effectiveFrom = begins.toISOString().slice(0, 10);
  const input = { partnerId, code: "krw", effectiveFrom, terms: flatShare({ rate: "0.1" }) };
  await world.hub.query(AGREE, { input });
}

let recorded = 0;

/** Records what came in today. */
async function record(partnerId: string): Promise<string> {
  const transaction = {
    externalId: `income ${recorded++}`,
    type: "bet",
    direction: "IN",
    amountMinor: "1000",
    currency: "KRW",
    occurredAt: new Date().toISOString(),
  };
  const input = { partnerId, transactions: [transaction] };
  const { recordTransactions } = await world.hub.query<{ recordTransactions: { cursor: string } }>(
    RECORD,
    { input },
  );
  return recordTransactions.cursor;
}

function sdk(apiKey = world.hub.adminKey) {
  return createTuttiClient({ url: world.hub.url, apiKey, webSocket: Cuttable });
}

/** What a client knows of rows, and whether it ever went back. */
class Known {
  readonly versions = new Map<string, number>();
  readonly breaks: string[] = [];

  take(rows: readonly { id: string; version: number }[]): void {
    for (const { id, version } of rows) {
      if (version <= (this.versions.get(id) ?? 0)) this.breaks.push(`${id} again at ${version}`);
      this.versions.set(id, version);
    }
  }

  async isComplete(table: "settlement" | "job", where: string): Promise<boolean> {
    const prefix = table === "job" ? "job" : "stl";
    const { rows } = await world.hub.database.pool.query<{ id: string; version: number }>(
      `select '${prefix}_' || replace(id::text, '-', '') as id, version from ${table}
       where not exists (select from ${table} where ${where})`,
    );
    return rows.length > 0 && rows.every(({ id, version }) => this.versions.get(id) === version);
  }
}

describe("settlements, positions and jobs", () => {
  it("the client follows settlements from their opening to their close, over cuts", async () => {
    const known = new Known();
    const rowsOf = (item: SettlementsItem) => ("settlements" in item ? item.settlements : []);
    for await (const item of sdk().settlements.watch()) {
      known.take(rowsOf(item));
      if (item.__typename === "SettlementsChanged") sockets.at(-1)?.terminate();
      const isOpening = "period_end < now() and state <> 'CLOSED'";
      if (known.versions.size >= 4 && (await known.isComplete("settlement", isOpening))) break;
    }
    expect(known.breaks).toEqual([]);
    expect(known.versions.size).toBe(4);
  });

  it("the client follows jobs until they are done, over cuts", async () => {
    const known = new Known();
    const rowsOf = (item: JobsItem) => ("jobs" in item ? item.jobs : []);
    const isUnderWay = "due_at <= now() and state in ('WAITING', 'RUNNING')";
    for await (const item of sdk().jobs.watch()) {
      known.take(rowsOf(item));
      if (item.__typename === "JobsChanged") sockets.at(-1)?.terminate();
      if (await known.isComplete("job", isUnderWay)) break;
    }
    expect(known.breaks).toEqual([]);
  });

  it("positions move with each commit, and go on behind a cursor without a snapshot", async () => {
    const [partnerId = "", other = ""] = partners;
    const key = await world.key("VIEWER", partnerId);
    const first = world.subscribe<Item>(POSITIONS, {}, key.secret);
    expect(await first.count(1)).toMatchObject([{ __typename: "PositionsSnapshot" }]);
    await record(other);
    const commit = await record(partnerId);
    const changed = await first.first(({ __typename }) => __typename === "PositionsChanged");
    expect(changed.positions).toMatchObject([{ payable: { amount: "100" } }]);
    first.close();
    await record(other);
    await record(partnerId);
    const { cursor: after } = changed;
    const resumed = world.subscribe<Item>(POSITIONS, { after }, key.secret);
    const [next] = await resumed.count(1);
    expect(next).toMatchObject({
      __typename: "PositionsChanged",
      positions: [{ payable: { amount: "200" }, components: [{ effect: { amount: "200" } }] }],
    });
    expect(Date.parse(next?.committedAt ?? "")).toBeGreaterThan(0);
    resumed.close();
    const behind = world.subscribe<Item>(POSITIONS, { partnerId, after: commit });
    expect(await behind.count(1)).toMatchObject([{ __typename: "PositionsSnapshot" }]);
    behind.close();
    const contracts = [...first.items, ...resumed.items].flatMap(
      ({ positions }) => positions ?? [],
    );
    expect(new Set(contracts.map(({ contract }) => contract)).size).toBe(1);
  });

  it("shows a partner its own settlements, and their changes whatever their state", async () => {
    const [partnerId = "", other = ""] = partners;
    const key = await world.key("VIEWER", partnerId);
    const own = world.subscribe<Item>(SETTLEMENTS, { states: ["CLOSED"] }, key.secret);
    const [snapshot] = await own.count(1);
    expect(snapshot?.settlements).toHaveLength(1);
    expect(snapshot?.settlements?.every(({ partner }) => partner.id === partnerId)).toBe(true);
    const { database } = world.hub;
    const due = "update settlement set due_on = due_on + 1, version = version + 1";
    await database.pool.query(`${due} where state = 'OPEN'`);
    const changed = await own.first(({ __typename }) => __typename === "SettlementsChanged");
    expect(changed.settlements).toMatchObject([{ state: "OPEN", partner: { id: partnerId } }]);
    own.close();
    const foreign = world.subscribe<Item>(SETTLEMENTS, { partnerId: other }, key.secret);
    await expect(foreign.ended).rejects.toMatchObject([
      { extensions: { code: "PARTNER_NOT_FOUND" } },
    ]);
  });

  it("refuses cursors that are another's, another stream's, or made up", async () => {
    const [partnerId = ""] = partners;
    const key = await world.key("VIEWER", partnerId);
    const all = world.subscribe<Item>(SETTLEMENTS, {});
    const [{ cursor: after } = { cursor: null }] = await all.count(1);
    all.close();
    const wrong = [
      world.subscribe(SETTLEMENTS, { after }, key.secret),
      world.subscribe(SETTLEMENTS, { after, partnerId }),
      world.subscribe(JOBS, { after }),
      world.subscribe(SETTLEMENTS, { after: `${after}A` }),
    ];
    for (const each of wrong) {
      await expect(each.ended).rejects.toMatchObject([{ extensions: { code: "INVALID_CURSOR" } }]);
    }
    await expect.poll(() => world.metric("tutti_live_rows")).toBe(0);
  });
});
