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
import { nextLoad, sessionOf, settled, type SetSaid } from "./lookup";

/** A line of the session as it stands now, with what this device logged since the pack. */
export interface LineView {
  packed: PackedLine;
  line: TodayLine;
  done: SetSaid[];
  doneIds: string[];
  left: number;
  isSkipped: boolean;
  next: Outcome;
  standIns: PackedLine[];
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
): LineView {
  const skip = events.find(
    (event) => event.kind === "set_skipped" && event["exercise"] === packed.line.id,
  );
  const instead = skip && standIns.find((other) => other.line.id === skip["instead"]);
  if (instead) return lineView(instead, [], events, session);
  const fresh = setsOf(events, packed.line.id);
  const before: SetSaid[] = packed.line.done.map((set) => ({
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
    doneIds: [...packed.line.done.map((set) => set.event), ...fresh.map((event) => event.id)],
    left: isSkipped ? 0 : Math.max(0, packed.line.sets - done.length),
    isSkipped,
    next: nextLoad(packed, done, session.hurts_above),
    standIns,
  };
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
  const view: SessionView = {
    day,
    session,
    lines: session.lines.map((packed, i) =>
      lineView(packed, session.stand_ins[i] ?? [], events, session),
    ),
    events,
    saidPain,
    hasBegun:
      session.today.is_under_way || events.some((event) => event.kind === "session_started"),
    hasEnded: ended || session.today.kind === "done",
    yesTo: answered.map((event) => String(event["question"])),
  };
  return view;
}

/** The line whose set comes next. */
export function nextLine(view: SessionView): LineView | undefined {
  return view.lines.find((line) => line.left > 0);
}
