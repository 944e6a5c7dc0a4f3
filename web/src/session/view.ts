import type {
  DayKind,
  DayPack,
  LogEvent,
  Outcome,
  Pack,
  PackedLine,
  SessionPack,
  TodayLine,
} from "../contract";
import { dayOf } from "../log/events";
import type { KeptEvent } from "../store";
import { closingOf, hurtIn, isDuring, type Closing } from "./closing";
import { deedsOf, type Deed } from "./deeds";
import { hurtAnswer, lighterLoad, nextLoad, sessionOf, settled, takenBack, type SetSaid } from "./lookup";

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

export interface SessionView {
  day: DayPack;
  session: SessionPack;
  lines: LineView[];
  events: LogEvent[]; // of today, those that count
  saidPain: number | undefined; // before this session
  hasBegun: boolean;
  hasEnded: boolean;
  endedFor: string | undefined; // done, stopped or pain, where this device ended it
  kind: DayKind; // of the day, with what this device knows already
  closing: Closing | undefined;
  deeds: Deed[];
}

const setsOf = (events: readonly LogEvent[], exercise: string): LogEvent[] =>
  events.filter((event) => event.kind === "set_done" && event["exercise"] === exercise);

const saidOf = (event: LogEvent): SetSaid => ({
  reps: Number(event["reps"] ?? 0),
  amount: Number(event["duration_s"] ?? event["distance_m"] ?? event["reps"] ?? 0),
  load_kg: event["load_kg"] as number | undefined,
  reserve: event["reserve"] as number | undefined,
  pain: event["pain"] as number | undefined,
});

interface Logged {
  events: readonly LogEvent[]; // of today, unknown to the pack, that count
  taken: ReadonlySet<string>; // ids of what was taken back
  open: ReadonlySet<string>; // exercises that were left out, and then not
}

function lineView(
  packed: PackedLine,
  standIns: PackedLine[],
  session: SessionPack,
  logged: Logged,
): LineView {
  const { events, taken, open } = logged;
  const skip = events.find(
    (event) => event.kind === "set_skipped" && event["exercise"] === packed.line.id,
  );
  const instead = skip && standIns.find((other) => other.line.id === skip["instead"]);
  if (instead) return lineView(instead, [], session, logged);
  // A pack may have a set before this device heard that it was kept.
  const packedIds = new Set(packed.line.done.map((set) => set.event));
  const fresh = setsOf(events, packed.line.id).filter((event) => !packedIds.has(event.id));
  const counting = packed.line.done.filter((set) => !taken.has(set.event));
  const before: SetSaid[] = counting.map((set) => ({
    reps: set.reps ?? 0,
    amount: set.duration_s ?? set.reps,
    load_kg: set.load_kg,
    reserve: set.reserve,
    pain: set.pain,
  }));
  const done = [...before, ...fresh.map(saidOf)];
  const isSkipped = (packed.line.is_skipped && !open.has(packed.line.id)) || skip !== undefined;
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

const isOf = (day: string) => (event: LogEvent) => dayOf(event.at_ms, event.offset_min) === day;

/** Exercises that this device left out and then took back. */
const reopened = (own: readonly LogEvent[], taken: ReadonlySet<string>): Set<string> =>
  new Set(
    own
      .filter((event) => event.kind === "set_skipped" && taken.has(event.id))
      .map((event) => String(event["exercise"])),
  );

const endOf = (events: readonly LogEvent[]): string | undefined =>
  events.findLast((event) => event.kind === "session_ended")?.["how"] as string | undefined;

function painBefore(events: readonly LogEvent[]): number | undefined {
  const said = events.find(
    (event) =>
      event.kind === "pain_reported" &&
      (event["when"] === "before_session" || event["when"] === "next_morning"),
  );
  return said && Number(said["pain"]);
}

type Said = Pick<SessionView, "deeds" | "events" | "day">;

/** What "go on, but lighter" says of an exercise, until its next set. */
export function lighterFor(
  { deeds, events, day }: Said,
  exercise: string,
): string | undefined {
  const last = deeds.findLast((deed) => deed.exercise === exercise);
  const said = events.find((event) => isDuring(event) && event.id === last?.id);
  const answer = said && hurtAnswer(day.hurts, hurtIn(said));
  return answer?.action === "lighter" ? answer.why.text : undefined;
}

/** With the lighter load where pain asked for one. */
function eased(line: LineView, said: Said): LineView {
  if (lighterFor(said, line.line.id) === undefined) return line;
  const lighter = lighterLoad(line.packed, line.done, line.next);
  return lighter ? { ...line, next: { ...lighter, why: "" } } : line; // pain's own words say why
}

/** Today as this device knows it: the pack, and of this device's events those that came after it. */
export function viewOf(
  pack: Pack,
  kept: readonly KeptEvent[],
  now = Date.now(),
): SessionView | undefined {
  const today = dayOf(now);
  const day = pack.days.find((one) => one.date === today);
  if (!day) return undefined;
  const own = kept.map(({ event }) => event).filter(isOf(today));
  const taken = takenBack(own);
  const isNew = ({ cursor }: KeptEvent) => cursor === undefined || cursor > pack.cursor;
  const fresh = new Set(kept.filter(isNew).map(({ event }) => event.id));
  const counting = settled(own);
  const events = counting.filter((event) => fresh.has(event.id));
  const saidPain = painBefore(events);
  const isFlare = events.some((event) => event["says_flare"] === true);
  const session = isFlare ? pack.flare : sessionOf(day, saidPain);
  if (!session) return undefined;
  const logged: Logged = { events, taken, open: reopened(own, taken) };
  const closing = closingOf(day, session, events);
  const kind = closing?.kind === "stop_today" ? "done" : closing?.kind;
  const deeds = deedsOf(session, counting, taken);
  return {
    day,
    session,
    lines: session.lines.map((packed, i) =>
      eased(lineView(packed, session.stand_ins[i] ?? [], session, logged), { deeds, events, day }),
    ),
    events,
    saidPain,
    hasBegun:
      session.today.is_under_way || events.some((event) => event.kind === "session_started"),
    hasEnded: endOf(events) !== undefined || session.today.kind === "done",
    endedFor: endOf(counting),
    kind: kind ?? session.today.kind,
    closing,
    deeds,
  };
}

/** The line whose set comes next. */
export function nextLine(view: SessionView): LineView | undefined {
  return view.lines.find((line) => line.left > 0);
}

/** About how long the rest of the session takes. */
export function minutesLeft(view: SessionView): number {
  const all = view.lines.reduce((sum, { line }) => sum + line.sets, 0);
  const left = view.lines.reduce((sum, line) => sum + line.left, 0);
  return Math.ceil((view.session.today.duration_min * left) / Math.max(1, all));
}
