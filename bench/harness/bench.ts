import type { Comparison, CompareOptions, Variants } from "./comparison.js";

/**
 * The figures that a bench ends with: numbers by name, grouped where one bench has several parts.
 */
export interface Figures {
  [name: string]: number | Figures;
}

/** What a bench works with. */
export interface BenchContext {
  /** Measured rounds of every comparison, unless it says otherwise. */
  readonly rounds: number;
  /** Set by --quick: the bench shows that it runs, its figures are not for publication. */
  readonly quick: boolean;
  /** Settings from `--set name=value`. */
  readonly settings: Readonly<Record<string, string>>;
  /** Runs variants beside each other, round by round, and prints their table. */
  readonly compare: <V extends string>(
    title: string,
    variants: Variants<V>,
    options?: CompareOptions,
  ) => Promise<Comparison<V>>;
  /** A line on stderr, for the person who waits. */
  readonly progress: (line: string) => void;
  /** A fact about the set-up that belongs beside the figures, such as a server's version. */
  readonly fact: (name: string, value: string) => void;
  /** Registers what must be undone at the end, however the bench ends; the last one goes first. */
  readonly defer: (undo: () => unknown) => void;
}

/** A benchmark: the default export of a `bench/<name>.bench.ts`. */
export interface Bench {
  /** One line for `--help`: what is measured, beside what. */
  summary: string;
  run(context: BenchContext): Promise<Figures>;
}

/** Gives a benchmark its type. */
export function defineBench(bench: Bench): Bench {
  return bench;
}
