import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REFUSAL_CODES } from "../../../src/ingestion/adapters/index.js";
import { adapterFixture } from "../../support/adapter-fixtures.js";
import {
  conformanceBytes,
  conformanceFiles,
  hasConformanceFiles,
} from "../../support/camt-conformance.js";
import { readBytes } from "../../support/conformance.js";
import { soakRuns, soakTimeout } from "../../support/soak.js";

const SHIPPED = new URL("../../fixtures/adapters/shipped/", import.meta.url);
const QUICK = 40;
const LONG = 5_000;

const OWN: [adapter: string, bytes: Buffer][] = [
  ["camt.053", adapterFixture("camt-053.xml")],
  ["camt.052", adapterFixture("camt-052.xml")],
  ["mt940", adapterFixture("statement.sta")],
  ["mt940", adapterFixture("interim.942")],
  ["ofx", adapterFixture("bank.ofx")],
  ["bai2", adapterFixture("report.bai2")],
  ["nacha", adapterFixture("entries.ach")],
  ["cnab", adapterFixture("slips-400.ret")],
  ["cnab", adapterFixture("slips-240.ret")],
  ["bgmax", adapterFixture("deposits.bgmax")],
  ["finsta", adapterFixture("statement.edi")],
  ...readdirSync(SHIPPED).map((file): [string, Buffer] => [
    file.replace(/\.\w+$/, ""),
    adapterFixture(`shipped/${file}`),
  ]),
];

/** Folders of published files, by the adapter that reads them. */
const PUBLISHED: [adapter: string, folder: string][] = [
  ["mt940", "mt940/wolph-mt940/betterplace"],
  ["mt940", "mt940/jejik-mt940"],
  ["ofx", "ofx/asgrim-ofxparser"],
  ["bai2", "bai2/moov-bai2"],
  ["cnab", "cnab/eduardokum-laravel-boleto/cnab400"],
  ["finsta", "edifact/gfis-xtrans"],
];

/** A change of some bytes: overwritten, cut out, doubled or put in from elsewhere. */
const damage = fc.array(
  fc.record({
    how: fc.constantFrom("overwrite", "cut", "double", "insert", "truncate"),
    at: fc.nat(),
    length: fc.integer({ min: 1, max: 40 }),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
  }),
  { minLength: 1, maxLength: 4 },
);

type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

function damaged(bytes: Buffer, changes: Damage): Buffer {
  return changes.reduce((before, { how, at, length, bytes: put }) => {
    const start = before.length === 0 ? 0 : at % before.length;
    const [head, tail] = [before.subarray(0, start), before.subarray(start)];
    if (how === "truncate") return head;
    if (how === "cut") return Buffer.concat([head, tail.subarray(length)]);
    if (how === "double") return Buffer.concat([head, tail.subarray(0, length), tail]);
    if (how === "insert") return Buffer.concat([head, put, tail]);
    return Buffer.concat([head, put, tail.subarray(put.length)]);
  }, bytes);
}

/** Whatever came in, rows that the ledger can keep come out, or a reason that it knows. */
async function holds(adapter: string, bytes: Buffer, pieceBytes: number): Promise<void> {
  const { documents, refusal } = await readBytes(adapter, bytes, "sample", pieceBytes);
  if (refusal !== undefined) {
    expect(REFUSAL_CODES).toContain(refusal.code);
    expect(refusal.reason).not.toBe("");
    expect(documents).toEqual([]);
  }
  for (const { transactions, refusedLines = [] } of documents) {
    for (const row of transactions) {
      expect(row.amountMinor > 0n).toBe(true);
      expect(Number.isNaN(row.occurredAt.getTime())).toBe(false);
      expect(row.externalId.length).toBeLessThanOrEqual(200);
      expect(row.type).not.toBe("");
    }
    for (const line of refusedLines) expect(line.reason).not.toBe("");
  }
}

function fuzz(adapter: string, bytes: Buffer): Promise<void> {
  return fc.assert(
    fc.asyncProperty(damage, fc.integer({ min: 1, max: 500 }), async (changes, pieceBytes) => {
      await holds(adapter, damaged(bytes, changes), pieceBytes);
    }),
    { numRuns: soakRuns(QUICK, LONG) },
  );
}

describe("an adapter, whatever bytes it gets", () => {
  it.each(OWN)(
    "%s ends with rows or with a reason",
    async (adapter, bytes) => {
      await expect(fuzz(adapter, bytes)).resolves.toBeUndefined();
    },
    soakTimeout(120_000),
  );
});

describe.runIf(hasConformanceFiles)("an adapter, on damaged published files", () => {
  it.each(PUBLISHED)(
    "%s of %s ends with rows or with a reason",
    async (adapter, folder) => {
      const files = conformanceFiles(folder).filter((file) => !file.endsWith(".md"));
      for (const file of files.slice(0, 8)) {
        const bytes = conformanceBytes(file);
        const property = fc.asyncProperty(damage, async (changes) => {
          await holds(adapter, damaged(bytes, changes), 4_096);
        });
        const run = fc.assert(property, { numRuns: soakRuns(4, 1_000) });
        await expect(run).resolves.toBeUndefined();
      }
    },
    soakTimeout(120_000),
  );
});
