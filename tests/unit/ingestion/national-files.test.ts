import { describe, expect, it } from "vitest";
import { adapterFixture, documentOf, refusalFor } from "../../support/adapter-fixtures.js";

const text = (name: string): string => adapterFixture(name).toString("latin1");

describe("CNAB", () => {
  it.each([
    ["slips-400.ret", "cnab/237/000000000701/06/300126", 1],
    ["slips-240.ret", "cnab/001/00000000000000000701/06/30012026", 0],
  ])("%s gives the slips that were paid", async (file, externalId, others) => {
    const { transactions, unposted } = await documentOf("cnab", text(file));
    expect(transactions).toMatchObject([
      {
        externalId,
        amountMinor: 25_050n,
        currency: "BRL",
        direction: "IN",
        type: "occurrence-06",
        reference: "INV-7",
        occurredAt: new Date("2026-01-30T00:00:00Z"),
      },
    ]);
    expect(unposted).toHaveLength(others);
  });

  it.each([
    [
      "a line of another width",
      text("slips-400.ret").replace("INV-7", "INV-77"),
      "NOT_WELL_FORMED",
    ],
    ["no trailer", text("slips-240.ret").split("\r\n").slice(0, 3).join("\n"), "TRUNCATED"],
    [
      "a wrong count",
      text("slips-240.ret").replace("000001000004", "000001000005"),
      "CONTROL_TOTAL",
    ],
    ["another format", "hello\n", "FOREIGN_DOCUMENT"],
  ])("refuses %s", async (_, content, code) => {
    expect(await refusalFor("cnab", content)).toMatchObject({ code });
  });
});

describe("BgMax", () => {
  it("gives payments and deductions on the day of their deposit", async () => {
    const { transactions, controlTotals } = await documentOf("bgmax", text("deposits.bgmax"));
    expect(transactions).toMatchObject([
      {
        amountMinor: 25_050n,
        currency: "SEK",
        direction: "IN",
        reference: "INV-7",
        remittance: "Invoice 7",
        counterpartyName: "Lantern Games AB",
        occurredAt: new Date("2026-01-30T00:00:00Z"),
      },
      { amountMinor: 5_000n, direction: "OUT", type: "deduction", isReversal: true },
    ]);
    expect(controlTotals).toHaveLength(6);
  });

  it.each([
    ["a changed amount", text("deposits.bgmax").replace("25050", "25051"), "CONTROL_TOTAL"],
    ["a cut file", text("deposits.bgmax").split("\n").slice(0, 5).join("\n"), "TRUNCATED"],
    ["another format", "hello\n", "FOREIGN_DOCUMENT"],
  ])("refuses %s", async (_, content, code) => {
    expect(await refusalFor("bgmax", content)).toMatchObject({ code });
  });
});

describe("EDIFACT FINSTA", () => {
  it("gives entries, balances and what they come to", async () => {
    const { transactions, statements } = await documentOf("finsta", text("statement.edi"));
    expect(transactions).toMatchObject([
      { amountMinor: 5_000n, direction: "IN", reference: "INV-7", remittance: "Rent's due" },
      { amountMinor: 1_025n, direction: "OUT", reference: "FEE" },
    ]);
    expect(statements).toMatchObject([
      {
        statementId: "S-31",
        account: "ACC-1",
        opening: { amountMinor: 10_050n },
        closing: { amountMinor: 14_025n },
        check: { status: "AGREES" },
      },
    ]);
  });

  it.each([
    ["a wrong count", text("statement.edi").replace("UNT+17", "UNT+18"), "CONTROL_TOTAL"],
    ["a cut message", text("statement.edi").slice(0, -12), "TRUNCATED"],
    ["another message", text("statement.edi").replace("FINSTA", "PAYMUL"), "FOREIGN_DOCUMENT"],
    ["a segment without end", `UNA:+.? '${"A\n".repeat(5_000)}`, "LIMIT_EXCEEDED"],
  ])("refuses %s", async (_, content, code) => {
    expect(await refusalFor("finsta", content)).toMatchObject({ code });
  });
});
