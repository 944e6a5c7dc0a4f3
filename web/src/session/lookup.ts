import type {
  AfterSetTable,
  DayPack,
  HurtAnswer,
  LogEvent,
  Outcome,
  PackedLine,
  SessionPack,
} from "../contract";

// The app decides nothing: every answer here is looked up in what the server packed.

export const kMostReserve = 5; // "5 or more"
const kReserves = kMostReserve + 2; // 0 to 5, and not said
export const kSites = ["back", "buttock", "below-knee", "foot"] as const;
export type Site = (typeof kSites)[number];

export interface SetSaid {
  reps: number;
  amount?: number; // repetitions, seconds or meters: what was counted
  load_kg?: number;
  reserve?: number;
  pain?: number;
}

function loadChanges(sets: readonly { load_kg?: number }[]): number {
  return sets.filter((set, i) => i > 0 && set.load_kg !== sets[i - 1]?.load_kg).length;
}

function tableFor(tables: readonly AfterSetTable[], earlier: readonly SetSaid[], load?: number) {
  return tables.find(
    (table) =>
      table.earlier.length === earlier.length &&
      table.load_kg === load &&
      loadChanges(table.earlier) === loadChanges(earlier),
  );
}

/** What `table` says after a set. */
export function outcomeOf(table: AfterSetTable, set: SetSaid, hurts: boolean): Outcome | undefined {
  const reps = Math.min(Math.max(set.reps, 0), table.most_reps);
  const reserve = set.reserve === undefined ? kMostReserve + 1 : Math.min(set.reserve, kMostReserve);
  const row = ((hurts ? table.most_reps + 1 : 0) + reps) * kReserves + reserve;
  const outcome = table.rows[row];
  return outcome === undefined ? undefined : table.outcomes[outcome];
}

/** The load of the set that follows `sets` of a line, and what the last one changed. */
export function nextLoad(packed: PackedLine, sets: readonly SetSaid[], hurtsAbove: number): Outcome {
  const line = packed.line;
  const last = sets[sets.length - 1];
  if (!last) return { load_kg: line.load_kg, load_text: line.load_text ?? "", why: "" };
  const asBefore = { load_kg: last.load_kg, load_text: "", why: "" };
  const table = tableFor(packed.after, sets.slice(0, -1), last.load_kg);
  const found = table && outcomeOf(table, last, (last.pain ?? 0) > hurtsAbove);
  if (found) return found;
  // A load that the person chose otherwise: the tables do not know it, so it stays.
  return last.load_kg === line.load_kg
    ? { ...asBefore, load_text: line.load_text ?? "" }
    : asBefore;
}

/** What "go on, but lighter" makes of the next load: that after a set that hurts.  Nothing is lighter: none. */
export function lighterLoad(
  packed: PackedLine,
  sets: readonly SetSaid[],
  next: Outcome,
): Outcome | undefined {
  const table = tableFor(packed.after, sets, next.load_kg);
  // Pain outweighs what else is said of a set, so that any number of repetitions stands for all.
  const found = table && outcomeOf(table, { reps: table.most_reps }, true);
  return found?.load_kg === next.load_kg ? undefined : found;
}

export interface HurtSaid {
  pain: number;
  site?: Site;
  is_sharp: boolean;
  is_numb_or_weak: boolean;
}

/** The answer to "it hurts". */
export function hurtAnswer(table: DayPack["hurts"], said: HurtSaid): HurtAnswer | undefined {
  const site = said.site ? kSites.indexOf(said.site) + 1 : 0;
  const row =
    ((said.pain * (kSites.length + 1) + site) * 2 + (said.is_sharp ? 1 : 0)) * 2 +
    (said.is_numb_or_weak ? 1 : 0);
  const answer = table.rows[row];
  return answer === undefined ? undefined : table.answers[answer];
}

/** The session that the pain before it picks. */
export function sessionOf(day: DayPack, pain: number | undefined): SessionPack | undefined {
  const index = pain === undefined ? 0 : day.by_pain[pain];
  return index === undefined ? undefined : day.sessions[index];
}

/** The ids that `events` take back. */
export function takenBack(events: readonly LogEvent[]): Set<string> {
  const taken = new Set<string>();
  // A `retracted` may itself be taken back by a later one.
  for (const event of [...events].reverse()) {
    if (event.kind === "retracted" && !taken.has(event.id)) taken.add(String(event["event"]));
  }
  return taken;
}

/** Events that count: without those taken back, and without what took them back. */
export function settled(events: readonly LogEvent[]): LogEvent[] {
  const taken = takenBack(events);
  return events.filter((event) => event.kind !== "retracted" && !taken.has(event.id));
}
