import type { LogEvent, SessionPack } from "../contract";
import { isDuring } from "./closing";

/** Something done or said in today's session, in order of time. */
export interface Deed {
  id: string;
  at: number; // [ms since 1970]
  kind: "set_done" | "set_skipped" | "pain_reported";
  exercise: string;
  amount?: number;
  reserve?: number;
  pain?: number;
  why?: string;
}

const isDeed = (event: LogEvent): boolean =>
  event.kind === "set_done" || event.kind === "set_skipped" || isDuring(event);

const ofEvent = (event: LogEvent): Deed => ({
  id: event.id,
  at: event.at_ms,
  kind: event.kind as Deed["kind"],
  exercise: String(event["exercise"] ?? ""),
  amount: (event["reps"] ?? event["duration_s"] ?? event["distance_m"]) as number | undefined,
  reserve: event["reserve"] as number | undefined,
  pain: event["pain"] as number | undefined,
  why: event["why"] as string | undefined,
});

/** Today's deeds: the sets of the pack, and what this device logged; without those taken back. */
export function deedsOf(
  session: SessionPack,
  own: readonly LogEvent[],
  taken: ReadonlySet<string>,
): Deed[] {
  const deeds = new Map<string, Deed>();
  for (const { line } of session.lines) {
    for (const set of line.done) {
      if (taken.has(set.event)) continue;
      const { event, reserve, pain } = set;
      const amount = set.reps ?? set.duration_s;
      const at = Date.parse(set.time);
      deeds.set(event, { id: event, at, kind: "set_done", exercise: line.id, amount, reserve, pain });
    }
  }
  for (const event of own.filter(isDeed)) deeds.set(event.id, ofEvent(event));
  return [...deeds.values()].sort((a, b) => a.at - b.at);
}

/** What undo takes back: the last set, or what was left out; never what pain stopped. */
export function undoable(deeds: readonly Deed[]): Deed | undefined {
  return deeds.findLast(
    (deed) => deed.kind === "set_done" || (deed.kind === "set_skipped" && deed.why !== "pain"),
  );
}

/** The pain that a set of `exercise` is taken to have, until it is said: the last one told. */
export function painFor(deeds: readonly Deed[], exercise: string): number | undefined {
  return deeds.findLast(
    (deed) =>
      deed.pain !== undefined && (deed.kind === "set_done" || deed.exercise === exercise),
  )?.pain;
}
