import { DomainError } from "../shared/errors.js";
import { positionKey } from "./accrual-model.rules.js";
import type { AccrualPeriod, AccruedFigure, PositionState } from "./accrual-model.rules.js";
import type { PositionStanding, Segments, SettledPosition } from "./accrual-model.rules.js";
import type { CheckName, Suspect } from "./verify-checks.rules.js";

/** What a position is to be compared with. */
interface Evidence {
  period: AccrualPeriod | null;
  stored: PositionState | undefined;
  /** The contract's earlier positions, as they were recomputed. */
  earlier: readonly PositionState[];
}

interface Judged {
  position: PositionState;
  suspects: Suspect[];
}

/** A position recomputed from what transactions counted, and what its row has wrong. */
export function judgePosition(
  place: Pick<PositionStanding, "contractId" | "periodStart" | "segments">,
  { period, stored, earlier }: Evidence,
): Judged {
  const { releases = [], conditions = null } = stored ?? {};
  const standing = { ...place, releases, conditions };
  const settled = settledOf(standing, { period, earlier });
  const position = { ...NEW, ...standing, ...settled.figures };
  const fault = conditions && period?.faultOf(conditions);
  const found = stored ?? { ...NEW, ...place, segments: new Map(), conditions: null };
  const suspects = compared(place, [
    ["position-inputs", inputsText(place.segments), inputsText(found.segments)],
    ["position-accrued", settled.why ?? figuresText(position), figuresText(found)],
    ["position-conditions", conditionsText(fault, conditions), conditionsText(null, conditions)],
  ]);
  return { position, suspects };
}

type Figures = Pick<PositionState, "accrued" | "accruedMinor" | "recoupable">;

function settledOf(
  standing: PositionStanding,
  { period, earlier }: Pick<Evidence, "period" | "earlier">,
): { figures: Figures; why: string | null } {
  const nothing = { accrued: new Map(), accruedMinor: 0n, recoupable: new Map() };
  if (!period)
    return { figures: nothing, why: "accrued nothing, as its contract has no such period" };
  try {
    return { figures: figuresOf(period.settle(standing, earlier, "BEFORE")), why: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { figures: nothing, why: `accrued nothing: ${error.message}` };
  }
}

function figuresOf({ accrued, payableMinor, recoupable }: SettledPosition): Figures {
  return { accrued, accruedMinor: payableMinor, recoupable };
}

const NEW = {
  version: 0,
  isNew: true,
  releases: [],
  accrued: new Map<string, AccruedFigure>(),
  accruedMinor: 0n,
  recoupable: new Map<string, bigint>(),
};

function compared(
  { contractId, periodStart }: Pick<PositionStanding, "contractId" | "periodStart">,
  pairs: readonly [CheckName, expected: string, found: string][],
): Suspect[] {
  const start = new Date(periodStart).toISOString();
  const row = `contract_id ${contractId}, period_start ${start}`;
  const at = { table: "position", row, order: positionKey(contractId, periodStart) };
  return pairs
    .filter(([, expected, found]) => expected !== found)
    .map(([check, expected, found]) => ({ check, ...at, expected, found }));
}

function inputsText(segments: Segments): string {
  const texts = [...segments].flatMap(([version, totals]) =>
    [...totals]
      .filter(([, { amountMinor, count }]) => amountMinor !== 0n || count !== 0n)
      .map(([name, { amountMinor, count }]) => `${version}/${name} ${amountMinor} (${count})`),
  );
  return `segments ${texts.toSorted().join(", ") || "of nothing"}`;
}

function figuresText({ accrued, accruedMinor, recoupable }: Figures): string {
  const figures = [...accrued]
    .map(([key, { effectMinor, residualMinor, account }]) => {
      return `${key} ${effectMinor} (rounding ${residualMinor}, account ${account})`;
    })
    .toSorted();
  const advanced = [...recoupable]
    .filter(([, amount]) => amount !== 0n)
    .map(([clause, amount]) => `${clause} ${amount} recoupable`)
    .toSorted();
  const all = [...figures, ...advanced].join(", ");
  return `accrued_minor ${accruedMinor}${all === "" ? "" : `: ${all}`}`;
}

function conditionsText(fault: string | null | undefined, conditions: unknown): string {
  return `conditions ${fault ? `in which ${fault}` : JSON.stringify(conditions)}`;
}
