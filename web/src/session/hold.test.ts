import { expect, test } from "vitest";
import type { PlannedLine } from "../contract";
import { holdAt, holdOf } from "./hold";

test("one hold: get ready, then its seconds down to none", () => {
  const plan = { seconds: 30, count: 1 };
  expect(holdAt(plan, 0)).toEqual({ stage: "ready", number: 1, left: 5, share: 1 });
  expect(holdAt(plan, 4.2)).toMatchObject({ stage: "ready", left: 1 });
  expect(holdAt(plan, 5)).toEqual({ stage: "hold", number: 1, left: 30, share: 1 });
  expect(holdAt(plan, 20)).toEqual({ stage: "hold", number: 1, left: 15, share: 0.5 });
  expect(holdAt(plan, 34.9).left).toBe(1);
  expect(holdAt(plan, 35)).toEqual({ stage: "over", number: 1, left: 0, share: 0 });
  expect(holdAt(plan, 999).stage).toBe("over");
});

test("several holds, with a breath between them", () => {
  const plan = { seconds: 8, count: 3 };
  expect(holdAt(plan, 5 + 8)).toMatchObject({ stage: "between", number: 2, left: 3 });
  expect(holdAt(plan, 5 + 11)).toMatchObject({ stage: "hold", number: 2, left: 8 });
  expect(holdAt(plan, 5 + 22 + 7.5)).toMatchObject({ stage: "hold", number: 3, left: 1 });
  expect(holdAt(plan, 5 + 22 + 8).stage).toBe("over");
});

test("a line's holds: the most seconds that are planned, on as many sides as take turns", () => {
  const line = (keys: object) => keys as PlannedLine;
  expect(holdOf(line({ hold_s: [20, 30] }), 1)).toEqual({ seconds: 30, count: 1 });
  expect(holdOf(line({ hold_s: [5, 5], holds: 6 }), 2)).toEqual({ seconds: 5, count: 12 });
  expect(holdOf(line({ reps: [8, 12] }), 1)).toBeUndefined();
});
