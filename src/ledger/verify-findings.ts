import { CHECKS, INVARIANTS } from "./verify-checks.rules.js";
import type { CheckName, Suspect } from "./verify-checks.rules.js";
import type { NotProvable, VerifyCounts, VerifyFault } from "./verify-report.js";

/** What the workers of a verification have found so far. */
export class VerifyFindings {
  readonly counts: VerifyCounts = {
    blocks: 0,
    transactions: 0,
    transfers: 0,
    entries: 0,
    accounts: 0,
    positions: 0,
  };
  readonly notProvable: NotProvable = { floors: 0, detachedBlocks: 0, contents: 0 };
  readonly currencies: { currency: string; accounts: number; sumMinor: bigint }[] = [];
  private readonly first = new Map<CheckName, Suspect>();

  /** Keeps the first wrong row of each check, in whatever order the workers come across them. */
  note(suspects: readonly (Suspect | undefined)[]): void {
    for (const suspect of suspects) {
      if (!suspect) continue;
      const first = this.first.get(suspect.check);
      if (!first || suspect.order < first.order) this.first.set(suspect.check, suspect);
    }
  }

  count(counted: Partial<VerifyCounts>): void {
    for (const [name, number] of Object.entries(counted) as [keyof VerifyCounts, number][]) {
      this.counts[name] += number;
    }
  }

  faults(): VerifyFault[] {
    const names = Object.keys(CHECKS) as CheckName[];
    return names.flatMap((name) => this.first.get(name) ?? []).map(faultOf);
  }
}

function faultOf({ check, table, row, expected, found }: Suspect): VerifyFault {
  const { invariant, holds } = CHECKS[check];
  const sentence =
    `Invariant ${invariant} (${INVARIANTS[invariant]}) is broken: ${holds}, but ${table} ${row} ` +
    `has ${found} where ${expected} is expected`;
  return { invariant, check, table, row, expected, found, sentence };
}
