import { useMemo, useState } from "react";
import type { Point } from "../live/history.js";
import { decimalOf, readable } from "../live/money.js";
import { fill } from "../words/fill.js";
import { useWords } from "../words/language.js";
import { LineChart } from "./line-chart.js";
import { useNumbers } from "./numbers.js";
import type { Series } from "./series.js";

interface ChartPanelProps {
  series: Series | null;
  /** When the line is drawn anew, and where it ends: milliseconds since 1970. */
  drawnAt: number;
}

/** The line of a figure over the last minutes, and the figure itself, to its last digit. */
export function ChartPanel({ series, drawnAt }: ChartPanelProps) {
  const { chart: words } = useWords();
  return (
    <section className="panel" aria-labelledby="chart-heading">
      <h2 id="chart-heading">{words.label}</h2>
      {series ? (
        <Chart key={series.key} series={series} drawnAt={drawnAt} />
      ) : (
        <p className="quiet">{words.empty}</p>
      )}
    </section>
  );
}

function Chart({ series, drawnAt }: ChartPanelProps & { series: Series }) {
  const { chart: words } = useWords();
  const numbers = useNumbers();
  const { name, detail, currency, exponent, minor, history } = series;
  // The figure follows each frame; the line has a point a second and need not.
  const points = useMemo(() => history.window(drawnAt), [history, drawnAt]);
  const [pointedAt, setPointedAt] = useState<number | null>(null);
  const pointed = pointedAt === null ? undefined : points.findLast(({ at }) => at <= pointedAt);
  const amount = readable(decimalOf(pointed?.minor ?? minor, exponent));
  return (
    <>
      <p className="chart-name">
        <strong>{name}</strong>
        <span className="quiet">{detail}</span>
      </p>
      <p className="chart-amount">
        {amount} <small>{currency}</small>{" "}
        <span className="quiet small">
          {pointed ? fill(words.at, { time: numbers.time(pointed.at) }) : stepOf(points, exponent)}
        </span>
      </p>
      <LineChart
        points={points}
        exponent={exponent}
        label={fill(words.described, { name, amount, currency, ...rangeOf(points, exponent) })}
        onPoint={setPointedAt}
      />
    </>
  );
}

/** How far the figure has come within the window. */
function stepOf(points: readonly Point[], exponent: number): string {
  const step = (points.at(-1)?.minor ?? 0n) - (points[0]?.minor ?? 0n);
  return (step > 0n ? "+" : "") + readable(decimalOf(step, exponent));
}

function rangeOf(points: readonly Point[], exponent: number): { low: string; high: string } {
  const sorted = points
    .map(({ minor }) => minor)
    .toSorted((left, right) => (left < right ? -1 : left > right ? 1 : 0));
  const text = (minor = 0n): string => readable(decimalOf(minor, exponent));
  return { low: text(sorted[0]), high: text(sorted.at(-1)) };
}
