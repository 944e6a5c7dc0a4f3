import type {
  DayPack,
  LogEvent,
  Outcome,
  Pack,
  PackedLine,
  SessionPack,
  TodayLine,
} from "../contract";
import { dayOf } from "../log/events";
import { nextLoad, sessionOf, settled, takenBack, type SetSaid } from "./lookup";

/** A line of the session as it stands now, with what this device logged since the pack. */
export interface LineView {
  packed: PackedLine;
  line: TodayLine;
  done: SetSaid[];
  left: number;
  isSkipped: boolean;
  next: Outcome;
  standIns: PackedLine[];
}

/** The set that was done last, wherever it was logged. */
export interface LastSet {
  id: string;
  at: number; // [ms since 1970]
  pain: number | undefined;
}

export interface SessionView {
  day: DayPack;
  session: SessionPack;
  lines: LineView[];
  events: LogEvent[]; // of today, those that count
  saidPain: number | undefined; // before this session
  hasBegun: boolean;
  hasEnded: boolean;
  yesTo: string[]; // questions answered with yes
  last: LastSet | undefined;
}

const setsOf = (events: readonly LogEvent[], exercise: string): LogEvent[] =>
  events.filter((event) => event.kind === "set_done" && event["exercise"] === exercise);

const saidOf = (event: LogEvent): SetSaid => ({
  reps: Number(event["reps"] ?? 0),
  load_kg: event["load_kg"] as number | undefined,
  reserve: event["reserve"] as number | undefined,
  pain: event["pain"] as number | undefined,
});

function lineView(
  packed: PackedLine,
  standIns: PackedLine[],
  events: readonly LogEvent[],
  session: SessionPack,
  taken: Set<string>,
): LineView {
  const skip = events.find(
    (event) => event.kind === "set_skipped" && event["exercise"] === packed.line.id,
  );
  const instead = skip && standIns.find((other) => other.line.id === skip["instead"]);
  if (instead) return lineView(instead, [], events, session, taken);
  const fresh = setsOf(events, packed.line.id);
  const counting = packed.line.done.filter((set) => !taken.has(set.event));
  const before: SetSaid[] = counting.map((set) => ({
    reps: set.reps ?? 0,
    load_kg: set.load_kg,
    reserve: set.reserve,
    pain: set.pain,
  }));
  const done = [...before, ...fresh.map(saidOf)];
  const isSkipped = packed.line.is_skipped || skip !== undefined;
  return {
    packed,
    line: packed.line,
    done,
    left: isSkipped ? 0 : Math.max(0, packed.line.sets - done.length),
    isSkipped,
    next: nextLoad(packed, done, session.hurts_above),
    standIns,
  };
}

function lastSet(
  session: SessionPack,
  events: readonly LogEvent[],
  taken: Set<string>,
): LastSet | undefined {
  const packed = session.lines
    .flatMap(({ line }) => line.done)
    .filter((set) => !taken.has(set.event))
    .map((set) => ({ id: set.event, at: Date.parse(set.time), pain: set.pain }));
  const fresh = events
    .filter((event) => event.kind === "set_done")
    .map((event) => ({
      id: event.id,
      at: event.at_ms,
      pain: event["pain"] as number | undefined,
    }));
  return [...packed, ...fresh].sort((a, b) => a.at - b.at).pop();
}

/** Today as this device knows it: the pack, and the events that came after it. */
export function viewOf(pack: Pack, eventsSince: readonly LogEvent[], now = Date.now()) {
  const today = dayOf(now);
  const day = pack.days.find((one) => one.date === today);
  if (!day) return undefined;
  const events = settled(eventsSince).filter(
    (event) => dayOf(event.at_ms, event.offset_min) === today,
  );
  const pain = events.find(
    (event) =>
      event.kind === "pain_reported" &&
      (event["when"] === "before_session" || event["when"] === "next_morning"),
  );
  const saidPain = pain ? Number(pain["pain"]) : undefined;
  const isFlare = events.some((event) => event["says_flare"] === true);
  const session = isFlare ? pack.flare : sessionOf(day, saidPain);
  if (!session) return undefined;
  const answered = events.filter((event) => event.kind === "answered" && event["answer"] === true);
  const ended = events.some((event) => event.kind === "session_ended");
  const taken = takenBack(eventsSince);
  const view: SessionView = {
    day,
    session,
    lines: session.lines.map((packed, i) =>
      lineView(packed, session.stand_ins[i] ?? [], events, session, taken),
    ),
    events,
    saidPain,
    hasBegun:
      session.today.is_under_way || events.some((event) => event.kind === "session_started"),
    hasEnded: ended || session.today.kind === "done",
    last: lastSet(session, events, taken),
    yesTo: answered.map((event) => String(event["question"])),
  };
  return view;
}

/** The line whose set comes next. */
export function nextLine(view: SessionView): LineView | undefined {
  return view.lines.find((line) => line.left > 0);
}
