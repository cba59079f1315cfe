import { decimalOf, readable } from "../live/money.js";
import type { Totals } from "../live/totals.js";
import { useWords } from "../words/language.js";
import { useNumbers } from "./numbers.js";
import type { Choice } from "./series.js";

interface TotalsPanelProps {
  totals: Totals;
  chosenKey: string | null;
  onChoose(choice: Choice): void;
}

/** What all accounts of a purpose come to, by currency; each can be drawn. */
export function TotalsPanel({ totals, chosenKey, onChoose }: TotalsPanelProps) {
  const { totals: words } = useWords();
  const numbers = useNumbers();
  const list = totals.list();
  if (list.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="totals-heading">
      <h2 id="totals-heading">{words.label}</h2>
      <ul className="totals">
        {list.map(({ key, purpose, currency, accounts, minor, exponent }) => (
          <li key={key}>
            <button
              type="button"
              aria-pressed={key === chosenKey}
              onClick={() => onChoose({ kind: "total", key })}
            >
              <span className="currency">{currency}</span>
              <span className="code">{purpose}</span>
              <span className="quiet small" title={words.accounts}>
                {numbers.count(accounts)}
              </span>
              <span className="amount" title={words.total}>
                {readable(decimalOf(minor, exponent))}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
