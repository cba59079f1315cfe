import type { RefusalCode } from "./adapters/refuse-input.js";
import type { CanonicalStatement } from "./canonical-statement.js";
import type { CanonicalTransaction, ControlTotal, UnpostedRow } from "./canonical-transaction.js";

/** A line that was refused while the others of its document stand. */
export interface RefusedLine {
  /** Its place among the records of the document, from 1. */
  position: number;
  line: number;
  code: RefusalCode;
  reason: string;
  /** The canonical field at which it failed, where there is one. */
  field?: string;
  /** What stood there. */
  value?: string;
  /** The line as it came, or its record as JSON, up to a length. */
  raw?: string;
}

/** A document: what is posted or refused as a whole, so that nothing of it is ever half-posted. */
export interface CanonicalDocument {
  /** Identity within the partner, independent of file name and time of arrival. */
  documentId: string;
  /** The message and version, as "camt.054.001.10". */
  format: string;
  /** The partner's time of making it, an instant. */
  createdAt: Date;
  /** Groups of rows in the document (ISO 20022: `Ntry`), with those that are not posted. */
  entryCount: number;
  transactions: CanonicalTransaction[];
  /** Where the format is a statement of accounts. */
  statements: CanonicalStatement[];
  /** Lines that were refused each for itself, where the format is lines that stand alone. */
  refusedLines?: RefusedLine[];
  controlTotals: ControlTotal[];
  unposted: UnpostedRow[];
}
