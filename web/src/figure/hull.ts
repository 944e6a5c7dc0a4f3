/** Convex hulls of balls: how far a point is from one, and points on its outside. */
import type { Vec3 } from "./motion";

export interface HullBall {
  x: number;
  y: number;
  z: number;
  r: number;
}

/** A hull with its bound, ready to be asked. */
export interface Hull {
  balls: HullBall[];
  center: HullBall; // a ball around all of it
}

export function makeHull(balls: HullBall[]): Hull {
  const mean = { x: 0, y: 0, z: 0, r: 0 };
  for (const b of balls) {
    mean.x += b.x / balls.length;
    mean.y += b.y / balls.length;
    mean.z += b.z / balls.length;
  }
  for (const b of balls) {
    mean.r = Math.max(mean.r, Math.hypot(b.x - mean.x, b.y - mean.y, b.z - mean.z) + b.r);
  }
  return { balls, center: mean };
}

/**
 * From a point to the hull, negative inside [m]. The hull is all the balls between its balls, so
 * this is the least of |p - sum w c| - sum w r over shares w: convex, and solved pair by pair.
 * The shares are left in `shares`.
 */
export function hullDistance(
  hull: Hull,
  px: number,
  py: number,
  pz: number,
  shares: Float64Array,
): number {
  const { balls } = hull;
  const n = balls.length;
  let best = 0;
  let least = Infinity;
  for (let i = 0; i < n; ++i) {
    const b = balls[i]!;
    const d = Math.hypot(px - b.x, py - b.y, pz - b.z) - b.r;
    shares[i] = 0;
    if (d < least) {
      least = d;
      best = i;
    }
  }
  shares[best] = 1;
  const start = balls[best]!;
  let [dx, dy, dz, r] = [px - start.x, py - start.y, pz - start.z, start.r];
  const rounds = n < 3 ? 1 : 2 + 2 * n;
  for (let round = 0; round < rounds; ++round) {
    let moved = 0;
    for (let i = 0; i < n; ++i) {
      for (let j = i + 1; j < n; ++j) {
        const [wi, wj] = [shares[i]!, shares[j]!];
        if (wi + wj === 0) continue;
        const [a, b] = [balls[i]!, balls[j]!];
        // Along this way share goes from a to b.
        const [ux, uy, uz, k] = [b.x - a.x, b.y - a.y, b.z - a.z, b.r - a.r];
        const size = ux * ux + uy * uy + uz * uz;
        const rest = size - k * k;
        if (size < 1e-12 || rest <= 0) continue;
        const along = (dx * ux + dy * uy + dz * uz) / size;
        const off = Math.max(0, dx * dx + dy * dy + dz * dz - along * along * size);
        let s = along + (k / size) * Math.sqrt((off * size) / rest);
        s = Math.min(wi, Math.max(-wj, s));
        shares[i] = wi - s;
        shares[j] = wj + s;
        dx -= s * ux;
        dy -= s * uy;
        dz -= s * uz;
        r += s * k;
        moved = Math.max(moved, Math.abs(s));
      }
    }
    if (moved < 1e-3) break;
  }
  return Math.sqrt(dx * dx + dy * dy + dz * dz) - r;
}

/** Directions spread evenly over a sphere (a spiral of golden angles). */
export function directions(count: number): Vec3[] {
  const turn = Math.PI * (3 - Math.sqrt(5));
  return Array.from({ length: count }, (_, i) => {
    const y = 1 - (2 * (i + 0.5)) / count;
    const ring = Math.sqrt(1 - y * y);
    return [ring * Math.cos(turn * i), y, ring * Math.sin(turn * i)] as const;
  });
}

export interface Sample {
  ball: number;
  normal: Vec3; // also the way from the ball's middle
  at: Vec3;
}

/** Points of the balls that lie on the outside of their hull. */
export function sampleHull(balls: readonly HullBall[], ways: readonly Vec3[]): Sample[] {
  const samples: Sample[] = [];
  for (const n of ways) {
    // The ball that reaches farthest this way; others that reach as far are corners too.
    const reach = balls.map((b) => n[0] * b.x + n[1] * b.y + n[2] * b.z + b.r);
    const most = Math.max(...reach);
    balls.forEach((b, i) => {
      if (reach[i]! < most - 1e-6) return;
      samples.push({
        ball: i,
        normal: n,
        at: [b.x + b.r * n[0], b.y + b.r * n[1], b.z + b.r * n[2]],
      });
    });
  }
  return samples;
}
