import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { parseMinor } from "../../src/shared/money.js";
import { conformanceBytes, hasConformanceFiles, sayLeftOut } from "../support/camt-conformance.js";
import {
  expectations,
  netOf,
  readBytes,
  readPublished,
  sideOf,
  statementsOf,
} from "../support/conformance.js";

interface OfxStatement {
  account: string | null;
  ccy: string;
  transactions: number;
  credits: string;
  debits: string;
  ledger_balance: string | null;
}

const ofx = expectations("ofx/").filter(({ format }) => format === "OFX");
const bai2 = expectations("bai2/").filter(({ format }) => format === "BAI2");
const nacha = expectations("nacha/").filter(({ format }) => format === "NACHA");

describe.runIf(!hasConformanceFiles)("the conformance of OFX, BAI2 and NACHA", () => {
  it("is not tested where the published files are not", () => {
    expect(sayLeftOut("the conformance of OFX, BAI2 and NACHA")).toContain("NOT TESTED");
  });
});

describe.runIf(hasConformanceFiles)("published OFX", () => {
  it.each(ofx)("$file says what an independent script reads", async ({ file, statements }) => {
    const reading = await readPublished("ofx", file);
    const wanted = statements as OfxStatement[];
    if (wanted.length === 0) {
      // a refusal to sign on, without a statement
      expect(reading.refusal?.code).toBe("MISSING_ELEMENT");
      return;
    }
    const found = statementsOf(reading);
    expect(found).toHaveLength(wanted.length);
    wanted.forEach((one, index) => {
      const { lines = [], closing, account } = found[index] ?? {};
      const minor = (text: string): bigint => parseMinor(text.replace(",", "."), one.ccy || "AUD");
      expect([account, lines.length]).toEqual([one.account ?? undefined, one.transactions]);
      expect([sideOf(lines, "IN"), -sideOf(lines, "OUT")]).toEqual([
        minor(one.credits),
        minor(one.debits),
      ]);
      const balance = one.ledger_balance;
      expect(closing?.amountMinor).toBe(balance ? minor(balance) : undefined);
    });
  });
});

describe.runIf(hasConformanceFiles)("published BAI2", () => {
  it.each(bai2)("$file holds its own totals", async ({ file, records, file_control }) => {
    const reading = await readPublished("bai2", file);
    const counts = records as Record<string, number>;
    const [sum, groups, lines] = file_control as string[];
    const [document] = reading.documents;
    expect(statementsOf(reading)).toHaveLength(counts["03"] ?? 0);
    expect(document?.entryCount).toBe(counts["16"]);
    const declared = (kind: string) =>
      document?.controlTotals.filter((total) => total.kind === kind).map((total) => total.computed);
    expect(declared("FILE_SUM")).toEqual([BigInt(sum?.replace("+", "") ?? "")]);
    expect(declared("FILE_COUNT")).toEqual([BigInt(groups ?? ""), BigInt(lines ?? "")]);
  });

  it("a card programme's ledger balances follow from its details", async () => {
    const reading = await readPublished("bai2", "bai2/moov-bai2/sample3.txt");
    const [first] = statementsOf(reading);
    expect(first?.check).toEqual({ status: "AGREES" });
    expect(netOf(first?.lines ?? [])).toBe(-100n);
  });
});

/**
 * What is wrong with each, by its note, name or control record. Three that are named invalid are
 * not here: what another library refuses in them is a name or a text, and their money, records and
 * controls are right.
 */
const WRONG: Record<string, string> = {
  "20110729A-invalid.ach": "MISSING_ELEMENT",
  "20110805A.ach": "CONTROL_TOTAL",
  "bh-ed-ad-bh-ed-ad-ed-ad.ach": "MISSING_ELEMENT",
  "file_parsing_missing_file_control.txt": "INVALID_DIRECTION",
  "flattenADVBatchesMultipleBatchHeaders.ach": "CONTROL_TOTAL",
  "invalid-two-micro-deposits.ach": "INVALID_AMOUNT",
  "issue751.ach": "MISSING_ELEMENT",
  "neither_file_record.txt": "MISSING_ELEMENT",
  "no_control.txt": "TRUNCATED",
  "no_header.txt": "MISSING_ELEMENT",
  "pos-invalidReturnFile.ach": "UNKNOWN_STATUS",
  "ppd-debit-fixedLengthInvalid.ach": "NOT_WELL_FORMED",
  "ppd-debit-invalid-entryDetail-checkDigit.ach": "NOT_WELL_FORMED",
  "shr-credit.ach": "CONTROL_TOTAL",
  "web-invalidNOCFile.ach": "UNKNOWN_STATUS",
};

describe.runIf(hasConformanceFiles)("published NACHA files", () => {
  it.each(nacha)("$file is read or refused as its note says", async ({ file, ...expected }) => {
    const packed = conformanceBytes(file);
    const bytes = file.endsWith(".gz") ? gunzipSync(packed) : packed;
    const { documents, refusal } = await readBytes("nacha", bytes, file);
    const wrong = WRONG[file.split("/").at(-1) ?? ""];
    expect(refusal?.code).toBe(wrong);
    if (wrong !== undefined) return;
    const [document] = documents;
    const rows = document?.transactions ?? [];
    // One file without line ends was too much for the independent script.
    if (!file.endsWith("fixedLength.ach")) expect(document?.entryCount).toBe(expected["entries"]);
    const { entry_credit_cents: credits, entry_debit_cents: debits } = expected;
    if (typeof credits !== "number" || file.endsWith("fixedLength.ach")) return;
    expect([sideOf(rows, "IN"), -sideOf(rows, "OUT")]).toEqual([
      BigInt(credits),
      BigInt(debits as number),
    ]);
    expect(new Set(rows.map((row) => row.externalId)).size).toBe(rows.length);
  });
});
