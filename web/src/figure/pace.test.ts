import { expect, test } from "vitest";
import { tempoOf } from "../session/tempo";
import { firstMove, placeInTime } from "./pace";
import { sampleMotion } from "./sample";

// A sample's instants are a second apart.
test("a row begins with the lift, a hinge with lowering", () => {
  const row = sampleMotion([0, 1, 1, 0.5, 0]);
  expect(firstMove(row, tempoOf("2-0-1-1")!)).toBe("lift");
  const hinge = sampleMotion([0, 0.33, 0.67, 1, 0]);
  expect(firstMove(hinge, tempoOf("3-0-1-0")!)).toBe("lower");
});

test("where both moves last as long, the way out is the lift", () => {
  expect(firstMove(sampleMotion([0, 0.5, 1, 0.5, 0]), tempoOf("2-0-2-0")!)).toBe("lift");
});

test("another pace, several repetitions or a way without return are not one repetition", () => {
  const row = sampleMotion([0, 1, 1, 0.5, 0]);
  expect(firstMove(row, tempoOf("3-0-3-0")!)).toBeUndefined();
  expect(firstMove(sampleMotion([0, 1, 0, 1, 0]), tempoOf("1-0-1-0")!)).toBeUndefined();
  expect(firstMove(sampleMotion([0, 0.5, 1, 1, 1]), tempoOf("2-0-1-1")!)).toBeUndefined();
  expect(firstMove(sampleMotion([0]), tempoOf("2-0-1-1")!)).toBeUndefined();
});

test("the place goes round with the seconds", () => {
  const row = sampleMotion([0, 1, 1, 0.5, 0]);
  expect(placeInTime(row, 4, 1)).toBe(1);
  expect(placeInTime(row, 4, 6.5)).toBe(2.5);
});
