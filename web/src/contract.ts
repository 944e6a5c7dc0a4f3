import type { components } from "./api_types";

/** What the server answers (docs/openapi.yaml; api_types.ts is made from it). */
type Schemas = components["schemas"];
export type Problem = Required<Pick<Schemas["Problem"], "title" | "status" | "problems">>;
export type Me = Schemas["Me"];
export type Account = Schemas["Account"];
export type Change = Schemas["Change"];
export type Profile = Schemas["Profile"];
export type Question = Schemas["Question"];
export type InterviewAnswer = Schemas["Interview"];
export type EventsAnswer = Schemas["EventsKept"];

export type Units = "metric" | "imperial";

export interface Reason {
  about: string;
  text: string;
  rule: string;
  source: string;
  grade: string;
}
export interface Triage {
  id: string;
  action: string;
  message: string;
  rule: string;
  source: string;
  grade: string;
}
export type Span = [number, number];

export interface DoneSet {
  event: string;
  time: string;
  reps?: number;
  duration_s?: number;
  load_kg?: number;
  reserve?: number;
  pain?: number;
}
export interface PlannedLine {
  id: string;
  name: string;
  sets: number;
  sides: number;
  reps?: Span;
  hold_s?: Span;
  holds?: number;
  distance_m?: Span;
  duration_min?: Span;
  load_kg?: number;
  load_text?: string;
  rest_s: number;
  reserve?: number;
  tempo?: string;
  works: Record<string, number>;
  why: Reason[];
}
export interface TodayLine extends PlannedLine {
  predicted_reps: { middle: number; low: number; high: number }[];
  done: DoneSet[];
  sets_left: number;
  is_skipped: boolean;
  in_place_of?: string;
}
export type DayKind =
  | "session"
  | "rest"
  | "done"
  | "flare"
  | "be_seen_first"
  | "stop"
  | "no_program";
export interface Today {
  now: string;
  kind: DayKind;
  week: number;
  at: string;
  is_under_way: boolean;
  focus: string;
  duration_min: number;
  warm_up: string[];
  cool_down: string[];
  lines: TodayLine[];
  left_out: { id: string; because: string }[];
  changes: Reason[];
  resting: { muscle: string; fatigue: number; ready_in_h: number }[];
  small_list: PlannedLine[];
  small_list_how: string;
  next_session?: string;
  questions: string[];
  asks_pain: boolean;
  asks_morning: boolean;
  flare_causes: string[];
  triage: Triage[];
  broken: string[];
}

/** What comes after a set: the next load, and what the set changed. */
export interface Outcome {
  load_kg?: number;
  load_text: string;
  why: string;
}
export interface AfterSetTable {
  earlier: { reps: number; load_kg?: number; reserve?: number }[];
  load_kg?: number;
  most_reps: number;
  outcomes: Outcome[];
  rows: number[];
}
export interface PackedLine {
  line: TodayLine;
  after: AfterSetTable[];
}
export interface SessionPack {
  today: Today;
  hurts_above: number;
  flags: { question: string; text: string; kind: DayKind; triage: string[] }[];
  lines: PackedLine[];
  stand_ins: PackedLine[][];
}
export type HurtAction = "go_on" | "lighter" | "stop_exercise" | "stop_today" | "be_seen";
export interface HurtAnswer {
  action: HurtAction;
  why: Reason;
  triage: string[];
}
export interface DayPack {
  date: string;
  asks_pain: boolean;
  asks_morning: boolean;
  sessions: SessionPack[];
  by_pain: number[];
  hurts: { answers: HurtAnswer[]; rows: number[] };
}
/** What an exercise does to the person's body; null: no figure is known. */
export interface Analyzed {
  id: string;
  name: string;
  load_kg: number;
  barred: string | null;
  no_answer: string | null;
  disc: {
    name: string;
    peak_N: number;
    likely_peak_N: [number, number] | null;
    relative_to_standing: number;
    share_of_guideline: number;
  } | null;
  hardest: string | null;
}
export interface Analysis {
  exercises: Analyzed[];
}

export interface Card {
  id: string;
  name: string;
  summary: string;
  pattern: string;
  level: number;
  positions: string[];
  equipment: string[][];
  sides: number;
  laterality?: string; // bilateral, unilateral or alternating, where the server says it
  tempo_s: [number, number, number, number];
  works: Record<string, number>;
  demands: Record<string, number>;
  easier: string[];
  harder: string[];
  cues: string[];
}
export interface Pack {
  made: string;
  cursor: number;
  person: { name: string; units: Units; country: string };
  days: DayPack[];
  flare: SessionPack;
  cards: Record<string, Card>;
}

/** A session as it is sent: a line that stands in many is sent once, in the pack's `lines`. */
export type SentSession = Omit<SessionPack, "lines" | "stand_ins"> & {
  lines: number[];
  stand_ins: number[][];
};
export interface SentPack extends Omit<Pack, "days" | "flare"> {
  lines: PackedLine[];
  days: (Omit<DayPack, "sessions"> & { sessions: SentSession[] })[];
  flare: SentSession;
}

/** An event of the log (docs/events.md), as the app writes it. */
export interface LogEvent {
  id: string;
  at_ms: number;
  offset_min: number;
  kind: string;
  [key: string]: unknown;
}
