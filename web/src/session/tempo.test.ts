import { expect, test } from "vitest";
import { beatAt, heightsOf, PaceClock, phasesOf, secondsOf, tempoOf } from "./tempo";

test("a tempo reads as the pack writes it", () => {
  expect(tempoOf("2-0-1-1")).toEqual({ lower: 2, bottom: 0, lift: 1, top: 1 });
  expect(secondsOf(tempoOf("3-0-2-1")!)).toBe(6);
  for (const none of [undefined, "", "2-0-1", "a-0-1-1", "0-0-0-0", "-1-0-1-1"])
    expect(tempoOf(none)).toBeUndefined();
});

test("phases without time are left out, and any of the two moves may be the first", () => {
  const tempo = tempoOf("2-0-1-1")!;
  expect(phasesOf(tempo).map((phase) => phase.kind)).toEqual(["lower", "lift", "top"]);
  expect(phasesOf(tempo, "lift").map((phase) => phase.kind)).toEqual(["lift", "top", "lower"]);
});

test("the beat counts the seconds of each phase and goes round", () => {
  const phases = phasesOf(tempoOf("2-0-1-1")!, "lift");
  expect(beatAt(phases, 0)).toEqual({ kind: "lift", second: 1, height: 0 });
  expect(beatAt(phases, 0.5)?.height).toBeCloseTo(0.5);
  expect(beatAt(phases, 1.2)).toEqual({ kind: "top", second: 1, height: 1 });
  expect(beatAt(phases, 2)).toEqual({ kind: "lower", second: 1, height: 1 });
  expect(beatAt(phases, 3.9)).toMatchObject({ kind: "lower", second: 2 });
  expect(beatAt(phases, 4)).toEqual(beatAt(phases, 0));
  expect(beatAt(phases, -0.5)?.kind).toBe("lower");
  expect(beatAt([], 1)).toBeUndefined();
});

test("the heights of a repetition are those of its beats", () => {
  const phases = phasesOf(tempoOf("2-0-1-1")!, "lift");
  expect(heightsOf(phases)).toEqual([
    { share: 0, height: 0 },
    { share: 0.25, height: 1 },
    { share: 0.25, height: 1 },
    { share: 0.5, height: 1 },
    { share: 0.5, height: 1 },
    { share: 1, height: 0 },
  ]);
});

test("one phase alone goes round, too", () => {
  expect(beatAt(phasesOf(tempoOf("5-0-0-0")!), 6)).toMatchObject({ kind: "lower", second: 2 });
});

test("a clock stands while it is stopped", () => {
  const clock = new PaceClock();
  expect(clock.seconds(500)).toBe(0);
  clock.run(true, 1000);
  clock.run(true, 2000);
  expect(clock.seconds(3000)).toBe(2);
  clock.run(false, 3000);
  expect(clock.seconds(9000)).toBe(2);
  clock.run(true, 10_000);
  expect(clock.seconds(11_000)).toBe(3);
});
