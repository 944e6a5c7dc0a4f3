import { useEffect, useState } from "preact/hooks";
import { countDown } from "../session/coach";
import { clockText, endRest, keepRest, secondsLeft, type Rest } from "../session/rest_clock";
import { session as words } from "../text/session";

const kAround = 2 * Math.PI * 46;

/** The countdown of a rest, from the clock. */
export function RestScreen(props: {
  rest: Rest;
  onChange: (rest: Rest) => void;
  onEnd: () => void;
  children: preact.ComponentChildren;
}) {
  const [left, setLeft] = useState(secondsLeft(props.rest));
  useEffect(() => {
    let last = secondsLeft(props.rest);
    const tick = () => {
      const now = secondsLeft(props.rest);
      if (now !== last) countDown(now);
      last = now;
      setLeft(now);
    };
    tick();
    const timer = setInterval(tick, 250);
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [props.rest]);
  const longer = () =>
    props.onChange(
      keepRest({
        endsAt: Math.max(props.rest.endsAt, Date.now()) + 30_000,
        length: props.rest.length + 30_000,
      }),
    );
  const end = () => {
    endRest();
    props.onEnd();
  };
  const share = Math.min(1, (left * 1000) / props.rest.length);
  return (
    <div class="stack">
      <div class="ring">
        <svg viewBox="0 0 100 100" aria-hidden="true">
          <circle cx="50" cy="50" r="46" fill="none" stroke="var(--line)" stroke-width="4" />
          <circle
            cx="50"
            cy="50"
            r="46"
            fill="none"
            stroke="var(--action)"
            stroke-width="4"
            stroke-dasharray={`${kAround * share} ${kAround}`}
          />
        </svg>
        <div class="time" role="timer" aria-label={words.rest}>
          {clockText(left)}
        </div>
      </div>
      {props.children}
      <div class="rest-acts">
        <button type="button" class="button" onClick={longer}>
          {words.plus}
        </button>
        <button type="button" class="button action wide" onClick={end}>
          {left > 0 ? words.endRest : words.ready}
        </button>
      </div>
    </div>
  );
}
