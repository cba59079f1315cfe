import type { InputTotal } from "../ledger/index.js";
import { ZERO } from "./exact.rules.js";
import { figureOf } from "./figure.rules.js";
import { convertedName, countsCurrency, dailyWorth, factsOf, inputName } from "./input.rules.js";
import type { CountedTransaction, Totals } from "./input.rules.js";
import { lineClauses, lineName, roundingOf } from "./line.rules.js";
import type { Terms } from "./terms.rules.js";
import { exactValue } from "./transaction-value.rules.js";
import { untraced } from "./trace.rules.js";

export const NO_TOTALS: Totals = new Map();

/**
 * What a transaction adds to the totals of the segment that it falls in; nothing in a currency
 * that the terms do not count. Together with `addTotals` the only way in which totals grow.
 * @throws MissingExchangeRate
 */
export function additionsOf(terms: Terms, transaction: CountedTransaction): Totals {
  const additions = new Map<string, InputTotal>();
  const { currency, amountMinor, count } = transaction;
  if (!countsCurrency(terms, currency)) return additions;
  const input = inputName(transaction);
  additions.set(input, { amountMinor, count });
  if (currency !== terms.currency && terms.rateSource?.kind === "DAILY") {
    const worth = dailyWorth(terms, transaction);
    additions.set(convertedName(input, terms.currency), { amountMinor: worth, count });
  }
  addLines(terms, additions);
  return additions;
}

/** Each clause's figure of the transaction alone; a sum of them cannot be had from other sums. */
function addLines(terms: Terms, additions: Map<string, InputTotal>): void {
  const clauses = lineClauses(terms);
  if (clauses.length === 0) return;
  const facts = factsOf(terms, additions, new Map());
  const alone = { terms, figureOfClause: () => ZERO, trace: untraced };
  for (const clause of clauses) {
    const exact = exactValue(clause, facts, alone);
    if (exact.n === 0n) continue;
    const { amountMinor } = figureOf(exact, roundingOf(terms, clause));
    additions.set(lineName(clause), { amountMinor, count: 1n });
  }
}

/** Totals with others added to them: of a transaction, of a batch, of another segment. */
export function addTotals(totals: Totals, others: Totals): Totals {
  const sums = new Map(totals);
  for (const [name, { amountMinor, count }] of others) {
    const before = sums.get(name) ?? { amountMinor: 0n, count: 0n };
    sums.set(name, {
      amountMinor: before.amountMinor + amountMinor,
      count: before.count + count,
    });
  }
  return sums;
}

/** The totals after one more transaction. @throws MissingExchangeRate */
export function accumulate(terms: Terms, totals: Totals, transaction: CountedTransaction): Totals {
  return addTotals(totals, additionsOf(terms, transaction));
}
