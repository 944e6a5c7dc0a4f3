import { describe, expect, test } from "vitest";
import { bodyParts, fieldAt, followedBy, ontoSkin } from "./field";
import { type HullBall, directions, hullDistance, makeHull, sampleHull } from "./hull";
import { sampleMotion } from "./sample";
import { skinOf } from "./skin";
import { stance } from "./stance";
import { evenSteps, neighborsOf, strandsOf } from "./strands";

const ball = (x: number, y: number, z: number, r: number): HullBall => ({ x, y, z, r });
const box = [-1, 1].flatMap((x) => [-1, 1].flatMap((y) => [-1, 1].map((z) => ball(x, y, z, 0.1))));
const from = (balls: HullBall[], x: number, y: number, z: number): number =>
  hullDistance(makeHull(balls), x, y, z, new Float64Array(16));

describe("the way to a hull", () => {
  test("of one ball", () => {
    expect(from([ball(1, 0, 0, 0.5)], 3, 0, 0)).toBeCloseTo(1.5, 9);
  });

  test("of two like balls", () => {
    const rod = [ball(0, 0, 0, 0.2), ball(2, 0, 0, 0.2)];
    expect(from(rod, 1, 1, 0)).toBeCloseTo(0.8, 9);
    expect(from(rod, 3, 0, 0)).toBeCloseTo(0.8, 9);
    expect(from(rod, 1, 0, 0)).toBeCloseTo(-0.2, 9);
  });

  test("of two unlike balls lies on their common tangent", () => {
    const cone = [ball(0, 0, 0, 0.5), ball(2, 0, 0, 0.1)];
    // The tangent's normal (sin a, cos a) with sin a = (0.5 - 0.1) / 2.
    const [sin, cos] = [0.2, Math.sqrt(1 - 0.04)];
    const [x, y] = [1 + 0.3 * sin, 0.3 * cos];
    expect(from(cone, x + 0.4 * sin, y + 0.4 * cos, 0)).toBeCloseTo(0.4, 6);
  });

  test("of eight balls in a box is right at a face, an edge and a corner", () => {
    expect(from(box, 2, 0.3, 0.2)).toBeCloseTo(0.9, 3);
    expect(from(box, 2, 2, 0.2)).toBeCloseTo(Math.SQRT2 - 0.1, 3);
    expect(from(box, 2, 2, 2)).toBeCloseTo(Math.sqrt(3) - 0.1, 3);
  });

  test("leaves shares that sum to one", () => {
    const shares = new Float64Array(16);
    hullDistance(makeHull(box), 2, 0.4, -0.3, shares);
    expect(shares.reduce((sum, v) => sum + v, 0)).toBeCloseTo(1, 9);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
  });
});

describe("samples of a hull", () => {
  const samples = sampleHull(box, directions(80));

  test("lie on it", () => {
    for (const sample of samples) {
      expect(Math.abs(from(box, ...sample.at))).toBeLessThan(2e-3);
    }
  });

  test("are of every corner", () => {
    expect(new Set(samples.map((sample) => sample.ball)).size).toBe(8);
  });

  test("leave out a ball inside", () => {
    const balls = [...box, ball(0, 0, 0, 0.5)];
    expect(sampleHull(balls, directions(80)).some((sample) => sample.ball === 8)).toBe(false);
  });
});

test("directions are spread evenly", () => {
  const ways = directions(100);
  const sum = [0, 1, 2].map((k) => ways.reduce((total, w) => total + w[k]!, 0));
  for (const v of sum) expect(Math.abs(v)).toBeLessThan(1);
  for (const w of ways) expect(Math.hypot(...w)).toBeCloseTo(1, 9);
});

describe("the body", () => {
  const motion = sampleMotion([0, 1, 0]);
  const pose = stance(motion);
  const parts = bodyParts(motion, pose, { r: false, l: false });

  test("has a skin that lies on it and points outward", () => {
    const skin = skinOf(parts, 0.02);
    expect(skin.index.length).toBeGreaterThan(600);
    for (let i = 0; i < skin.at.length; i += 3) {
      const [x, y, z] = [skin.at[i]!, skin.at[i + 1]!, skin.at[i + 2]!];
      expect(Math.abs(fieldAt(parts, x, y, z))).toBeLessThan(1e-3);
      const [u, v, w] = [skin.out[i]!, skin.out[i + 1]!, skin.out[i + 2]!];
      expect(fieldAt(parts, x + 0.02 * u, y + 0.02 * v, z + 0.02 * w)).toBeGreaterThan(0.015);
    }
  });

  test("has a skin whose faces look outward and leave no hole", () => {
    const { at, out, index } = skinOf(parts, 0.02);
    const edges = new Map<string, number>();
    const p = (i: number): number[] => [at[3 * i]!, at[3 * i + 1]!, at[3 * i + 2]!];
    for (let t = 0; t < index.length; t += 3) {
      const [a, b, c] = [index[t]!, index[t + 1]!, index[t + 2]!];
      const [u, v] = [p(b), p(c)].map((q) => q.map((x, k) => x - p(a)[k]!)) as [number[], number[]];
      const normal = [0, 1, 2].map(
        (k) => u[(k + 1) % 3]! * v[(k + 2) % 3]! - u[(k + 2) % 3]! * v[(k + 1) % 3]!,
      );
      const dot = normal.reduce((sum, x, k) => sum + x * out[3 * a + k]!, 0);
      expect(dot).toBeGreaterThan(-1e-9);
      for (const [i, j] of [[a, b], [b, c], [c, a]] as const) {
        edges.set(`${i} ${j}`, (edges.get(`${i} ${j}`) ?? 0) + 1);
      }
    }
    for (const key of edges.keys()) {
      const [i, j] = key.split(" ");
      expect(edges.has(`${j} ${i}`)).toBe(true);
    }
  });

  test("moves with its segments by weights of sum one", () => {
    const { weights } = followedBy(parts, [0.1, 0.1, 0]);
    expect(weights.reduce((sum, v) => sum + v, 0)).toBeCloseTo(1, 9);
  });

  test("draws a point to a height over its skin", () => {
    const { at, out } = ontoSkin(parts, [-0.06, 0.2, 0.01], 0.005);
    expect(fieldAt(parts, ...at)).toBeCloseTo(0.005, 3);
    expect(out[0]).toBeLessThan(-0.9);
  });

  test("has its muscle's band over the skin", () => {
    const bands = strandsOf(motion, pose, parts);
    expect(bands.index.length).toBeGreaterThan(0);
    for (let i = 0; i < bands.at.length; i += 3) {
      const d = fieldAt(parts, bands.at[i]!, bands.at[i + 1]!, bands.at[i + 2]!);
      expect(d).toBeGreaterThan(0);
      expect(d).toBeLessThan(0.02);
    }
  });
});

test("a line is cut into even steps", () => {
  const line = evenSteps([[0, 0, 0], [1, 0, 0], [1, 1, 0]], 0.25);
  expect(line).toHaveLength(9);
  for (let i = 1; i < line.length; ++i) {
    const [a, b] = [line[i - 1]!, line[i]!];
    expect(Math.hypot(...a.map((v, k) => v - b[k]!))).toBeCloseTo(0.25, 9);
  }
});

test("lines are joined to those beside them", () => {
  const at = (x: number): [number, number, number][] => [[x, 0, 0], [x, 1, 0], [x, 2, 0]];
  expect(neighborsOf([at(0), at(3), at(1)])).toEqual([[2], [2], [0, 1]]);
});
