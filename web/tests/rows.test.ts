import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { PackedLine, SentPack } from "../src/contract";
import { hurtAnswer, nextLoad, sessionOf, type SetSaid, type Site } from "../src/session/lookup";
import { unpacked } from "../src/session/unpack";
import { program, root } from "./app_under_test";

// Each row of every table of a pack: what the web looks up is what the program reads there.  That the
// program's rows are the log's own answers is tested beside the program (tests/property/pack_rows.cpp).

type Row = [
  hurts: boolean,
  reps: number,
  reserve: number | null,
  load: number | null,
  text: string,
  why: string,
];
type HurtRow = [
  pain: number,
  site: Site | null,
  sharp: boolean,
  numb: boolean,
  action: string,
  why: string,
  triage: string[],
];
interface Answers {
  pack: SentPack;
  days: {
    sessions: { lines: Row[][][]; stand_ins: Row[][][][] }[];
    hurts: HurtRow[];
    by_pain: number[];
  }[];
}

function answersFor(reader: string): Answers {
  const tool = process.env["PACK_ANSWERS"] ?? join(dirname(program), "tests/pack_answers");
  const file = join(root, "examples", `${reader}.toml`);
  const words = [file, "2026-11-30T18:30:00+00:00"];
  return JSON.parse(execFileSync(tool, words, { maxBuffer: 2 ** 28 }).toString()) as Answers;
}

/** How many rows of the line's tables were compared; the first that differs ends the test. */
function compareLine(packed: PackedLine, tables: Row[][], hurtsAbove: number): number {
  let rows = 0;
  expect(packed.after.length).toBe(tables.length);
  packed.after.forEach((table, t) => {
    for (const [hurts, reps, reserve, load, text, why] of tables[t]!) {
      const last: SetSaid = {
        reps,
        ...(table.load_kg === undefined ? {} : { load_kg: table.load_kg }),
        ...(reserve === null ? {} : { reserve }),
        ...(hurts ? { pain: hurtsAbove + 1 } : {}),
      };
      const found = nextLoad(packed, [...(table.earlier as SetSaid[]), last], hurtsAbove);
      const isRight =
        Math.abs((found.load_kg ?? -1) - (load ?? -1)) < 0.005 &&
        found.load_text === text &&
        found.why === why;
      if (!isRight) expect({ id: packed.line.id, t, last, found }).toEqual({ load, text, why });
      rows += 1;
    }
  });
  return rows;
}

// How many rows there are at least: who lifts no loads that could change has none.
describe.each([
  ["novice", 1000],
  ["experienced", 1000],
  ["weak-back", 500],
  ["chair-only", 0],
  ["small-steps", 0],
])("%s", (reader, fewest) => {
  const answers = answersFor(reader);
  const { days } = answers;
  const pack = unpacked(answers.pack);

  test("after every set of every line, whatever it came to", () => {
    let rows = 0;
    days.forEach((day, d) =>
      day.sessions.forEach(({ lines, stand_ins }, s) => {
        const session = pack.days[d]!.sessions[s]!;
        session.lines.forEach((line, i) => {
          rows += compareLine(line, lines[i]!, session.hurts_above);
        });
        session.stand_ins.forEach((others, i) =>
          others.forEach((other, o) => {
            rows += compareLine(other, stand_ins[i]![o]!, session.hurts_above);
          }),
        );
      }),
    );
    expect(rows).toBeGreaterThanOrEqual(fewest);
  });

  test("every answer to what hurts, and every session that pain picks", () => {
    days.forEach((day, d) => {
      const packed = pack.days[d]!;
      for (const [pain, site, is_sharp, is_numb_or_weak, action, why, triage] of day.hurts) {
        const said = { pain, is_sharp, is_numb_or_weak, ...(site ? { site } : {}) };
        const found = hurtAnswer(packed.hurts, said);
        expect([found?.action, found?.why.text, found?.triage]).toEqual([action, why, triage]);
      }
      day.by_pain.forEach((session, pain) => {
        if (packed.asks_pain) expect(sessionOf(packed, pain)).toBe(packed.sessions[session]);
      });
    });
  });
});
