import { expect, test } from "vitest";
import { byReason, lineOf } from "./plan_document";

test("what was left out stands under its reason, the rare reasons first", () => {
  const out = [
    { id: "a", because: "no barbell" },
    { id: "b", because: "asks too much" },
    { id: "c", because: "no barbell" },
  ];
  expect(byReason(out)).toEqual([
    ["asks too much", ["b"]],
    ["no barbell", ["a", "c"]],
  ]);
});

test("a line of the plan is a line of a session", () => {
  const line = lineOf({ id: "plank", hold_range_s: [10, 30], load_kg: null } as never);
  expect(line).toMatchObject({ id: "plank", hold_s: [10, 30] });
  expect(line.load_kg).toBeUndefined();
});
