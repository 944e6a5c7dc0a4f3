import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { MotionDocument } from "../figure/motion";
import { firstMove } from "../figure/pace";
import { holdOf } from "../session/hold";
import { PaceClock, secondsOf, tempoOf } from "../session/tempo";
import type { Guided } from "../session/use_guided";
import type { LineView } from "../session/view";
import { text } from "../text/catalog";
import { MotionFigure, useMotion } from "./figure";
import { HoldClock } from "./hold_clock";
import { TempoGuide } from "./tempo_guide";

const words = text.session;

/** One clock for the guide and for the figure, where its motion is one repetition. */
function useTempo(text: string | undefined, motion: MotionDocument | undefined, isIdle: boolean) {
  const [isPaused, setPaused] = useState(false);
  const clock = useMemo(() => new PaceClock(), []);
  const tempo = useMemo(() => tempoOf(text), [text]);
  const first = useMemo(() => motion && tempo && firstMove(motion, tempo), [motion, tempo]);
  const pace = useMemo(
    () => tempo && first && { whole: secondsOf(tempo), seconds: () => clock.seconds() },
    [tempo, first],
  );
  const isRunning = !isPaused && !isIdle;
  useEffect(() => clock.run(isRunning), [isRunning]);
  return { tempo, first, pace, clock, isPaused, isRunning, toggle: () => setPaused(!isPaused) };
}

/** The clock of a hold: started by a tap, gone with the set or the side. */
function useHold({ side, isSaying }: Guided, { line, done }: LineView) {
  const [startedAt, setStartedAt] = useState<number | undefined>();
  useEffect(() => setStartedAt(undefined), [side, isSaying, done.length]);
  return {
    plan: holdOf(line, side === undefined ? line.sides : 1),
    startedAt,
    start: () => setStartedAt(Date.now()),
    stop: () => setStartedAt(undefined),
  };
}

interface PacingProps {
  line: LineView;
  set: Guided;
  isQuiet: boolean;
  children: ComponentChildren;
}

/** The figure and what paces it: the tempo of a repetition, or the clock of a hold. */
export function Pacing({ line, set, isQuiet, children }: PacingProps) {
  const { id, name } = line.line;
  const motion = useMotion(id);
  const isIdle = isQuiet || set.isSaying;
  const beat = useTempo(line.line.tempo, motion, isIdle);
  const hold = useHold(set, line);
  const isPlaying = beat.pace ? beat.isRunning : !isIdle;
  const isTimed = hold.plan !== undefined && hold.startedAt !== undefined;
  return (
    <>
      <div class={set.isSaying ? "figure away" : "figure"}>
        {hold.plan && hold.startedAt !== undefined ? (
          <HoldClock plan={hold.plan} startedAt={hold.startedAt} onStop={hold.stop} />
        ) : (
          <MotionFigure
            exercise={id}
            name={name}
            motion={motion}
            isPlaying={isPlaying}
            isMirrored={set.side === "left"}
            pace={beat.pace}
          />
        )}
        {beat.tempo && <TempoGuide {...beat} tempo={beat.tempo} onToggle={beat.toggle} />}
        {hold.plan && !isTimed && (
          <button type="button" class="button wide" onClick={hold.start}>
            {words.holdStart}
          </button>
        )}
      </div>
      <div class="stack">{children}</div>
    </>
  );
}
