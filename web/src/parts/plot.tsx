interface Point {
  label: string;
  value: number;
  low?: number;
  high?: number;
}

const kWide = 320;
const kHigh = 120;
const kFoot = 18;

/** A line with its interval, or bars; the table under it says the same. */
export function Plot(props: { kind: "line" | "bars"; points: readonly Point[]; title: string }) {
  const { points } = props;
  const top = Math.max(1e-9, ...points.map((point) => point.high ?? point.value)) * 1.1;
  const x = (i: number) => (points.length === 1 ? kWide / 2 : 20 + (i * (kWide - 40)) / (points.length - 1));
  const y = (value: number) => kHigh - (value / top) * (kHigh - 8);
  const line = points.map((point, i) => `${x(i)},${y(point.value)}`).join(" ");
  const band = [
    ...points.map((point, i) => `${x(i)},${y(point.high ?? point.value)}`),
    ...points.map((point, i) => `${x(i)},${y(point.low ?? point.value)}`).reverse(),
  ].join(" ");
  const wide = Math.min(28, (kWide - 40) / Math.max(1, points.length) - 4);
  return (
    <svg class="plot" viewBox={`0 0 ${kWide} ${kHigh + kFoot}`} role="img" aria-label={props.title}>
      <line x1="0" x2={kWide} y1={kHigh} y2={kHigh} class="axis" />
      {props.kind === "bars" ? (
        points.map((point, i) => (
          <rect
            key={point.label}
            x={x(i) - wide / 2}
            y={y(point.value)}
            width={wide}
            height={kHigh - y(point.value)}
            class="bar"
          />
        ))
      ) : (
        <>
          <polygon points={band} class="interval" />
          <polyline points={line} class="curve" />
          {points.map((point, i) => (
            <circle key={point.label} cx={x(i)} cy={y(point.value)} r="3.5" class="dot" />
          ))}
        </>
      )}
      {points.length > 0 && (
        <>
          <text x={x(0)} y={kHigh + 14} text-anchor={points.length === 1 ? "middle" : "start"}>
            {points[0]?.label}
          </text>
          {points.length > 1 && (
            <text x={x(points.length - 1)} y={kHigh + 14} text-anchor="end">
              {points[points.length - 1]?.label}
            </text>
          )}
        </>
      )}
    </svg>
  );
}
