import { beforeEach, describe, expect, test } from "vitest";
import type { LogEvent, Pack, PackedLine, SessionPack } from "../contract";
import { makeEvent } from "../log/events";
import type { KeptEvent } from "../store";
import { painFor, undoable } from "./deeds";
import { hurtEvents } from "./hurt_events";
import { lighterFor, nextLine, viewOf } from "./view";

const kNow = Date.UTC(2026, 10, 30, 12, 0);
const why = (text: string) => ({ about: "", text, rule: "", source: "", grade: "" });

const line = (id: string, isSkipped = false) =>
  ({
    line: { id, name: id, sets: 2, load_kg: 5, done: [], is_skipped: isSkipped },
    after: [],
  }) as unknown as PackedLine;

const session = (kind: string, lines: PackedLine[]) =>
  ({
    today: { kind, duration_min: 20, is_under_way: false, triage: [] },
    hurts_above: 2,
    flags: [
      { question: "fever", text: "", kind: "stop", triage: ["Go."] },
      { question: "six_weeks", text: "", kind: "session", triage: ["See somebody."] },
    ],
    lines,
    stand_ins: lines.map(() => [line("stand-in")]),
  }) as unknown as SessionPack;

let pack: Pack;
let at: number;

beforeEach(() => {
  at = kNow - 600_000;
  const answers = [
    { action: "go_on" as const, why: why(""), triage: [] },
    { action: "lighter" as const, why: why("half the load"), triage: [] },
    { action: "stop_today" as const, why: why("numb"), triage: [] },
    { action: "be_seen" as const, why: why("seen"), triage: ["Call."] },
  ];
  // by pain alone: 0 to 2 go on, 3 lighter, 4 stop for today, 5 and more be seen
  const rows = Array.from({ length: 11 * 20 }, (_, row) =>
    Math.min(3, Math.max(0, Math.floor(row / 20) - 2)),
  );
  pack = {
    cursor: 10,
    days: [
      {
        date: "2026-11-30",
        sessions: [session("session", [line("row"), line("raise")]), session("be_seen_first", [])],
        by_pain: [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1],
        hurts: { answers, rows },
      },
    ],
    flare: session("flare", []),
  } as unknown as Pack;
});

const event = (kind: string, keys: Record<string, unknown>): LogEvent => ({
  ...makeEvent(kind, keys, (at += 1000)),
  offset_min: 0,
});
const set = (exercise: string, pain = 0) => event("set_done", { exercise, reps: 8, pain });
const see = (events: readonly LogEvent[], cursor?: number) =>
  viewOf(
    pack,
    events.map((one): KeptEvent => (cursor === undefined ? { event: one } : { event: one, cursor })),
    kNow,
  )!;
const hurt = (exercise: string, pain: number, action: string) =>
  hurtEvents(
    exercise,
    { pain, is_sharp: false, is_numb_or_weak: false },
    { action, why: why(""), triage: [] } as never,
    (at += 1000),
  ).map((one) => ({ ...one, offset_min: 0 }));

describe("the session as this device knows it", () => {
  test("goes on where it was, and counts what the pack knows once", () => {
    const sets = [set("row"), set("row"), set("raise")];
    expect(nextLine(see(sets))?.line.id).toBe("raise");
    expect(nextLine(see(sets))?.left).toBe(1);
    expect(nextLine(see(sets, 10))?.line.id).toBe("row"); // the pack has them, and says so itself
    expect(nextLine(see(sets, 11))?.line.id).toBe("raise");
  });
  test("counts a set once that the pack has before this device heard so", () => {
    const done = set("row");
    pack.days[0]!.sessions[0]!.lines[0]!.line.done = [
      { event: done.id, time: new Date(done.at_ms).toISOString(), reps: 8 },
    ];
    expect(see([done]).lines[0]!.done.length).toBe(1);
  });
  test("is of today only, and of another day nothing is known", () => {
    expect(viewOf(pack, [], kNow + 86_400_000)).toBeUndefined();
    const yesterday = { ...set("row"), at_ms: kNow - 86_400_000 };
    expect(nextLine(see([yesterday]))?.left).toBe(2);
  });
  test("is picked by the pain before it", () => {
    expect(see([event("pain_reported", { when: "before_session", pain: 3 })]).kind).toBe("session");
    const much = event("pain_reported", { when: "before_session", pain: 7 });
    expect(see([much]).kind).toBe("be_seen_first");
  });
  test("is a flare as soon as somebody says so", () => {
    expect(see([event("pain_reported", { when: "now", pain: 6, says_flare: true })]).kind).toBe(
      "flare",
    );
  });
});

describe("what closes the session before the server knows", () => {
  test("a yes to what must be seen", () => {
    const yes = event("answered", { question: "fever", answer: true });
    expect(see([yes]).kind).toBe("stop");
    expect(see([yes]).closing?.triage).toEqual(["Go."]);
    expect(see([yes], 10).closing).toBeUndefined(); // the pack knows: it decides
    expect(see([event("answered", { question: "fever", answer: false })]).closing).toBeUndefined();
    expect(see([event("answered", { question: "six_weeks", answer: true })]).kind).toBe("session");
  });
  test("what hurts, the gravest first", () => {
    const numb = hurt("row", 4, "stop_today");
    expect(see(numb).kind).toBe("done");
    expect(see(numb).closing?.why).toBe("numb");
    expect(see(numb).endedFor).toBe("pain");
    expect(see([...hurt("row", 6, "be_seen"), ...numb]).kind).toBe("be_seen_first");
  });
  test("not what was taken back", () => {
    const numb = hurt("row", 4, "stop_today");
    const back = numb.map((one) => event("retracted", { event: one.id }));
    expect(see([...numb, ...back]).closing).toBeUndefined();
    expect(see([...numb, ...back]).hasEnded).toBe(false);
  });
});

describe("pain in a set", () => {
  test("is taken to be what was last said of it", () => {
    const { deeds } = see([set("row", 1), ...hurt("row", 3, "lighter")]);
    expect(painFor(deeds, "row")).toBe(3);
    expect(painFor(deeds, "raise")).toBe(1); // nobody said that the raise hurts
    expect(painFor(see([]).deeds, "row")).toBeUndefined();
  });
  test("makes it lighter until the next set", () => {
    const before = set("row");
    const said = hurt("row", 3, "lighter");
    expect(lighterFor(see([before, ...said]), "row")).toBe("half the load");
    expect(lighterFor(see([...said, set("row")]), "row")).toBeUndefined();
    expect(lighterFor(see(said), "raise")).toBeUndefined();
  });
});

describe("go on, but lighter", () => {
  const half = { load_kg: 2.5, load_text: "2.5 kg in one hand", why: "that set hurt" };
  const same = { load_kg: 5, load_text: "5 kg in one hand", why: "" };
  const table = (earlier: number, hurting: object) => ({
    earlier: Array.from({ length: earlier }, () => ({ reps: 8, load_kg: 5 })),
    load_kg: 5,
    most_reps: 0,
    outcomes: [same, hurting],
    rows: [...Array.from({ length: 7 }, () => 0), ...Array.from({ length: 7 }, () => 1)],
  });
  const nextOf = (events: readonly LogEvent[]) => nextLine(see(events))?.next;
  const withTables = (hurting: object) =>
    (pack.days[0]!.sessions[0]!.lines[0]!.after = [
      table(0, hurting),
      table(1, hurting),
    ] as unknown as PackedLine["after"]);

  test("names the load, before the first set and between sets", () => {
    withTables(half);
    const lighter = { load_kg: 2.5, load_text: "2.5 kg in one hand", why: "" };
    expect(nextOf([])?.load_kg).toBe(5);
    expect(nextOf(hurt("row", 3, "lighter"))).toEqual(lighter);
    expect(nextOf([{ ...set("row"), load_kg: 5 }, ...hurt("row", 3, "lighter")])).toEqual(lighter);
    expect(nextOf(hurt("row", 1, "go_on"))?.load_kg).toBe(5);
  });
  test("leaves the load where nothing is lighter", () => {
    withTables(same);
    expect(nextOf(hurt("row", 3, "lighter"))?.load_kg).toBe(5);
  });
});

describe("undo", () => {
  test("takes back the last set, or what was left out", () => {
    const skip = event("set_skipped", { exercise: "raise", why: "no_time" });
    const done = set("row");
    expect(undoable(see([done]).deeds)?.id).toBe(done.id);
    const skipLater = { ...skip, at_ms: done.at_ms + 5 };
    expect(undoable(see([done, skipLater]).deeds)?.id).toBe(skip.id);
    expect(undoable(see([]).deeds)).toBeUndefined();
  });
  test("does not bring back what pain stopped", () => {
    const done = set("raise");
    expect(undoable(see([done, ...hurt("row", 3, "stop_exercise")]).deeds)?.id).toBe(done.id);
  });
  test("reopens what the pack calls left out", () => {
    pack.days[0]!.sessions[0]!.lines[0] = line("row", true);
    const skip = event("set_skipped", { exercise: "row", why: "no_time" });
    expect(nextLine(see([skip]))?.line.id).toBe("raise");
    const back = event("retracted", { event: skip.id });
    expect(nextLine(see([skip, back]))?.line.id).toBe("row");
  });
  test("a swap shows the stand-in", () => {
    const swap = event("set_skipped", { exercise: "row", why: "other", instead: "stand-in" });
    expect(nextLine(see([swap]))?.line.id).toBe("stand-in");
  });
});
