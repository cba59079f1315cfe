import { describe, expect, it } from "vitest";
import {
  accepted,
  camt054,
  detail,
  entry,
  fixture,
  refused,
} from "../../support/camt-documents.js";

const NTRY = "Document/BkToCstmrDbtCdtNtfctn/Ntfctn/Ntry";

describe("the sum of an entry's payments", () => {
  const inout = detail({ amount: "30.00" }) + detail({ amount: "12.50", direction: "DBIT" });

  it("may be the entry's amount with its sign", async () => {
    const entries = entry({ amount: "17.50", details: inout });
    expect((await accepted(camt054({ entries }))).controlTotals).toMatchObject([
      { kind: "ENTRY_SUM", currency: "EUR", declared: 1750n, computed: 1750n },
    ]);
  });

  it.each([
    ["another amount", entry({ amount: "17.51", details: inout }), "17.51 EUR"],
    ["the other sign", entry({ amount: "17.50", direction: "DBIT", details: inout }), "-17.50 EUR"],
  ])("may not be %s: refused with both figures", async (_, entries, declared) => {
    expect(await refused(camt054({ entries }))).toMatchObject({
      line: 4,
      element: NTRY,
      code: "CONTROL_TOTAL",
      reason:
        `the amount of the entry with 2 transactions is declared as ${declared}, ` +
        "but the body gives 17.50 EUR",
    });
  });

  it.each([
    ["dropped", ""],
    ["doubled", detail({ amount: "12.50", direction: "DBIT" }).repeat(2)],
    ["changed", detail({ amount: "12.51", direction: "DBIT" })],
    ["turned round", detail({ amount: "12.50" })],
  ])("shows a payment that was %s", async (_, second) => {
    const entries = entry({ amount: "17.50", details: detail({ amount: "30.00" }) + second });
    expect(await refused(camt054({ entries }))).toMatchObject({ code: "CONTROL_TOTAL" });
  });

  it("cannot be compared with an entry of another currency", async () => {
    const details = detail({ currency: "CHF" }).repeat(2);
    expect(await refused(camt054({ entries: entry({ amount: "20", details }) }))).toMatchObject({
      code: "CONTROL_TOTAL",
      reason: "the entry is declared as 20.00 EUR, but its body gives 20.00 CHF",
    });
  });

  it("cannot be built over several currencies", async () => {
    const details = detail() + detail({ currency: "CHF" });
    expect(await refused(camt054({ entries: entry({ amount: "20", details }) }))).toMatchObject({
      code: "CONTROL_TOTAL",
      reason: expect.stringContaining("its body gives several currencies"),
    });
  });

  it.each([
    ["without an amount", "<TxDtls><CdtDbtInd>DBIT</CdtDbtInd></TxDtls>"],
    ["in another currency", detail({ currency: "CHF", direction: "DBIT" })],
  ])("shows a single payment %s that goes the other way", async (_, details) => {
    expect(await refused(camt054({ entries: entry({ details }) }))).toMatchObject({
      code: "CONTROL_TOTAL",
      reason: "the entry is declared as 10.00 EUR, but its only transaction is a debit",
    });
  });
});

describe("a batch", () => {
  const batch = (content: string): string =>
    camt054({
      entries: entry({ details: `<Btch>${content}</Btch>${detail().repeat(2)}`, amount: "20" }),
    });

  it("may declare what its payments are", async () => {
    const text = batch(
      '<NbOfTxs>2</NbOfTxs><TtlAmt Ccy="EUR">20</TtlAmt><CdtDbtInd>CRDT</CdtDbtInd>',
    );
    expect((await accepted(text)).controlTotals.map((total) => total.kind)).toEqual([
      "ENTRY_SUM",
      "BATCH_COUNT",
      "BATCH_SUM",
    ]);
  });

  it.each([
    ["<NbOfTxs>3</NbOfTxs>", "the number of a batch is declared as 3, but the body gives 2"],
    [
      '<TtlAmt Ccy="EUR">21</TtlAmt>',
      "the sum of a batch is declared as 21.00 EUR, but the body gives 20.00 EUR",
    ],
    [
      '<TtlAmt Ccy="EUR">20</TtlAmt><CdtDbtInd>DBIT</CdtDbtInd>',
      "the sum of a batch is declared as -20.00 EUR, but the body gives 20.00 EUR",
    ],
  ])("may not declare %s beside two payments of 10.00", async (content, reason) => {
    expect(await refused(batch(content))).toMatchObject({
      element: `${NTRY}/NtryDtls/Btch`,
      code: "CONTROL_TOTAL",
      reason,
    });
  });

  it("may be summed up in one payment", async () => {
    const details = `<Btch><NbOfTxs>86</NbOfTxs></Btch>${detail()}`;
    const { transactions } = await accepted(camt054({ entries: entry({ details }) }));
    expect(transactions).toHaveLength(1);
  });

  it("may show one payment without an amount as a sample", async () => {
    const details =
      "<Btch><NbOfTxs>20</NbOfTxs></Btch><TxDtls><Refs><TxId>T</TxId></Refs></TxDtls>";
    const { transactions } = await accepted(camt054({ entries: entry({ details }) }));
    expect(transactions).toMatchObject([{ reference: "T", amountMinor: 1000n }]);
  });
});

describe("a summary", () => {
  const entries = entry({ amount: "30.00" }) + entry({ amount: "12.50", direction: "DBIT" });
  const summary = (content: string): string =>
    camt054({ entries, summary: `<TxsSummry>${content}</TxsSummry>` });

  it("is held against the entries, those that are pending too", async () => {
    const { controlTotals } = await accepted(fixture("v02"));
    expect(controlTotals).toMatchObject([
      { kind: "ENTRY_SUM", declared: 10_000n, computed: 10_000n },
      { kind: "BATCH_COUNT", declared: 2n, computed: 2n },
      { kind: "BATCH_SUM", declared: 10_000n, computed: 10_000n },
      { kind: "SUMMARY_COUNT", declared: 4n, computed: 4n },
      { kind: "SUMMARY_SUM", currency: "EUR", declared: 17_250n, computed: 17_250n },
      { kind: "SUMMARY_NET", declared: 5250n, computed: 5250n },
      { kind: "SUMMARY_CREDIT_COUNT", declared: 2n, computed: 2n },
      { kind: "SUMMARY_CREDIT_SUM", declared: 11_250n, computed: 11_250n },
      { kind: "SUMMARY_DEBIT_COUNT", declared: 2n, computed: 2n },
      { kind: "SUMMARY_DEBIT_SUM", declared: 6000n, computed: 6000n },
    ]);
  });

  it.each([
    ["<TtlNtries><NbOfNtries>3</NbOfNtries></TtlNtries>", "declared as 3, but the body gives 2"],
    ["<TtlNtries><Sum>42.51</Sum></TtlNtries>", "42.51 EUR, but the body gives 42.50 EUR"],
    [
      '<TtlNtries><TtlNetNtry><Amt Ccy="EUR">17.50</Amt><CdtDbtInd>DBIT</CdtDbtInd>' +
        "</TtlNetNtry></TtlNtries>",
      "-17.50 EUR, but the body gives 17.50 EUR",
    ],
    ["<TtlCdtNtries><Sum>1</Sum></TtlCdtNtries>", "1.00 EUR, but the body gives 30.00 EUR"],
    ["<TtlDbtNtries><NbOfNtries>0</NbOfNtries></TtlDbtNtries>", "as 0, but the body gives 1"],
  ])("may not be %s", async (content, figures) => {
    expect(await refused(summary(content))).toMatchObject({
      line: 3,
      element: expect.stringContaining("Ntfctn/TxsSummry/Ttl"),
      code: "CONTROL_TOTAL",
      reason: expect.stringContaining(figures),
    });
  });

  it("may give the net for the sum, as some banks do", async () => {
    expect(await accepted(summary("<TtlNtries><Sum>17.50</Sum></TtlNtries>"))).toBeDefined();
  });

  it("is no check when it speaks of all pages of a message", async () => {
    const text = summary("<TtlNtries><NbOfNtries>9</NbOfNtries></TtlNtries>").replace(
      "</GrpHdr>",
      "<MsgPgntn><PgNb>1</PgNb><LastPgInd>false</LastPgInd></MsgPgntn></GrpHdr>",
    );
    expect((await accepted(text)).controlTotals).toEqual([]);
  });

  it("has a sum in no currency: over two it is no check, its numbers are", async () => {
    const mixed = entries + entry({ currency: "USD" });
    const text = (content: string): string =>
      camt054({
        entries: mixed,
        summary: `<TxsSummry><TtlNtries>${content}</TtlNtries></TxsSummry>`,
      });
    expect((await accepted(text("<Sum>1</Sum>"))).controlTotals).toEqual([]);
    expect(await refused(text("<NbOfNtries>2</NbOfNtries>"))).toMatchObject({
      code: "CONTROL_TOTAL",
    });
  });
});
