import { expect, test } from "vitest";
import type { PlannedLine } from "../contract";
import { amountFor, setOf } from "./set_amount";

const line = (keys: Partial<PlannedLine>) => keys as PlannedLine;

test("the numbers to tap lie around what is planned, and it is among them", () => {
  expect(amountFor(line({ reps: [8, 12] })).numbers).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
  expect(amountFor(line({ hold_s: [20, 30] })).numbers).toEqual([5, 10, 15, 20, 25, 30, 35, 40, 45]);
  expect(amountFor(line({ hold_s: [5, 5] })).numbers).toEqual([2, 3, 4, 5, 6, 7, 8]);
  expect(amountFor(line({ duration_min: [2, 3] })).numbers).toEqual([1, 2, 3, 4, 5, 6]);
  expect(amountFor(line({})).planned).toEqual([8, 12]);
});

test("a set goes into the log in the log's own units", () => {
  expect(setOf(line({ reps: [8, 12] }), 10)).toEqual({ reps: 10 });
  expect(setOf(line({ hold_s: [5, 5], holds: 6 }), 5)).toEqual({ duration_s: 5, reps: 6 });
  expect(setOf(line({ hold_s: [20, 30] }), 25)).toEqual({ duration_s: 25 });
  expect(setOf(line({ duration_min: [5, 20] }), 10)).toEqual({ duration_s: 600 });
  expect(setOf(line({ distance_m: [20, 40] }), 30)).toEqual({ distance_m: 30 });
});

test("what is asked suits what is counted", () => {
  expect(amountFor(line({ hold_s: [5, 5], holds: 6 })).asks).toBe("howLongEach");
  expect(amountFor(line({ distance_m: [20, 40] })).asks).toBe("howFar");
});
