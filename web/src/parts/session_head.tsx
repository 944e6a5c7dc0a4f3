import { text } from "../text/catalog";

const { session: words, shell } = text;

/** Where in the session, how long it still takes, and the ways out. */
export function SessionHead(props: { place: number; total: number; minutes: number }) {
  return (
    <header class="whole">
      <span class="soft">
        {words.of(props.place, props.total)} · {words.left(props.minutes)}
      </span>
      <span>
        <a class="button plain" href="/flare">
          {shell.flare}
        </a>
        <a class="button plain" href="/today">
          {words.leave}
        </a>
      </span>
    </header>
  );
}
