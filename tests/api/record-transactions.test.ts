import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestHub, type TestHub } from "../support/hub.js";
import { addApiKey, addPartner, postedTransactions } from "../support/ingest.js";

let hub: TestHub;
let partnerId: string;

beforeAll(async () => {
  hub = await startTestHub();
  partnerId = await addPartner(hub);
});
afterAll(() => hub.close());

const RECORD = `mutation ($input: RecordTransactionsInput!) { recordTransactions(input: $input) {
  posted replayed refused outcomes { status transactionId code reason }
  userErrors { code message path } } }`;

interface Outcome {
  status: string;
  transactionId: string | null;
  code: string | null;
  reason: string | null;
}

interface Recorded {
  recordTransactions: {
    posted: number | null;
    replayed: number | null;
    refused: number | null;
    outcomes: Outcome[] | null;
    userErrors: { code: string; message: string; path: string[] | null }[];
  };
}

const transaction = (n: number | string, change: Record<string, unknown> = {}) => ({
  externalId: `m-${n}`,
  type: "payment",
  direction: "IN",
  amount: "12.50",
  currency: "EUR",
  occurredAt: "2026-01-31T15:00:00Z",
  ...change,
});

async function record(
  transactions: object[],
  more: object = {},
): Promise<Recorded["recordTransactions"]> {
  const input = { partnerId, transactions, ...more };
  return (await hub.query<Recorded>(RECORD, { input })).recordTransactions;
}

const codes = (outcomes: Outcome[] | null): unknown[] =>
  (outcomes ?? []).map(({ status, code }) => code ?? status);

describe("recording transactions in one call", () => {
  test("answers each of a thousand, and the same call again changes nothing", async () => {
    const batch = Array.from({ length: 1_000 }, (_, n) => transaction(n));
    const first = await record(batch);
    expect(first).toMatchObject({ posted: 1_000, replayed: 0, refused: 0, userErrors: [] });
    const second = await record(batch);
    expect(second).toMatchObject({ posted: 0, replayed: 1_000, refused: 0 });
    const ids = (outcomes: Outcome[] | null) => outcomes?.map((each) => each.transactionId);
    expect(ids(second.outcomes)).toEqual(ids(first.outcomes));
    expect(new Set(ids(first.outcomes)).size).toBe(1_000);
  });

  test("lets each stand for itself", async () => {
    const { outcomes, posted, refused } = await record([
      transaction("a"),
      transaction("b", { amountMinor: "1250" }),
      transaction("c", { amount: "1.255" }),
      transaction("d", { amount: null, amountMinor: "1250", counterparty: "Müller" }),
      transaction("a", { amount: "1" }),
      transaction("", { externalId: "" }),
      transaction("e", { reference: "\ud800" }),
    ]);
    expect(codes(outcomes)).toEqual([
      "POSTED",
      "INVALID_INPUT",
      "INVALID_AMOUNT",
      "POSTED",
      "EXTERNAL_ID_REUSED",
      "INVALID_INPUT",
      "INVALID_INPUT",
    ]);
    expect([posted, refused]).toEqual([2, 5]);
  });

  test.each([
    ["by the ledger", transaction("g", { amount: "-1" }), "INVALID_AMOUNT"],
    ["before the ledger", transaction("g", { amountMinor: "1" }), "INVALID_INPUT"],
  ])("posts all or nothing where one is refused %s", async (_where, bad, code) => {
    const batch = [transaction("f"), bad, transaction("h")];
    const { outcomes, posted } = await record(batch, { atomicity: "ALL_OR_NOTHING" });
    const linked = "LINKED_TRANSACTION_FAILED";
    expect([posted, codes(outcomes)]).toEqual([0, [linked, code, linked]]);
    expect(await postedTransactions(hub, "m-f")).toBe(0);
  });

  test("posts all where none is refused", async () => {
    const batch = [transaction("i"), transaction("j")];
    expect((await record(batch, { atomicity: "ALL_OR_NOTHING" })).posted).toBe(2);
  });

  test.each([
    ["nothing", 0, "EMPTY_BATCH"],
    ["more than a thousand", 1_001, "BATCH_TOO_LARGE"],
  ])("refuses %s", async (_what, count, code) => {
    const batch = Array.from({ length: count }, (_, n) => transaction(`x-${n}`));
    expect(await record(batch)).toMatchObject({ outcomes: null, userErrors: [{ code }] });
    expect(await postedTransactions(hub, "m-x-0")).toBe(0);
  });

  test("is for the partner's own key, and for no other partner", async () => {
    const other = await addPartner(hub, "globex");
    const key = await addApiKey(hub, { role: "PARTNER", partnerId });
    const send = (id: string) =>
      hub.query<Recorded>(
        RECORD,
        { input: { partnerId: id, transactions: [transaction("k")] } },
        key,
      );
    expect((await send(partnerId)).recordTransactions.posted).toBe(1);
    expect((await send(other)).recordTransactions.userErrors).toMatchObject([
      { code: "PARTNER_NOT_FOUND" },
    ]);
  });

  test("refuses money as a JSON number", async () => {
    const input = { partnerId, transactions: [transaction("l", { amount: 12.5 })] };
    const { errors } = await hub.graphql(RECORD, { input });
    expect(errors?.[0]?.message).toContain("a string is expected");
  });
});
