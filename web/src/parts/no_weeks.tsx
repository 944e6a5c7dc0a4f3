import { text } from "../text/catalog";
import { amountOf } from "../units";
import { lineOf, type PlanDocument } from "./plan_document";

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
          <ul>
            {small_list.map(lineOf).map((line) => {
              const { text: amount, unit } = amountOf(line);
              return (
                <li key={line.id}>
                  <a href={`/exercises/${line.id}`}>{line.name}</a> {words.small(amount, unit)}
                </li>
              );
            })}
          </ul>
          <p>{small_list_how}</p>
        </>
      )}
    </>
  );
}
