import { describe, expect, it } from "vitest";
import { adapterFixture, documentOf, refusalFor } from "../../support/adapter-fixtures.js";

const text = (name: string): string => adapterFixture(name).toString("utf8");

describe("OFX", () => {
  it("gives movements, identities of the account's own and the ledger balance", async () => {
    const { transactions, statements, unposted } = await documentOf("ofx", text("bank.ofx"));
    expect(transactions).toMatchObject([
      {
        externalId: "9000/0001/F-1",
        occurredAt: new Date("2026-01-31T17:00:00Z"),
        amountMinor: 25_050n,
        direction: "IN",
        type: "CREDIT",
        counterparty: "Lantern & Sons",
        remittance: "Payout & bonus",
      },
      { amountMinor: 123_450n, direction: "OUT", isReversal: true, reversalOf: "F-0" },
    ]);
    expect(unposted).toMatchObject([{ reason: "ZERO_AMOUNT" }]);
    expect(statements).toMatchObject([
      { account: "0001", closing: { amountMinor: 100_000n }, check: { status: "NOT_CHECKED" } },
    ]);
  });

  it("reads the same as XML in one line", async () => {
    const leaf = /<([A-Z]+)>([^<\n]+)/g;
    const xml = text("bank.ofx")
      .slice(text("bank.ofx").indexOf("<OFX>"))
      .replaceAll(leaf, (_, name: string, value: string) => `<${name}>${value}</${name}>`)
      .replaceAll("\n", "");
    const wanted = await documentOf("ofx", text("bank.ofx"));
    const read = await documentOf("ofx", `<?xml version="1.0"?><?OFX OFXHEADER="200"?>${xml}`);
    expect(read.transactions).toEqual(wanted.transactions);
  });

  it.each([
    ["what is no OFX", "<html></html>", "FOREIGN_DOCUMENT"],
    ["one that is cut off", "<OFX><BANKMSGSRSV1>", "TRUNCATED"],
    ["one without a statement", "<OFX></OFX>", "MISSING_ELEMENT"],
    ["an entity bomb", '<!DOCTYPE x [<!ENTITY a "b">]><OFX></OFX>', "DOCTYPE_NOT_ALLOWED"],
    ["text without end", `<OFX><MEMO>${"a".repeat(20_000)}`, "LIMIT_EXCEEDED"],
    ["elements in each other", `${"<STMTTRN>".repeat(70)}`, "LIMIT_EXCEEDED"],
  ])("refuses %s", async (_, content, code) => {
    expect(await refusalFor("ofx", content)).toMatchObject({ code });
  });
});

describe("BAI2", () => {
  it("gives details with signs by type code, and balances that they lead to", async () => {
    const { transactions, statements, unposted, documentId } = await documentOf(
      "bai2",
      text("report.bai2"),
    );
    expect(documentId).toBe("BANKAA/TUTTI/260131/0600/7");
    expect(transactions).toMatchObject([
      {
        amountMinor: 25_000n,
        direction: "IN",
        currency: "EUR",
        type: "142",
        occurredAt: new Date("2026-01-30T00:00:00Z"),
        valueDate: "2026-02-02",
        reference: "C-1",
        remittance: "Payout, January",
        bankReference: "B-1",
      },
      { amountMinor: 5_000n, direction: "IN", remittance: "SECOND PAYOUT" },
      { amountMinor: 2_450n, direction: "OUT", remittance: "fee without a slash,that goes on" },
    ]);
    expect(unposted).toMatchObject([{ reason: "NOT_A_PAYMENT" }]);
    expect(statements).toMatchObject([
      {
        account: "ACC-1",
        opening: { amountMinor: 100_000n },
        closing: { amountMinor: 127_550n },
        check: { status: "AGREES" },
      },
    ]);
  });

  it.each([
    ["a wrong sum", text("report.bai2").replace("49,292450", "49,292451"), "CONTROL_TOTAL"],
    ["a wrong count", text("report.bai2").replace("1,12/", "1,13/"), "CONTROL_TOTAL"],
    ["a cut file", text("report.bai2").split("\n").slice(0, -2).join("\n"), "TRUNCATED"],
    ["a record of no kind", text("report.bai2").replace("49,", "50,"), "NOT_WELL_FORMED"],
    ["another format", "hello\n", "FOREIGN_DOCUMENT"],
    ["an amount that is none", text("report.bai2").replace("25000", "2x"), "INVALID_AMOUNT"],
  ])("refuses %s", async (_, content, code) => {
    expect(await refusalFor("bai2", content)).toMatchObject({ code });
  });
});

describe("NACHA", () => {
  it("gives entries, what their addenda say and the returns", async () => {
    const { transactions, controlTotals, documentId } = await documentOf(
      "nacha",
      text("entries.ach"),
    );
    expect(documentId).toBe("900000001/900000000/260131/0600/A");
    expect(transactions).toMatchObject([
      {
        amountMinor: 25_050n,
        currency: "USD",
        direction: "IN",
        type: "PPD PAYOUT",
        occurredAt: new Date("2026-02-02T00:00:00Z"),
        counterpartyName: "Player One",
        reference: "P-1",
        remittance: "Bonus January",
        isReversal: false,
      },
      {
        amountMinor: 1_230n,
        direction: "OUT",
        isReversal: true,
        reversalOf: "900000000000009",
        returnReason: "R01",
      },
    ]);
    expect(controlTotals.every(({ declared, computed }) => declared === computed)).toBe(true);
  });

  it("reads a file without line ends", async () => {
    const wanted = await documentOf("nacha", text("entries.ach"));
    const joined = await documentOf("nacha", text("entries.ach").replaceAll("\n", ""));
    expect(joined.transactions.map((row) => row.externalId)).toEqual(
      wanted.transactions.map((row) => row.externalId),
    );
  });

  it.each([
    ["a changed amount", text("entries.ach").replace("0000025050", "0000025051"), "CONTROL_TOTAL"],
    ["a wrong check digit", text("entries.ach").replace("62290000000", "62290000001"), null],
    ["no header", text("entries.ach").split("\n").slice(1).join("\n"), "MISSING_ELEMENT"],
    ["no control", text("entries.ach").split("\n").slice(0, 6).join("\n"), "TRUNCATED"],
    ["a reason that is none", text("entries.ach").replace("799R01", "799R99"), "UNKNOWN_STATUS"],
    ["another format", "hello\n", "FOREIGN_DOCUMENT"],
  ])("refuses %s", async (_, content, code) => {
    const refusal = await refusalFor("nacha", content);
    expect(refusal.code).toBe(code ?? "NOT_WELL_FORMED");
  });
});
