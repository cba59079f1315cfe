import { describe, expect, it } from "vitest";
import type { ParsedDocument } from "../../../src/ingestion/adapters/index.js";
import {
  readDefinition,
  type AdapterDefinition,
} from "../../../src/ingestion/adapters/declarative/adapter-definition.js";
import { declarativeAdapter } from "../../../src/ingestion/adapters/declarative/data.adapter.js";
import { compileExpression } from "../../support/adapter-fixtures.js";
import { collected, inPieces } from "../../support/camt-documents.js";

const ROW = {
  externalId: { from: "id" },
  type: { from: "kind" },
  amount: { value: { from: "amount" } },
  currency: { const: "EUR" },
  occurredAt: { value: { from: "at" } },
};

function definition(changes: object, row: object = {}): AdapterDefinition {
  return readDefinition({ format: { kind: "DELIMITED" }, rows: [{ ...ROW, ...row }], ...changes });
}

async function read(
  content: string | Uint8Array,
  changes: object = {},
  row: object = {},
  pieceBytes = 7,
): Promise<ParsedDocument> {
  const adapter = declarativeAdapter("test", "1", definition(changes, row));
  const [parsed] = await collected(
    adapter.parse(inPieces(content, pieceBytes), { name: "sample" }),
  );
  if (parsed === undefined) throw new Error("nothing");
  return parsed;
}

const CSV = "id,kind,amount,at\na,sale,12.50,2026-01-31\nb,refund,-2.5,2026-01-31T10:00:00+09:00\n";

async function rowsOf(parsed: Promise<ParsedDocument>): Promise<string[]> {
  const document = await parsed;
  if (!document.ok) throw new Error(JSON.stringify(document.refusal));
  return document.transactions.map((row) =>
    [row.externalId, row.type, row.direction, row.amountMinor, row.occurredAt.toISOString()].join(
      " ",
    ),
  );
}

const TWO = [
  "a sale IN 1250 2026-01-31T00:00:00.000Z",
  "b refund OUT 250 2026-01-31T01:00:00.000Z",
];

describe("each format", () => {
  const objects = [
    { id: "a", kind: "sale", amount: "12.50", at: "2026-01-31" },
    { id: "b", kind: "refund", amount: -2.5, at: "2026-01-31T10:00:00+09:00" },
  ];
  const xml = (children: string): string => `<R><P i="a">${children}</P></R>`;

  it.each([
    ["delimited text", CSV, {}],
    ["a mark of byte order", `\uFEFF${CSV}`, {}],
    ["semicolons", CSV.replaceAll(",", ";"), { format: { kind: "DELIMITED", delimiter: ";" } }],
    ["a list in JSON", JSON.stringify(objects), { format: { kind: "JSON" } }],
    [
      "a path in JSON",
      JSON.stringify({ d: { l: objects } }),
      { format: { kind: "JSON", records: "d.l" } },
    ],
    [
      "lines of JSON",
      objects.map((one) => JSON.stringify(one)).join("\n"),
      { format: { kind: "NDJSON" } },
    ],
  ])("is read: %s", async (_, content, changes) => {
    expect(await rowsOf(read(content, changes))).toEqual(TWO);
  });

  it("is read: fixed width", async () => {
    const fields = [
      { name: "id", start: 2, length: 3 },
      { name: "kind", start: 5, length: 6 },
      { name: "amount", start: 11, length: 6 },
      { name: "at", start: 17, length: 10 },
    ];
    const lines = "Hheader\nDa  sale   12.502026-01-31\nT1\n";
    const format = { kind: "FIXED_WIDTH", mark: { start: 1, text: "D" }, fields };
    expect(await rowsOf(read(lines, { format }))).toEqual(TWO.slice(0, 1));
  });

  it("is read: XML, with attributes", async () => {
    const format = { kind: "XML", record: "R/P" };
    const content = xml("<kind>sale</kind><v><amount>12.50</amount></v><at>2026-01-31</at>");
    const row = { externalId: { from: "@i" }, amount: { value: { from: "v.amount" } } };
    expect(await rowsOf(read(content, { format }, row))).toEqual(TWO.slice(0, 1));
  });
});

describe("a line that is wrong", () => {
  it("is refused with the reason and the field, and the others stand", async () => {
    const lines =
      "c,sale,x,2026-01-31\nd,sale,1,31.01.2026\n,sale,1,2026-01-31\ne,sale,1.005,2026-01-31\n";
    const parsed = await read(`${CSV}${lines}f,"=cmd()",1,2026-01-31\n`);
    if (!parsed.ok) throw new Error("refused");
    expect(parsed.transactions).toHaveLength(2);
    expect(parsed.refusedLines).toMatchObject([
      { position: 3, code: "INVALID_AMOUNT", field: "amount" },
      { position: 4, code: "INVALID_DATE", field: "occurredAt" },
      { position: 5, code: "MISSING_ELEMENT", field: "externalId" },
      { position: 6, code: "INVALID_AMOUNT", field: "amount" },
      { position: 7, code: "FORMULA_NOT_ALLOWED" },
    ]);
  });

  it("is refused when its value is not in the map", async () => {
    const parsed = await read(CSV, {}, { type: { from: "kind", map: { sale: "payment" } } });
    if (!parsed.ok) throw new Error("refused");
    expect(parsed.refusedLines).toMatchObject([{ position: 2, code: "UNKNOWN_TYPE" }]);
  });

  it("of JSON numbers that are not exact is refused", async () => {
    const line = '{"id":"a","kind":"k","at":"2026-01-31","amount":12345678901234567.89}';
    const parsed = await read(line, { format: { kind: "NDJSON" } });
    if (!parsed.ok) throw new Error("refused");
    expect(parsed.refusedLines).toMatchObject([{ code: "INVALID_AMOUNT" }]);
  });
});

describe("a document that is wrong", () => {
  it.each([
    ["nothing", "", {}, "EMPTY_DOCUMENT"],
    ["a column that is not there", "id,kind\na,b\n", {}, "MISSING_ELEMENT"],
    ["a line without end", `id,kind,amount,at\n"${"a".repeat(200_000)}`, {}, "LIMIT_EXCEEDED"],
    ["null bytes", "id,\u0000", {}, "INVALID_ENCODING"],
    ["no UTF-8", Buffer.from("id,kind,amount,at\n\xe9,", "latin1"), {}, "INVALID_ENCODING"],
    ["no JSON", "{", { format: { kind: "JSON" } }, "NOT_WELL_FORMED"],
    ["a long line of JSON", "a".repeat(70_000), { format: { kind: "NDJSON" } }, "LIMIT_EXCEEDED"],
    [
      "an entity bomb",
      '<!DOCTYPE x [<!ENTITY a "b">]><x/>',
      { format: { kind: "XML", record: "x" } },
      "DOCTYPE_NOT_ALLOWED",
    ],
    ["a cut XML", "<x><y>", { format: { kind: "XML", record: "x" } }, "TRUNCATED"],
    ["a deep XML", "<a>".repeat(100), { format: { kind: "XML", record: "x" } }, "LIMIT_EXCEEDED"],
  ])("is refused: %s", async (_, content, changes, code) => {
    const parsed = await read(content, changes, {}, 4_096);
    expect(parsed).toMatchObject({ ok: false, refusal: { code } });
  });

  it("is refused when its own total is not met", async () => {
    const format = { kind: "DELIMITED", mark: { data: "D", header: "H" } };
    const controlTotals = [
      { mark: "T", column: 2, kind: "COUNT" },
      { mark: "T", column: 3, kind: "SUM_IN", currencyColumn: 4 },
    ];
    const lines = "H,id,kind,amount,at\nD,a,sale,1.00,2026-01-31\n";
    const good = await read(`${lines}T,1,1.00,EUR\n`, { format, controlTotals });
    expect(good).toMatchObject({ ok: true, controlTotals: [{ declared: 1n }, { declared: 100n }] });
    const wrong = await read(`${lines}T,1,2.00,EUR\n`, { format, controlTotals });
    expect(wrong).toMatchObject({ ok: false, refusal: { code: "CONTROL_TOTAL", line: 3 } });
  });
});

describe("an expression", () => {
  const evaluate = (text: string, record: unknown = {}): unknown =>
    compileExpression(text)({ record, item: record });

  it.each([
    ['record.a + ":" + record.b', { a: "x", b: "y" }, "x:y"],
    ["record.n > 1.0 && record.n < 3.0", { n: 2 }, true],
    ['has(record.a) ? record.a : "none"', {}, "none"],
    ['record.a in ["x", "y"]', { a: "y" }, true],
    ["record.a.substring(1, 3).upperAscii()", { a: "abcd" }, "BC"],
  ])("%s", (text, record, value) => {
    expect(evaluate(text, record)).toEqual(value);
  });

  it.each([
    ["no expression", "record."],
    ["a loop", "record.l.map(x, x)"],
    ["a loop that asks", "record.l.all(x, x > 0)"],
    ["loops within loops", "[1,2].map(a, [1,2].map(b, [1,2].map(c, c)))"],
    ["a pattern", 'record.a.matches("(a+)+$")'],
    ["growth by joining", 'record.a.split("").join(record.a)'],
    ["another name", "process.exit(1)"],
    ["too many steps", Array.from({ length: 300 }, () => "1").join("+")],
    ["too much depth", `${"(".repeat(40)}1${")".repeat(40)}`],
  ])("is refused: %s", (_, text) => {
    expect(() => compileExpression(text)).toThrow(/expression/);
  });

  it.each(["record.constructor", "record.__proto__", 'record["toString"]'])(
    "sees nothing inherited: %s",
    (text) => {
      expect(() => evaluate(text)).toThrow(/has no value/);
    },
  );

  it("visits each of its nodes once, whatever the record holds", () => {
    // As long as it may be, over the longest text that a line has.
    const text = Array.from({ length: 20 }, () => "record.a").join(" + ");
    const value = evaluate(text, { a: "x".repeat(64 * 1024) });
    expect(String(value).length).toBeLessThanOrEqual(200 * 64 * 1024);
  });
});

describe("a definition", () => {
  it.each([
    [{ rows: [] }, /rows/],
    [{ format: { kind: "PDF" } }, /format/],
    [{ zone: "Mars/Olympus" }, /zone/],
    [{ other: 1 }, /other/],
  ])("%j is refused where it is wrong", (changes, message) => {
    expect(() => declarativeAdapter("test", "1", definition(changes))).toThrow(message);
  });

  it("is refused with the path of a wrong expression", () => {
    const row = { when: "record.l.map(x, x)" };
    expect(() => declarativeAdapter("test", "1", definition({}, row))).toThrow(/calls map\(\)/);
  });
});
