import { readXml, RefusedInput, XML_LIMITS, type XmlFormat } from "../ingestion/index.js";
import { STATUS_RULES } from "./pain-002-elements.js";
import { StatusReading } from "./pain-002-reading.js";
import { StatusReportRefused } from "./payment-file.errors.js";
import type { PaymentStatusReport } from "./payment-status.rules.js";

const ISO_20022 = "urn:iso:std:iso:20022:tech:xsd:";
const MESSAGE = /^pain\.002\.001\.(0[3-9]|10)$/;

/** A report speaks of one file of ours; what is larger was made to exhaust. */
const LIMITS = { ...XML_LIMITS, documentBytes: 64 * 1024 ** 2, elements: 4_000_000 };

const FORMAT: XmlFormat<StatusReading> = {
  rootName: "Document",
  rules: STATUS_RULES,
  begin: (reading, namespace) => {
    if (reading.message !== "") throw new RefusedInput("REPEATED_ELEMENT", "two documents in one");
    reading.message = messageOf(namespace);
  },
};

/**
 * Reads a bank's answer to a payment file: ISO 20022 pain.002, versions 001.03 to 001.10.
 * @throws StatusReportRefused with the place where the reading stopped
 */
export async function readPaymentStatus(
  bytes: AsyncIterable<Uint8Array>,
): Promise<PaymentStatusReport> {
  const reading = new StatusReading();
  try {
    await readXml(bytes, FORMAT, reading, LIMITS);
    return reading.report();
  } catch (error) {
    if (!(error instanceof RefusedInput)) throw error;
    const { place, reason } = error;
    const where = place ? ` (line ${place.line}, column ${place.column})` : "";
    throw new StatusReportRefused(`${reason}${where}`);
  }
}

function messageOf(namespace: string): string {
  const message = namespace.startsWith(ISO_20022) ? namespace.slice(ISO_20022.length) : "";
  if (MESSAGE.test(message)) return message;
  const reason = `"${namespace.slice(0, 80)}" is not pain.002 of version 001.03 to 001.10`;
  throw new RefusedInput("FOREIGN_DOCUMENT", reason);
}
