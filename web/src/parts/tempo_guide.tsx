import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import {
  beatAt,
  heightsOf,
  phasesOf,
  roundOf,
  type PaceClock,
  type Phase,
  type Tempo,
} from "../session/tempo";
import { text } from "../text/catalog";
import { useStill } from "./use_still";
import { useTicks } from "./use_ticks";

const words = text.session;

const kWay = 52; // [px] how far the mark moves

const tempoText = (phases: readonly Phase[]): string =>
  words.tempo(phases.map(({ kind, seconds }) => words.tempoParts[kind](seconds)));

/** Moves the mark in the browser's own time, which costs the page nothing, along with the clock. */
function useMark(phases: readonly Phase[], clock: PaceClock, isRunning: boolean) {
  const mark = useRef<HTMLElement>(null);
  useEffect(() => {
    const frames = heightsOf(phases).map(({ share, height }) => ({
      offset: share,
      transform: `translateY(${kWay * (1 - height)}px)`,
    }));
    const round_ms = 1000 * roundOf(phases);
    const moving = mark.current?.animate(frames, { duration: round_ms, iterations: Infinity });
    if (!moving) return;
    const at_ms = 1000 * clock.seconds();
    if (isRunning) {
      moving.startTime = performance.now() - at_ms; // not when its first frame comes
    } else {
      moving.pause();
      moving.currentTime = at_ms;
    }
    return () => moving.cancel();
  }, [phases, isRunning]);
  return mark;
}

/** A mark that sinks, waits and rises as the repetition should, and the second that is on. */
function Moving(props: { phases: readonly Phase[]; clock: PaceClock; isRunning: boolean }) {
  const { phases, clock, isRunning } = props;
  const mark = useMark(phases, clock, isRunning);
  const [beat, setBeat] = useState(beatAt(phases, clock.seconds()));
  useTicks(() => {
    const now = beatAt(phases, clock.seconds());
    setBeat((was) => (was?.kind === now?.kind && was?.second === now?.second ? was : now));
  }, [phases]);
  return (
    <div class="tempo-moving" aria-hidden="true">
      <span class="tempo-way">
        <i class="tempo-mark" ref={mark} />
      </span>
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
