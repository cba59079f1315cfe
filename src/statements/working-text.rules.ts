import { amountText, exactAmountText, grouped } from "./figure-text.rules.js";
import type { StatementWorking } from "./statement.rules.js";
import type { Wording } from "./statement-wording.rules.js";

/** In which words and which currency a working is told. */
export interface WorkingTold {
  wording: Wording;
  currency: string;
}

/** A line of arithmetic as people read it, amounts in major units. */
export function workingText(working: StatementWorking, told: WorkingTold): string {
  const write = TEXTS[working.is] as (working: StatementWorking, told: WorkingTold) => string;
  return write(working, told);
}

type Working<Is extends StatementWorking["is"]> = Extract<StatementWorking, { is: Is }>;

const TEXTS: {
  [Is in StatementWorking["is"]]: (working: Working<Is>, told: WorkingTold) => string;
} = {
  INPUT: inputText,
  STEP: ({ effect, name, value, limit, standing }, { wording, currency }) => {
    const most = limit === null ? "" : ` (${wording.atMost} ${exactAmountText(limit, currency)})`;
    const amounts = `${exactAmountText(value, currency)}${most}`;
    const sum = exactAmountText(standing, currency);
    return `${named(name, wording)}: ${sign(effect)} ${amounts} = ${sum}`;
  },
  CLAUSE: ({ clause, amountMinor }, { wording, currency }) =>
    `${wording.brought(clause)} ${amountText(amountMinor, currency)}`,
  // What a tier is of may be an amount or a number of items: it is shown as the terms write it.
  TIER: ({ from, to, part, factor, value }, { wording, currency }) => {
    const bounds = wording.tier(grouped(from), to === null ? null : grouped(to));
    return `${bounds}: ${numberText(part)} × ${factor} = ${exactAmountText(value, currency)}`;
  },
  RATE: ({ name, of, rate, value }, { wording, currency }) => {
    const product = exactAmountText(value, currency);
    return `${named(name, wording)}: ${exactAmountText(of, currency)} × ${rate} = ${product}`;
  },
  AMOUNT: ({ name, value }, { wording, currency }) =>
    `${named(name, wording)}: ${exactAmountText(value, currency)}`,
  LINES: ({ count, amountMinor }, { wording, currency }) =>
    `${wording.roundedLines(grouped(count))}: ${amountText(amountMinor, currency)}`,
  ROUNDED: ({ exact, rule, amountMinor }, { wording, currency }) => {
    const unit = rule.unitMinor === "1" ? "" : ` / ${amountText(rule.unitMinor, currency)}`;
    const how = `${wording.rounded}: ${wording.roundings[rule.mode] ?? rule.mode}${unit}`;
    return `${exactAmountText(exact, currency)} → ${amountText(amountMinor, currency)} (${how})`;
  },
  LESS: ({ name }, { wording }) => wording.less(named(name, wording)),
};

/** The input of another currency is told with what it is worth in the statement's. */
function inputText(working: Working<"INPUT">, { wording, currency }: WorkingTold): string {
  const [own = currency, direction = "", ...type] = working.input.split(":").toReversed();
  const name = `${type.toReversed().join(":")} ${wording.directions[direction] ?? direction}`;
  const counted = wording.inCount(grouped(working.count));
  const amount = `${amountText(working.amountMinor, own)} ${own}, ${counted}`;
  const worth = `, ${wording.worth} ${exactAmountText(working.worth, currency)} ${currency}`;
  return `${name}: ${sign(working.effect)} ${amount}${own === currency ? "" : worth}`;
}

/** What settling names itself, in the language; what the terms name stays as it is. */
function named(name: string, { names }: Wording): string {
  return Object.hasOwn(names, name) ? (names[name] ?? name) : name;
}

function numberText(exact: string): string {
  return exact.includes("/") ? exact : grouped(exact);
}

function sign(effect: "ADD" | "DEDUCT"): string {
  return effect === "ADD" ? "+" : "−";
}
