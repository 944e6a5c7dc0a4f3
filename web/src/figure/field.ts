/** The body as one smooth solid: hulls of balls that flow into each other. */
import { type Hull, hullDistance, makeHull } from "./hull";
import type { MotionDocument, Placed, Vec3 } from "./motion";
import { placeOf } from "./stance";

export interface FieldPart extends Hull {
  soft: number; // how far it flows into others [m]
  segments: number[]; // of each ball
}

const widestFlow = 0.03;
const shares = new Float64Array(16);

/** The parts of a body in a posture. */
export function bodyParts(
  motion: MotionDocument,
  pose: readonly Placed[],
  closed: { r: boolean; l: boolean },
): FieldPart[] {
  return motion.volumes
    .filter((volume) => {
      if (volume.hand === null) return true;
      const isClosed = volume.part.endsWith("r") ? closed.r : closed.l;
      return (volume.hand === "closed") === isClosed;
    })
    .map((volume) => {
      const segments = volume.balls.map((ball) => motion.segments.indexOf(ball.on));
      const balls = volume.balls.map((ball, i) => {
        const [x, y, z] = placeOf(pose[segments[i]!]!, ball.at_m);
        return { x, y, z, r: ball.radius_m };
      });
      const thinnest = Math.min(...balls.map((b) => b.r));
      return { ...makeHull(balls), segments, soft: Math.min(widestFlow, 0.45 * thinnest) };
    });
}

/** From a point to the skin, negative inside [m]. */
export function fieldAt(parts: readonly FieldPart[], x: number, y: number, z: number): number {
  let d = 1;
  let soft = widestFlow;
  for (const part of parts) {
    const c = part.center;
    const far = Math.hypot(x - c.x, y - c.y, z - c.z) - c.r;
    if (far > d + widestFlow) continue;
    const next = hullDistance(part, x, y, z, shares);
    const k = Math.max(0.004, Math.min(soft, part.soft));
    const gap = Math.abs(next - d);
    const flow = gap < k ? ((k - gap) * (k - gap)) / (4 * k) : 0;
    if (next < d) soft = part.soft;
    d = Math.min(d, next) - flow;
  }
  return d;
}

const step = 0.002;

/** The way out of the body. */
export function outwardAt(parts: readonly FieldPart[], x: number, y: number, z: number): Vec3 {
  const gx = fieldAt(parts, x + step, y, z) - fieldAt(parts, x - step, y, z);
  const gy = fieldAt(parts, x, y + step, z) - fieldAt(parts, x, y - step, z);
  const gz = fieldAt(parts, x, y, z + step) - fieldAt(parts, x, y, z - step);
  const size = Math.hypot(gx, gy, gz) || 1;
  return [gx / size, gy / size, gz / size];
}

/** The nearest point at a height over the skin, and the way out there. */
export function ontoSkin(
  parts: readonly FieldPart[],
  from: Vec3,
  height: number,
  rounds = 3,
): { at: Vec3; out: Vec3 } {
  let at = from;
  let out: Vec3 = [0, 0, 0];
  for (let i = 0; i < rounds; ++i) {
    out = outwardAt(parts, ...at);
    const way = height - fieldAt(parts, ...at);
    at = [at[0] + way * out[0], at[1] + way * out[1], at[2] + way * out[2]];
    if (Math.abs(way) < 2e-4) break;
  }
  return { at, out };
}

/** Only the parts near a point. */
export function partsNear(parts: readonly FieldPart[], at: Vec3, reach: number): FieldPart[] {
  return parts.filter((part) => {
    const c = part.center;
    return Math.hypot(at[0] - c.x, at[1] - c.y, at[2] - c.z) - c.r < reach;
  });
}

const followed = 4;
const blend = 0.014;

/** The segments that a point of the skin follows, and how much each: four at most, sum 1. */
export function followedBy(
  parts: readonly FieldPart[],
  at: Vec3,
): { segments: number[]; weights: number[] } {
  const near = partsNear(parts, at, 0.05);
  const found = near.map((part) => {
    const own = new Float64Array(part.balls.length);
    return { part, own, d: hullDistance(part, ...at, own) };
  });
  const least = Math.min(...found.map((one) => one.d));
  const sums = new Map<number, number>();
  for (const { part, own, d } of found) {
    const weight = Math.exp(-(d - least) / blend);
    own.forEach((share, i) => {
      const segment = part.segments[i]!;
      sums.set(segment, (sums.get(segment) ?? 0) + weight * share);
    });
  }
  const most = [...sums].sort((a, b) => b[1] - a[1]).slice(0, followed);
  const whole = most.reduce((sum, one) => sum + one[1], 0) || 1;
  while (most.length < followed) most.push([0, 0]);
  return { segments: most.map((one) => one[0]), weights: most.map((one) => one[1] / whole) };
}
