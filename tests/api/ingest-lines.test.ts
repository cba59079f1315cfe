import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestHub, type TestHub } from "../support/hub.js";
import { addPartner, ingest, transactionLine } from "../support/ingest.js";

let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
  await addPartner(hub);
});
afterAll(() => hub.close());

describe("a stream of transactions", () => {
  test("answers each line, in order, and the same stream again changes nothing", async () => {
    const body = Array.from({ length: 2_500 }, (_, n) => transactionLine(n)).join("");
    const first = await ingest(hub, body);
    expect(first.status).toBe(200);
    expect(first.lines.map(({ line }) => line)).toEqual(
      Array.from({ length: 2_500 }, (_, n) => n + 1),
    );
    expect(new Set(first.lines.map(({ status }) => status))).toEqual(new Set(["POSTED"]));
    const second = await ingest(hub, body);
    expect(second.lines).toEqual(first.lines.map((line) => ({ ...line, status: "REPLAYED" })));
  });
});
