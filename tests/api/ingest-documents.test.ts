import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tarGzOf } from "../support/camt-archives.js";
import { camt054, detail, entry } from "../support/camt-documents.js";
import { startTestHub, type TestHub } from "../support/hub.js";
import { addPartner, documentHeaders, ingest, type AnswerLine } from "../support/ingest.js";

let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
  await addPartner(hub);
});
afterAll(() => hub.close());

const details = (...amounts: string[]): string =>
  entry({
    amount: "30.00",
    details: amounts.map((amount) => detail({ amount })).join("\n"),
  });

function importAs(name: string, body: string | Uint8Array, options = {}) {
  return ingest(hub, body, { headers: documentHeaders(name), ...options });
}

const withoutId = ({ documentId, ...rest }: AnswerLine): AnswerLine => rest;

describe("a document", () => {
  const xml = camt054({ messageId: "DOC-1", entries: details("10.00", "20.00") });

  test("is posted and counted, and a second time recognised", async () => {
    const first = await importAs("one.xml", xml);
    const total = { currency: "EUR", direction: "IN", transactions: 2 };
    const totals = [{ ...total, amountMinor: "3000", amount: "30.00" }];
    expect(first.status).toBe(200);
    expect(first.lines.map(withoutId)).toEqual([
      {
        kind: "document",
        file: "one.xml",
        state: "POSTED",
        transactions: 2,
        unposted: 0,
        posted: 2,
        known: 0,
        refused: 0,
        refusedTransactions: [],
        totals,
      },
      expect.objectContaining({ kind: "summary", documents: 1, posted: 2, known: 0, totals }),
    ]);
    const second = await importAs("renamed.xml", xml);
    expect(second.lines[0]).toMatchObject({ state: "POSTED", posted: 0, known: 2, totals });
    expect(second.lines[0]?.["documentId"]).toBe(first.lines[0]?.["documentId"]);
  });
});
