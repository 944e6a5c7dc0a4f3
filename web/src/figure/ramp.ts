/** From bone to madder: how hard a muscle works. The values of --work-0 to --work-5. */

export type Rgb = readonly [number, number, number]; // 0 to 255

export const workRamp: readonly string[] = [
  "#efe6da",
  "#e9c4a9",
  "#db8d6c",
  "#bf4b3d",
  "#8a1f24",
  "#4f0d16",
];

export function parseHex(text: string): Rgb {
  const n = Number.parseInt(text.trim().slice(1), 16);
  return [(n >> 16) & 255, (n >> 8) & 255, n & 255];
}

const between = (low: number, value: number, high: number): number =>
  Math.min(high, Math.max(low, value));

/** The color at a share (0 to 1) of the ramp. */
export function colorAt(share: number, ramp: readonly string[] = workRamp): Rgb {
  const place = between(0, Number.isFinite(share) ? share : 0, 1) * (ramp.length - 1);
  const low = Math.min(Math.floor(place), ramp.length - 2);
  const a = parseHex(ramp[low]!);
  const b = parseHex(ramp[low + 1]!);
  const mix = (k: 0 | 1 | 2): number => a[k] + (place - low) * (b[k] - a[k]);
  return [mix(0), mix(1), mix(2)];
}

/** Where an activation (0 to 1) lies on the ramp: its root, so that light work is seen as well. */
export const rampShare = (activation: number): number => Math.sqrt(between(0, activation, 1));

export const toHex = (color: Rgb): string =>
  `#${color.map((v) => Math.round(v).toString(16).padStart(2, "0")).join("")}`;
