import fc from "fast-check";
import { exponentOf, formatMinor } from "../../src/shared/money.js";
import type { CanonicalTransaction } from "../../src/ingestion/canonical-transaction.js";
import { camt054, detail, entry } from "./camt-documents.js";

/** What a generated payment must be read as. */
export type ExpectedRow = Pick<
  CanonicalTransaction,
  "amountMinor" | "currency" | "direction" | "reference" | "counterparty" | "remittance"
> & { occurredAt: Date };

interface Payment extends Omit<ExpectedRow, "currency"> {}

const CURRENCIES = ["EUR", "KRW", "KWD", "CLF"];
const AGENTS = ["ALFAFRPPXXX", "BETABEBBXXX", "GAMMKRSEXXX"];

/** Text as a bank writes it: trimmed, not empty, and with what XML must escape. */
const remittance = fc
  .string({ unit: fc.constantFrom(..."abc ÄÖ한글💶<>&\"'].;\u00a0"), minLength: 1, maxLength: 140 })
  .map((text) => text.trim())
  .filter((text) => text !== "" && text !== "NOTPROVIDED");

const payment: fc.Arbitrary<Payment> = fc.record({
  amountMinor: fc.bigInt({ min: 1n, max: 10n ** 12n }),
  direction: fc.constantFrom("IN" as const, "OUT" as const),
  reference: fc.stringMatching(/^[A-Z0-9/-]{1,35}$/),
  counterparty: fc.constantFrom(...AGENTS),
  remittance,
  occurredAt: fc.date({
    min: new Date("1990-01-01T00:00:00Z"),
    max: new Date("2090-01-01T00:00:00Z"),
    noInvalidDate: true,
  }),
});

const generatedEntry = fc.record({
  currency: fc.constantFrom(...CURRENCIES),
  payments: fc.array(payment, { minLength: 1, maxLength: 8 }),
  status: fc.constantFrom("", "<Sts>BOOK</Sts>", "<Sts><Cd>INFO</Cd></Sts>"),
});

/** A good notification and the rows that it must give, in its order. */
export const notification = fc
  .array(generatedEntry, { maxLength: 5 })
  .map((entries): { text: string; rows: ExpectedRow[] } => ({
    text: camt054({
      messageId: "GENERATED",
      entries: entries.map((one) => entryText(one.currency, one.payments, one.status)).join("\n"),
    }),
    rows: entries.flatMap(({ currency, payments }) =>
      payments.map((row) => ({ ...row, currency })),
    ),
  }));

function entryText(currency: string, payments: Payment[], middle: string): string {
  const net = payments.reduce(
    (sum, row) => sum + (isIn(row) ? row.amountMinor : -row.amountMinor),
    0n,
  );
  return entry({
    amount: formatMinor(net < 0n ? -net : net, currency),
    currency,
    direction: net < 0n ? "DBIT" : "CRDT",
    middle,
    details: payments.map((row) => paymentText(currency, row)).join("\n"),
  });
}

function paymentText(currency: string, row: Payment): string {
  const agent = isIn(row) ? "DbtrAgt" : "CdtrAgt";
  const rest =
    `<Refs><EndToEndId>${row.reference ?? ""}</EndToEndId></Refs>` +
    `<RltdAgts><${agent}><FinInstnId><BICFI>${row.counterparty ?? ""}</BICFI></FinInstnId>` +
    `</${agent}></RltdAgts><RmtInf><Ustrd>${escaped(row.remittance ?? "")}</Ustrd></RmtInf>` +
    `<RltdDts><AccptncDtTm>${row.occurredAt.toISOString()}</AccptncDtTm></RltdDts>`;
  const amount = formatMinor(row.amountMinor, currency) + (exponentOf(currency) > 0 ? "00" : "");
  return detail({ amount, currency, direction: isIn(row) ? "CRDT" : "DBIT", rest });
}

function isIn(row: Payment): boolean {
  return row.direction === "IN";
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&#x3e;");
}
