import type { ComponentChildren } from "preact";
import { lazy, Suspense } from "preact/compat";
import { useEffect, useState } from "preact/hooks";
import { cachedGet } from "../api";
import { motionPath } from "../figure/kept_motions";
import type { MotionDocument } from "../figure/motion";
import { canMove, findOut, giveUp } from "../figure/surface";
import type { Pace } from "../figure/use_player";
import { isOn, turn } from "../settings_here";
import { text } from "../text/catalog";
import "../figure/figure.css";

const words = text.figure;

const FigureViewer = lazy(() => import("../figure/viewer"));

const drawing = (exercise: string) => `/api/exercises/${exercise}/figure.svg`;

/** How an exercise moves, computed for this person; nothing until it is there, or is not asked for. */
export function useMotion(exercise: string | undefined): MotionDocument | undefined {
  const [motion, setMotion] = useState<MotionDocument | undefined>();
  useEffect(() => {
    let isGone = false;
    setMotion(undefined);
    if (exercise === undefined) return;
    void cachedGet<MotionDocument>(motionPath(exercise)).then((answer) => {
      if (!isGone && "data" in answer) setMotion(answer.data);
    });
    return () => {
      isGone = true;
    };
  }, [exercise]);
  return motion;
}

interface StillProps {
  exercise: string;
  name: string;
}

/** The drawing of start and end, or a word where it cannot be had. */
function Drawing({ exercise, name }: StillProps) {
  const [isMissing, setMissing] = useState(false);
  if (isMissing) return <p class="soft">{words.noPicture}</p>;
  return (
    <img
      src={drawing(exercise)}
      alt={name}
      width="420"
      height="320"
      onError={() => setMissing(true)}
    />
  );
}

/** The drawing, and under it the room that the buttons of a figure take. */
function Still(props: { drawing: ComponentChildren; children?: ComponentChildren }) {
  return (
    <div class="figure-viewer">
      <div class="figure-frame">{props.drawing}</div>
      <div class="figure-below">{props.children}</div>
    </div>
  );
}

/** Moves the figure where the processor has to draw it, from now on. */
function AskToMove() {
  const ask = () => {
    turn("figure", true);
    void findOut();
  };
  return (
    <>
      <div class="figure-buttons">
        <button type="button" class="figure-ask" onClick={ask}>
          {words.move}
        </button>
      </div>
      <p class="figure-note">{words.moveSlow}</p>
    </>
  );
}

/** The exercise as it moves; its drawing until that is there, or where nothing can move it. */
export function MotionFigure(
  props: StillProps & {
    motion: MotionDocument | undefined;
    isPlaying: boolean;
    isMirrored?: boolean;
    pace?: Pace;
  },
) {
  const { exercise, name, motion, isPlaying, isMirrored, pace } = props;
  useEffect(() => void findOut(), []);
  const drawing = <Drawing key={exercise} exercise={exercise} name={name} />;
  if (canMove.value === false)
    return <Still drawing={drawing}>{!isOn("figure") && <AskToMove />}</Still>;
  if (!motion || !canMove.value) return <Still drawing={drawing} />;
  return (
    <Suspense fallback={<Still drawing={drawing} />}>
      <FigureViewer
        motion={motion}
        playing={isPlaying}
        label={name}
        drawing={drawing}
        onStill={giveUp}
        isMirrored={isMirrored}
        pace={pace}
      />
    </Suspense>
  );
}

export function Figure(props: StillProps) {
  const motion = useMotion(canMove.value ? props.exercise : undefined);
  return <MotionFigure {...props} motion={motion} isPlaying />;
}
