import uPlot from "uplot";

/** How the line is drawn, in the colours and the font of the element it is drawn in. */
export function chartOptions(
  host: HTMLElement,
  language: string,
  onPoint: (at: number | null) => void,
): uPlot.Options {
  return {
    width: host.clientWidth,
    height: host.clientHeight,
    padding: [8, 16, 0, 0],
    legend: { show: false },
    cursor: { y: false, points: { size: 6 } },
    scales: { y: { range: roomy } },
    series: [{}, lineOf(host)],
    axes: axesOf(host, language),
    hooks: { setCursor: [(chart) => onPoint(pointedTime(chart))] },
  };
}

/** Balances stand still between changes: the line goes in steps. */
function lineOf(host: HTMLElement): uPlot.Series {
  const paths = uPlot.paths.stepped?.({ align: 1 });
  return {
    stroke: () => colourOf(host, "--accent"),
    fill: () => colourOf(host, "--accent-wash"),
    width: 1.5,
    points: { show: false },
    ...(paths ? { paths } : {}),
  };
}

function axesOf(host: HTMLElement, language: string): uPlot.Axis[] {
  const short = new Intl.NumberFormat(language, { notation: "compact", maximumFractionDigits: 3 });
  const time = new Intl.DateTimeFormat(language, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const look: uPlot.Axis = {
    stroke: () => colourOf(host, "--quiet"),
    grid: { stroke: () => colourOf(host, "--rule"), width: 1 },
    ticks: { show: false },
    font: `11px ${getComputedStyle(host).fontFamily}`,
  };
  return [
    {
      ...look,
      space: 48,
      size: 26,
      values: (_, ticks) => ticks.map((at) => time.format(at * 1e3)),
    },
    { ...look, space: 32, size: 54, values: (_, ticks) => ticks.map((tick) => short.format(tick)) },
  ];
}

/** A figure that stands still lies in the middle, and one that moves keeps off the edges. */
function roomy(_: uPlot, low: number | null, high: number | null): uPlot.Range.MinMax {
  if (low === null || high === null) return [0, 1];
  const room = high > low ? (high - low) * 0.12 : Math.max(Math.abs(high) * 0.01, 1);
  return [low - room, high + room];
}

function pointedTime(chart: uPlot): number | null {
  const { left } = chart.cursor;
  return left === undefined || left < 0 ? null : chart.posToVal(left, "x") * 1_000;
}

/** A colour of the style sheet as it is now: the canvas knows neither variables nor themes. */
function colourOf(host: HTMLElement, variable: string): string {
  return getComputedStyle(host).getPropertyValue(variable).trim();
}
