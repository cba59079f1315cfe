import {
  MAX_TRANSACTIONS,
  type Adapter,
  type AdapterOptions,
  type ParsedDocument,
} from "../adapter-door.js";
import { isoTimes } from "../iso-time.js";
import { RefusedInput } from "../refuse-input.js";
import { readXml, type XmlFormat } from "../xml/read-xml.js";
import { camtRules } from "./camt-elements.js";
import { CAMT_052, CAMT_053, CAMT_054, type CamtMessage } from "./camt-message.js";
import { CamtReading } from "./camt-reading.js";

const ISO_20022 = "urn:iso:std:iso:20022:tech:xsd:";

/**
 * ISO 20022 camt.054, BankToCustomerDebitCreditNotification, versions 001.02 to 001.10.
 *
 * A payment is a `TxDtls` when those of its entry have amounts, else the `Ntry`. Its sign is the
 * `CdtDbtInd` of the `TxDtls`, else of the `Ntry`, and `RvslInd` never turns it. Times: see
 * `toTransaction`; one without an offset is in the option `zone`, by default UTC. (In the real
 * files that this was built on, such times of one settlement day run from 22:00 to 21:59 in summer
 * and from 23:00 to 22:59 in winter: midnight in Frankfurt, so they are UTC, although the same
 * files write their creation with an Eastern European offset.)
 *
 * What a document says about itself must hold: details against entry and batch, entries against
 * `TxsSummry`. Identity: see `CamtDocument`. Status: see `EntryDraft`.
 */
export const camt054Adapter = camtAdapter(CAMT_054, "1");

/**
 * ISO 20022 camt.053, BankToCustomerStatement, versions 001.01 to 001.13: as camt.054, with the
 * balances of each `Stmt`. Contradictions are reported, see `CamtMessage`.
 */
export const camt053Adapter = camtAdapter(CAMT_053, "1");

/**
 * ISO 20022 camt.052, BankToCustomerAccountReport, versions 001.01 to 001.13: entries within the
 * day, none of which is posted, and positions: balances of a proprietary type are the turnover
 * with the counterparty that they name.
 */
export const camt052Adapter = camtAdapter(CAMT_052, "1");

function camtAdapter(message: CamtMessage, version: string): Adapter {
  const format: XmlFormat<CamtReading> = {
    rootName: "Document",
    rules: camtRules(message),
    begin: (reading, namespace) => reading.openDocument(formatOf(message, namespace)),
  };
  return {
    name: message.name,
    version,
    accepts: (fileName) => /\.xml$/i.test(fileName),
    parse: (bytes, source, options) => parse(message, format, bytes, source, options),
  };
}

async function* parse(
  message: CamtMessage,
  format: XmlFormat<CamtReading>,
  bytes: AsyncIterable<Uint8Array>,
  source: { name: string },
  options: AdapterOptions = {},
): AsyncGenerator<ParsedDocument> {
  const { zone = "UTC", maxTransactions = MAX_TRANSACTIONS } = options;
  const reading = new CamtReading(message, isoTimes(zone), maxTransactions);
  try {
    await readXml(bytes, format, reading);
  } catch (error) {
    if (!(error instanceof RefusedInput)) throw error;
    yield { ok: false, refusal: error.toRefusal(source.name) };
    return;
  }
  for (const document of reading.documents) yield { ok: true, ...document };
}

/** "camt.053.001.08" out of a namespace. @throws RefusedInput FOREIGN_DOCUMENT */
function formatOf(message: CamtMessage, namespace: string): string {
  const { name, oldestVersion, newestVersion } = message;
  const format = namespace.startsWith(ISO_20022) ? namespace.slice(ISO_20022.length) : namespace;
  const version = format.startsWith(`${name}.001.`) ? /\.(\d\d)$/.exec(format)?.[1] : undefined;
  const number = Number(version ?? Number.NaN);
  if (number >= oldestVersion && number <= newestVersion) return format;
  const what = format === "" ? "a document without a namespace" : `"${format.slice(0, 80)}"`;
  const [oldest, newest] = [oldestVersion, newestVersion].map((v) => String(v).padStart(2, "0"));
  const reason = `${what} is not a ${name} message of version 001.${oldest} to 001.${newest}`;
  throw new RefusedInput("FOREIGN_DOCUMENT", reason);
}
