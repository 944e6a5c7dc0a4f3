import { text } from "../text/catalog";
import { lineOf, type PlanDocument } from "./plan_document";
import { SmallList } from "./small_list";

const words = text.plan;

/** In the place of weeks that there are not: why, and what is open meanwhile. */
export function NoWeeks(props: { plan: PlanDocument }) {
  const { triage, flare, conflicts, small_list, small_list_how } = props.plan;
  return (
    <>
      <p>{words.none}</p>
      {flare.is_flare && <p>{words.flare(flare.because)}</p>}
      {[...triage.map((item) => item.message), ...conflicts].map((message) => (
        <p class="care" key={message}>
          {message}
        </p>
      ))}
      {small_list.length > 0 && (
        <>
          <h2>{words.meanwhile}</h2>
          <SmallList lines={small_list.map(lineOf)} how={small_list_how} />
        </>
      )}
    </>
  );
}
