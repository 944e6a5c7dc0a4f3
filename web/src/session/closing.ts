import type { DayPack, LogEvent, SessionPack } from "../contract";
import { hurtAnswer, type HurtSaid, type Site } from "./lookup";

/** Why the session may not go on, known on this device before the server has heard of it. */
export interface Closing {
  kind: "stop_today" | "flare" | "be_seen_first" | "stop";
  why: string;
  triage: string[];
}

const bySeverity: readonly Closing["kind"][] = ["stop_today", "flare", "be_seen_first", "stop"];

export const isDuring = (event: LogEvent): boolean =>
  event.kind === "pain_reported" && event["when"] === "during";

/** What was said with "it hurts". */
export const hurtIn = (event: LogEvent): HurtSaid => ({
  pain: Number(event["pain"]),
  site: event["site"] as Site | undefined,
  is_sharp: event["is_sharp"] === true,
  is_numb_or_weak: event["is_numb_or_weak"] === true,
});

function ofAnswers(session: SessionPack, events: readonly LogEvent[]): Closing[] {
  const saidYes = (question: string) =>
    events.some(
      (event) =>
        event.kind === "answered" && event["question"] === question && event["answer"] === true,
    );
  return session.flags.flatMap(({ question, kind, triage }) =>
    (kind === "flare" || kind === "be_seen_first" || kind === "stop") && saidYes(question)
      ? [{ kind, triage, why: "" }]
      : [],
  );
}

function ofHurts(day: DayPack, events: readonly LogEvent[]): Closing[] {
  return events.filter(isDuring).flatMap((event): Closing[] => {
    const answer = hurtAnswer(day.hurts, hurtIn(event));
    const why = answer?.why.text ?? "";
    if (answer?.action === "be_seen")
      return [{ kind: "be_seen_first", why, triage: answer.triage }];
    return answer?.action === "stop_today" ? [{ kind: "stop_today", why, triage: [] }] : [];
  });
}

/** The gravest of what `events`, unknown to the pack, came to. */
export function closingOf(
  day: DayPack,
  session: SessionPack,
  events: readonly LogEvent[],
): Closing | undefined {
  return [...ofAnswers(session, events), ...ofHurts(day, events)]
    .sort((a, b) => bySeverity.indexOf(a.kind) - bySeverity.indexOf(b.kind))
    .pop();
}
