/*
 * A statement as the hub signs it. Amounts are whole minor units and exact numbers, as texts:
 * neither a JavaScript number nor a JSON number holds all of them.
 */

export interface Statement {
  readonly format: "tutti-statement/1";
  readonly number: string;
  /** The number of the statement that this one stands for now. */
  readonly replaces: string | null;
  readonly issuedAt: string;
  readonly partner: { readonly id: string; readonly code: string; readonly name: string };
  readonly contract: {
    readonly id: string;
    readonly code: string;
    readonly versions: readonly { readonly number: number; readonly effectiveFrom: string }[];
  };
  readonly period: {
    readonly firstDay: string;
    readonly lastDay: string;
    readonly startsAt: string;
    /** Excluded. */
    readonly endsAt: string;
    readonly timeZone: string;
  };
  readonly currency: string;
  /** Decimals of the currency's major unit. */
  readonly exponent: number;
  readonly lines: readonly StatementLine[];
  readonly corrections: readonly StatementCorrection[];
  readonly adjustments: readonly StatementAdjustment[];
  readonly sums: StatementSums;
  readonly dueOn: string | null;
  readonly ledger: { readonly heads: readonly ChainHead[] };
  /** The Merkle tree (RFC 6962, SHA-256) over the period's transactions. */
  readonly transactions: { readonly count: string; readonly root: string };
}

/** What a clause of the contract came to. */
export interface StatementLine {
  readonly clause: string;
  readonly kind: string;
  /** The contract's version. */
  readonly version: number;
  readonly currency: string;
  /** The clause's own figure, in favour of whom it is for. */
  readonly amountMinor: string;
  /** What it does to what is owed to the partner. */
  readonly effectMinor: string;
  readonly residualMinor: string;
  /** The arithmetic behind it, line by line. */
  readonly workings: readonly StatementWorking[];
}

type Effect = "ADD" | "DEDUCT";

/** A line of arithmetic. */
export type StatementWorking =
  | {
      readonly is: "INPUT";
      readonly input: string;
      readonly effect: Effect;
      readonly amountMinor: string;
      readonly count: string;
      readonly worth: string;
    }
  | {
      readonly is: "STEP";
      readonly name: string;
      readonly effect: Effect;
      readonly value: string;
      readonly limit: string | null;
      readonly standing: string;
    }
  | { readonly is: "CLAUSE"; readonly clause: string; readonly amountMinor: string }
  | {
      readonly is: "TIER";
      readonly from: string;
      readonly to: string | null;
      readonly part: string;
      readonly factor: string;
      readonly value: string;
    }
  | {
      readonly is: "RATE";
      readonly name: string;
      readonly of: string;
      readonly rate: string;
      readonly value: string;
    }
  | { readonly is: "AMOUNT"; readonly name: string; readonly value: string }
  | { readonly is: "LINES"; readonly count: string; readonly amountMinor: string }
  | {
      readonly is: "ROUNDED";
      readonly exact: string;
      readonly rule: { readonly mode: string; readonly per: string; readonly unitMinor: string };
      readonly amountMinor: string;
    }
  | { readonly is: "LESS"; readonly name: string };

/** What late transactions changed in an earlier period; positive is in favour of the partner. */
export interface StatementCorrection {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly amountMinor: string;
}

/** A correction by a person; positive is in favour of the partner. */
export interface StatementAdjustment {
  readonly id: string;
  readonly amountMinor: string;
  readonly reason: string;
  readonly at: string;
}

/** Positive is owed to the partner. */
export interface StatementSums {
  readonly payableMinor: string;
  readonly correctionsMinor: string;
  readonly adjustmentsMinor: string;
  readonly broughtForwardMinor: string;
  readonly dueMinor: string;
  readonly carriedForwardMinor: string;
}

/** The last block of a ledger lane that the statement knows. */
export interface ChainHead {
  readonly lane: number;
  readonly sequence: string;
  readonly hash: string;
}

/** A statement as it is kept and sent. */
export interface SignedStatement {
  readonly statement: Statement;
  /** A detached JSON Web Signature (RFC 7515, appendix F) over the canonical form (RFC 8785). */
  readonly signature: string;
}

/** What a statement says of a transaction. */
export interface StatementTransaction {
  readonly id: string;
  readonly externalId: string;
  readonly type: string;
  readonly direction: string;
  readonly amountMinor: string;
  readonly currency: string;
  readonly occurredAt: string;
}

/** The way from a transaction to the root of a statement's tree. */
export interface InclusionProof {
  /** The transaction's place in the tree, from 0. */
  readonly index: string;
  /** The hashes beside the way, from the bottom; hexadecimal. */
  readonly hashes: readonly string[];
}

/** A public key by which statements are verified (RFC 8037). */
export interface StatementPublicKey {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly kid: string;
}

/** A key set, as the hub serves it under `/statements/keys`, or the keys themselves. */
export type StatementKeys =
  | { readonly keys: readonly StatementPublicKey[] }
  | readonly StatementPublicKey[];
