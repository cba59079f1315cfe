import {
  MAX_TRANSACTIONS,
  type Adapter,
  type AdapterOptions,
  type ParsedDocument,
} from "../adapter-door.js";
import { isoTimes } from "../iso-time.js";
import { RefusedInput } from "../refuse-input.js";
import { readXml, type XmlFormat } from "../xml/read-xml.js";
import { CAMT_054_RULES } from "./camt-elements.js";
import { CamtReading } from "./camt-reading.js";

const ISO_20022 = "urn:iso:std:iso:20022:tech:xsd:";
const MESSAGE = /^camt\.054\.001\.(\d\d)$/;
const OLDEST_VERSION = 2;
const NEWEST_VERSION = 10;

const FORMAT: XmlFormat<CamtReading> = {
  rootName: "Document",
  rules: CAMT_054_RULES,
  begin: (reading, namespace) => reading.openDocument(messageOf(namespace)),
};

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
export const camt054Adapter: Adapter = {
  name: "camt.054",
  version: "1",
  accepts: (fileName) => /\.xml$/i.test(fileName),
  parse,
};

async function* parse(
  bytes: AsyncIterable<Uint8Array>,
  source: { name: string },
  options: AdapterOptions = {},
): AsyncGenerator<ParsedDocument> {
  const { zone = "UTC", maxTransactions = MAX_TRANSACTIONS } = options;
  const reading = new CamtReading(isoTimes(zone), maxTransactions);
  try {
    await readXml(bytes, FORMAT, reading);
  } catch (error) {
    if (!(error instanceof RefusedInput)) throw error;
    yield { ok: false, refusal: error.toRefusal(source.name) };
    return;
  }
  for (const document of reading.documents) yield { ok: true, ...document };
}

function messageOf(namespace: string): string {
  const message = namespace.startsWith(ISO_20022) ? namespace.slice(ISO_20022.length) : namespace;
  const version = Number(MESSAGE.exec(message)?.[1] ?? Number.NaN);
  if (version >= OLDEST_VERSION && version <= NEWEST_VERSION) return message;
  const what = message === "" ? "a document without a namespace" : `"${message.slice(0, 80)}"`;
  const reason = `${what} is not a camt.054 message of version 001.02 to 001.10`;
  throw new RefusedInput("FOREIGN_DOCUMENT", reason);
}
