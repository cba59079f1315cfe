import { useEffect, useRef } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { WINDOW_MS, type Point } from "../live/history.js";
import { useWords } from "../words/language.js";
import { chartOptions } from "./chart-options.js";

interface LineChartProps {
  points: readonly Point[];
  exponent: number;
  /** What the line shows, in words. */
  label: string;
  /** Where the pointer is on the line, milliseconds since 1970, or null when it has left. */
  onPoint(at: number | null): void;
}

/** A line that ends now; uPlot draws it on a canvas, outside React. */
export function LineChart({ points, exponent, label, onPoint }: LineChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot>(null);
  const latest = useRef(points);
  const { code } = useWords();
  useEffect(() => {
    const host = place.current;
    if (!host) return;
    const options = chartOptions(host, code, onPoint);
    const drawn = new uPlot(options, drawingOf(latest.current, exponent), host);
    chart.current = drawn;
    const sized = new ResizeObserver(() =>
      drawn.setSize({ width: host.clientWidth, height: host.clientHeight }),
    );
    sized.observe(host);
    return () => {
      sized.disconnect();
      drawn.destroy();
    };
  }, [exponent, code, onPoint]);
  useEffect(() => {
    latest.current = points;
    chart.current?.setData(drawingOf(points, exponent));
  }, [points, exponent]);
  return <div ref={place} className="line-chart" role="img" aria-label={label} />;
}

/** Seconds and major units, as floats: they are drawn, not read, and a pixel is far coarser. */
function drawingOf(points: readonly Point[], exponent: number): uPlot.AlignedData {
  const xs = points.map(({ at }) => at / 1_000);
  const ys: (number | null)[] = points.map(({ minor }) => Number(minor) / 10 ** exponent);
  const end = xs.at(-1) ?? 0;
  // An empty point at the window's beginning keeps its width while there is little to show.
  const start = end - WINDOW_MS / 1_000;
  return (xs[0] ?? end) > start
    ? [
        [start, ...xs],
        [null, ...ys],
      ]
    : [xs, ys];
}
