import type { BalanceBook } from "../live/balance-book.js";
import type { History } from "../live/history.js";
import type { Names } from "../live/directory.js";
import { exponentOf } from "../live/money.js";
import type { Words } from "../words/en.js";
import { fill } from "../words/fill.js";

/** What the chart shows. */
export type Choice =
  | { readonly kind: "account"; readonly id: string }
  | { readonly kind: "total"; readonly key: string };

/** A figure with its past, ready to be drawn. */
export interface Series {
  readonly key: string;
  readonly name: string;
  readonly detail: string;
  readonly currency: string;
  readonly exponent: number;
  readonly minor: bigint;
  readonly history: History;
  /** The total it is, or null where it is an account's. */
  readonly totalKey: string | null;
}

/** The series of a choice; without one, the total of most accounts. */
export function seriesOf(
  book: BalanceBook,
  names: Names,
  choice: Choice | null,
  words: Words,
): Series | null {
  const account = choice?.kind === "account" ? accountSeries(book, names, choice.id, words) : null;
  if (account) return account;
  const { totals } = book;
  const chosen = choice?.kind === "total" ? totals.get(choice.key) : undefined;
  const total = chosen ?? totals.list().toSorted((a, b) => b.accounts - a.accounts)[0];
  if (!total) return null;
  const { key, purpose, currency, exponent, minor, history } = total;
  const name = fill(words.chart.total, { purpose });
  return { key, name, detail: "", currency, exponent, minor, history, totalKey: key };
}

function accountSeries(
  book: BalanceBook,
  { partners, references }: Names,
  id: string,
  words: Words,
): Series | null {
  const row = book.row(id);
  const history = book.history(id);
  if (!row || !history) return null;
  const { partnerId, purpose, currency, posted, postedMinor } = row;
  const partner = partnerId === null ? words.platform : partners.get(partnerId)?.name;
  const reference = references.get(id) || id;
  return {
    key: id,
    name: partner ?? partnerId ?? "",
    detail: `${purpose} · ${reference}`,
    currency,
    exponent: exponentOf(posted),
    minor: postedMinor,
    history,
    totalKey: null,
  };
}
