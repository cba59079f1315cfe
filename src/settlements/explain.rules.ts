import { exactText } from "./exact.rules.js";
import type { Component } from "./segment-value.rules.js";
import { NOTHING_CARRIED, settlePeriod, type Carried } from "./settle-terms.rules.js";
import type { PeriodInputs } from "./standing.rules.js";
import type { Terms } from "./terms.rules.js";
import type { TraceLine } from "./trace.rules.js";

/** A figure with the arithmetic that it came from. */
export interface ExplainedComponent extends Component {
  lines: readonly TraceLine[];
  /** The lines as people read them. */
  text: readonly string[];
}

/**
 * The figures of a period, each with its clause's arithmetic: every input that it counted, every
 * step of its basis, every tier, what was rounded and what was settled before. They are the figures
 * of `settlePeriod`, made by the same code.
 * @throws MissingExchangeRate
 */
export function explainPeriod(
  inputs: PeriodInputs,
  carried: Carried = NOTHING_CARRIED,
): ExplainedComponent[] {
  const notes = new Map<string, TraceLine[]>();
  const { components } = settlePeriod(inputs, carried, ({ version }, clause) => {
    const lines: TraceLine[] = [];
    notes.set(noteKey(version, clause), lines);
    return (line) => lines.push(line);
  });
  return components.map((component) => {
    const lines = linesOf(component, notes);
    return { ...component, lines, text: lines.map(textOf) };
  });
}

/** What one version's clauses make of one period's totals. @throws MissingExchangeRate */
export function explain(
  terms: Terms,
  inputs: Omit<PeriodInputs, "segments"> & { totals: PeriodInputs["segments"][0]["totals"] },
  carried: Carried = NOTHING_CARRIED,
): ExplainedComponent[] {
  const { totals, ...others } = inputs;
  const segment = { version: 1, terms, days: others.periodDays, totals };
  return explainPeriod({ ...others, segments: [segment] }, carried);
}

function noteKey(version: number, clause: string): string {
  return `${version} ${clause}`;
}

function linesOf(component: Component, notes: Map<string, TraceLine[]>): TraceLine[] {
  if (component.kind !== "RESERVE_RELEASE") {
    return notes.get(noteKey(component.version, component.clause)) ?? [];
  }
  const value = { n: component.amountMinor, d: 1n };
  return [{ is: "AMOUNT", name: "released", value }];
}

/** A line of arithmetic as people read it; amounts in minor units. */
export function textOf(line: TraceLine): string {
  const write = TEXTS[line.is] as (line: TraceLine) => string;
  return write(line);
}

type Line<Is extends TraceLine["is"]> = Extract<TraceLine, { is: Is }>;

const TEXTS: { [Is in TraceLine["is"]]: (line: Line<Is>) => string } = {
  INPUT: ({ effect, input, amountMinor, count, worth }) =>
    `${mark(effect)} ${input}: ${amountMinor} in ${count}, worth ${exactText(worth)}`,
  STEP: ({ effect, name, value, limit, standing }) => {
    const atMost = limit === null ? "" : ` (at most ${exactText(limit)})`;
    return `${mark(effect)} ${name} ${exactText(value)}${atMost} = ${exactText(standing)}`;
  },
  CLAUSE: ({ clause, amountMinor }) => `${clause} brought ${amountMinor}`,
  TIER: ({ from, to, part, factor, value }) => {
    const product = `${exactText(part)} x ${factor} = ${exactText(value)}`;
    return `from ${from}${to === null ? " up" : ` to ${to}`}: ${product}`;
  },
  RATE: ({ name, of, rate, value }) => `${name}: ${exactText(of)} at ${rate} = ${exactText(value)}`,
  AMOUNT: ({ name, value }) => `${name}: ${exactText(value)}`,
  LINES: ({ count, amountMinor }) => `rounded line by line: ${amountMinor} in ${count}`,
  ROUNDED: ({ exact, rule, amountMinor }) => {
    const unit = rule.unitMinor === "1" ? "" : ` to ${rule.unitMinor}`;
    return `${exactText(exact)} ${rule.mode}${unit} = ${amountMinor}`;
  },
  LESS: ({ name }) => `less what came ${name}:`,
};

function mark(effect: "ADD" | "DEDUCT"): string {
  return effect === "ADD" ? "+" : "-";
}
