import type { Reason } from "../contract";
import { text } from "../text/catalog";
import { spaced } from "./use_names";

const words = text.plan;

/** What a reason is about, in words. */
export const nameOfAbout = (about: string): string => words.about[about] ?? spaced(about);

/** One reason, its source and its grade. */
export function ReasonText({ reason }: { reason: Reason }) {
  return (
    <>
      <p>{reason.text}</p>
      <p class="quiet">{words.source(reason.source, reason.grade)}</p>
    </>
  );
}
