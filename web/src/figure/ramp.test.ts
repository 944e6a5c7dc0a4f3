import { expect, test } from "vitest";
import { busySide, lookFor, wayOf } from "./camera";
import { colorAt, parseHex, rampShare, toHex, workRamp } from "./ramp";
import { sampleMotion } from "./sample";

test("the ramp passes through its colors", () => {
  workRamp.forEach((color, i) => expect(toHex(colorAt(i / 5))).toBe(color));
});

test("the ramp grows darker all the way", () => {
  const light = (share: number): number => {
    const [r, g, b] = colorAt(share);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  for (let i = 1; i <= 50; ++i) expect(light(i / 50)).toBeLessThan(light((i - 1) / 50));
});

test("what lies outside of 0 to 1, or is no number, is kept at an end", () => {
  expect(colorAt(-1)).toEqual(colorAt(0));
  expect(colorAt(7)).toEqual(colorAt(1));
  expect(colorAt(Number.NaN)).toEqual(colorAt(0));
});

test("light work is told from rest", () => {
  expect(rampShare(0)).toBe(0);
  expect(rampShare(0.25)).toBe(0.5);
  expect(rampShare(1)).toBe(1);
});

test("a color is read and written", () => {
  expect(parseHex("#bf4b3d")).toEqual([191, 75, 61]);
  expect(toHex([191, 75, 61])).toBe("#bf4b3d");
});

test("the views look from where they say", () => {
  const motion = sampleMotion([0, 1, 0]);
  motion.segments = ["thorax", "hand_r"];
  expect(busySide(motion)).toBe(1);
  expect(wayOf(lookFor(motion, "back"))[0]).toBeLessThan(-0.9);
  expect(wayOf(lookFor(motion, "front"))[0]).toBeGreaterThan(0.9);
  expect(wayOf(lookFor(motion, "side"))[2]).toBeGreaterThan(0.9);
});
