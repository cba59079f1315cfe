import { exactText, type ExplainedComponent } from "../settlements/index.js";
import { exponentOf } from "../shared/money.js";
import { STATEMENT_FORMAT, sumsOf, type Plain, type Statement } from "./statement.rules.js";
import type { StatementLine, StatementVersion } from "./statement.rules.js";

/** Everything that a statement is made of; amounts in minor units of its currency. */
export interface StatementContent {
  number: string;
  replaces: string | null;
  issuedAt: Date;
  /** Ids as the API shows them. */
  partner: { id: string; code: string; name: string };
  contract: { id: string; code: string; versions: readonly StatementVersion[] };
  period: { firstDay: string; lastDay: string; startsAt: Date; endsAt: Date; timeZone: string };
  currency: string;
  components: readonly ExplainedComponent[];
  corrections: readonly { firstDay: string; lastDay: string; amountMinor: bigint }[];
  adjustments: readonly { id: string; amountMinor: bigint; reason: string; at: Date }[];
  broughtForwardMinor: bigint;
  dueMinor: bigint;
  carriedForwardMinor: bigint;
  dueOn: string | null;
  heads: readonly { lane: number; sequence: bigint; hash: string }[];
  transactions: { count: number; root: Buffer };
}

/** A statement, ready to be signed. @throws Error when its sums do not add up */
export function assembleStatement(content: StatementContent): Statement {
  const { number, replaces, partner, contract, currency, dueOn, components } = content;
  return {
    format: STATEMENT_FORMAT,
    number,
    replaces,
    issuedAt: content.issuedAt.toISOString(),
    partner,
    contract,
    period: plain(content.period),
    currency,
    exponent: exponentOf(currency),
    lines: components.map(lineOf),
    corrections: plain(content.corrections),
    adjustments: plain(content.adjustments),
    sums: sumsOf({
      ...content,
      effectsMinor: components.map(({ effectMinor }) => effectMinor),
      correctionsMinor: content.corrections.map(({ amountMinor }) => amountMinor),
      adjustmentsMinor: content.adjustments.map(({ amountMinor }) => amountMinor),
    }),
    dueOn,
    ledger: { heads: plain(content.heads) },
    transactions: {
      count: content.transactions.count.toString(),
      root: content.transactions.root.toString("hex"),
    },
  };
}

function lineOf({ lines, text: _text, ...component }: ExplainedComponent): StatementLine {
  return { ...plain(component), workings: lines.map((line) => plain(line)) };
}

/** A value as JSON says it without losing a digit. */
function plain<T>(value: T): Plain<T> {
  return plainValue(value) as Plain<T>;
}

function plainValue(value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value !== "object" || value === null) return value;
  const { n, d } = value as { n?: unknown; d?: unknown };
  if (typeof n === "bigint" && typeof d === "bigint") return exactText({ n, d });
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainValue(item)]));
}
