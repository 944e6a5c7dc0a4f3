import { text } from "../text/catalog";
import { Page } from "./page";

const { session: words, today } = text;

/** Before the first set: what to do to be warm. */
export function WarmUp(props: { items: readonly string[]; onWarm: () => void }) {
  return (
    <Page title={today.warmUp}>
      <p>{words.warmHow}</p>
      <ul class="large">
        {props.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <p>
        <button type="button" class="button action wide" onClick={props.onWarm}>
          {words.warm}
        </button>
      </p>
      <p>
        <a class="button plain" href="/today">
          {words.leave}
        </a>
      </p>
    </Page>
  );
}
