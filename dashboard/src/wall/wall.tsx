import { useMemo, useState } from "react";
import type { LiveWall, WallView } from "../live/live-wall.js";
import { ANYTHING, choicesOf, viewRows } from "../live/view-rows.js";
import { useWords } from "../words/language.js";
import { BalanceTable } from "./balance-table.js";
import { ChartPanel } from "./chart-panel.js";
import { Figures } from "./figures.js";
import { FilterBar } from "./filter-bar.js";
import { OutagesPanel } from "./outages-panel.js";
import { seriesOf, type Choice } from "./series.js";
import { TotalsPanel } from "./totals-panel.js";

interface WallProps {
  wall: LiveWall;
  view: WallView;
}

/** The wall: figures, the balances that move, the line of one of them, and what happened. */
export function Wall({ wall, view }: WallProps) {
  const words = useWords();
  const { book } = wall;
  const { accounts, names, figures, outages } = view;
  const [filter, setFilter] = useState(ANYTHING);
  const [choice, setChoice] = useState<Choice | null>(null);
  const rows = useMemo(() => viewRows(accounts, names, filter), [accounts, names, filter]);
  const choices = useMemo(() => choicesOf(accounts, names), [accounts, names]);
  const shown = useMemo(() => rows.filter(({ kind }) => kind === "account").length, [rows]);
  const series = seriesOf(book, names, choice, words);
  return (
    <main className="wall">
      <Figures view={view} shown={shown} />
      <section className="balances" aria-label={words.table.label}>
        <FilterBar filter={filter} choices={choices} onFilter={setFilter} />
        <BalanceTable
          rows={rows}
          book={book}
          view={view}
          chosenId={choice?.kind === "account" ? choice.id : null}
          onChoose={setChoice}
        />
      </section>
      <aside className="side">
        <ChartPanel series={series} drawnAt={figures.readAt} />
        <OutagesPanel outages={outages} />
        <TotalsPanel
          totals={book.totals}
          chosenKey={series?.totalKey ?? null}
          onChoose={setChoice}
        />
      </aside>
    </main>
  );
}
