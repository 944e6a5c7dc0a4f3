import type { Card, PlannedLine } from "../contract";

// The log counts a set on both sides as one (docs/events.md).  Here it is done side by side: the
// left one first, and what is done of it stays known after a reload.

export type Side = "left" | "right";

/** A set of which the first side is done. */
export interface HalfSet {
  day: string;
  exercise: string;
  set: number;
}

const kKey = "half-set";

/** True when a set is done on one side and then on the other; sides that take turns are one. */
export const isStepped = (line: PlannedLine, card: Card | undefined): boolean =>
  line.sides > 1 && card?.laterality !== "alternating";

export function keptHalf(): HalfSet | undefined {
  try {
    return (JSON.parse(localStorage.getItem(kKey) ?? "null") as HalfSet | null) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepHalf(half: HalfSet): HalfSet {
  localStorage.setItem(kKey, JSON.stringify(half));
  return half;
}

export function dropHalf(): undefined {
  localStorage.removeItem(kKey);
}

/** The side of `set` that comes next, where `half` is what this device keeps. */
export function sideOf(set: HalfSet, half: HalfSet | undefined): Side {
  const isSame = half?.day === set.day && half.exercise === set.exercise && half.set === set.set;
  return isSame ? "right" : "left";
}
