import { text } from "../text/catalog";
import { Loading } from "./page";
import { ProblemText } from "./problem_text";
import type { Seen } from "./use_document";

const { plan } = text;

/** Loading, failed, or old: what a page says before and above its content. */
export function Status(props: { seen: Seen<unknown> }) {
  if (props.seen.problem) return <ProblemText problem={props.seen.problem} />;
  if (props.seen.data === undefined) return <Loading />;
  return props.seen.isStale ? <p class="quiet">{plan.stale}</p> : null;
}
