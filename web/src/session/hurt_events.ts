import type { HurtAnswer, LogEvent } from "../contract";
import { makeEvent } from "../log/events";
import type { HurtSaid } from "./lookup";

/** What is logged when it hurts: the pain, and at once what the answer to it stops. */
export function hurtEvents(
  exercise: string,
  said: HurtSaid,
  answer: HurtAnswer | undefined,
  at = Date.now(),
): LogEvent[] {
  const report = makeEvent(
    "pain_reported",
    {
      when: "during",
      exercise,
      pain: said.pain,
      site: said.site,
      is_sharp: said.is_sharp || undefined,
      is_numb_or_weak: said.is_numb_or_weak || undefined,
    },
    at,
  );
  switch (answer?.action) {
    case "stop_exercise":
      return [report, makeEvent("set_skipped", { exercise, why: "pain" }, at + 1)];
    case "stop_today":
    case "be_seen":
      return [report, makeEvent("session_ended", { how: "pain" }, at + 1)];
    default:
      return [report];
  }
}
