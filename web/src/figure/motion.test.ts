import { describe, expect, test } from "vitest";
import {
  closedHands,
  farthest,
  isClosed,
  momentAt,
  period,
  placeAt,
  timesTurn,
  turned,
  turnedBack,
} from "./motion";
import { sampleMotion } from "./sample";

describe("a moment between instants", () => {
  const motion = sampleMotion([0, 0.4, 1, 0.4, 0]);

  test("is exact on an instant", () => {
    for (const i of [0, 1, 2, 3, 4]) {
      const moment = momentAt(motion, i);
      const placed = motion.instants[i]!.segments[1]!;
      placed.at_m.forEach((v, k) => expect(moment.at[3 + k]).toBeCloseTo(v, 9));
      placed.turn.forEach((v, k) => expect(moment.turn[4 + k]).toBeCloseTo(v, 9));
      expect(moment.activation?.[0]).toBeCloseTo(motion.instants[i]!.activation![0]!, 9);
      expect(moment.held[0]?.[0]).toBeCloseTo(motion.instants[i]!.held[0]!.balls[0]!.at_m[0], 9);
    }
  });

  test("keeps its turns of length one", () => {
    for (let place = 0; place <= 4; place += 0.13) {
      const { turn } = momentAt(motion, place);
      expect(Math.hypot(turn[4]!, turn[5]!, turn[6]!, turn[7]!)).toBeCloseTo(1, 9);
    }
  });

  test("goes the short way when a turn's sign changes", () => {
    const flipped = sampleMotion([0, 0.4, 1]);
    const placed = flipped.instants[1]!.segments[1]!;
    placed.turn = [-placed.turn[0], -placed.turn[1], -placed.turn[2], -placed.turn[3]];
    const { turn } = momentAt(flipped, 0.5);
    expect(Math.abs(2 * Math.atan2(turn[7]!, turn[4]!))).toBeLessThan(0.4);
  });

  test("is smooth where instants meet", () => {
    const at = (place: number): number => momentAt(motion, place).at[3]!;
    const before = (at(1) - at(1 - 1e-4)) / 1e-4;
    const after = (at(1 + 1e-4) - at(1)) / 1e-4;
    expect(before).toBeCloseTo(after, 2);
  });

  test("has no activation where the model gives none", () => {
    const silent = sampleMotion([0, 1]);
    for (const instant of silent.instants) instant.activation = null;
    expect(momentAt(silent, 0.5).activation).toBeNull();
  });

  test("stays on the first and last", () => {
    expect(momentAt(motion, -3).at[3]).toBeCloseTo(momentAt(motion, 0).at[3]!, 9);
    expect(momentAt(motion, 99).at[3]).toBeCloseTo(momentAt(motion, 4).at[3]!, 9);
  });
});

describe("the round", () => {
  test("takes three to six seconds", () => {
    expect(period(sampleMotion([0, 1, 0]))).toBe(3);
    const slow = sampleMotion([0, 1, 0]);
    slow.instants.forEach((instant, i) => (instant.time_s = 30 * i));
    expect(period(slow)).toBe(6);
  });

  test("begins anew where it closes", () => {
    const motion = sampleMotion([0, 1, 0]);
    expect(isClosed(motion)).toBe(true);
    expect(placeAt(motion, 0)).toBe(0);
    expect(placeAt(motion, 1.5)).toBeCloseTo(1, 9);
    expect(placeAt(motion, 3)).toBeCloseTo(0, 9);
  });

  test("goes back where it does not", () => {
    const motion = sampleMotion([0, 0.5, 1]);
    expect(isClosed(motion)).toBe(false);
    expect(placeAt(motion, 1.5)).toBeCloseTo(2, 9);
    expect(placeAt(motion, 0.5)).toBeCloseTo(placeAt(motion, 2.5), 9);
  });

  test("a posture stays", () => {
    expect(placeAt(sampleMotion([0.3]), 7)).toBe(0);
    expect(momentAt(sampleMotion([0.3]), 0).at).toHaveLength(6);
  });

  test("its end is the farthest posture", () => {
    expect(farthest(sampleMotion([0, 0.4, 1, 0.4, 0]))).toBe(2);
  });
});

test("a turn and its opposite leave a vector as it was", () => {
  const q = [Math.cos(0.3), 0, Math.sin(0.3), 0] as const;
  const v = turned(timesTurn(q, turnedBack(q)), [1, 2, 3]);
  [1, 2, 3].forEach((x, k) => expect(v[k]).toBeCloseTo(x, 9));
  expect(turned([Math.SQRT1_2, 0, 0, Math.SQRT1_2], [1, 0, 0])[1]).toBeCloseTo(1, 9);
});

test("a hand is closed around what goes through it", () => {
  const motion = sampleMotion([0]);
  expect(closedHands(motion)).toEqual({ r: false, l: false });
  const balls = motion.instants[0]!.held[0]!.balls;
  balls[0]!.at_m = [-0.1, 0.325, 0.185];
  balls[1]!.at_m = [0.1, 0.325, 0.185];
  expect(closedHands(motion)).toEqual({ r: true, l: false });
});
