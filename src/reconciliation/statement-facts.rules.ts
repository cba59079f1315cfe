import { createHash } from "node:crypto";
import type { CanonicalStatement, CanonicalTransaction } from "../ingestion/index.js";
import { accountKey, type DocumentRole } from "./policy.rules.js";

/** A statement as it is kept. */
export interface StatementFacts {
  name: string;
  account: string;
  currency: string | null;
  sequence: string | null;
  isInterim: boolean;
  firstDay: string | null;
  lastDay: string | null;
  openingMinor: bigint | null;
  closingMinor: bigint | null;
  turnoverMinor: bigint | null;
  netMinor: bigint;
  checkStatus: "AGREES" | "DIFFERS" | "NOT_CHECKED";
  differenceMinor: bigint | null;
  balances: string;
  contentHash: Buffer;
}

/** A movement with its sign: what comes in to us is positive, in minor units. */
export function signedMinor({ direction, amountMinor }: CanonicalTransaction): bigint {
  return direction === "IN" ? amountMinor : -amountMinor;
}

/** What is kept of a statement besides its lines. */
export function factsOf(statement: CanonicalStatement): StatementFacts {
  const { opening, closing, balances, lines, turnover, check } = statement;
  const days = daysOf(statement);
  return {
    name: statement.statementId,
    account: accountKey(statement.account),
    currency: statement.currency ?? lines[0]?.currency ?? null,
    sequence: statement.sequence ?? null,
    isInterim: statement.isInterim,
    firstDay: days[0] ?? null,
    lastDay: days.at(-1) ?? null,
    openingMinor: opening?.amountMinor ?? null,
    closingMinor: closing?.amountMinor ?? null,
    turnoverMinor: turnedOver(turnover),
    netMinor: lines.reduce((sum, line) => sum + signedMinor(line), 0n),
    checkStatus: check.status,
    differenceMinor: check.status === "DIFFERS" ? check.differenceMinor : null,
    balances: JSON.stringify(balances, (_, value: unknown) =>
      typeof value === "bigint" ? value.toString() : value,
    ),
    contentHash: contentHash(statement),
  };
}

function turnedOver(turnover: CanonicalStatement["turnover"]): bigint | null {
  if (turnover.length === 0) return null;
  return turnover.reduce((sum, one) => sum + one.amountMinor, 0n);
}

/** The days of a statement in order: of its lines, else of its balances. */
function daysOf({ lines, opening, closing }: CanonicalStatement): string[] {
  const days = [opening?.day, closing?.day, ...lines.map(dayOfLine)];
  return days.filter((day) => day !== undefined).toSorted();
}

function dayOfLine({ valueDate, occurredAt }: CanonicalTransaction): string {
  return valueDate ?? occurredAt.toISOString().slice(0, 10);
}

/** What the partner says, without the names that change when it says it again. */
function contentHash({ account, opening, closing, lines }: CanonicalStatement): Buffer {
  const hash = createHash("sha256");
  const balances = [opening, closing].map((one) => [one?.day, one?.amountMinor, one?.currency]);
  hash.update([accountKey(account), ...balances.flat()].join("|"));
  for (const line of lines) {
    const { currency, reference, occurredAt } = line;
    hash.update(`\n${signedMinor(line)}|${currency}|${reference}|${occurredAt.getTime()}`);
  }
  return hash.digest();
}

/** Rows that come without a statement, as one: what a report lists is evidence as well. */
export function asStatement(
  documentId: string,
  account: string,
  rows: CanonicalTransaction[],
): CanonicalStatement {
  return {
    statementId: documentId,
    account,
    currency: rows[0]?.currency,
    isInterim: false,
    balances: [],
    turnover: [],
    lines: rows,
    check: { status: "NOT_CHECKED", reason: "NO_BALANCES" },
  };
}

/** Whether a statement's lines are held against our transactions. */
export function isMatched(role: DocumentRole, adapter: string, { isInterim }: CanonicalStatement) {
  return role === "MATCH" && (!isInterim || adapter === "camt.052");
}
