import { gzipSync } from "node:zlib";
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tarGzOf } from "../support/camt-archives.js";
import { camt054, detail, entry } from "../support/camt-documents.js";
import { startTestHub, type TestHub } from "../support/hub.js";
import {
  addPartner,
  documentHeaders,
  ingest,
  postedTransactions,
  type AnswerLine,
} from "../support/ingest.js";

let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
  await addPartner(hub);
});
afterAll(() => hub.close());

const importAs = (name: string, body: string | Uint8Array) =>
  ingest(hub, body, { headers: documentHeaders(name) });

/** A notification with one payment for each amount. */
function payments(messageId: string, ...amounts: string[]): string {
  const sum = amounts.reduce((total, amount) => total + Number(amount), 0).toFixed(2);
  const details = amounts.map((amount) => detail({ amount })).join("\n");
  return camt054({ messageId, entries: entry({ amount: sum, details }) });
}

const DOCUMENT = `query ($id: ID!) { document(id: $id) {
  name sha256 state format messageIds transactions unposted posted refused receivedFrom
  totals { direction transactions amount { amountMinor currency } }
  refusal { code file line element reason } refusedTransactions { position externalId code reason }
  partner { code } } }`;

async function documentOf(line: AnswerLine | undefined): Promise<Record<string, unknown>> {
  const id = line?.["documentId"];
  const { document } = await hub.query<{ document: Record<string, unknown> }>(DOCUMENT, { id });
  return document;
}

const sha256 = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex");

describe("a document", () => {
  const xml = payments("DOC-1", "10.00", "20.00");

  test("is posted and counted, and a second time recognised", async () => {
    const first = await importAs("one.xml", xml);
    const total = { currency: "EUR", direction: "IN", transactions: 2 };
    const totals = [{ ...total, amountMinor: "3000", amount: "30.00" }];
    expect(first.status).toBe(200);
    expect(first.lines).toEqual([
      {
        kind: "document",
        documentId: expect.stringMatching(/^doc_/) as unknown,
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
    expect(second.lines[0]).toEqual({
      ...first.lines[0],
      file: "renamed.xml",
      posted: 0,
      known: 2,
    });
  });

  test("is kept with what it was, who brought it and what became of it", async () => {
    const { lines } = await importAs("one.xml", xml);
    expect(await documentOf(lines[0])).toEqual({
      name: "one.xml",
      sha256: sha256(xml),
      state: "POSTED",
      format: "camt.054.001.10",
      messageIds: ["DOC-1/N-1/2024-05-01T08:00:00Z"],
      transactions: 2,
      unposted: 0,
      posted: 2,
      refused: 0,
      receivedFrom: expect.any(String) as unknown,
      totals: [
        { direction: "IN", transactions: 2, amount: { amountMinor: "3000", currency: "EUR" } },
      ],
      refusal: null,
      refusedTransactions: [],
      partner: { code: "acme" },
    });
  });

  test("is posted once, however often it comes at the same time", async () => {
    const twin = payments("TWIN-1", ...Array.from({ length: 50 }, (_, n) => `${n + 1}.00`));
    const names = ["a.xml", "b.xml", "c.xml"];
    const answers = await Promise.all(names.map((name) => importAs(name, twin)));
    const results = answers.map(({ lines }) => lines[0]);
    expect(new Set(results.map((line) => line?.["documentId"])).size).toBe(1);
    expect(results.reduce((sum, line) => sum + Number(line?.["posted"]), 0)).toBe(50);
    expect(results.reduce((sum, line) => sum + Number(line?.["known"]), 0)).toBe(100);
    expect(await documentOf(results[0])).toMatchObject({ state: "POSTED", posted: 50, refused: 0 });
  });

  test("is what its transactions name as their origin", async () => {
    const { lines } = await importAs("one.xml", xml);
    const { transactions } = await hub.query<{ transactions: { nodes: { document: string }[] } }>(
      `{ transactions(filter: { externalId: "DOC-1/N-1/2024-05-01T08:00:00Z#1" }) {
           nodes { document } } }`,
    );
    expect(transactions.nodes).toEqual([{ document: lines[0]?.["documentId"] }]);
  });

  test("comes packed as well, and is the same document", async () => {
    const packed = await importAs("one.xml.gz", gzipSync(xml));
    expect(packed.lines[0]).toMatchObject({ state: "POSTED", posted: 0, known: 2 });
    expect((await documentOf(packed.lines[0]))["name"]).toBe("one.xml");
  });

  test("tells which transactions the ledger refused, and why", async () => {
    const { lines } = await importAs("changed.xml", payments("DOC-1", "10.00", "20.01", "1.00"));
    const refused = {
      position: 2,
      externalId: "DOC-1/N-1/2024-05-01T08:00:00Z#2",
      code: "EXTERNAL_ID_REUSED",
      reason: expect.stringContaining("other content") as unknown,
    };
    const counts = { posted: 1, known: 1, refused: 1, refusedTransactions: [refused] };
    expect(lines[0]).toMatchObject({ state: "PARTIAL", ...counts });
    expect(lines[1]).toMatchObject({ kind: "summary", partialDocuments: 1, refused: 1 });
    expect(await documentOf(lines[0])).toMatchObject({
      state: "PARTIAL",
      posted: 2,
      refused: 1,
      refusedTransactions: [refused],
    });
  });

  test("is kept before it is read, byte for byte", async () => {
    const torn = xml.slice(0, 200);
    await importAs("torn.xml", torn);
    const { rows } = await hub.database.pool.query(
      `select r.size_bytes as size, a.name, a.channel, a.adapter
       from raw_document r join arrival a on a.raw_sha256 = r.sha256
       where r.sha256 = decode($1, 'hex')`,
      [sha256(torn)],
    );
    expect(rows).toEqual([{ size: 200n, name: "torn.xml", channel: "HTTP", adapter: "camt.054" }]);
  });
});

describe("a document that is refused", () => {
  const withoutDirection = entry().replace("<CdtDbtInd>CRDT</CdtDbtInd>", "");

  test.each([
    ["is empty", "", "EMPTY_DOCUMENT", {}],
    ["is cut off", payments("R-1", "1.00").slice(0, -40), "TRUNCATED", { line: 10 }],
    ["is no XML", "<<<", "NOT_WELL_FORMED", { line: 1 }],
    ["is another message", "<Invoice/>", "FOREIGN_DOCUMENT", { line: 1, element: "Invoice" }],
    ["is a newer version", camt054({ version: "99" }), "FOREIGN_DOCUMENT", { line: 1 }],
    [
      "has too many decimals",
      camt054({ entries: entry({ amount: "1.005" }) }),
      "INVALID_AMOUNT",
      {},
    ],
    [
      "has an unknown currency",
      camt054({ entries: entry({ currency: "ZZZ" }) }),
      "UNKNOWN_CURRENCY",
      {},
    ],
    ["lacks a direction", camt054({ entries: withoutDirection }), "MISSING_DIRECTION", {}],
  ])("because it %s says so and posts nothing", async (what, body, code, place) => {
    const before = await postedTransactions(hub);
    const { status, lines } = await importAs("bad.xml", body);
    const refusal = {
      code,
      file: "bad.xml",
      reason: expect.stringMatching(/./) as unknown,
      ...place,
    };
    expect(status).toBe(200);
    expect(lines).toEqual([
      expect.objectContaining({ kind: "document", state: "REFUSED", transactions: 0 }),
      expect.objectContaining({ kind: "summary", documents: 1, refusedDocuments: 1 }),
    ]);
    expect([what, lines[0]?.["refusal"]]).toEqual([what, expect.objectContaining(refusal)]);
    expect(await documentOf(lines[0])).toMatchObject({ state: "REFUSED", refusal });
    expect(await postedTransactions(hub)).toBe(before);
  });
});

describe("an archive", () => {
  test("is posted document by document; what is refused stops nothing", async () => {
    const archive = await tarGzOf([
      { name: "a/1.xml", content: payments("TAR-1", "1.00", "2.00") },
      { name: "a/2.xml", content: payments("TAR-2", "3.00").slice(0, -30) },
      { name: "a/read-me.txt", content: "hello" },
      { name: "a/3.xml", content: payments("TAR-3", "4.00") },
    ]);
    const first = await importAs("march.tar.gz", archive);
    expect(first.lines.map(({ kind, file, state }) => [kind, file, state])).toEqual([
      ["document", "march.tar.gz/a/1.xml", "POSTED"],
      ["document", "march.tar.gz/a/2.xml", "REFUSED"],
      ["skipped", "march.tar.gz/a/read-me.txt", undefined],
      ["document", "march.tar.gz/a/3.xml", "POSTED"],
      ["summary", undefined, undefined],
    ]);
    const counts = { documents: 3, refusedDocuments: 1, skippedFiles: 1 };
    expect(first.lines.at(-1)).toMatchObject({ ...counts, transactions: 3, posted: 3, known: 0 });
    const second = await importAs("march.tar.gz", archive);
    expect(second.lines.at(-1)).toMatchObject({ ...counts, transactions: 3, posted: 0, known: 3 });
  });

  test("that is cut off posts what came whole, and is refused from there on", async () => {
    const content = payments("CUT-2", ...Array.from({ length: 500 }, (_, n) => `${n}.37`));
    const archive = await tarGzOf([
      { name: "1.xml", content: payments("CUT-1", "1.00") },
      { name: "2.xml", content },
    ]);
    const { lines } = await importAs("cut.tar.gz", archive.subarray(0, archive.length - 100));
    expect(lines[0]).toMatchObject({ state: "POSTED", posted: 1 });
    expect(lines[1]).toMatchObject({ state: "REFUSED", refusal: { code: "BROKEN_ARCHIVE" } });
    expect(await documentOf(lines[1])).toMatchObject({ refusal: { code: "BROKEN_ARCHIVE" } });
  });

  test("without files is refused itself", async () => {
    const { lines } = await importAs("empty.tar.gz", await tarGzOf([]));
    expect(lines[0]).toMatchObject({
      file: "empty.tar.gz",
      state: "REFUSED",
      refusal: { code: "EMPTY_ARCHIVE" },
    });
  });
});

describe("the documents", () => {
  test("are listed by state, newest first, page by page", async () => {
    const list = `query ($after: String) {
      documents(first: 2, after: $after, filter: { state: REFUSED, adapter: "camt.054" }) {
        totalCount pageInfo { hasNextPage endCursor } nodes { id state } } }`;
    interface Page {
      documents: {
        totalCount: number;
        pageInfo: { endCursor: string };
        nodes: { id: string; state: string }[];
      };
    }
    const first = (await hub.query<Page>(list)).documents;
    const after = first.pageInfo.endCursor;
    const second = (await hub.query<Page>(list, { after })).documents;
    const ids = [...first.nodes, ...second.nodes].map(({ id }) => id);
    expect(first.totalCount).toBeGreaterThan(8);
    expect(ids).toEqual([...new Set(ids)].toSorted().toReversed());
    const { node } = await hub.query("query ($id: ID!) { node(id: $id) { __typename id } }", {
      id: ids[0],
    });
    expect(node).toEqual({ __typename: "Document", id: ids[0] });
  });
});
