import { beforeEach, expect, test, vi } from "vitest";
import type { Card, PlannedLine } from "../contract";
import { dropHalf, isStepped, keepHalf, keptHalf, sideOf } from "./sides";

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

const set = { day: "2026-11-30", exercise: "one-arm-row-bench", set: 2 };

test("a set is done left, then right, and a reload changes nothing", () => {
  expect(sideOf(set, keptHalf())).toBe("left");
  keepHalf(set);
  expect(sideOf(set, keptHalf())).toBe("right");
  dropHalf();
  expect(sideOf(set, keptHalf())).toBe("left");
});

test("half a set counts for that set only", () => {
  keepHalf(set);
  expect(sideOf({ ...set, set: 3 }, keptHalf())).toBe("left");
  expect(sideOf({ ...set, day: "2026-12-01" }, keptHalf())).toBe("left");
  expect(sideOf({ ...set, exercise: "clamshell" }, keptHalf())).toBe("left");
});

test("what is kept and does not read is as if nothing were", () => {
  kept.set("half-set", "{");
  expect(keptHalf()).toBeUndefined();
});

test("sides that take turns are not stepped", () => {
  const line = (sides: number) => ({ sides }) as PlannedLine;
  const card = (laterality: string) => ({ laterality }) as Card;
  expect(isStepped(line(1), card("bilateral"))).toBe(false);
  expect(isStepped(line(2), card("unilateral"))).toBe(true);
  expect(isStepped(line(2), card("alternating"))).toBe(false);
  expect(isStepped(line(2), undefined)).toBe(true);
});
