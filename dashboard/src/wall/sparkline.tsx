const WIDTH = 120;
const HEIGHT = 24;

interface SparklineProps {
  /** The newest is at the right edge. */
  values: readonly number[];
  /** How many fill the width. */
  capacity: number;
  label: string;
}

/** A line without axes: whether it rises or falls. */
export function Sparkline({ values, capacity, label }: SparklineProps) {
  const peak = Math.max(1, ...values);
  const points = values.map((value, index) => {
    const x = WIDTH * (1 - (values.length - 1 - index) / (capacity - 1));
    return `${x.toFixed(1)},${(HEIGHT - 1 - (value / peak) * (HEIGHT - 2)).toFixed(1)}`;
  });
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      <polyline points={points.join(" ")} />
    </svg>
  );
}
