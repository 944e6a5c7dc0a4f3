/** From where one looks: around a middle, upright, never from below the floor. */
import { type MotionDocument, type Vec3, turned } from "./motion";

export interface Look {
  yaw: number; // 0 from in front (x), to the person's right (z) with growing angle [rad]
  pitch: number; // up [rad]
  zoom: number; // 1 shows everything
}

export type View = "front" | "side" | "back" | "start";

const lowest = -0.15;
const highest = 1.35;
const widest = 0.8;
const nearest = 4;

const between = (low: number, value: number, high: number): number =>
  Math.min(high, Math.max(low, value));

export const kept = (look: Look): Look => ({
  yaw: look.yaw,
  pitch: between(lowest, look.pitch, highest),
  zoom: between(widest, look.zoom, nearest),
});

/** The side that works harder: 1 is right. */
export function busySide(motion: MotionDocument): 1 | -1 {
  let sum = 0;
  for (const instant of motion.instants) {
    instant.activation?.forEach((v, i) => (sum += motion.muscles[i]?.side === "r" ? v : -v));
  }
  return sum >= -1e-3 ? 1 : -1;
}

/** Where a view looks from, by the trunk's posture at the start. */
export function lookFor(motion: MotionDocument, view: View): Look {
  const chest = motion.instants[0]?.segments[motion.segments.indexOf("thorax")];
  const behind: Vec3 = chest ? turned(chest.turn, [-1, 0, 0]) : [-1, 0, 0];
  const up: Vec3 = chest ? turned(chest.turn, [0, 1, 0]) : [0, 1, 0];
  const side = busySide(motion);
  // Bent over or lying, the back is seen from above, from behind the feet.
  const flat = Math.hypot(behind[0], behind[2]);
  const from = flat > 0.6 ? behind : ([-up[0], 0, -up[2]] as Vec3);
  const yaw = Math.atan2(from[2], from[0]);
  const sideYaw = yaw - (Math.PI / 2) * side;
  if (view === "back") {
    return { yaw, pitch: between(0.12, Math.asin(between(-1, behind[1], 1)), 0.95), zoom: 1 };
  }
  if (view === "front") {
    // Lying on the back, the front is seen from above.
    const pitch = between(0.12, Math.asin(between(-1, -behind[1], 1)), 0.95);
    return { yaw: yaw + Math.PI, pitch, zoom: 1 };
  }
  if (view === "side") return { yaw: sideYaw, pitch: 0.12, zoom: 1 };
  return { yaw: sideYaw + side * 0.62, pitch: flat > 0.6 ? 0.2 : 0.42, zoom: 1 };
}

/** The way from the middle to the eye. */
export function wayOf(look: Look): Vec3 {
  const flat = Math.cos(look.pitch);
  return [flat * Math.cos(look.yaw), Math.sin(look.pitch), flat * Math.sin(look.yaw)];
}
