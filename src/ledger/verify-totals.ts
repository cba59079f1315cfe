import type { Suspect } from "./verify-checks.rules.js";
import type { VerifyRun } from "./verify-run.js";
import { inSnapshot } from "./verify-session.queries.js";
import type { VerifySession } from "./verify-session.queries.js";
import { countChangedFloors, findUnbackedMarks, findUnidentified } from "./verify-total.queries.js";
import { findUnlinked, findUnreserved, findUntransferred } from "./verify-total.queries.js";
import { readCurrencySums } from "./verify-total.queries.js";
import type { VerifyTask } from "./verify-workers.js";

/** What takes no time however long the ledger is: every verification looks at it. */
export async function* sumTasks(run: VerifyRun): AsyncGenerator<VerifyTask> {
  const { findings } = run;
  yield {
    rows: 0,
    run: async (on) => {
      findings.currencies.push(...(await readCurrencySums(on)));
      findings.note(findings.currencies.map(checkSum));
      findings.notProvable.floors = await countChangedFloors(on);
    },
  };
}

function checkSum({ currency, sumMinor }: { currency: string; sumMinor: bigint }) {
  if (sumMinor === 0n) return undefined;
  const row = `currency ${currency}`;
  const at = { table: "account", row, order: currency, expected: "a sum of 0" };
  return { check: "currency-sum" as const, ...at, found: `a sum of ${sumMinor}` };
}

/** Rows that are left over: each table is compared with the one that it belongs to. */
export async function* leftoverTasks(run: VerifyRun): AsyncGenerator<VerifyTask> {
  const { findings, attached } = run;
  const task = (find: (on: VerifySession) => Promise<Suspect[]>): VerifyTask => ({
    rows: 0,
    run: async (on) => findings.note(await inSnapshot(on, () => find(on))),
  });
  for (const month of monthsOf(attached.months)) yield task((on) => findUntransferred(on, month));
  yield task((on) => findUnidentified(on, attached.fromId));
  yield task((on) => findUnbackedMarks(on, attached.fromId));
  yield task((on) => findUnlinked(on, attached.fromId));
  yield task((on) => findUnreserved(on));
}

function monthsOf(months: readonly Date[]): { from: Date; before: Date }[] {
  return months.map((from) => {
    const before = new Date(from);
    before.setUTCMonth(before.getUTCMonth() + 1);
    return { from, before };
  });
}
