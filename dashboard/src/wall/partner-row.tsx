import type { BalanceBook } from "../live/balance-book.js";
import { decimalOf, readable } from "../live/money.js";
import { subtotalsOf } from "../live/subtotals.js";
import type { ViewRow } from "../live/view-rows.js";
import type { Words } from "../words/en.js";
import { fill } from "../words/fill.js";
import { useWords } from "../words/language.js";
import { useNumbers } from "./numbers.js";
import { COLUMNS, type RowPlace } from "./row-shape.js";

interface PartnerRowProps extends RowPlace {
  row: Extract<ViewRow, { kind: "partner" }>;
  book: BalanceBook;
}

/** A partner above its accounts, with what they come to. */
export function PartnerRow({ domId, index, start, isActive, row, book }: PartnerRowProps) {
  const words = useWords();
  const numbers = useNumbers();
  const { partner, accountIds } = row;
  const count = accountIds.length;
  const text = { count: numbers.count(count) };
  return (
    <div
      id={domId}
      className="row partner"
      role="row"
      aria-rowindex={index + 2}
      data-active={isActive || undefined}
      style={{ transform: `translateY(${start}px)` }}
    >
      <span role="rowheader" aria-colspan={COLUMNS.length}>
        <strong>{partner?.name ?? words.platform}</strong>
        {partner && <span className="quiet">{partner.code}</span>}
        {partner && <span className="kind">{kindText(partner.kind, words)}</span>}
        <span className="quiet">
          {count === 1 ? words.table.oneAccount : fill(words.table.accounts, text)}
        </span>
        <span className="spring" />
        {subtotalsOf(book, accountIds).map(({ key, currency, minor, exponent }) => (
          <span key={key} className="subtotal">
            <span className="quiet">{currency}</span> {readable(decimalOf(minor, exponent))}
          </span>
        ))}
      </span>
    </div>
  );
}

function kindText(kind: string, { kinds }: Words): string {
  return kinds[kind as keyof Words["kinds"]] ?? kind;
}
