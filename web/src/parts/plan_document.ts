import type { PlannedLine, Units } from "../contract";

/** A line as the plan's document has it. */
type DocumentLine = Omit<PlannedLine, "hold_s" | "load_kg"> & {
  hold_range_s?: [number, number];
  load_kg: number | null;
};
export interface PlanSession {
  date: string;
  day: string;
  start: string;
  focus: string;
  minutes: number;
  warm_up: string[];
  cool_down: string[];
  exercises: DocumentLine[];
}
export interface PlanWeek {
  week: number;
  sessions: PlanSession[];
}
export interface PlanDocument {
  person: { name: string; units: Units };
  weeks: PlanWeek[];
  weekly_sets: Record<string, number>;
  weekly_ranges: Record<string, { low: number; high: number; cap: number }>;
  left_out: { id: string; because: string }[];
  advice: string[];
  triage: { id: string; message: string }[];
  flare: { is_flare: boolean; because: string };
  conflicts: string[];
  small_list: DocumentLine[];
  small_list_how: string;
  accepted?: { changes: string[]; days: { weekday: number }[] };
}

/** The same line as a session has it. */
export function lineOf({ hold_range_s, load_kg, ...line }: DocumentLine): PlannedLine {
  return { ...line, hold_s: hold_range_s, load_kg: load_kg ?? undefined };
}

/** What was left out for the same reason, together: [reason, ids]. */
export function byReason(out: PlanDocument["left_out"]): [string, string[]][] {
  const reasons = new Map<string, string[]>();
  for (const { id, because } of out)
    reasons.set(because, [...(reasons.get(because) ?? []), id]);
  return [...reasons].sort(([, a], [, b]) => a.length - b.length);
}
