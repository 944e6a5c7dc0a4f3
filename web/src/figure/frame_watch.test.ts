import { expect, test } from "vitest";
import { FrameWatch } from "./frame_watch";

const feed = (watch: FrameWatch, gaps: readonly number[]) =>
  gaps.map((gap) => watch.isSlow(gap)).some(Boolean);

test("a device that keeps up is never slow, not even when a few frames are late", () => {
  const watch = new FrameWatch();
  for (let second = 0; second < 20; second += 1)
    expect(feed(watch, [16, 17, 400, 16, 33, 250, 16, 16, 90, 17, 16, 33])).toBe(false);
});

test("a device that draws eight frames a second is slow after twelve, and is judged anew", () => {
  const watch = new FrameWatch();
  const slow = Array.from({ length: 11 }, () => 125);
  expect(feed(watch, slow)).toBe(false);
  expect(watch.isSlow(125)).toBe(true);
  expect(feed(watch, slow.slice(0, 4))).toBe(false);
  expect(feed(watch, Array.from({ length: 24 }, () => 16))).toBe(false);
});
