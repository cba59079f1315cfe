import { describe, expect, it } from "vitest";
import { declarativeAdapter, readDefinition } from "../../src/ingestion/adapters/index.js";
import type { CanonicalDocument } from "../../src/ingestion/canonical-document.js";
import {
  conformanceBytes,
  conformanceFiles,
  hasConformanceFiles,
  sayLeftOut,
} from "../support/camt-conformance.js";
import { collected, inPieces } from "../support/camt-documents.js";
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

/** What most files of a folder come to with an adapter, and which come to something else. */
type Folder = [folder: string, adapter: string, most: string, others?: Record<string, string>];

/**
 * Rows, their net in minor units and the codes of refused lines; or the code of the refusal. Most
 * are objects of an interface that move no money, or formats of which the hub reads none.
 */
const FOLDERS: Folder[] = [
  [
    "stripe/stripe-openapi-resources",
    "stripe-balance-transactions",
    "MISSING_ELEMENT",
    { "event.json": "0 rows, 0 MISSING_ELEMENT" },
  ],
  ["adyen/adyen-java-api-library/payout", "adyen-webhooks", "MISSING_ELEMENT"],
  ["adyen/adyen-java-api-library/transfers", "adyen-webhooks", "MISSING_ELEMENT"],
  [
    "mollie/mollie-api-php",
    "mollie-balance-transactions",
    "MISSING_ELEMENT",
    { "balance-transaction-list.json": "0 rows, 0 MISSING_ELEMENT" },
  ],
  [
    "shopify/shopify_python_api",
    "shopify-payout-transactions",
    "MISSING_ELEMENT",
    { "payouts_transactions.json": "33 rows, 3998" },
  ],
  [
    "square/square-api-spec",
    "square-payments",
    "MISSING_ELEMENT",
    { "ListPaymentsResponse.json": "2 rows, 521" },
  ],
  ["gocardless/gocardless-pro-python", "gocardless-payments", "MISSING_ELEMENT"],
  [
    "toss/jhwang0801-python-sdk",
    "toss-payments",
    "0 rows, 0 EXPRESSION_FAILED",
    { "payment-done.json": "1 rows, 1000" },
  ],
  ["igaming/valkyrie/evolution", "evolution-wallet", "0 rows, 0 NOT_WELL_FORMED"],
  [
    "iso8583/moov-iso8583",
    "mt940",
    "FOREIGN_DOCUMENT",
    {
      "message_with_hex_bcd.dat": "INVALID_ENCODING",
      "message_with_number_bcd_encoding.dat": "INVALID_ENCODING",
    },
  ],
  [
    "mastercard-ipm/cardutil",
    "nacha",
    "INVALID_ENCODING",
    { "ipm-ascii-1014blocked-15rec.ipm.record.json": "FOREIGN_DOCUMENT" },
  ],
  ["swift-mt/prowide-core", "mt940", "INVALID_DATE", { "MT103-out-ack.rje": "0 rows, 0" }],
  ["iso20022/salesking-sepa_king", "camt.053", "FOREIGN_DOCUMENT"],
];

function inShort({ documents, refusal }: Awaited<ReturnType<typeof readPublished>>): string {
  if (refusal !== undefined) return refusal.code;
  const rows = documents.flatMap(({ transactions }) => transactions);
  const refused = documents.flatMap(({ refusedLines = [] }) => refusedLines);
  const codes = [...new Set(refused.map(({ code }) => code))].join();
  return `${rows.length} rows, ${netOf(rows)} ${codes}`.trim();
}

describe.runIf(hasConformanceFiles)("every other published file", () => {
  it.each(FOLDERS)("of %s comes to what it holds", async (folder, adapter, most, others = {}) => {
    const files = conformanceFiles(folder).filter((name) => /\.(?!md$)\w+$/.test(name));
    expect(files).not.toEqual([]);
    for (const file of files) {
      const wanted = others[file.split("/").at(-1) ?? ""] ?? most;
      expect([file, inShort(await readPublished(adapter, file))]).toEqual([file, wanted]);
    }
  });
});

/** A bank's own columns, as an operator describes them. */
interface Columns {
  delimiter?: string;
  id: string;
  at: string;
  format?: string;
  currency: string;
  amount: object;
}

const BANKS = "csv-bank/sebastienrousseau-bankstatementparser";
const EUROPEAN = { scale: "MAJOR", decimalMark: "," };
const described: [file: string, columns: Columns, rows: number, net: bigint][] = [
  [
    `${BANKS}/golden/csv_european_decimals.csv`,
    {
      delimiter: ";",
      id: "Ref",
      at: "Buchungstag",
      currency: "CCY",
      amount: { value: { from: "Betrag" }, ...EUROPEAN },
    },
    3,
    226_094n,
  ],
  [
    `${BANKS}/golden/csv_spanish_headers.csv`,
    {
      delimiter: ";",
      id: "Referencia",
      at: "Fecha",
      currency: "Moneda",
      amount: { value: { from: "Importe" }, ...EUROPEAN },
    },
    3,
    226_094n,
  ],
  [
    `${BANKS}/sample_split_amounts.csv`,
    {
      delimiter: ";",
      id: "Ref",
      at: "Booking Date",
      currency: "CCY",
      amount: { credit: { from: "Credit" }, debit: { from: "Debit" }, ...EUROPEAN },
    },
    2,
    105_025n,
  ],
  [
    `${BANKS}/sample_statement.csv`,
    {
      id: "Reference",
      at: "Date",
      currency: "Currency",
      amount: { value: { from: "Amount" } },
    },
    2,
    130_000n,
  ],
  [
    "csv-bank/fjacquet-camt-csv/viseca.csv",
    {
      id: "TransactionId",
      at: "Date",
      format: "yyyy-MM-dd HH:mm:ss",
      currency: "Currency",
      amount: { value: { from: "Amount" } },
    },
    9,
    4_920n,
  ],
];

describe.runIf(hasConformanceFiles)("published files of banks that an operator describes", () => {
  it.each(described)("%s has its rows and their sum", async (file, columns, rows, net) => {
    const { delimiter = ",", id, at, format = "ISO", currency, amount } = columns;
    const definition = readDefinition({
      format: { kind: "DELIMITED", delimiter },
      rows: [
        {
          externalId: { from: id },
          type: { const: "movement" },
          amount,
          currency: { from: currency },
          occurredAt: { value: { from: at }, format },
        },
      ],
    });
    const bytes = conformanceBytes(file);
    const adapter = declarativeAdapter("bank", "1", definition);
    const [parsed] = await collected(adapter.parse(inPieces(bytes, 1_000), { name: file }));
    const found = parsed?.ok === true ? parsed.transactions : [];
    expect([found.length, netOf(found)]).toEqual([rows, net]);
  });
});
