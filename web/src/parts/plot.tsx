import { text } from "../text/catalog";
import { wholeText } from "../units";

const words = text.progress;

interface Point {
  label: string;
  value: number;
  low?: number;
  high?: number;
}

const kWide = 320;
const kHigh = 120;
const kHead = 6; // room above the highest
const kSide = 20;
const kWidest = 28;

const highest = (points: readonly Point[]): number =>
  Math.max(0, ...points.map((point) => point.high ?? point.value));

/** Where points stand in the picture. */
function placesOf(points: readonly Point[]) {
  const top = highest(points) || 1;
  const step = (kWide - 2 * kSide) / Math.max(1, points.length - 1);
  return {
    x: (i: number) => (points.length === 1 ? kWide / 2 : kSide + i * step),
    y: (value: number) => kHigh - (value / top) * (kHigh - kHead),
  };
}

function Bars({ points }: { points: readonly Point[] }) {
  const { x, y } = placesOf(points);
  const wide = Math.min(kWidest, (kWide - 2 * kSide) / Math.max(1, points.length) - 4);
  return points.map((point, i) => (
    <rect
      key={point.label}
      class="bar"
      x={x(i) - wide / 2}
      y={y(point.value)}
      width={wide}
      height={kHigh - y(point.value)}
    />
  ));
}

/** A line through the values, in the band where they likely lie. */
function Line({ points }: { points: readonly Point[] }) {
  const { x, y } = placesOf(points);
  const at = (value: (point: Point) => number) =>
    points.map((point, i) => `${x(i)},${y(value(point))}`);
  const above = at((point) => point.high ?? point.value);
  const below = at((point) => point.low ?? point.value).reverse();
  return (
    <>
      <polygon points={[...above, ...below].join(" ")} class="interval" />
      <polyline points={at((point) => point.value).join(" ")} class="curve" />
      {points.map((point, i) => (
        <g key={point.label}>
          <path class="likely-range" d={`M${x(i)} ${y(point.low ?? point.value)}V${y(point.high ?? point.value)}`} />
          <circle cx={x(i)} cy={y(point.value)} r="3.5" class="dot" />
        </g>
      ))}
    </>
  );
}

/** A line with its interval, or bars; the table under it says the same. */
export function Plot(props: {
  kind: "line" | "bars";
  points: readonly Point[];
  title: string;
  unit: string;
}) {
  const { points, unit } = props;
  const first = points[0];
  const last = points[points.length - 1];
  return (
    <figure class="plot">
      <div class="plot-words" aria-hidden="true">
        {words.upTo(wholeText(highest(points)), unit)}
      </div>
      <svg viewBox={`0 0 ${kWide} ${kHigh + 2}`} role="img" aria-label={props.title}>
        <line x1="0" x2={kWide} y1={kHigh} y2={kHigh} class="axis" />
        <line x1="0" x2={kWide} y1={kHead} y2={kHead} class="most" />
        {props.kind === "bars" ? <Bars points={points} /> : <Line points={points} />}
      </svg>
      <div class="plot-words" aria-hidden="true">
        <span>{first?.label}</span>
        {points.length > 1 && <span>{last?.label}</span>}
      </div>
    </figure>
  );
}
