import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { beatAt, phasesOf, type PaceClock, type Phase, type Tempo } from "../session/tempo";
import { text } from "../text/catalog";
import { useStill } from "./use_still";

const words = text.session;

const kTop = 10;
const kWay = 52; // how far the mark moves, of 72

const tempoText = (phases: readonly Phase[]): string =>
  words.tempo(phases.map(({ kind, seconds }) => words.tempoParts[kind](seconds)));

/** A mark that sinks, waits and rises as the repetition should, and the second that is on. */
function Moving(props: { phases: readonly Phase[]; clock: PaceClock; isRunning: boolean }) {
  const { phases, clock, isRunning } = props;
  const mark = useRef<SVGCircleElement>(null);
  const [beat, setBeat] = useState(beatAt(phases, clock.seconds()));
  useEffect(() => {
    let frame = 0;
    const draw = () => {
      const now = beatAt(phases, clock.seconds());
      mark.current?.setAttribute("cy", String(kTop + kWay * (1 - (now?.height ?? 0))));
      setBeat((was) => (was?.kind === now?.kind && was?.second === now?.second ? was : now));
      if (isRunning) frame = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(frame);
  }, [phases, isRunning]);
  return (
    <div class="tempo-moving" aria-hidden="true">
      <svg viewBox="0 0 24 72">
        <path class="tempo-way" d={`M12 ${kTop}V${kTop + kWay}`} />
        <circle class="tempo-mark" ref={mark} cx="12" cy={kTop} r="9" />
      </svg>
      <span class="tempo-word">{beat && words.tempoNow[beat.kind]}</span>
      <span class="tempo-count">{beat?.second}</span>
    </div>
  );
}

interface GuideProps {
  tempo: Tempo;
  first: "lift" | "lower" | undefined;
  clock: PaceClock;
  isRunning: boolean;
  isPaused: boolean;
  onToggle: () => void;
}

/** The pace of a repetition; in plain numbers for those who want nothing to move. */
export function TempoGuide(props: GuideProps) {
  const { tempo, first, clock, isRunning, isPaused, onToggle } = props;
  const isStill = useStill();
  const phases = useMemo(() => phasesOf(tempo, first), [tempo, first]);
  if (isStill) return <p class="soft tempo">{tempoText(phases)}</p>;
  return (
    <div class="tempo" role="group" aria-label={tempoText(phases)}>
      <Moving phases={phases} clock={clock} isRunning={isRunning} />
      <button type="button" class="button" onClick={onToggle}>
        {isPaused ? words.tempoGo : words.tempoPause}
      </button>
    </div>
  );
}
