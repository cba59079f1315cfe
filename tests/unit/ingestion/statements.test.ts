import { describe, expect, it } from "vitest";
import {
  adapterFixture,
  documentOf,
  documentsOf,
  refusalFor,
} from "../../support/adapter-fixtures.js";

const text = (name: string): string => adapterFixture(name).toString("utf8");

describe("a camt.053 statement", () => {
  it("gives its balances, its lines and what they come to", async () => {
    const { statements, transactions, format } = await documentOf("camt.053", text("camt-053.xml"));
    expect(format).toBe("camt.053.001.08");
    expect(statements).toMatchObject([
      {
        statementId: "S-31",
        sequence: "31",
        account: "DE00900000000000000001",
        currency: "EUR",
        isInterim: false,
        opening: { code: "OPBD", amountMinor: -10_000n, day: "2026-01-30" },
        closing: { code: "CLBD", amountMinor: 42_050n },
        check: { status: "AGREES" },
      },
    ]);
    expect(statements[0]?.lines).toEqual(transactions);
  });

  it("splits an entry whose details give its sum and takes another one whole", async () => {
    const { transactions, unposted, entryCount } = await documentOf(
      "camt.053",
      text("camt-053.xml"),
    );
    expect(transactions.map((row) => [row.reference, row.amountMinor, row.direction])).toEqual([
      ["PAYOUT-7", 50_000n, "IN"],
      ["PAYOUT-8", 5_050n, "IN"],
      [undefined, 3_000n, "OUT"],
    ]);
    expect(unposted.map(({ reason }) => reason)).toEqual(["PENDING"]);
    expect(entryCount).toBe(3);
  });

  it("reports by how much it does not add up", async () => {
    const wrong = text("camt-053.xml").replace("420.50", "420.00");
    const { statements } = await documentOf("camt.053", wrong);
    expect(statements[0]?.check).toEqual({ status: "DIFFERS", differenceMinor: -50n });
  });

  it("compares no balances of different currencies", async () => {
    const wrong = text("camt-053.xml").replace('"EUR">420.50', '"USD">420.50');
    const { statements } = await documentOf("camt.053", wrong);
    expect(statements[0]?.check).toEqual({ status: "NOT_CHECKED", reason: "SEVERAL_CURRENCIES" });
  });

  it.each([
    ["camt.053", "camt-052.xml"],
    ["camt.052", "camt-053.xml"],
    ["camt.054", "camt-053.xml"],
  ])("%s refuses %s as foreign", async (adapter, file) => {
    expect(await refusalFor(adapter, text(file))).toMatchObject({ code: "FOREIGN_DOCUMENT" });
  });
});

describe("a camt.052 report", () => {
  it("posts nothing, and gives a position's turnover by counterparty", async () => {
    const { statements, transactions, unposted } = await documentOf(
      "camt.052",
      text("camt-052.xml"),
    );
    expect(transactions).toEqual([]);
    expect(unposted.map(({ reason }) => reason)).toEqual(["INTERIM"]);
    expect(statements).toMatchObject([
      {
        isInterim: true,
        account: "SETTLEMENT-1",
        opening: { code: "OPAV", amountMinor: 100_000n },
        closing: { code: "INFO", amountMinor: 120_050n },
        turnover: [
          { counterparty: "AAAADEFFXXX", amountMinor: 25_050n },
          { counterparty: "BBBBDEFFXXX", amountMinor: -5_000n },
        ],
        lines: [{ amountMinor: 20_050n }],
        check: { status: "AGREES" },
      },
    ]);
  });
});

describe("an MT940 statement", () => {
  it("gives its lines with signs, dates over New Year and references", async () => {
    const { transactions, statements, documentId } = await documentOf(
      "mt940",
      text("statement.sta"),
    );
    expect(documentId).toBe("90000000/0000000001/00031/001/2025-12-30=100050/2026-01-02=118870");
    expect(transactions).toMatchObject([
      {
        externalId: `${documentId}#1`,
        occurredAt: new Date("2026-01-02T00:00:00Z"),
        valueDate: "2025-12-31",
        amountMinor: 25_050n,
        direction: "IN",
        type: "NTRF+166",
        counterparty: "AAAADEFF",
        counterpartyName: "Lantern Games Ltd",
        reference: "E2E-7",
        remittance: "Rechnung 7 vom 30.12.",
        bankReference: "BANK-1",
        isReversal: false,
      },
      { amountMinor: 5_000n, direction: "OUT", isReversal: true, reversalOf: "E2E-6" },
      {
        amountMinor: 1_230n,
        direction: "OUT",
        // interest is counted by months of thirty days
        valueDate: "2026-02-28",
        remittance: "Entgelt Januar 12:30 Uhr :12:11 nachgetragen",
      },
    ]);
    expect(statements).toMatchObject([
      { check: { status: "AGREES" }, sequence: "00031/001", statementId: "STARTUMS" },
    ]);
  });

  it("is the same in any pieces, with any line ends and in the bank's old encoding", async () => {
    const unix = text("statement.sta").replace("Entgelt", "Geb\u00fchr");
    const wanted = await documentsOf("mt940", unix);
    const dos = unix.replaceAll("\n", "\r\n");
    expect(await documentsOf("mt940", dos, 7)).toEqual(wanted);
    expect(await documentsOf("mt940", Buffer.from(dos, "latin1"), 11)).toEqual(wanted);
  });

  it("an interim report posts nothing and is held against its own totals", async () => {
    const { transactions, statements, controlTotals, format } = await documentOf(
      "mt940",
      text("interim.942"),
    );
    expect([format, transactions]).toEqual(["MT942", []]);
    expect(statements).toMatchObject([{ isInterim: true, currency: "PLN", lines: [{}, {}] }]);
    expect(controlTotals).toMatchObject([
      { kind: "SUMMARY_DEBIT_COUNT", declared: 1n, computed: 1n },
      { kind: "SUMMARY_DEBIT_SUM", declared: 5n, computed: 5n },
      { kind: "SUMMARY_CREDIT_COUNT", declared: 1n, computed: 1n },
      { kind: "SUMMARY_CREDIT_SUM", declared: 15n, computed: 15n },
    ]);
  });

  it.each([
    ["nothing", "", "EMPTY_DOCUMENT"],
    ["another format", "a;b;c\n1;2;3\n", "FOREIGN_DOCUMENT"],
    ["a broken line", ":20:A\n:60F:C260101EUR1,\n:61:nonsense\n", "NOT_WELL_FORMED"],
    ["lines before any currency", ":20:A\n:61:2601010101C1,NTRFX\n", "MISSING_ELEMENT"],
    ["a month that is none", ":20:A\n:60F:C261301EUR1,\n", "INVALID_DATE"],
    ["a currency that is none", ":20:A\n:60F:C260101QQQ1,\n", "UNKNOWN_CURRENCY"],
    ["a line without end", `:20:${"A".repeat(70_000)}`, "LIMIT_EXCEEDED"],
    ["a field without end", `:20:A\n:86:${"A\n".repeat(300)}`, "LIMIT_EXCEEDED"],
    ["null bytes", ":20:A\u0000", "INVALID_ENCODING"],
    ["UTF-16", Buffer.from("\uFEFF:20:A", "utf16le"), "UNSUPPORTED_ENCODING"],
  ])("refuses %s", async (_, content, code) => {
    expect(await refusalFor("mt940", content)).toMatchObject({ code });
  });
});
