import { useRef, useState } from "preact/hooks";
import { countDown } from "../session/coach";
import { holdAt, type HoldPlan } from "../session/hold";
import { text } from "../text/catalog";
import { Ring } from "./ring";
import { useTicks } from "./use_ticks";

const words = text.session;

const stageWords = {
  ready: words.holdReady,
  hold: words.holdNow,
  between: words.holdBetween,
  over: words.holdOver,
};

/** Counts the seconds of one hold, or of several that follow each other, from the clock. */
export function HoldClock(props: { plan: HoldPlan; startedAt: number; onStop: () => void }) {
  const { plan, startedAt } = props;
  const [now, setNow] = useState(holdAt(plan, 0));
  const last = useRef(now);
  useTicks(() => {
    const next = holdAt(plan, (Date.now() - startedAt) / 1000);
    const before = last.current;
    if (next.stage !== before.stage) countDown(0);
    else if (next.left < before.left) countDown(next.left);
    last.current = next;
    setNow(next);
  }, [startedAt]);
  return (
    <div class="hold-clock">
      <p aria-live="polite">
        <strong>{stageWords[now.stage]}</strong>{" "}
        {plan.count > 1 && <span class="soft">{words.of(now.number, plan.count)}</span>}
      </p>
      <Ring share={now.share} text={String(now.left)} label={stageWords[now.stage]} />
      <button type="button" class="button wide" onClick={props.onStop}>
        {words.holdStop}
      </button>
    </div>
  );
}
