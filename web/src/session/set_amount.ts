import type { PlannedLine, Span } from "../contract";

/** A set as it goes into the log. */
export interface LoggedSet {
  reps?: number;
  duration_s?: number;
  distance_m?: number;
  reserve?: number;
  load_kg?: number;
  pain?: number;
}

/** What is counted in a set, and the numbers that may be tapped. */
export interface Amount {
  key: "reps" | "duration_s" | "distance_m";
  asks: "howMany" | "howLong" | "howLongEach" | "howFar";
  planned: Span;
  numbers: number[];
  scale: number; // of the log's unit
}

type Counted = Omit<Amount, "planned" | "numbers"> & { step: number };

const kUsual: Span = [8, 12];
const kShort = 10; // [s] up to here each second is a number of its own

/** Numbers around what is planned, its least among them. */
function around([low, high]: Span, step: number): number[] {
  const numbers: number[] = [];
  let first = low - 3 * step;
  while (first <= 0) first += step;
  for (let n = first; n <= high + 3 * step && numbers.length < 15; n += step) numbers.push(n);
  return numbers;
}

const amount = (planned: Span, { step, ...counted }: Counted): Amount => ({
  ...counted,
  planned,
  numbers: around(planned, step),
});

export function amountFor(line: PlannedLine): Amount {
  const { hold_s, duration_min, distance_m } = line;
  if (hold_s) {
    const asks = (line.holds ?? 1) > 1 ? "howLongEach" : "howLong";
    const step = hold_s[1] <= kShort ? 1 : 5;
    return amount(hold_s, { key: "duration_s", asks, step, scale: 1 });
  }
  if (duration_min)
    return amount(duration_min, { key: "duration_s", asks: "howLong", step: 1, scale: 60 });
  if (distance_m)
    return amount(distance_m, { key: "distance_m", asks: "howFar", step: 5, scale: 1 });
  return amount(line.reps ?? kUsual, { key: "reps", asks: "howMany", step: 1, scale: 1 });
}

/** What the log keeps of a set in which `number` was tapped. */
export function setOf(line: PlannedLine, number: number): LoggedSet {
  const { key, scale } = amountFor(line);
  const holds = line.hold_s && line.holds;
  return { [key]: number * scale, ...(holds ? { reps: holds } : {}) };
}
