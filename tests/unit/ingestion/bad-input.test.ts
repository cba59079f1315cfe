import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import {
  adapterFor,
  adapterNames,
  readDefinition,
  SHIPPED_DEFINITIONS,
} from "../../../src/ingestion/adapters/index.js";
import { adapterFixture } from "../../support/adapter-fixtures.js";
import { inShort, outcomesOf, refusalOf, tarGzOf } from "../../support/camt-archives.js";
import { camt054, collected } from "../../support/camt-documents.js";
import { readBytes } from "../../support/conformance.js";

const MIB = 1024 ** 2;
/** A JSON document may have 64 MiB before it is known to be one; nothing else takes more. */
const MOST_TAKEN = 70 * MIB;

/** The same bytes for ever, and how many of them were taken. */
function endless(text: string) {
  const chunk = Buffer.from(text.repeat(Math.ceil((256 * 1024) / text.length)));
  const taken = { bytes: 0 };
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (;;) {
      taken.bytes += chunk.length;
      if (taken.bytes > MOST_TAKEN) throw new Error("it takes without end");
      yield chunk;
    }
  }
  return { chunks: chunks(), taken };
}

describe("a stream without an end", () => {
  // One that is JSON as a whole stands for all of them: it takes 64 MiB to know.
  const isWholeJson = (name: string): boolean => {
    const definition = SHIPPED_DEFINITIONS.get(name);
    return definition !== undefined && readDefinition(definition).format.kind === "JSON";
  };
  const cases = adapterNames()
    .filter((name) => !isWholeJson(name))
    .flatMap((name) => ["x", "x,y;z\n"].map((form) => [name, form] as const))
    .concat([["stripe-balance-transactions", "["]]);

  it.each(cases)("is refused by %s when it is %j", async (name, form) => {
    const { chunks } = endless(form);
    const [parsed] = await collected(adapterFor(name).parse(chunks, { name: "sample" }));
    expect(parsed).toMatchObject({ ok: false });
  });
});

const FIXTURES: [adapter: string, fixture: string][] = [
  ["camt.053", "camt-053.xml"],
  ["mt940", "statement.sta"],
  ["ofx", "bank.ofx"],
  ["bai2", "report.bai2"],
  ["nacha", "entries.ach"],
  ["cnab", "slips-400.ret"],
  ["bgmax", "deposits.bgmax"],
  ["finsta", "statement.edi"],
  ["adyen-settlement-detail", "shipped/adyen-settlement-detail.csv"],
  ["stripe-balance-transactions", "shipped/stripe-balance-transactions.json"],
  ["evolution-wallet", "shipped/evolution-wallet.ndjson"],
];

describe("an encoding that is another one", () => {
  // XML says itself that it is UTF-16, and is read.
  it.each(FIXTURES.slice(1))("is refused by %s: UTF-16", async (adapter, fixture) => {
    const text = adapterFixture(fixture).toString("latin1");
    const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
    const { documents, refusal } = await readBytes(adapter, bytes);
    expect([documents.length, refusal === undefined]).toEqual([0, false]);
  });

  it.each(FIXTURES)(
    "posts nothing half with %s: UTF-8 cut in a character",
    async (adapter, file) => {
      const bytes = Buffer.concat([adapterFixture(file), Buffer.from([0xe2, 0x82])]);
      const { documents, refusal } = await readBytes(adapter, bytes);
      // Formats of single bytes take them for text behind the end, or refuse that.
      expect(refusal === undefined || documents.length === 0).toBe(true);
    },
  );
});

describe("an archive", () => {
  const content = camt054({ messageId: "A" });

  it.each(["../../etc/cron.d/x.xml", "/etc/x.xml", "..\\..\\x.xml", "a/../../x.xml"])(
    "whose member is called %j gives that name to nothing but the answer",
    async (name) => {
      const [outcome] = await outcomesOf("a.tar.gz", await tarGzOf([{ name, content }]));
      expect(outcome && inShort(outcome)).toContain("x.xml");
    },
  );

  it("that is gzip within gzip is not unpacked twice", async () => {
    const packed = gzipSync(gzipSync(content));
    const [outcome] = await outcomesOf("a.xml.gz", packed);
    expect(refusalOf(outcome)).toBeDefined();
  });

  it("of zeroes that grow a thousand times is refused by what it grows to", async () => {
    const bomb = gzipSync(Buffer.alloc(80 * MIB));
    expect(bomb.length).toBeLessThan(MIB);
    const [outcome] = await outcomesOf("a.xml.gz", bomb);
    expect(refusalOf(outcome)).toBeDefined();
  });
});

describe("a formula of a spreadsheet", () => {
  it.each(["=cmd|'/C calc'!A0", "@SUM(1)", "+cmd", "-cmd"])("%j is refused", async (text) => {
    const csv = adapterFixture("shipped/usage-metering.csv").toString("utf8");
    const [head = "", first = ""] = csv.split("\n");
    const cells = first.split(",");
    const spoilt = cells.map((cell, index) => (index === 0 ? text : cell)).join(",");
    const { documents } = await readBytes("usage-metering", `${head}\n${spoilt}\n`);
    expect(documents[0]?.transactions).toEqual([]);
    expect(documents[0]?.refusedLines?.map(({ code }) => code)).toEqual(["FORMULA_NOT_ALLOWED"]);
  });
});
