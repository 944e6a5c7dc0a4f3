import { describe, expect, test } from "vitest";
import type { AfterSetTable, LogEvent, PackedLine } from "../contract";
import { hurtAnswer, nextLoad, outcomeOf, settled } from "./lookup";

const rows = (most: number, at: (hurts: number, reps: number, reserve: number) => number) =>
  [0, 1].flatMap((hurts) =>
    Array.from({ length: most + 1 }, (_, reps) =>
      Array.from({ length: 7 }, (_, reserve) => at(hurts, reps, reserve)),
    ).flat(),
  );

const table: AfterSetTable = {
  earlier: [],
  load_kg: 5,
  most_reps: 14,
  outcomes: [
    { load_kg: 5, load_text: "5 kg", why: "" },
    { load_kg: 8, load_text: "8 kg", why: "that was easy" },
    { load_kg: 3, load_text: "3 kg", why: "it hurt" },
  ],
  rows: rows(14, (hurts, reps, reserve) =>
    hurts ? 2 : reps >= 12 && reserve >= 4 && reserve < 6 ? 1 : 0,
  ),
};
const packed = {
  line: { id: "row", load_kg: 5, load_text: "5 kg", done: [] },
  after: [table],
} as unknown as PackedLine;

describe("what comes after a set", () => {
  test("is looked up by repetitions, reserve and pain", () => {
    expect(outcomeOf(table, { reps: 12, reserve: 5 }, false)?.load_kg).toBe(8);
    expect(outcomeOf(table, { reps: 12, reserve: 9 }, false)?.load_kg).toBe(8);
    expect(outcomeOf(table, { reps: 99, reserve: 5 }, false)?.load_kg).toBe(8);
    expect(outcomeOf(table, { reps: 12 }, false)?.load_kg).toBe(5);
    expect(outcomeOf(table, { reps: 12, reserve: 5 }, true)?.why).toBe("it hurt");
  });
  test("stays as it was where no table fits", () => {
    expect(nextLoad(packed, [], 3).load_kg).toBe(5);
    expect(nextLoad(packed, [{ reps: 12, reserve: 5, load_kg: 5 }], 3).load_kg).toBe(8);
    expect(nextLoad(packed, [{ reps: 12, reserve: 5, load_kg: 6 }], 3)).toEqual({
      load_kg: 6,
      load_text: "",
      why: "",
    });
    expect(nextLoad(packed, [{ reps: 3, load_kg: 5, pain: 4 }], 3).load_kg).toBe(3);
    expect(nextLoad(packed, [{ reps: 3, load_kg: 5, pain: 3 }], 3).load_kg).toBe(5);
  });
});

test("an answer to pain is found by all that was said", () => {
  const why = { about: "", text: "", rule: "", source: "", grade: "" };
  const answers = [
    { action: "go_on" as const, why, triage: [] },
    { action: "be_seen" as const, why, triage: ["now"] },
  ];
  const found = Array.from({ length: 11 * 5 * 4 }, (_, row) => (row % 2 === 1 ? 1 : 0));
  const said = { pain: 4, site: "foot" as const, is_sharp: false };
  expect(hurtAnswer({ answers, rows: found }, { ...said, is_numb_or_weak: true })?.action).toBe(
    "be_seen",
  );
  expect(hurtAnswer({ answers, rows: found }, { ...said, is_numb_or_weak: false })?.action).toBe(
    "go_on",
  );
});

test("what is taken back does not count, and may come back", () => {
  const event = (id: string, kind: string, of?: string): LogEvent => ({
    id,
    at_ms: 0,
    offset_min: 0,
    kind,
    ...(of ? { event: of } : {}),
  });
  const events = [event("a", "set_done"), event("b", "set_done"), event("c", "retracted", "a")];
  expect(settled(events).map((one) => one.id)).toEqual(["b"]);
  expect(settled([...events, event("d", "retracted", "c")]).map((one) => one.id)).toEqual([
    "a",
    "b",
  ]);
});
