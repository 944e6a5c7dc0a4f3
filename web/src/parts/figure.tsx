import { lazy, Suspense } from "preact/compat";
import { useEffect, useState } from "preact/hooks";
import { cachedGet } from "../api";
import { motionPath } from "../figure/kept_motions";
import type { MotionDocument } from "../figure/motion";
import type { Pace } from "../figure/use_player";
import { text } from "../text/catalog";

const words = text.exercises;

const FigureViewer = lazy(() => import("../figure/viewer"));

const drawing = (exercise: string) => `/api/exercises/${exercise}/figure.svg`;

/** How an exercise moves, computed for this person. */
export function useMotion(exercise: string): MotionDocument | undefined {
  const [motion, setMotion] = useState<MotionDocument | undefined>();
  useEffect(() => {
    let isGone = false;
    setMotion(undefined);
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
function Still({ exercise, name }: StillProps) {
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

/** The exercise as it moves; its drawing until that is there, or instead. */
export function MotionFigure(
  props: StillProps & {
    motion: MotionDocument | undefined;
    isPlaying: boolean;
    isMirrored?: boolean;
    pace?: Pace;
  },
) {
  const { exercise, name, motion, isPlaying, isMirrored, pace } = props;
  const still = <Still key={exercise} exercise={exercise} name={name} />;
  if (!motion) return still;
  return (
    <Suspense fallback={still}>
      <FigureViewer
        motion={motion}
        playing={isPlaying}
        label={name}
        fallback={drawing(exercise)}
        isMirrored={isMirrored}
        pace={pace}
      />
    </Suspense>
  );
}

export function Figure(props: StillProps) {
  const motion = useMotion(props.exercise);
  return <MotionFigure {...props} motion={motion} isPlaying />;
}
