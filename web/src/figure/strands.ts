/** Muscles as bands of fibers that lie on the skin, deep ones under those above them. */
import { type FieldPart, fieldAt, followedBy, ontoSkin, partsNear } from "./field";
import type { MotionDocument, Muscle, Placed, Vec3 } from "./motion";
import { placeOf } from "./stance";

export interface StrandMesh {
  at: Float32Array;
  out: Float32Array;
  index: Uint32Array;
  muscle: Float32Array; // its place among the document's muscles
  across: Float32Array; // -1 to 1 over the band
  along: Float32Array; // 0 to 1 from end to end
  segments: Uint16Array;
  weights: Float32Array;
}

/** From the bones (0) to the skin (3); what is not named lies in the middle. */
const layers: Record<string, number> = {
  "psoas-major": 0,
  "quadratus-lumborum": 0,
  multifidus: 0,
  "transversus-abdominis": 0,
  "neck-flexors-deep": 0,
  "levator-scapulae": 1,
  rhomboids: 1,
  "serratus-anterior": 1,
  "erector-spinae-lumbar": 1,
  "erector-spinae-thoracic": 1,
  "rotator-cuff": 1,
  "pectoralis-minor": 1,
  "gluteus-medius": 1,
  adductors: 1,
  "latissimus-dorsi": 3,
  "trapezius-upper": 3,
  "trapezius-middle": 3,
  "trapezius-lower": 3,
  deltoid: 3,
  "deltoid-posterior": 3,
  "gluteus-maximus": 3,
};
export const layerOf = (muscle: string): number => layers[muscle] ?? 2;

const stepLength = 0.024;
const deepest = 0.085; // farther inside nothing is drawn
const columns = 5;

/** A polyline in even steps. */
export function evenSteps(points: readonly Vec3[], step: number): Vec3[] {
  const first = points[0];
  if (!first) return [];
  const lengths = points.map((p, i) => {
    const last = points[Math.max(0, i - 1)]!;
    return Math.hypot(p[0] - last[0], p[1] - last[1], p[2] - last[2]);
  });
  const whole = lengths.reduce((sum, v) => sum + v, 0);
  const count = Math.max(3, Math.round(whole / step));
  const result: Vec3[] = [];
  let i = 1;
  let passed = 0;
  for (let n = 0; n <= count; ++n) {
    const goal = (whole * n) / count;
    while (i + 1 < points.length && passed + lengths[i]! < goal) passed += lengths[i++]!;
    const [a, b] = [points[i - 1]!, points[i] ?? first];
    const t = lengths[i] ? Math.min(1, (goal - passed) / lengths[i]!) : 0;
    result.push([a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]), a[2] + t * (b[2] - a[2])]);
  }
  return result;
}

/** Corners rounded, ends kept. */
function rounded(points: readonly Vec3[]): Vec3[] {
  return points.map((p, i) => {
    const [a, b] = [points[i - 1], points[i + 1]];
    if (!a || !b) return p;
    return p.map((v, k) => 0.5 * v + 0.25 * (a[k]! + b[k]!)) as unknown as Vec3;
  });
}

const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

class Builder {
  at: number[] = [];
  out: number[] = [];
  index: number[] = [];
  muscle: number[] = [];
  across: number[] = [];
  along: number[] = [];
  segments: number[] = [];
  weights: number[] = [];

  /** One band along a line that lies on the skin. */
  add(
    parts: readonly FieldPart[],
    line: readonly Vec3[],
    widths: readonly number[],
    height: number,
    id: number,
  ): void {
    const base = this.muscle.length;
    const last = line.length - 1;
    line.forEach((p, i) => {
      const near = partsNear(parts, p, 0.06);
      const [a, b] = [line[Math.max(0, i - 1)]!, line[Math.min(last, i + 1)]!];
      const way: Vec3 = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
      const { at, out } = ontoSkin(near, p, height);
      const side = cross(out, way);
      const size = Math.hypot(...side) || 1;
      const along = i / last;
      const half = 0.5 * widths[i]! * (0.45 + 0.55 * Math.sin(Math.PI * along) ** 0.7);
      for (let c = 0; c < columns; ++c) {
        const across = (2 * c) / (columns - 1) - 1;
        const from = at.map((v, k) => v + (side[k]! / size) * half * across) as unknown as Vec3;
        const bulge = height + 0.07 * half * (1 - across * across) - 0.0012 * across * across;
        const placed = ontoSkin(near, from, bulge, 2);
        const tilt = 0.55 * across;
        const normal = placed.out.map((v, k) => v + tilt * (side[k]! / size));
        const length = Math.hypot(...normal) || 1;
        this.at.push(...placed.at);
        this.out.push(...normal.map((v) => v / length));
        this.muscle.push(id);
        this.across.push(across);
        this.along.push(along);
        const follows = followedBy(near, placed.at);
        this.segments.push(...follows.segments);
        this.weights.push(...follows.weights);
      }
    });
    for (let i = 0; i < last; ++i) {
      for (let c = 0; c + 1 < columns; ++c) {
        const v = base + i * columns + c;
        this.index.push(v, v + columns, v + 1, v + 1, v + columns, v + columns + 1);
      }
    }
  }

  mesh(): StrandMesh {
    return {
      at: Float32Array.from(this.at),
      out: Float32Array.from(this.out),
      index: Uint32Array.from(this.index),
      muscle: Float32Array.from(this.muscle),
      across: Float32Array.from(this.across),
      along: Float32Array.from(this.along),
      segments: Uint16Array.from(this.segments),
      weights: Float32Array.from(this.weights),
    };
  }
}

/** The lines of a muscle that come near the skin, pushed out onto it. */
function linesOnSkin(
  motion: MotionDocument,
  pose: readonly Placed[],
  parts: readonly FieldPart[],
  muscle: Muscle,
  height: number,
): Vec3[][] {
  const lines: Vec3[][] = [];
  for (const strand of muscle.strands) {
    const points = strand.map((p) => placeOf(pose[motion.segments.indexOf(p.on)]!, p.at_m));
    let line = rounded(rounded(evenSteps(points, stepLength)));
    const depths = line.map((p) => fieldAt(partsNear(parts, p, 0.06), ...p));
    const middle = depths.slice(1, -1);
    if (middle.length > 0 && Math.min(...middle) < -deepest) continue;
    for (let round = 0; round < 2; ++round) {
      line = rounded(line.map((p) => ontoSkin(partsNear(parts, p, 0.06), p, height).at));
    }
    lines.push(line);
  }
  return lines;
}

const widest = 0.12;

const gapTo = (p: Vec3, i: number, count: number, other: readonly Vec3[]): number => {
  const q = other[Math.round((i * (other.length - 1)) / Math.max(1, count - 1))]!;
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
};

/** Which lines of a muscle lie beside each other: the shortest net that joins them all. */
export function neighborsOf(lines: readonly Vec3[][]): number[][] {
  const beside: number[][] = lines.map(() => []);
  const middle = (i: number): Vec3 => lines[i]![lines[i]!.length >> 1]!;
  const joined = new Set([0]);
  while (joined.size < lines.length) {
    let best: [number, number, number] = [Infinity, 0, 0];
    for (const a of joined) {
      for (let b = 0; b < lines.length; ++b) {
        if (joined.has(b)) continue;
        const [p, q] = [middle(a), middle(b)];
        const gap = Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
        if (gap < best[0]) best = [gap, a, b];
      }
    }
    beside[best[1]]!.push(best[2]);
    beside[best[2]]!.push(best[1]);
    joined.add(best[2]);
  }
  return beside;
}

/** How wide a band is along its line: so that no gap is left to those beside it. */
function widthsOf(
  lines: readonly Vec3[][],
  own: number,
  beside: readonly number[],
  width: number,
): number[] {
  const line = lines[own]!;
  const raw = line.map((p, i) => {
    const gaps = beside.map((o) => gapTo(p, i, line.length, lines[o]!));
    const wanted = 1.3 * (gaps.length > 0 ? Math.max(...gaps) : width);
    return Math.min(widest, Math.max(width, wanted));
  });
  return raw.map((v, i) => ((raw[i - 1] ?? v) + v + (raw[i + 1] ?? v)) / 3);
}

/** All muscles that lie near the skin, the deepest first. */
export function strandsOf(
  motion: MotionDocument,
  pose: readonly Placed[],
  parts: readonly FieldPart[],
): StrandMesh {
  const builder = new Builder();
  const order = motion.muscles
    .map((muscle, i) => ({ muscle, i, layer: layerOf(muscle.muscle) }))
    .sort((a, b) => a.layer - b.layer);
  for (const { muscle, i, layer } of order) {
    const height = 0.0014 + 0.0013 * layer;
    const lines = linesOnSkin(motion, pose, parts, muscle, height);
    if (lines.length === 0) continue;
    const beside = neighborsOf(lines);
    lines.forEach((line, own) => {
      builder.add(parts, line, widthsOf(lines, own, beside[own]!, muscle.width_m), height, i);
    });
  }
  return builder.mesh();
}
