import { useRef, useState } from "preact/hooks";
import { countDown } from "../session/coach";
import { clockText, endRest, keepRest, secondsLeft, type Rest } from "../session/rest_clock";
import { text } from "../text/catalog";
import { Ring } from "./ring";
import { useTicks } from "./use_ticks";

const words = text.session;

const kMore = 30_000; // [ms]

/** The countdown of a rest, from the clock. */
export function RestScreen(props: {
  rest: Rest;
  onChange: (rest: Rest) => void;
  onEnd: () => void;
  children: preact.ComponentChildren;
}) {
  const { rest } = props;
  const [left, setLeft] = useState(secondsLeft(rest));
  const last = useRef(left);
  useTicks(() => {
    const now = secondsLeft(rest);
    if (now < last.current) countDown(now);
    last.current = now;
    setLeft(now);
  }, [rest]);
  const longer = () =>
    props.onChange(
      keepRest({ endsAt: Math.max(rest.endsAt, Date.now()) + kMore, length: rest.length + kMore }),
    );
  const end = () => {
    endRest();
    props.onEnd();
  };
  return (
    <div class="stack">
      <Ring share={(left * 1000) / rest.length} text={clockText(left)} label={words.rest} />
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
