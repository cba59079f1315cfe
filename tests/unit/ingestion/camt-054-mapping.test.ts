import { describe, expect, it } from "vitest";
import { accepted, camt054, detail, entry, fixture } from "../../support/camt-documents.js";

describe("a notification of version 2", () => {
  it("has an identity that its file name plays no part in", async () => {
    const document = await accepted(fixture("v02"));
    expect(document).toMatchObject({
      documentId: "NOTE-2021-000117/N-117/2021-06-02T06:30:00+02:00",
      format: "camt.054.001.02",
      createdAt: new Date("2021-06-02T04:30:00Z"),
      entryCount: 4,
    });
  });

  it("splits a batch by the underlying amounts, the sign being the entry's", async () => {
    const [first, second] = (await accepted(fixture("v02"))).transactions;
    expect(first).toStrictEqual({
      externalId: "NOTE-2021-000117/N-117/2021-06-02T06:30:00+02:00#1",
      position: 1,
      occurredAt: new Date("2021-06-01T00:00:00Z"),
      valueDate: "2021-06-02",
      amountMinor: 6000n,
      currency: "EUR",
      direction: "IN",
      type: "PMNT-RCDT-ESCT",
      counterparty: "PROBDEFFXXX",
      counterpartyName: "Anna Probe",
      reference: "INV-4711",
      remittance: "Invoice 4711 with thanks",
      bankReference: "SVC-1",
      isReversal: false,
      reversalOf: undefined,
      returnReason: undefined,
      account: "DE00900000000000000001",
    });
    expect(second).toMatchObject({
      amountMinor: 4000n,
      counterparty: "Beatrix Muster",
      reference: "TX-2",
      remittance: "RF18539007547034",
    });
  });

  it("keeps a pending entry out and counts it", async () => {
    const { transactions, unposted } = await accepted(fixture("v02"));
    expect(unposted).toEqual([{ position: 3, line: 128, reason: "PENDING" }]);
    expect(transactions.map((transaction) => transaction.position)).toEqual([1, 2, 4, 5]);
  });

  it("leaves the sign of a reversal alone and names what it reverses", async () => {
    const reversal = (await accepted(fixture("v02"))).transactions[2];
    expect(reversal).toMatchObject({
      direction: "OUT",
      amountMinor: 2000n,
      type: "RVSL",
      occurredAt: new Date("2021-06-01T23:59:59Z"),
      isReversal: true,
      reversalOf: "INV-4700",
    });
  });

  it("posts an entry without details whole, without a time at the document's", async () => {
    const fees = (await accepted(fixture("v02"))).transactions[3];
    expect(fees).toMatchObject({
      amountMinor: 4000n,
      direction: "OUT",
      type: "FEES",
      reference: "ENTRY-4",
      occurredAt: new Date("2021-06-02T04:30:00Z"),
    });
  });
});

describe("a notification of version 4", () => {
  it("is read under a namespace prefix", async () => {
    const document = await accepted(fixture("v04"));
    expect(document.format).toBe("camt.054.001.04");
    expect(document.transactions).toHaveLength(2);
  });

  it("takes the sign of each payment from the payment", async () => {
    const [first, second] = (await accepted(fixture("v04"))).transactions;
    expect(first).toMatchObject({
      direction: "IN",
      amountMinor: 4550n,
      counterparty: "MUSTCHZZXXX",
      reference: "INSTR-1",
      account: "80-000001-1",
    });
    expect(second).toMatchObject({ direction: "OUT", amountMinor: 1550n });
  });

  it("knows a return, its reason and the payment that it returns", async () => {
    const returned = (await accepted(fixture("v04"))).transactions[1];
    expect(returned).toMatchObject({
      type: "PMNT-RCDT-RRTN",
      isReversal: true,
      reversalOf: "ORDER-9",
      returnReason: "AC04",
      bankReference: "SVC-RET-1",
      counterparty: "Carl & Söhne AG",
    });
  });
});

describe("a notification of version 8", () => {
  it("is found inside an envelope, and its page is part of its identity", async () => {
    const document = await accepted(fixture("v08"));
    expect(document.documentId).toBe("KR-8-1/KR-N-8/2023-11-20T09:00:00+09:00/page 2");
  });

  it("names parties in their wrapper, banks as parties, amounts without decimals", async () => {
    const [out, into] = (await accepted(fixture("v08"))).transactions;
    expect(out).toMatchObject({
      amountMinor: 5000n,
      currency: "KRW",
      direction: "OUT",
      type: "payment_out",
      counterparty: "MIRAKRSEXXX",
      counterpartyName: "Mirae Studio",
      occurredAt: new Date("2023-11-19T23:15:30.250Z"),
    });
    expect(into).toMatchObject({
      direction: "IN",
      type: "payment_in",
      counterparty: "HANSKRSEXXX",
      counterpartyName: "Hansol Bank",
    });
  });
});

describe("a notification of version 10", () => {
  it("posts entries of status INFO, as instant payments come", async () => {
    const { transactions, controlTotals } = await accepted(fixture("v10"));
    expect(transactions).toMatchObject([
      { type: "instant_credit_in", counterparty: "ALFAFRPPXXX", amountMinor: 30_000n },
      { type: "instant_credit_out", counterparty: "BETABEBBXXX", amountMinor: 499n },
    ]);
    expect(controlTotals).toEqual([
      { kind: "ENTRY_SUM", currency: "EUR", declared: 29_501n, computed: 29_501n, line: 17 },
    ]);
  });

  it("tells payments with the same TxId apart", async () => {
    const [first, second] = (await accepted(fixture("v10"))).transactions;
    expect(first?.reference).toBe(second?.reference);
    expect(first?.externalId).not.toBe(second?.externalId);
  });

  it("takes a time without an offset as UTC, and the settlement day as value date", async () => {
    const [first] = (await accepted(fixture("v10"))).transactions;
    expect(first?.occurredAt).toEqual(new Date("2024-03-05T23:07:10Z"));
    expect(first?.valueDate).toBe("2024-03-06");
  });

  it("takes it in the zone that the source is set to", async () => {
    const [first] = (await accepted(fixture("v10"), { zone: "Asia/Seoul" })).transactions;
    expect(first?.occurredAt).toEqual(new Date("2024-03-05T14:07:10Z"));
  });

  it("keeps its identity whatever the zone", async () => {
    const [utc] = (await accepted(fixture("v10"))).transactions;
    const [seoul] = (await accepted(fixture("v10"), { zone: "Asia/Seoul" })).transactions;
    expect(seoul?.externalId).toBe(utc?.externalId);
  });
});

describe("an entry", () => {
  const onlyRow = async (entries: string) => (await accepted(camt054({ entries }))).transactions;

  it("is booked when its bank leaves the status out", async () => {
    expect(await onlyRow(entry({ middle: "" }))).toHaveLength(1);
  });

  it("counts as future and is not posted when it is", async () => {
    const entries = entry({ middle: "<Sts>FUTR</Sts>", details: detail() });
    const { transactions, unposted } = await accepted(camt054({ entries }));
    expect(transactions).toEqual([]);
    expect(unposted).toMatchObject([{ position: 1, reason: "FUTURE" }]);
  });

  it("of zero moves nothing", async () => {
    const { transactions, unposted } = await accepted(camt054({ entries: entry({ amount: "0" }) }));
    expect(transactions).toEqual([]);
    expect(unposted).toMatchObject([{ position: 1, reason: "ZERO_AMOUNT" }]);
  });

  it("of zero may net payments that do move", async () => {
    const details = detail() + detail({ direction: "DBIT" });
    const rows = await onlyRow(entry({ amount: "0.00", details }));
    expect(rows.map((row) => row.direction)).toEqual(["IN", "OUT"]);
  });

  it("books a single payment at its own amount, not at the one before charges", async () => {
    const details = '<TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">12.00</Amt></TxAmt></AmtDtls></TxDtls>';
    expect(await onlyRow(entry({ amount: "9.50", details }))).toMatchObject([
      { amountMinor: 950n, currency: "EUR" },
    ]);
  });

  it("books a single payment in its own currency, not in the payment's", async () => {
    const details = detail({ amount: "11.00", currency: "USD" });
    expect(await onlyRow(entry({ details }))).toMatchObject([
      { amountMinor: 1000n, currency: "EUR" },
    ]);
  });

  it("is posted whole when its details have no amounts, as far as they agree", async () => {
    const one =
      "<TxDtls><Refs><EndToEndId>SAME</EndToEndId></Refs>" +
      "<RltdDts><AccptncDtTm>2024-05-01T07:00:00Z</AccptncDtTm></RltdDts>" +
      "<RmtInf><Ustrd>ONE</Ustrd></RmtInf></TxDtls>";
    const rows = await onlyRow(entry({ details: one + one.replace("ONE", "TWO") }));
    expect(rows).toMatchObject([{ position: 1, reference: "SAME", amountMinor: 1000n }]);
    expect(rows[0]?.remittance).toBeUndefined();
    expect(rows[0]?.occurredAt).toEqual(new Date("2024-05-01T07:00:00Z"));
  });

  it("takes the reference that names the returned payment over the return's own", async () => {
    const rest =
      "<Refs><EndToEndId>NEW</EndToEndId></Refs>" +
      "<RtrInf><OrgnlEndToEndId>OLD</OrgnlEndToEndId><Rsn><Prtry>MINE</Prtry></Rsn></RtrInf>";
    expect(await onlyRow(entry({ details: detail({ rest }) }))).toMatchObject([
      { reference: "NEW", reversalOf: "OLD", returnReason: "MINE", isReversal: true },
    ]);
  });

  it("accepts an amount without a digit before the point, and trailing zeros", async () => {
    expect(await onlyRow(entry({ amount: " .5000 " }))).toMatchObject([{ amountMinor: 50n }]);
  });
});
