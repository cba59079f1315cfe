import { parse } from "csv-parse/sync";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { verifyStatement } from "../../../client-sdk/src/verify-statement.js";
import { exactAmountText, grouped, momentText } from "../../../src/statements/figure-text.rules.js";
import { ATTACHED_NAME, statementPdf } from "../../../src/statements/render-statement-pdf.js";
import { statementCsv } from "../../../src/statements/statement-csv.rules.js";
import type { SignedStatement } from "../../../src/statements/statement.rules.js";
import { KEYS, sampleContent, sampleStatement } from "./sample-statement.js";

async function pagesOf(pdf: Buffer): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)));
  return text;
}

/** A statement of many lines: each page is full. */
function longStatement(): SignedStatement {
  const { components } = sampleContent();
  const [first] = components;
  const many = Array.from({ length: 120 }, (_, at) => ({
    ...(first as (typeof components)[0]),
    clause: `share-${at}`,
    effectMinor: 0n,
  }));
  return sampleStatement({ components: [...components, ...many] });
}

describe("a statement as PDF", () => {
  it("says everything in Korean, as text", async () => {
    const pages = await pagesOf(await statementPdf(sampleStatement(), "ko"));
    const text = pages.join("\n");
    for (const said of [
      "정산 내역서",
      "에이스 게임즈 (Acme) (acme)",
      "ACME-1/2026-07-01/1",
      "수익 배분",
      "70,000",
      "고정 수수료",
      "-5,000",
      "6월 누락분",
      "전기 이월",
      "-3,000",
      "지급액",
      "63,734",
      "2026-08-01 12:00:00",
      "bet 입금: + 1,000,000 KRW, 1건",
      "0 이상 500,000 미만",
      `${pages.length}쪽 중 1쪽`,
    ]) {
      expect(text).toContain(said);
    }
  });

  it("says everything in English", async () => {
    const text = (await pagesOf(await statementPdf(sampleStatement(), "en"))).join("\n");
    for (const said of ["Settlement statement", "Revenue share", "Due 63,734", "Page 1 of"]) {
      expect(text).toContain(said);
    }
  });

  it("goes on over pages, with the titles of its table and its number on each", async () => {
    const pages = await pagesOf(await statementPdf(longStatement(), "en"));
    expect(pages.length).toBeGreaterThan(8);
    for (const [at, page] of pages.entries()) {
      expect(page).toContain(`ACME-1/2026-07-01/1 · Page ${at + 1} of ${pages.length}`);
    }
    for (const page of pages.slice(0, -1)) expect(page).toContain("Clause Kind Version");
    const all = pages.join("\n");
    for (let at = 0; at < 120; at += 1) expect(all).toMatch(new RegExp(`\\bshare-${at} `));
  });

  it("breaks a text that is longer than a page", async () => {
    const reason = "이월 ".repeat(2_000);
    const [before] = sampleContent().adjustments;
    const adjustments = [{ ...before, reason, id: "a", amountMinor: 1_234n, at: new Date(0) }];
    const pages = await pagesOf(await statementPdf(sampleStatement({ adjustments }), "ko"));
    const text = pages.join("").replaceAll(/\s/g, ""); // a line may end within a word
    expect(text.match(/이월/g)?.length).toBeGreaterThan(1_990);
  });

  it("carries the signed statement with it", async () => {
    const pdf = await getDocumentProxy(new Uint8Array(await statementPdf(sampleStatement(), "ko")));
    const content = await pdf.getAttachmentContent(ATTACHED_NAME);
    const text = Buffer.from(content ?? []).toString("utf8");
    expect(await verifyStatement(text, KEYS)).toEqual(sampleStatement().statement);
  });

  it("is small, and has the same bytes each time", async () => {
    const [first, second] = [
      await statementPdf(sampleStatement(), "ko"),
      await statementPdf(sampleStatement(), "ko"),
    ];
    expect(first.length).toBeLessThan(150_000);
    expect(first.equals(second)).toBe(true);
  });
});

describe("a statement as CSV", () => {
  const read = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true });

  it("has a row for each thing that it says", () => {
    const rows = read(statementCsv(sampleStatement(), "en"));
    const amounts = rows
      .filter(({ amountMinor }) => amountMinor !== "")
      .map(({ record, amountMinor, amount, currency }) => [record, amountMinor, amount, currency]);
    expect(amounts).toEqual([
      ["REVENUE_SHARE", "70000", "70000", "KRW"],
      ["FIXED_FEE", "-5000", "-5000", "KRW"],
      ["CORRECTION", "500", "500", "KRW"],
      ["ADJUSTMENT", "1234", "1234", "KRW"],
      ["PAYABLE", "65000", "65000", "KRW"],
      ["CORRECTED", "500", "500", "KRW"],
      ["ADJUSTED", "1234", "1234", "KRW"],
      ["BROUGHT_FORWARD", "-3000", "-3000", "KRW"],
      ["DUE", "63734", "63734", "KRW"],
      ["CARRIED_FORWARD", "0", "0", "KRW"],
    ]);
    expect(rows.find(({ record }) => record === "PARTNER")?.["text"]).toBe("에이스 게임즈 (Acme)");
  });

  it("quotes as RFC 4180 says, whatever a text holds", () => {
    const name = 'a "b", c\r\nd';
    const csv = statementCsv(
      sampleStatement({ partner: { id: "ptr_1", code: "acme", name } }),
      "ko",
    );
    expect(csv).toContain('"a ""b"", c\r\nd"');
    expect(csv.endsWith("\r\n")).toBe(true);
    expect(read(csv).find(({ record }) => record === "PARTNER")?.["text"]).toBe(name);
  });

  it.each(["=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\u200b=1", "＝1", "|x"])(
    "holds no formula: %j",
    (name) => {
      const statement = sampleStatement({ partner: { id: "ptr_1", code: name, name } });
      const row = read(statementCsv(statement, "en")).find(({ record }) => record === "PARTNER");
      expect([row?.["item"], row?.["text"]]).toEqual([`'${name}`, `'${name}`]);
    },
  );
});

describe("figures as people read them", () => {
  it.each([
    ["1234567", "KRW", "1,234,567"],
    ["123456.5", "USD", "1,234.565"],
    ["-5", "USD", "-0.05"],
    ["0.5", "KRW", "0.5"],
    ["100", "USD", "1.00"],
    ["1/3", "KRW", "≈ 0.3333"],
    ["-200/3", "USD", "≈ -0.666667"],
    ["1234", "KWD", "1.234"],
  ])("%s minor units of %s are %s", (exact, currency, expected) => {
    expect(exactAmountText(exact, currency)).toBe(expected);
  });

  it("have commas between thousands, of the whole part only", () => {
    expect(["1", "-999", "-1000", "1234567.1234567"].map(grouped)).toEqual([
      "1",
      "-999",
      "-1,000",
      "1,234,567.1234567",
    ]);
    expect(momentText("2026-07-31T15:00:00.000Z", "Asia/Seoul")).toBe("2026-08-01 00:00:00");
  });
});
