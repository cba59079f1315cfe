import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MAX_LINE_BYTES } from "../../src/ingestion/split-lines.js";
import { startTestHub, type TestHub } from "../support/hub.js";
import {
  addPartner,
  ingest,
  openIngest,
  postedTransactions,
  transactionLine,
  type AnswerLine,
} from "../support/ingest.js";

let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
  await addPartner(hub);
});
afterAll(() => hub.close());

const inShort = ({ line, status, code }: AnswerLine): unknown[] =>
  code === undefined ? [line, status] : [line, status, code];

describe("a stream of transactions", () => {
  test("answers each line, in order, and the same stream again changes nothing", async () => {
    const body = Array.from({ length: 2_500 }, (_, n) => transactionLine(n)).join("");
    const first = await ingest(hub, body);
    const numbers = Array.from({ length: 2_500 }, (_, n) => n + 1);
    expect(first.status).toBe(200);
    expect(first.lines.map(({ line }) => line)).toEqual(numbers);
    expect(new Set(first.lines.map(({ status }) => status))).toEqual(new Set(["POSTED"]));
    const second = await ingest(hub, body);
    expect(second.lines).toEqual(first.lines.map((line) => ({ ...line, status: "REPLAYED" })));
  });

  test("answers with ids under which the API has the transactions", async () => {
    const { lines } = await ingest(hub, transactionLine(5_000, { counterparty: "Müller" }));
    const { transaction } = await hub.query(
      "query ($id: ID!) { transaction(id: $id) { externalId counterparty amount { amount } } }",
      { id: lines[0]?.["transactionId"] },
    );
    expect(transaction).toEqual({
      externalId: "t-5000",
      counterparty: "Müller",
      amount: { amount: "12.50" },
    });
  });

  test("answers a line before the next one is sent", async () => {
    const request = openIngest(hub);
    request.write(transactionLine(6_000));
    const [response] = (await once(request, "response")) as [IncomingMessage];
    const answers = createInterface({ input: response })[Symbol.asyncIterator]();
    for (const line of [1, 2, 3]) {
      const { value } = (await answers.next()) as { value: string };
      expect(JSON.parse(value)).toMatchObject({ line, status: "POSTED" });
      if (line < 3) request.write(transactionLine(6_000 + line));
      else request.end();
    }
    expect((await answers.next()).done).toBe(true);
  });

  test("goes on after lines that cannot be read, and says which they are", async () => {
    const lines = [
      transactionLine(7_000),
      "{ not JSON\n",
      "\n",
      "[1]\n",
      Buffer.from([0x7b, 0xff, 0xfe, 0x0a]),
      `${"x".repeat(MAX_LINE_BYTES + 1)}\n`,
      `${"x".repeat(3 * MAX_LINE_BYTES)}\n`,
      transactionLine(7_001).trimEnd(),
    ];
    const body = Buffer.concat(lines.map((line) => Buffer.from(line)));
    const answer = await ingest(hub, body);
    expect(answer.lines.map(inShort)).toEqual([
      [1, "POSTED"],
      ...[2, 3, 4, 5, 6, 7].map((line) => [line, "REFUSED", "INVALID_INPUT"]),
      [8, "POSTED"],
    ]);
    expect(answer.lines[4]?.["reason"]).toBe("The line is not UTF-8");
    expect(answer.lines[6]?.["reason"]).toContain(`longer than ${MAX_LINE_BYTES} bytes`);
  });

  test.each([
    ["an amount that is a JSON number", { amount: 12.5 }, "INVALID_INPUT", "JSON number"],
    ["minor units as a JSON number", { amount: undefined, amountMinor: 1250 }, "INVALID_INPUT", ""],
    ["both kinds of amount", { amountMinor: "1250" }, "INVALID_INPUT", "one of them"],
    ["no amount", { amount: undefined }, "INVALID_INPUT", "one of them"],
    ["too many decimals", { amount: "12.505" }, "INVALID_AMOUNT", "2 decimals"],
    ["an amount of zero", { amount: "0" }, "INVALID_AMOUNT", ""],
    ["a negative amount", { amount: "-1" }, "INVALID_AMOUNT", ""],
    ["an amount past 2^63-1", { amount: "92233720368547758.08" }, "INVALID_AMOUNT", ""],
    ["an unknown currency", { currency: "ZZZ" }, "UNKNOWN_CURRENCY", "ZZZ"],
    ["a missing direction", { direction: undefined }, "INVALID_INPUT", "direction"],
    ["a missing external id", { externalId: undefined }, "INVALID_INPUT", "externalId"],
    ["an empty external id", { externalId: "" }, "INVALID_INPUT", ""],
    ["half a surrogate pair", { externalId: "\ud800" }, "INVALID_INPUT", "Unicode"],
    ["a time without an offset", { occurredAt: "2026-01-31T15:00:00" }, "INVALID_INPUT", "offset"],
    ["a day that is none", { occurredAt: "2026-02-30T15:00:00Z" }, "INVALID_INPUT", "occurredAt"],
    ["a field that would be lost", { refrence: "R-1" }, "INVALID_INPUT", "refrence"],
  ])("refuses %s", async (_what, change, code, reason) => {
    const { lines } = await ingest(hub, transactionLine(8_000, change));
    expect(lines).toEqual([
      { line: 1, status: "REFUSED", code, reason: expect.stringContaining(reason) as unknown },
    ]);
    expect(await postedTransactions(hub, "t-8000")).toBe(0);
  });

  test("takes minor units, and refuses a known id with other content", async () => {
    const minor = { amount: undefined, amountMinor: "1250" };
    const body = transactionLine(9_000) + transactionLine(9_000, minor) + transactionLine(9_001);
    const changed = body + transactionLine(9_001, { amount: "1" });
    expect((await ingest(hub, changed)).lines.map(inShort)).toEqual([
      [1, "POSTED"],
      [2, "REPLAYED"],
      [3, "POSTED"],
      [4, "REFUSED", "EXTERNAL_ID_REUSED"],
    ]);
  });

  test("of nothing is answered with nothing", async () => {
    expect(await ingest(hub, "")).toEqual({ status: 200, lines: [] });
  });
});
