/** What a value on a plate looks like and is called. */
import { type Rgb, colorAt, parseHex, toHex } from "../figure/ramp";
import { text } from "../text/catalog";

const words = text.plate;

export type PlateRamp = "work" | "ready";

const clean = (value: number | undefined): number | undefined =>
  value === undefined || !Number.isFinite(value) ? undefined : Math.min(1, Math.max(0, value));

const unknownColor = "#f6f0e6";
const resting: Rgb = parseHex("#9aa9a6");
const ready: Rgb = parseHex("#f3ead9");

/** The fill of a region. Work goes from bone to madder; rest from slate to bone. */
export function fillOf(ramp: PlateRamp, value: number | undefined): string {
  const v = clean(value);
  if (v === undefined) return unknownColor;
  if (ramp === "work") return toHex(colorAt(v));
  return toHex([0, 1, 2].map((k) => resting[k]! + v * (ready[k]! - resting[k]!)) as unknown as Rgb);
}

/** How dense the hatching is of what is not ready: 0 none, 1 wide, 2 close. */
export function hatchOf(ramp: PlateRamp, value: number | undefined): 0 | 1 | 2 {
  const v = clean(value);
  if (ramp === "work" || v === undefined || v >= 0.9) return 0;
  return v >= 0.5 ? 1 : 2;
}

export const isDarkFill = (ramp: PlateRamp, value: number | undefined): boolean =>
  ramp === "work" && (clean(value) ?? 0) > 0.55;

const kReady = [0.5, 0.9]; // from where it is nearly ready, and ready
const kWork = [0.02, 0.25, 0.5, 0.75]; // from where it is little work, some, much, very much

/** The value in words. */
export function wordOf(ramp: PlateRamp, value: number | undefined): string {
  const v = clean(value);
  if (v === undefined) return words.unknown;
  const steps = ramp === "ready" ? kReady : kWork;
  return words[ramp][steps.filter((step) => v >= step).length] ?? words.unknown;
}
