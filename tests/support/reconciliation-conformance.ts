import { openInput } from "../../src/ingestion/archive-members.js";
import { formatMinor, parseMinor } from "../../src/shared/money.js";
import { conformanceBytes, conformanceFiles } from "./camt-conformance.js";
import { collected, inPieces } from "./camt-documents.js";

const SUBITE = "iso20022/subite-instant-settlement";

/** The days of instant payments, as texts by their file names; the first so many archives. */
export async function paymentDays(archives: number): Promise<Map<string, string>> {
  const days = new Map<string, string>();
  const files = conformanceFiles(`${SUBITE}/camt054-instant-transactions`);
  for (const file of files.slice(0, archives)) {
    const source = { name: file, bytes: inPieces(conformanceBytes(file)) };
    for await (const member of openInput(source, (name) => name.endsWith(".xml"))) {
      if (member.kind !== "document") continue;
      const name = member.name.split("/").at(-1) ?? "";
      days.set(name, Buffer.concat(await collected(member.bytes)).toString("utf8"));
    }
  }
  return days;
}

/** Daily files of a folder of the same bank, by their names. */
export function dailyFiles(folder: string): { name: string; bytes: Buffer }[] {
  return conformanceFiles(`${SUBITE}/${folder}`).map((file) => ({
    name: file.split("/").at(-1) ?? "",
    bytes: conformanceBytes(file),
  }));
}

const PAYMENT = /<TxDtls>[^]*?<\/TxDtls>/g;

/** The payments of a notification, as its text has them. */
export function paymentsIn(text: string): string[] {
  return text.match(PAYMENT) ?? [];
}

/** The same day with other payments, the entry's sum corrected accordingly. */
export function withPayments(text: string, payments: readonly string[]): string {
  const net = payments.reduce((sum, payment) => sum + signedIn(payment), 0n);
  const size = formatMinor(net < 0n ? -net : net, "EUR");
  const [head = ""] = text.split("<TxDtls>");
  const tail = text.slice(text.lastIndexOf("</TxDtls>") + "</TxDtls>".length);
  return (head + payments.join("") + tail).replace(
    /<Ntry>\s*<Amt Ccy="EUR">[\d.]+<\/Amt>\s*<CdtDbtInd>\w+</,
    `<Ntry><Amt Ccy="EUR">${size}</Amt><CdtDbtInd>${net < 0n ? "DBIT" : "CRDT"}<`,
  );
}

function signedIn(payment: string): bigint {
  const [, amount = "", sign] =
    /<Amt Ccy="EUR">([\d.]+)<\/Amt>\s*<CdtDbtInd>(\w+)</.exec(payment) ?? [];
  const minor = parseMinor(amount.replace(/^\./, "0."), "EUR");
  return sign === "DBIT" ? -minor : minor;
}

/** A notification as the statement that says the same. */
export function asStatement(text: string): string {
  return text
    .replaceAll("BkToCstmrDbtCdtNtfctn", "BkToCstmrStmt")
    .replaceAll("Ntfctn>", "Stmt>")
    .replace("camt.054.001.10", "camt.053.001.10");
}
