import type { Component, TraceLine } from "../settlements/index.js";

/** The form of a statement; a change that a verifier would not understand gets another number. */
export const STATEMENT_FORMAT = "tutti-statement/1";

/** A value as JSON says it: whole and exact numbers as texts, so that no digit is lost. */
export type Plain<T> = T extends bigint | Date
  ? string
  : T extends { readonly n: bigint; readonly d: bigint }
    ? string
    : T extends object
      ? { readonly [Key in keyof T]: Plain<T[Key]> }
      : T;

/** One line of arithmetic behind a figure; amounts in minor units. */
export type StatementWorking = Plain<TraceLine>;

/** What a clause came to, with the arithmetic that it came from. Minor units. */
export type StatementLine = Plain<Component> & { readonly workings: readonly StatementWorking[] };

/** A correction by a person. */
export interface StatementAdjustment {
  readonly id: string;
  /** Positive is in favour of the partner. */
  readonly amountMinor: string;
  readonly reason: string;
  readonly at: string;
}

/** What late transactions changed in an earlier period that was settled already. */
export interface StatementCorrection {
  readonly firstDay: string;
  readonly lastDay: string;
  /** Positive is in favour of the partner. */
  readonly amountMinor: string;
}

/** The last block of a ledger lane that the statement knows. */
export interface ChainHead {
  readonly lane: number;
  readonly sequence: string;
  /** Hexadecimal. */
  readonly hash: string;
}

/** The sums of a statement, in minor units; positive is owed to the partner. */
export interface StatementSums {
  /** The sum of the lines' effects. */
  readonly payableMinor: string;
  readonly correctionsMinor: string;
  readonly adjustmentsMinor: string;
  /** What the partner owed from before, negative or zero. */
  readonly broughtForwardMinor: string;
  readonly dueMinor: string;
  /** What the partner owes still, negative or zero. */
  readonly carriedForwardMinor: string;
}

/** A version of the contract that the figures were made by. */
export interface StatementVersion {
  readonly number: number;
  readonly effectiveFrom: string;
}

/** What is signed: all that a partner is told about a settled period. */
export interface Statement {
  readonly format: typeof STATEMENT_FORMAT;
  readonly number: string;
  /** The number of the statement that this one stands for now. */
  readonly replaces: string | null;
  /** The moment at which the period was closed. */
  readonly issuedAt: string;
  readonly partner: { readonly id: string; readonly code: string; readonly name: string };
  readonly contract: {
    readonly id: string;
    readonly code: string;
    readonly versions: readonly StatementVersion[];
  };
  readonly period: {
    readonly firstDay: string;
    readonly lastDay: string;
    /** Moments, the end excluded. */
    readonly startsAt: string;
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
  /** The day on which what is due is to be paid. */
  readonly dueOn: string | null;
  /** Where the ledger stood: whose hash chains go on from here. */
  readonly ledger: { readonly heads: readonly ChainHead[] };
  /** The Merkle tree (RFC 6962, SHA-256) over the period's transactions. */
  readonly transactions: { readonly count: string; readonly root: string };
}

/** A statement as it is kept and sent. */
export interface SignedStatement {
  readonly statement: Statement;
  /**
   * A JSON Web Signature (RFC 7515, appendix F) over the statement's canonical form (RFC 8785),
   * whose payload is left out: `<protected header>..<signature>`.
   */
  readonly signature: string;
}

/** What the sums are made of. */
export interface StatementAmounts {
  readonly effectsMinor: readonly bigint[];
  readonly correctionsMinor: readonly bigint[];
  readonly adjustmentsMinor: readonly bigint[];
  readonly broughtForwardMinor: bigint;
  readonly dueMinor: bigint;
  readonly carriedForwardMinor: bigint;
}

/** The sums of a statement. @throws Error when they do not add up, which no statement may say */
export function sumsOf(amounts: StatementAmounts): StatementSums {
  const { broughtForwardMinor, dueMinor, carriedForwardMinor } = amounts;
  const payableMinor = total(amounts.effectsMinor);
  const correctionsMinor = total(amounts.correctionsMinor);
  const adjustmentsMinor = total(amounts.adjustmentsMinor);
  const owed = payableMinor + correctionsMinor + adjustmentsMinor + broughtForwardMinor;
  if (owed !== dueMinor + carriedForwardMinor) {
    const late = `${correctionsMinor} + ${adjustmentsMinor}`;
    const parts = `${payableMinor} + ${late} + ${broughtForwardMinor}`;
    throw new Error(`${parts} is not ${dueMinor} due + ${carriedForwardMinor} carried forward`);
  }
  return {
    payableMinor: payableMinor.toString(),
    correctionsMinor: correctionsMinor.toString(),
    adjustmentsMinor: adjustmentsMinor.toString(),
    broughtForwardMinor: broughtForwardMinor.toString(),
    dueMinor: dueMinor.toString(),
    carriedForwardMinor: carriedForwardMinor.toString(),
  };
}

function total(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}

/**
 * How a statement is called: by its period's first day, the end of the contract's id, which is
 * random, and which one it is. Short enough for what a bank takes as a document's number.
 */
export function statementNumber(contractId: string, firstDay: string, revision: number): string {
  return `STM-${firstDay.replaceAll("-", "")}-${contractId.slice(-12)}-${revision}`;
}
