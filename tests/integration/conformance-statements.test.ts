import { describe, expect, it } from "vitest";
import { parseMinor } from "../../src/shared/money.js";
import { hasConformanceFiles, sayLeftOut } from "../support/camt-conformance.js";
import {
  checkText,
  expectations,
  expectedCheck,
  netOf,
  readPublished,
  sideOf,
  statementsOf,
} from "../support/conformance.js";

interface CamtStatement {
  id: string;
  acct: string | null;
  bal: [string, string, string, string][];
  entries: number;
  cr: string;
  db: string;
  ccys: string[];
  sts: Record<string, number>;
  check?: string;
}

interface MtStatement {
  account: string | null;
  opening: string | null;
  closing: string | null;
  ccy: string | null;
  lines: Record<string, number>;
  net: string;
  check?: string;
}

const camt = expectations("iso20022/").filter(({ format }) => /^camt\.05[23]/.test(format ?? ""));
const withStatements = camt.filter(({ statements }) => Array.isArray(statements));
const mt = expectations("mt940/").filter(({ format }) => format?.startsWith("MT94"));

describe.runIf(!hasConformanceFiles)("the conformance of statements", () => {
  it("is not tested where the published files are not", () => {
    expect(sayLeftOut("the conformance of statements")).toContain("NOT TESTED");
  });
});

describe.runIf(hasConformanceFiles)("published camt.052 and camt.053", () => {
  it.each(withStatements)("$file says what an independent script reads", async (expected) => {
    const adapter = (expected.format ?? "").slice(0, 8);
    const reading = await readPublished(adapter, expected.file);
    const wanted = expected.statements as CamtStatement[];
    if (wanted.length === 0) {
      expect(reading.refusal?.code).toBe("MISSING_ELEMENT");
      return;
    }
    const statements = statementsOf(reading);
    expect(statements).toHaveLength(wanted.length);
    const entries = reading.documents.reduce((sum, { entryCount }) => sum + entryCount, 0);
    expect(entries).toBe(wanted.reduce((sum, one) => sum + one.entries, 0));
    wanted.forEach((one, index) => {
      const statement = statements[index];
      if (!statement) throw new Error("too few statements");
      expect(statement.statementId).toBe(one.id);
      expect(statement.balances.map(({ code, amountMinor }) => [code, amountMinor])).toEqual(
        one.bal.map(([code, amount, currency]) => [code, parseMinor(amount, currency)]),
      );
      if (one.sts["PDNG"] === undefined) {
        const currency = one.ccys[0] ?? "EUR";
        expect(sideOf(statement.lines, "IN")).toBe(parseMinor(one.cr, currency));
        expect(-sideOf(statement.lines, "OUT")).toBe(parseMinor(one.db, currency));
      }
      const { check } = statement;
      const isForeign = check.status === "NOT_CHECKED" && check.reason === "SEVERAL_CURRENCIES";
      if (!isForeign) {
        expect(checkText(statement)).toBe(expectedCheck(one.check, statement.currency));
      }
    });
  });

  it("positions turn over from opening to closing on all 174 days", async () => {
    const days = camt.filter(({ turnover_lines }) => turnover_lines !== undefined);
    expect(days).toHaveLength(174);
    for (const day of days) {
      const [statement] = statementsOf(await readPublished("camt.052", day.file));
      if (!statement) throw new Error(`${day.file} has no report`);
      const { opening, closing, turnover, check, isInterim } = statement;
      expect([day.file, opening?.amountMinor, closing?.amountMinor, turnover.length]).toEqual([
        day.file,
        parseMinor(day.opening as string, "EUR"),
        parseMinor(day.closing as string, "EUR"),
        day.turnover_lines,
      ]);
      expect([check, isInterim]).toEqual([{ status: "AGREES" }, true]);
    }
  });

  it("each statement of the settlement account opens with what the one before closed", async () => {
    const days = camt.filter(({ file }) => file.includes("camt053-settlement-account"));
    const closing = new Map<string, bigint>();
    expect(days).toHaveLength(102);
    for (const { file } of days) {
      for (const { account = "", ...one } of statementsOf(await readPublished("camt.053", file))) {
        const before = closing.get(account) ?? one.opening?.amountMinor;
        expect([file, one.opening?.amountMinor]).toEqual([file, before]);
        closing.set(account, one.closing?.amountMinor ?? 0n);
      }
    }
  });
});

/** Pieces without the balance that names their currency, and pages of nothing that is known. */
const FRAGMENTS: Record<string, string> = {
  "empty_entry_date.sta": "MISSING_ELEMENT",
  "statement-details-mt940.txt": "MISSING_ELEMENT",
  "statement-mt940.txt": "MISSING_ELEMENT",
  "sparkassen.sta": "NOT_WELL_FORMED",
  "empty_non_swift.sta": "FOREIGN_DOCUMENT",
  "invalid_statement.sta": "FOREIGN_DOCUMENT",
};

describe.runIf(hasConformanceFiles)("published MT940 and MT942", () => {
  it.each(mt)("$file says what an independent script reads", async ({ file, ...expected }) => {
    const reading = await readPublished("mt940", file);
    const fragment = FRAGMENTS[file.split("/").at(-1) ?? ""];
    if (fragment !== undefined) {
      expect(reading.refusal?.code).toBe(fragment);
      return;
    }
    const statements = statementsOf(reading);
    const wanted = expected.statements as MtStatement[];
    expect(statements).toHaveLength(wanted.length);
    wanted.forEach((one, index) => {
      const statement = statements[index];
      if (!statement) throw new Error("too few statements");
      const { opening, closing, currency = "EUR", lines } = statement;
      const minor = (text: string | null) =>
        text === null ? undefined : parseMinor(text, currency);
      expect([opening?.amountMinor, closing?.amountMinor]).toEqual([
        minor(one.opening),
        minor(one.closing),
      ]);
      const count = Object.values(one.lines).reduce((sum, number) => sum + number, 0);
      expect([lines.length, netOf(lines)]).toEqual([count, minor(one.net)]);
      expect(checkText(statement)).toBe(expectedCheck(one.check, currency));
      expect(reading.documents[index]?.format).toBe(expected.format);
    });
  });

  it("a statement that comes twice in a file has the same identities both times", async () => {
    const { documents } = await readPublished("mt940", "mt940/railslove-cmxl/mt940.txt");
    const ids = documents.map(({ transactions }) => transactions.map((row) => row.externalId));
    expect(ids[3]).toEqual(ids[0]);
    expect(new Set(ids.flat()).size).toBe(ids.flat().length - (ids[3]?.length ?? 0));
  });

  it("an interim report posts nothing, its statement does", async () => {
    const report = await readPublished("mt940", "mt940/wolph-mt940/mBank/mt942.sta");
    const statement = await readPublished("mt940", "mt940/wolph-mt940/mBank/mt940.sta");
    expect(report.documents[0]?.transactions).toEqual([]);
    expect(report.documents[0]?.unposted).toHaveLength(3);
    expect(statement.documents[0]?.transactions).toHaveLength(3);
  });
});
