import { median, spread } from "./statistics.js";

/**
 * What one round of a variant measured, by name with the unit last: `{ transfersPerSecond: 21000
 * }`.
 */
export type Measures = Record<string, number>;

/**
 * Runs one round and answers what it measured; preparation that must not count it leaves out
 * itself.
 */
export type Variant = (round: Round) => Promise<Measures> | Measures;

export type Variants<V extends string> = Record<V, Variant>;

export interface Round {
  /** 0, 1, 2 ... over warm-ups and measured rounds together. */
  index: number;
  isWarmUp: boolean;
}

export interface CompareOptions {
  rounds?: number;
  warmUps?: number;
}

/** A line of the table: one measure of one variant over all rounds. */
export interface ComparisonRow {
  variant: string;
  measure: string;
  median: number;
  min: number;
  max: number;
  spread: number;
}

/** The measured rounds of variants that ran beside each other. */
export class Comparison<V extends string> {
  constructor(private readonly rounds: readonly Record<V, Measures>[]) {}

  /** All values of a measure, one a round. @throws RangeError when the variant never measured it */
  values(variant: V, measure: string): number[] {
    return this.rounds.map((round) => {
      const value = round[variant][measure];
      if (value !== undefined && Number.isFinite(value)) return value;
      throw new RangeError(`${variant} did not measure ${measure} in every round`);
    });
  }

  median(variant: V, measure: string): number {
    return median(this.values(variant, measure));
  }

  /**
   * The median over rounds of one variant's value through another's. Taken round by round, because
   * a slow moment of the machine hits both and cancels out; the ratio of the medians would keep it.
   */
  ratio(over: V, under: V, measure: string, underMeasure = measure): number {
    const below = this.values(under, underMeasure);
    const ratios = this.values(over, measure).map((value, round) => value / (below[round] ?? 0));
    return median(ratios);
  }

  rows(): ComparisonRow[] {
    const first = this.rounds[0];
    if (!first) return [];
    return (Object.keys(first) as V[]).flatMap((variant) =>
      Object.keys(first[variant]).map((measure) => {
        const values = this.values(variant, measure);
        const range = { min: Math.min(...values), max: Math.max(...values) };
        return { variant, measure, median: median(values), ...range, spread: spread(values) };
      }),
    );
  }
}

/**
 * Runs every variant once a round, starting each round with the next one: drift of the machine and
 * the advantage of a place in the order fall on all alike. Warm-up rounds are not kept.
 */
export async function compareVariants<V extends string>(
  variants: Variants<V>,
  { rounds = 5, warmUps = 1 }: CompareOptions = {},
  progress: (line: string) => void = () => undefined,
): Promise<Comparison<V>> {
  const names = Object.keys(variants) as V[];
  const kept: Record<V, Measures>[] = [];
  for (let index = 0; index < warmUps + rounds; index++) {
    const isWarmUp = index < warmUps;
    const label = isWarmUp ? `warm-up ${index + 1}` : `round ${index - warmUps + 1} of ${rounds}`;
    const measured: Partial<Record<V, Measures>> = {};
    for (const name of rotated(names, index)) {
      progress(`${label}: ${name}`);
      measured[name] = await variants[name]({ index, isWarmUp });
    }
    if (!isWarmUp) kept.push(inOrder(names, measured));
  }
  return new Comparison(kept);
}

function rotated<T>(items: readonly T[], by: number): T[] {
  const at = by % Math.max(items.length, 1);
  return [...items.slice(at), ...items.slice(0, at)];
}

function inOrder<V extends string>(
  names: readonly V[],
  measured: Partial<Record<V, Measures>>,
): Record<V, Measures> {
  return Object.fromEntries(names.map((name) => [name, measured[name] ?? {}])) as Record<
    V,
    Measures
  >;
}
