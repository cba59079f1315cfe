import type { Sql } from "../shared/database/sql.js";
import { DomainError, reasonsOf } from "../shared/errors.js";
import type { Money } from "../shared/money.js";
import { findContracts } from "./find-contracts.js";
import { simulateTerms } from "./simulate-terms.js";
import type { SimulatedLine, SimulatedPeriod } from "./simulation.rules.js";
import { reasonOf, termsOf, type TermsReason } from "./terms-argument.rules.js";

interface Sums {
  present: Money;
  simulated: Money;
  difference: Money;
}

type ShownPeriod = Sums & {
  firstDay: string;
  lastDay: string;
  lines: (Sums & { clause: string })[];
};

/** A simulation as it is shown: the periods, or every reason why there is none. */
export async function presentSimulation(
  sql: Sql,
  { id, partnerId, currency }: { id: string; partnerId: string; currency: string },
  { terms, ...days }: { terms: unknown; from: string; to: string },
): Promise<{ periods: ShownPeriod[]; reasons: TermsReason[] }> {
  try {
    const agreed = (await findContracts(sql, partnerId)).find((each) => each.id === id);
    if (!agreed) throw new Error(`Contract ${id} has no version`);
    const periods = await simulateTerms(sql, agreed, { terms: termsOf(terms), ...days });
    return { periods: periods.map((each) => shown(each, currency)), reasons: [] };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { periods: [], reasons: reasonsOf(error).map(reasonOf) };
  }
}

function shown({ period, lines }: SimulatedPeriod, currency: string): ShownPeriod {
  const sum = (of: (line: SimulatedLine) => bigint) =>
    lines.reduce((total, line) => total + of(line), 0n);
  const total = {
    presentMinor: sum(({ presentMinor }) => presentMinor),
    simulatedMinor: sum(({ simulatedMinor }) => simulatedMinor),
  };
  return {
    firstDay: period.firstDay,
    lastDay: period.lastDay,
    ...sums(total, currency),
    lines: lines.map((line) => ({ clause: line.clause, ...sums(line, currency) })),
  };
}

function sums(line: Omit<SimulatedLine, "clause">, currency: string): Sums {
  const { presentMinor, simulatedMinor } = line;
  const money = (amountMinor: bigint): Money => ({ amountMinor, currency });
  return {
    present: money(presentMinor),
    simulated: money(simulatedMinor),
    difference: money(simulatedMinor - presentMinor),
  };
}
