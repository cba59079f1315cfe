import { describe, expect, it } from "vitest";
import { REFUSAL_CODES } from "../../src/ingestion/adapters/index.js";
import type { CanonicalDocument } from "../../src/ingestion/canonical-document.js";
import {
  conformanceBytes,
  conformanceFiles,
  hasConformanceFiles,
  sayLeftOut,
} from "../support/camt-conformance.js";
import { expectations, netOf, readBytes, readPublished, sideOf } from "../support/conformance.js";

async function documentOf(adapter: string, file: string): Promise<CanonicalDocument> {
  const { documents, refusal } = await readPublished(adapter, file);
  const [document] = documents;
  if (document === undefined) throw new Error(`refused: ${JSON.stringify(refusal)}`);
  return document;
}

describe.runIf(!hasConformanceFiles)("the conformance of partners' files", () => {
  it("is not tested where the published files are not", () => {
    expect(sayLeftOut("the conformance of partners' files")).toContain("NOT TESTED");
  });
});

const cnab = expectations("cnab/").filter(({ format }) => format?.startsWith("CNAB"));

describe.runIf(hasConformanceFiles)("published files of national formats", () => {
  it.each(cnab)("CNAB: $file has the records of its note", async ({ file, format, ...facts }) => {
    const { documents, refusal } = await readPublished("cnab", file);
    if (file.endsWith("btg.ret")) {
      // A mark of byte order, and lines of 227 to 311 columns.
      expect(refusal?.code).toBe("NOT_WELL_FORMED");
      return;
    }
    const [document] = documents;
    expect(document?.format).toBe(format);
    const records = facts["records"] as number;
    // Of 240 columns a slip is two records, and a lot has a header and a trailer as the file does.
    const slips = format === "CNAB400" ? records - 2 : (records - 4) / 2;
    expect(document?.entryCount).toBe(slips);
  });

  it("BgMax: two deposits of six payments and a deduction", async () => {
    const [file = ""] = conformanceFiles("bgmax/fabhed-bgmax-parser").filter((name) =>
      name.endsWith(".txt"),
    );
    const { transactions, controlTotals } = await documentOf("bgmax", file);
    const kinds = ["payment", "deduction", "payment", "payment", "payment", "payment", "payment"];
    expect(transactions.map(({ type }) => type)).toEqual(kinds);
    expect(netOf(transactions.slice(0, 3))).toBe(190_000n);
    expect(netOf(transactions.slice(3))).toBe(800_000n);
    expect(controlTotals).toHaveLength(8);
  });

  it("FINSTA: 12000 and 2000 and 1000 less 500 is 14500", async () => {
    const { statements } = await documentOf("finsta", "edifact/gfis-xtrans/finsta.edi");
    expect(statements).toMatchObject([
      {
        currency: "CHF",
        opening: { amountMinor: 1_200_000n },
        closing: { amountMinor: 1_450_000n },
        lines: [{ amountMinor: 200_000n }, { amountMinor: 100_000n }, { amountMinor: 50_000n }],
        check: { status: "AGREES" },
      },
    ]);
  });
});

describe.runIf(hasConformanceFiles)("published files of processors and providers", () => {
  it("Shopify: 25 movements, whose fees are rows of their own", async () => {
    const file = "shopify/shopify_python_api/payouts_transactions.json";
    const { transactions, refusedLines } = await documentOf("shopify-payout-transactions", file);
    const ids = new Set(transactions.map(({ externalId }) => externalId.replace(":fee", "")));
    expect([ids.size, refusedLines]).toEqual([25, []]);
  });

  it("Adyen: only what succeeded and moves money is a row", async () => {
    const folder = "adyen/adyen-java-api-library/notification";
    const read = async (name: string): Promise<string[]> => {
      const { transactions } = await documentOf("adyen-webhooks", `${folder}/${name}`);
      return transactions.map(({ type, direction }) => `${type} ${direction}`);
    };
    expect(await read("authorisation-true.json")).toEqual([]);
    expect(await read("cancellation-true.json")).toEqual([]);
    expect(await read("capture-true.json")).toEqual(["CAPTURE IN"]);
    expect(await read("refund-true.json")).toEqual(["REFUND OUT"]);
  });

  it("Toss: won without minor units, and nothing for what waits for a deposit", async () => {
    const done = await documentOf("toss-payments", "toss/tosspayments-rs/payment-1.json");
    expect(done.transactions).toMatchObject([{ amountMinor: 163_020n, currency: "KRW" }]);
    const list = await documentOf("toss-transactions", "toss/tosspayments-rs/transactions-1.json");
    expect(list.transactions).toHaveLength(2);
    expect(list.unposted).toMatchObject([{ reason: "NOT_A_PAYMENT" }]);
  });

  it("Caleta: units of a hundred-thousandth", async () => {
    const file = "igaming/valkyrie/caleta/round-transactions-transactions-found.json";
    const { transactions } = await documentOf("caleta-rounds", file);
    expect(transactions.map(({ type, amountMinor }) => [type, amountMinor])).toEqual([
      ["bet", 200n],
      ["win", 3_250n],
    ]);
  });

  it("Google Play: the merchant's sum under the report's own names of columns", async () => {
    const file = "appstores/fivetran-dbt_google_play_source/earnings.csv";
    const text = conformanceBytes(file).toString("utf8");
    const names: Record<string, string> = {
      description: "Description",
      transaction_date: "Transaction Date",
      transaction_time: "Transaction Time",
      transaction_type: "Transaction Type",
      product_title: "Product Title",
      product_id: "Product id",
      buyer_country: "Buyer Country",
      merchant_currency: "Merchant Currency",
      amount_merchant_currency_: "Amount (Merchant Currency)",
    };
    const [header = "", ...lines] = text.split("\n");
    const renamed = header.split(",").map((name) => names[name.trim()] ?? name);
    const report = [renamed.join(","), ...lines].join("\n");
    const { documents } = await readBytes("google-play-earnings", report);
    const rows = documents[0]?.transactions ?? [];
    expect([rows.length, netOf(rows)]).toEqual([10, 7_199n]);
    expect(sideOf(rows, "OUT") < 0n).toBe(true);
  });
});

/** Which adapter is given what lies in a folder, its own files or not. */
const FOLDERS: [folder: string, adapter: string][] = [
  ["stripe/stripe-openapi-resources", "stripe-balance-transactions"],
  ["adyen/adyen-java-api-library/payout", "adyen-webhooks"],
  ["adyen/adyen-java-api-library/transfers", "adyen-webhooks"],
  ["mollie/mollie-api-php", "mollie-balance-transactions"],
  ["shopify/shopify_python_api", "shopify-payout-transactions"],
  ["square/square-api-spec", "square-payments"],
  ["gocardless/gocardless-pro-python", "gocardless-payments"],
  ["toss/jhwang0801-python-sdk", "toss-payments"],
  ["igaming/valkyrie/evolution", "evolution-wallet"],
  ["csv-bank/sebastienrousseau-bankstatementparser/golden", "usage-metering"],
  ["iso8583/moov-iso8583", "mt940"],
  ["mastercard-ipm/cardutil", "nacha"],
  ["swift-mt/prowide-core", "mt940"],
  ["nacha/moov-ach", "ofx"],
  ["iso20022/salesking-sepa_king", "camt.053"],
];

describe.runIf(hasConformanceFiles)("every other published file", () => {
  it.each(FOLDERS)("of %s is read by %s or refused with a reason", async (folder, adapter) => {
    for (const file of conformanceFiles(folder).filter((name) => /\.\w+$/.test(name))) {
      const { documents, refusal } = await readPublished(adapter, file);
      if (refusal !== undefined) expect(REFUSAL_CODES).toContain(refusal.code);
      else expect(documents.length).toBeGreaterThan(0);
      for (const { refusedLines = [] } of documents) {
        for (const line of refusedLines) expect(REFUSAL_CODES).toContain(line.code);
      }
    }
  });
});
