import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SHIPPED_DEFINITIONS } from "../../../src/ingestion/adapters/shipped/shipped-adapters.js";
import { adapterFixture, documentOf } from "../../support/adapter-fixtures.js";

const FOLDER = new URL("../../fixtures/adapters/shipped/", import.meta.url);
const FILES = readdirSync(FOLDER);

/** What each fixture gives, a line a row: id, way, minor units, currency, type, reversed id. */
const ROWS: Record<string, string[]> = {
  "adyen-settlement-detail": [
    "PSP1:Settled:PSP2:31 IN 9870 EUR Settled",
    "PSP1:Refunded:PSP3:31 OUT 4000 EUR Refunded PSP1",
    "PSP9:MerchantPayout:PSP9:31 OUT 5870 EUR MerchantPayout",
  ],
  "adyen-webhooks": ["PSP2:CAPTURE IN 1250 EUR CAPTURE", "PSP3:REFUND OUT 1250 EUR REFUND PSP2"],
  "caleta-rounds": ["b-1 IN 200 GBP bet", "w-1 OUT 3250 GBP win"],
  "caleta-wallet": ["b-1 IN 200 GBP bet", "w-1 OUT 3250 GBP win", "r-1 OUT 200 GBP rollback b-1"],
  "evolution-wallet": [
    "/debit:d-1 IN 156 EUR bet",
    "/credit:c-1 OUT 300 EUR win",
    "/cancel:d-1 OUT 156 EUR rollback /debit:d-1",
  ],
  "gocardless-payments": ["PM1 IN 1000 GBP bacs"],
  "google-play-earnings": [
    "GPA.1-1:Charge IN 343 USD Charge",
    "GPA.1-1:Google fee OUT 51 USD Google fee",
    "GPA.1-1:Charge refund OUT 343 USD Charge refund GPA.1-1",
  ],
  "mollie-balance-transactions": [
    "baltr_1 IN 1000 EUR payment",
    "baltr_1:fee OUT 29 EUR fee",
    "baltr_2 OUT 400 EUR refund tr_1",
  ],
  "paypal-settlement": [
    "T-1 IN 2500 USD T0006",
    "T-1:fee OUT 103 USD fee",
    "T-2 OUT 500 USD T1107 T-1",
  ],
  "shopify-payout-transactions": [
    "501 IN 5975 USD charge",
    "501:fee OUT 197 USD fee",
    "502 OUT 345 USD refund",
  ],
  "square-payments": ["PAY1 IN 555 USD CARD", "PAY1:fee:INITIAL OUT 34 USD fee"],
  "stripe-balance-transactions": [
    "txn_1 IN 10000 EUR charge",
    "txn_1:fee OUT 320 EUR fee",
    "txn_2 OUT 2500 EUR refund",
  ],
  "toss-payments": ["pay-1 IN 15000 KRW 카드", "txk-2 OUT 5000 KRW cancel pay-1"],
  "toss-settlements": [
    "txk-1 IN 15000 KRW 카드",
    "txk-1:fee:BASE OUT 330 KRW fee",
    "txk-1:fee:ETC OUT 20 KRW fee-other",
    "txk-2 OUT 5000 KRW 카드 pay-1",
    "txk-2:fee:BASE IN 110 KRW fee",
  ],
  "toss-transactions": ["txk-1 IN 15000 KRW 카드", "txk-2 OUT 5000 KRW 카드 pay-1"],
  "usage-metering": ["u-1 OUT 1440 USD requests_scanned", "u-2 OUT 57 USD threats_blocked"],
};

describe("the adapters that come with the hub", () => {
  it("have a fixture each, and rows that it gives", () => {
    const names = FILES.map((file) => file.replace(/\.\w+$/, ""));
    expect(names).toEqual([...SHIPPED_DEFINITIONS.keys()]);
    expect(Object.keys(ROWS)).toEqual(names);
  });

  it.each(FILES)("%s gives its rows and refuses none", async (file) => {
    const name = file.replace(/\.\w+$/, "");
    const document = await documentOf(name, adapterFixture(`shipped/${file}`));
    const rows = document.transactions.map((row) =>
      [
        row.externalId,
        row.direction,
        row.amountMinor,
        row.currency,
        row.type,
        ...(row.reversalOf === undefined ? [] : [row.reversalOf]),
      ].join(" "),
    );
    expect(rows).toEqual(ROWS[name]);
    expect(document.refusedLines).toEqual([]);
  });

  it("read the times of a report in the zones that it names", async () => {
    const earnings = await documentOf(
      "google-play-earnings",
      adapterFixture("shipped/google-play-earnings.csv"),
    );
    expect(earnings.transactions.map(({ occurredAt }) => occurredAt.toISOString())).toEqual([
      "2026-01-31T11:29:44.000Z",
      "2026-01-31T11:29:44.000Z",
      "2026-01-31T20:05:00.000Z",
    ]);
    const details = await documentOf(
      "adyen-settlement-detail",
      adapterFixture("shipped/adyen-settlement-detail.csv"),
    );
    expect(details.transactions[0]?.occurredAt.toISOString()).toBe("2026-01-30T22:30:00.000Z");
  });
});
