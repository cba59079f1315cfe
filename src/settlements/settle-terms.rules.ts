import { nothingYet, segmentComponents, type Component } from "./segment-value.rules.js";
import type { PeriodInputs, Segment } from "./standing.rules.js";
import { untraced, type Trace } from "./trace.rules.js";

/** What a reserve of an earlier period gives back in this one. */
export interface ReserveRelease {
  clause: string;
  /** The first day of the period in which it was held back. */
  heldIn: string;
  /** What it does to the payable: the opposite of what holding it back did. */
  effectMinor: bigint;
}

/** What earlier periods leave to this one. */
export interface Carried {
  /** By clause: what recoupable guarantees advanced and have not earned back. */
  recoupable: ReadonlyMap<string, bigint>;
  releases: readonly ReserveRelease[];
  /** What the partner still owed, as a negative number; zero without. */
  broughtForwardMinor: bigint;
}

export const NOTHING_CARRIED: Carried = {
  recoupable: new Map(),
  releases: [],
  broughtForwardMinor: 0n,
};

/** What a period comes to. Positive is owed to the partner, negative by the partner. */
export interface SettledPeriod {
  components: readonly Component[];
  /** What the period itself brought: the sum of all effects. */
  payableMinor: bigint;
  residualMinor: bigint;
  /** What is to be paid now, with what was brought forward. */
  dueMinor: bigint;
  /** What the partner owes still and the next period takes over; negative or zero. */
  carriedForwardMinor: bigint;
  /** What guarantees have advanced and not earned back, for the next period. */
  recoupable: ReadonlyMap<string, bigint>;
}

/** Who is told how the figures of a segment came about. */
export type SegmentTrace = (segment: Segment, clause: string) => Trace;

/**
 * What a period comes to by its totals alone, the same as from all its transactions one by one. A
 * version within the period is worth what its clauses give on everything up to its end, less what
 * they give on everything up to its start: a version that changes nothing changes nothing.
 * @throws MissingExchangeRate
 */
export function settlePeriod(
  inputs: PeriodInputs,
  carried: Carried = NOTHING_CARRIED,
  traceOf: SegmentTrace = () => untraced,
): SettledPeriod {
  const last = inputs.segments.at(-1);
  if (!last) throw new Error("A period has at least one segment");
  const running = nothingYet();
  const { recoupable } = carried;
  const components = inputs.segments.flatMap((segment, index) =>
    segmentComponents({ inputs, index, running, recoupable }, (clause) => traceOf(segment, clause)),
  );
  const released = carried.releases.map((release) => releaseOf(release, last));
  const after = recoupableAfter(inputs.segments, components, recoupable);
  return { ...summed([...components, ...released], last, carried), recoupable: after };
}

function releaseOf({ clause, effectMinor }: ReserveRelease, { version, terms }: Segment) {
  return {
    clause,
    kind: "RESERVE_RELEASE",
    version,
    currency: terms.currency,
    amountMinor: effectMinor < 0n ? -effectMinor : effectMinor,
    effectMinor,
    residualMinor: 0n,
  } satisfies Component;
}

function summed(
  components: readonly Component[],
  { terms }: Segment,
  { broughtForwardMinor }: Carried,
): Omit<SettledPeriod, "recoupable"> {
  const payableMinor = components.reduce((sum, { effectMinor }) => sum + effectMinor, 0n);
  const residualMinor = components.reduce((sum, each) => sum + each.residualMinor, 0n);
  const balance = payableMinor + broughtForwardMinor;
  const kept = balance < 0n && terms.whenNegative === "CARRY_FORWARD";
  return {
    components,
    payableMinor,
    residualMinor,
    dueMinor: kept ? 0n : balance,
    carriedForwardMinor: kept ? balance : 0n,
  };
}

/** A guarantee advances what it tops up, and earns it back by its negative figures. */
function recoupableAfter(
  segments: readonly Segment[],
  components: readonly Component[],
  before: ReadonlyMap<string, bigint>,
): ReadonlyMap<string, bigint> {
  const after = new Map(before);
  const clauses = segments.flatMap(({ terms }) => terms.clauses);
  const recoupable = clauses.filter(
    (clause) => clause.kind === "MINIMUM_GUARANTEE" && clause.recoupable,
  );
  for (const id of new Set(recoupable.map((clause) => clause.id))) {
    const figures = components.filter(({ clause }) => clause === id);
    const sum = figures.reduce((total, { amountMinor }) => total + amountMinor, 0n);
    after.set(id, (before.get(id) ?? 0n) + sum);
  }
  return after;
}
