import { beforeEach, expect, test, vi } from "vitest";
import { beginRest, clockText, endRest, runningRest, secondsLeft } from "./rest_clock";

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

test("a rest ends by the clock, through a reload and a locked screen", () => {
  beginRest(90, 1_000_000);
  expect(runningRest(1_030_000)).toEqual({ endsAt: 1_090_000, length: 90_000 });
  expect(secondsLeft({ endsAt: 1_090_000, length: 90_000 }, 1_030_001)).toBe(60);
  expect(runningRest(1_090_000)).toBeUndefined();
  expect(secondsLeft({ endsAt: 1_090_000, length: 90_000 }, 2_000_000)).toBe(0);
});

test("what is kept may be anything", () => {
  for (const text of ["", "x", "null", "{}", '{"endsAt":null}', "[]", "7"]) {
    localStorage.setItem("rest", text);
    expect(runningRest(0)).toBeUndefined();
  }
  beginRest(10, 0);
  endRest();
  expect(runningRest(0)).toBeUndefined();
});

test("seconds are shown as a clock", () => {
  expect(clockText(0)).toBe("0:00");
  expect(clockText(65)).toBe("1:05");
  expect(clockText(600)).toBe("10:00");
});
