/** What tells the messages of a bank to its customer apart. */
export interface CamtMessage {
  /** "camt.053". */
  name: string;
  /** The names of the element below `Document`, the newest first. */
  bodies: readonly [string, ...string[]];
  /** The element that repeats in the body. */
  part: string;
  oldestVersion: number;
  newestVersion: number;
  /**
   * Statements and reports are one side of a reconciliation: what contradicts itself in them is
   * reported and not refused, and an entry whose details do not add up is taken whole.
   */
  isStatement: boolean;
  isInterim: boolean;
}

export const CAMT_054: CamtMessage = {
  name: "camt.054",
  bodies: ["BkToCstmrDbtCdtNtfctn"],
  part: "Ntfctn",
  oldestVersion: 2,
  newestVersion: 10,
  isStatement: false,
  isInterim: false,
};

export const CAMT_053: CamtMessage = {
  name: "camt.053",
  bodies: ["BkToCstmrStmt", "BkToCstmrStmtV01"],
  part: "Stmt",
  oldestVersion: 1,
  newestVersion: 13,
  isStatement: true,
  isInterim: false,
};

export const CAMT_052: CamtMessage = {
  name: "camt.052",
  bodies: ["BkToCstmrAcctRpt", "BkToCstmrAcctRptV01"],
  part: "Rpt",
  oldestVersion: 1,
  newestVersion: 13,
  isStatement: true,
  isInterim: true,
};

/** A path of the table of elements, in the names of the message. */
export function pathIn(message: CamtMessage, path: string, body = message.bodies[0]): string {
  return path.replace(/^body/, body).replace("part", message.part).replace("part", message.part);
}
