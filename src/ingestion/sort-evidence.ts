import { ServiceKey } from "../shared/commands/services.js";
import type { CanonicalDocument } from "./canonical-document.js";
import type { CanonicalTransaction } from "./canonical-transaction.js";

/** The documents of a file, and whose they are. */
export interface ArrivedDocuments {
  partnerId: string;
  adapter: string;
  documents: readonly CanonicalDocument[];
}

/** Which rows of a file are posted; the others are evidence of what was posted otherwise. */
export interface SortedRows {
  posted: CanonicalTransaction[];
  /** How many rows are not posted. */
  evidence: number;
  /** Keeps what a reconciliation needs of the file; again with the same file has no effect. */
  keep(documentId: string): Promise<void>;
}

/** Tells rows that post from rows that are evidence, and keeps the evidence. */
export interface EvidenceDesk {
  sort(arrived: ArrivedDocuments): Promise<SortedRows>;
}

export const evidenceService = new ServiceKey<EvidenceDesk>("evidence");
