import type { Analyzed } from "../contract";
import { pack } from "../session/current";
import { text } from "../text/catalog";
import { massText, wholeText } from "../units";
import { OneOf } from "./one_of";
import type { Analyzing } from "./use_analysis";

const words = text.exercises;

export type Order = "name" | "disc";
const orders: readonly (readonly [Order, string])[] = [
  ["name", words.byName],
  ["disc", words.byDisc],
];

/** The button, how far it is, and in which order the list then stands. */
export function AnalysisCard(props: {
  analyzing: Analyzing;
  order: Order;
  onOrder: (order: Order) => void;
}) {
  const { data, progress, problem, begin } = props.analyzing;
  return (
    <section class="card">
      <h2 class="sheet-title">{words.forYou}</h2>
      {!data && <p>{words.forYouHow}</p>}
      {problem && <p role="alert">{problem}</p>}
      {progress ? (
        <label>
          {words.computing(progress.done, progress.of)}
          <progress value={progress.done} max={progress.of} />
        </label>
      ) : (
        <p>
          <button type="button" class={data ? "button plain" : "button action"} onClick={begin}>
            {data ? words.computeAgain : words.computeAll}
          </button>
        </p>
      )}
      {data && (
        <OneOf label={words.order} names={orders} chosen={props.order} onChoose={props.onOrder} />
      )}
    </section>
  );
}

/** The figures of one exercise in a line, or why there are none. */
export function AnalyzedLine(props: { one: Analyzed | undefined }) {
  const { one } = props;
  if (!one) return null;
  if (!one.disc) return one.no_answer ? <span>{words.noFigures(one.no_answer)}</span> : null;
  const { name, peak_N, likely_peak_N, relative_to_standing, share_of_guideline } = one.disc;
  const likely = likely_peak_N
    ? words.likelyPressed(wholeText(likely_peak_N[0]), wholeText(likely_peak_N[1]))
    : "";
  const times = relative_to_standing.toFixed(1);
  const parts = [words.pressesMost(name, wholeText(peak_N), likely, times)];
  if (one.load_kg > 0) parts.push(words.withLoad(massText(one.load_kg, pack.value?.person.units ?? "metric")));
  if (share_of_guideline > 1) parts.push(words.above);
  return (
    <>
      <span>{parts.join(", ")}</span>
      {one.barred && <span class="quiet">{words.notNow(one.barred)}</span>}
    </>
  );
}

/** The least pressed disc first; those without figures last. */
export function byDisc(a: Analyzed | undefined, b: Analyzed | undefined): number {
  const pressed = (one: Analyzed | undefined) => one?.disc?.peak_N ?? Number.POSITIVE_INFINITY;
  const [left, right] = [pressed(a), pressed(b)];
  return left === right ? 0 : left - right;
}
