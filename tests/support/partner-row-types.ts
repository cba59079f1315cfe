/** A partner whose rows are to be made, with what the API has made of it already. */
export interface MarkedPartner {
  id: string;
  contractId: string;
  accountId: string;
  transactionId: string;
  endpointId: string;
  /** Stands in every text of its rows, and nowhere else. */
  mark: string;
  /** What its amounts begin with. */
  amount: string;
}

/** The ids of the rows that were made, as the tables have them. */
export type MadeRows = Record<
  | "settlement"
  | "statement"
  | "payout"
  | "run"
  | "job"
  | "alert"
  | "document"
  | "payoutAccount"
  | "message"
  | "statementOfPartner"
  | "line"
  | "breakGroup"
  | "openBreak"
  | "person"
  | "quarantined"
  | "held"
  | "reconciled",
  string
>;

/** A statement, with the words that stand for the texts, amounts and day of a partner. */
export type RowStatement = [text: string, values: unknown[]];
