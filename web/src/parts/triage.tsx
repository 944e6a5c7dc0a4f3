import { emergencyNumber } from "../emergency";
import { text } from "../text/catalog";

const words = text.today;

/** A number to call: loud when that is what to do first, quiet otherwise. */
function Call(props: { number: string; isFirst: boolean }) {
  return (
    <a class={props.isFirst ? "button stop" : "button"} href={`tel:${props.number}`}>
      {props.isFirst ? words.call(props.number) : words.callIfWorse(props.number)}
    </a>
  );
}

/** What must be seen to, in large type, and a way to call. */
export function Triage(props: { items: string[]; country: string }) {
  const number = emergencyNumber(props.country);
  return (
    <section class="alarm">
      {props.items.map((item) => (
        <p key={item}>{item}</p>
      ))}
      {number === undefined ? (
        <p>{words.callUnknown}</p>
      ) : (
        <Call number={number} isFirst={props.items.some((item) => item.includes(number))} />
      )}
    </section>
  );
}
