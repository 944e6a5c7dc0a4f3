/** One repetition as the model tells it ('strongback.motion/1'), also between its instants. */

export type Vec3 = readonly [number, number, number];
export type Quat = readonly [number, number, number, number]; // w, x, y, z

export interface BodyBall {
  on: string;
  at_m: Vec3;
  radius_m: number;
}
export interface Ball {
  at_m: Vec3;
  radius_m: number;
}
export interface Volume {
  part: string;
  hand: "open" | "closed" | null;
  balls: BodyBall[];
}
export interface Muscle {
  muscle: string;
  side: "r" | "l";
  part: string;
  width_m: number;
  strands: { on: string; at_m: Vec3 }[][];
}
export interface Shape {
  of: "floor" | "furniture" | "cord" | "load" | "plate";
  balls: Ball[];
}
export interface Placed {
  at_m: Vec3;
  turn: Quat;
}
export interface Instant {
  time_s: number;
  segments: Placed[];
  activation: number[] | null;
  held: Shape[];
}
export interface MotionDocument {
  schema: string;
  exercise: string;
  model: string;
  load_kg: number;
  segments: string[];
  volumes: Volume[];
  muscles: Muscle[];
  furniture: Shape[];
  instants: Instant[];
}

/** All that moves, at one moment. */
export interface Moment {
  at: Float64Array; // 3 for each segment
  turn: Float64Array; // 4 for each segment: w, x, y, z
  activation: Float64Array | null; // 1 for each muscle
  held: Float64Array[]; // of each shape: 3 for each ball
}

const shortest_s = 3;
const longest_s = 6;

/** Smooth at both ends. */
export const eased = (share: number): number => share * share * (3 - 2 * share);

/** How far a body is from another posture of itself: the mean way of its segments [m]. */
export function distance(a: Instant, b: Instant): number {
  let sum = 0;
  a.segments.forEach((one, i) => {
    const other = b.segments[i];
    if (!other) return;
    sum += Math.hypot(...one.at_m.map((v, k) => v - (other.at_m[k] ?? 0)));
  });
  return sum / Math.max(1, a.segments.length);
}

/** Does it end where it began? */
export function isClosed(motion: MotionDocument): boolean {
  const first = motion.instants[0];
  const last = motion.instants.at(-1);
  return !first || !last || distance(first, last) < 0.01;
}

/** The index of the posture that is farthest from the first: the end of the way there. */
export function farthest(motion: MotionDocument): number {
  const first = motion.instants[0];
  let best = 0;
  let most = 0;
  motion.instants.forEach((instant, i) => {
    const way = first ? distance(first, instant) : 0;
    if (way > most + 1e-6) {
      most = way;
      best = i;
    }
  });
  return best;
}

/** Seconds that one round on the screen takes: about three, somewhat more for slow work. */
export function period(motion: MotionDocument): number {
  const first = motion.instants[0]?.time_s ?? 0;
  const whole = (motion.instants.at(-1)?.time_s ?? 0) - first;
  return Math.min(longest_s, Math.max(shortest_s, whole / 4));
}

/** Where on the row of instants (0 to their count less one) the round is after `seconds`. */
export function placeAt(motion: MotionDocument, seconds: number): number {
  const last = motion.instants.length - 1;
  if (last < 1) return 0;
  const round = period(motion);
  const share = (((seconds % round) + round) % round) / round;
  if (isClosed(motion)) return share * last;
  return last * eased(share < 0.5 ? 2 * share : 2 - 2 * share);
}

/** Catmull-Rom between b and c. */
function spline(a: number, b: number, c: number, d: number, t: number): number {
  return (
    b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
  );
}

/** Four turns around a place, made to lie on one half of the sphere, so that none goes round. */
function mixTurns(turns: readonly [Quat, Quat, Quat, Quat], t: number): Quat {
  const near = turns[1];
  const [a, b, c, d] = turns.map((q) => {
    const dot = q[0] * near[0] + q[1] * near[1] + q[2] * near[2] + q[3] * near[3];
    return dot < 0 ? ([-q[0], -q[1], -q[2], -q[3]] as Quat) : q;
  }) as [Quat, Quat, Quat, Quat];
  const mixed = [0, 1, 2, 3].map((k) => spline(a[k]!, b[k]!, c[k]!, d[k]!, t));
  const size = Math.hypot(...mixed) || 1;
  return [mixed[0]! / size, mixed[1]! / size, mixed[2]! / size, mixed[3]! / size];
}

/** The four instants around a place, and how far it is between the middle two. */
function around(motion: MotionDocument, place: number): { four: Instant[]; t: number } {
  const last = motion.instants.length - 1;
  const kept = Math.min(Math.max(place, 0), last);
  const low = Math.min(Math.floor(kept), Math.max(0, last - 1));
  const closed = last > 1 && isClosed(motion);
  const at = (i: number): Instant => {
    const j = closed ? ((i % last) + last) % last : Math.min(Math.max(i, 0), last);
    return motion.instants[i === last ? last : j]!;
  };
  return { four: [at(low - 1), at(low), at(Math.min(low + 1, last)), at(low + 2)], t: kept - low };
}

/** All that moves at a place between instants, smooth in between and exact on them. */
export function momentAt(motion: MotionDocument, place: number): Moment {
  const { four, t } = around(motion, place);
  const [a, b, c, d] = four as [Instant, Instant, Instant, Instant];
  const count = b.segments.length;
  const at = new Float64Array(3 * count);
  const turn = new Float64Array(4 * count);
  for (let s = 0; s < count; ++s) {
    const [pa, pb, pc, pd] = [a.segments[s]!, b.segments[s]!, c.segments[s]!, d.segments[s]!];
    for (let k = 0; k < 3; ++k) {
      at[3 * s + k] = spline(pa.at_m[k]!, pb.at_m[k]!, pc.at_m[k]!, pd.at_m[k]!, t);
    }
    turn.set(mixTurns([pa.turn, pb.turn, pc.turn, pd.turn], t), 4 * s);
  }
  const held = b.held.map((shape, h) => {
    const row = new Float64Array(3 * shape.balls.length);
    shape.balls.forEach((ball, i) => {
      for (let k = 0; k < 3; ++k) {
        const [va, vb, vc, vd] = [a, b, c, d].map(
          (instant) => instant.held[h]?.balls[i]?.at_m[k] ?? ball.at_m[k]!,
        ) as [number, number, number, number];
        row[3 * i + k] = spline(va, vb, vc, vd, t);
      }
    });
    return row;
  });
  let activation: Float64Array | null = null;
  if (b.activation && c.activation) {
    const next = c.activation;
    activation = Float64Array.from(b.activation, (v, i) => v + t * ((next[i] ?? v) - v));
  }
  return { at, turn, activation, held };
}

const isRod = (shape: Shape): boolean =>
  shape.of !== "floor" && shape.balls.length === 2 && shape.balls[0]!.radius_m < 0.03;

/** Which hands are closed: those that a weight, a cord or a bar passes through. */
export function closedHands(motion: MotionDocument): { r: boolean; l: boolean } {
  const first = motion.instants[0];
  const near = (side: "r" | "l"): boolean => {
    const hand = first?.segments[motion.segments.indexOf(`hand_${side}`)];
    if (!first || !hand) return false;
    const grip = turned(hand.turn, [0, -0.075, -0.015]);
    const p = hand.at_m.map((v, k) => v + grip[k]!) as unknown as Vec3;
    const bars = motion.furniture.filter(isRod);
    return (
      first.held.some((shape) => distanceToBalls(shape.balls, p) < 0.06) ||
      bars.some((shape) => distanceToBalls(shape.balls, p) < 0.045)
    );
  };
  return { r: near("r"), l: near("l") };
}

/** From a point to the ways between balls that follow each other [m]. */
function distanceToBalls(balls: readonly Ball[], p: Vec3): number {
  let least = Infinity;
  for (let i = 0; i + 1 < balls.length; ++i) {
    const [a, b] = [balls[i]!.at_m, balls[i + 1]!.at_m];
    const way = b.map((v, k) => v - a[k]!);
    const to = p.map((v, k) => v - a[k]!);
    const size = way.reduce((sum, v) => sum + v * v, 0) || 1;
    const s = Math.min(1, Math.max(0, way.reduce((sum, v, k) => sum + v * to[k]!, 0) / size));
    least = Math.min(least, Math.hypot(...to.map((v, k) => v - s * way[k]!)));
  }
  return least;
}

/** A vector turned by a unit quaternion. */
export function turned(q: Quat, v: Vec3): Vec3 {
  const [w, x, y, z] = q;
  const tx = 2 * (y * v[2] - z * v[1]);
  const ty = 2 * (z * v[0] - x * v[2]);
  const tz = 2 * (x * v[1] - y * v[0]);
  return [
    v[0] + w * tx + y * tz - z * ty,
    v[1] + w * ty + z * tx - x * tz,
    v[2] + w * tz + x * ty - y * tx,
  ];
}

/** First b, then a. */
export function timesTurn(a: Quat, b: Quat): Quat {
  return [
    a[0] * b[0] - a[1] * b[1] - a[2] * b[2] - a[3] * b[3],
    a[0] * b[1] + a[1] * b[0] + a[2] * b[3] - a[3] * b[2],
    a[0] * b[2] - a[1] * b[3] + a[2] * b[0] + a[3] * b[1],
    a[0] * b[3] + a[1] * b[2] - a[2] * b[1] + a[3] * b[0],
  ];
}

export const turnedBack = (q: Quat): Quat => [q[0], -q[1], -q[2], -q[3]];

/** Between two turns, on the shorter way. */
export function mixTurn(a: Quat, b: Quat, share: number): Quat {
  const sign = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3] < 0 ? -1 : 1;
  const mixed = a.map((v, k) => v * (1 - share) + sign * b[k]! * share);
  const size = Math.hypot(...mixed) || 1;
  return mixed.map((v) => v / size) as unknown as Quat;
}
