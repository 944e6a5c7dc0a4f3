/** The skin over a solid as a mesh of even cells (surface nets). */
import { type FieldPart, fieldAt, followedBy, outwardAt, partsNear } from "./field";
import type { Vec3 } from "./motion";

export interface SkinMesh {
  at: Float32Array;
  out: Float32Array;
  index: Uint32Array;
  segments: Uint16Array; // 4 for each point
  weights: Float32Array;
}

const block = 4; // cells of a block's edge

interface Grid {
  low: Vec3;
  count: [number, number, number]; // of points
  cell: number;
  values: Float32Array;
}

/** The field on a grid, worked out only in blocks that the skin can pass through. */
function sampled(parts: readonly FieldPart[], cell: number): Grid {
  const margin = 3 * cell;
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (const part of parts) {
    for (const b of part.balls) {
      [b.x, b.y, b.z].forEach((v, k) => {
        low[k] = Math.min(low[k]!, v - b.r - margin);
        high[k] = Math.max(high[k]!, v + b.r + margin);
      });
    }
  }
  const blocks = low.map((v, k) => Math.ceil((high[k]! - v) / (block * cell)));
  const count = blocks.map((n) => n * block + 1) as [number, number, number];
  const [nx, ny, nz] = count;
  const values = new Float32Array(nx * ny * nz).fill(1);
  const half = (block * cell) / 2;
  const reach = half * Math.sqrt(3) + 0.01;
  for (let bz = 0; bz < blocks[2]!; ++bz) {
    for (let by = 0; by < blocks[1]!; ++by) {
      for (let bx = 0; bx < blocks[0]!; ++bx) {
        const middle: Vec3 = [
          low[0]! + (2 * bx + 1) * half,
          low[1]! + (2 * by + 1) * half,
          low[2]! + (2 * bz + 1) * half,
        ];
        const near = partsNear(parts, middle, reach + 0.03);
        const d = near.length > 0 ? fieldAt(near, ...middle) : 1;
        const isCrossed = Math.abs(d) < reach + 0.01;
        for (let k = 0; k <= block; ++k) {
          for (let j = 0; j <= block; ++j) {
            const row = nx * (by * block + j + ny * (bz * block + k)) + bx * block;
            for (let i = 0; i <= block; ++i) {
              if (values[row + i] !== 1) continue;
              if (isCrossed) {
                values[row + i] = fieldAt(
                  near,
                  low[0]! + (bx * block + i) * cell,
                  low[1]! + (by * block + j) * cell,
                  low[2]! + (bz * block + k) * cell,
                );
              } else if (d < 0 && i > 0 && j > 0 && k > 0 && i < block && j < block && k < block) {
                values[row + i] = -1;
              }
            }
          }
        }
      }
    }
  }
  fillInside(values, count);
  return { low: low as unknown as Vec3, count, cell, values };
}

/** Points that no block worked out lie inside where the last known one before them does. */
function fillInside(values: Float32Array, [nx, ny, nz]: [number, number, number]): void {
  for (let k = 0; k < nz; ++k) {
    for (let j = 0; j < ny; ++j) {
      let isInside = false;
      const row = nx * (j + ny * k);
      for (let i = 0; i < nx; ++i) {
        const v = values[row + i]!;
        if (v !== 1) isInside = v < 0;
        else if (isInside) values[row + i] = -1;
      }
    }
  }
}

/** Where the skin crosses a cell: the mean of the crossings of its edges; null without any. */
function crossing(grid: Grid, x: number, y: number, z: number): Vec3 | null {
  const [nx, ny] = grid.count;
  const v = (i: number): number =>
    grid.values[x + (i & 1) + nx * (y + ((i >> 1) & 1) + ny * (z + (i >> 2)))]!;
  const sum: [number, number, number] = [0, 0, 0];
  let found = 0;
  for (let i = 0; i < 8; ++i) {
    for (let axis = 0; axis < 3; ++axis) {
      if ((i >> axis) & 1) continue;
      const [a, b] = [v(i), v(i | (1 << axis))];
      if (a < 0 === b < 0) continue;
      const t = a / (a - b);
      for (let k = 0; k < 3; ++k) sum[k]! += ((i >> k) & 1) + (k === axis ? t : 0);
      ++found;
    }
  }
  if (found === 0) return null;
  const [lx, ly, lz] = grid.low;
  return [
    lx + grid.cell * (x + sum[0] / found),
    ly + grid.cell * (y + sum[1] / found),
    lz + grid.cell * (z + sum[2] / found),
  ];
}

function netted(grid: Grid): { points: Vec3[]; index: number[] } {
  const [nx, ny, nz] = grid.count;
  const points: Vec3[] = [];
  const index: number[] = [];
  const known = new Int32Array(nx * ny * nz).fill(-1);
  const strides = [1, nx, nx * ny] as const;
  for (let z = 0; z + 1 < nz; ++z) {
    for (let y = 0; y + 1 < ny; ++y) {
      for (let x = 0; x + 1 < nx; ++x) {
        const at = crossing(grid, x, y, z);
        if (!at) continue;
        const here = x + nx * (y + ny * z);
        known[here] = points.length;
        points.push(at);
        const first = grid.values[here]! < 0;
        for (let axis = 0; axis < 3; ++axis) {
          if (grid.values[here + strides[axis]!]! < 0 === first) continue;
          const u = strides[(axis + 1) % 3]!;
          const w = strides[(axis + 2) % 3]!;
          const [a, b, c, d] = [here, here - u, here - u - w, here - w].map((i) => known[i] ?? -1);
          if (a! < 0 || b! < 0 || c! < 0 || d! < 0) continue;
          if (first) index.push(a!, b!, c!, a!, c!, d!);
          else index.push(a!, c!, b!, a!, d!, c!);
        }
      }
    }
  }
  return { points, index };
}

/** The skin with its normals, and the segments that each of its points follows. */
export function skinOf(parts: readonly FieldPart[], cell = 0.011): SkinMesh {
  const { points, index } = netted(sampled(parts, cell));
  const count = points.length;
  const mesh: SkinMesh = {
    at: new Float32Array(3 * count),
    out: new Float32Array(3 * count),
    index: Uint32Array.from(index),
    segments: new Uint16Array(4 * count),
    weights: new Float32Array(4 * count),
  };
  points.forEach((point, i) => {
    const near = partsNear(parts, point, 0.05);
    const out = outwardAt(near, ...point);
    const d = fieldAt(near, ...point);
    const on: Vec3 = [point[0] - d * out[0], point[1] - d * out[1], point[2] - d * out[2]];
    mesh.at.set(on, 3 * i);
    mesh.out.set(out, 3 * i);
    const { segments, weights } = followedBy(near, on);
    mesh.segments.set(segments, 4 * i);
    mesh.weights.set(weights, 4 * i);
  });
  return mesh;
}
