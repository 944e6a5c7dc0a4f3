import { lazy, Suspense } from "preact/compat";
import { useEffect, useState } from "preact/hooks";
import { cachedGet } from "../api";
import type { MotionDocument } from "../figure/motion";

const FigureViewer = lazy(() => import("../figure/viewer"));

const drawing = (exercise: string) => `/api/exercises/${exercise}/figure.svg`;

/** The exercise as it moves, computed for this person; a drawing until that is there, or instead. */
export function Figure(props: { exercise: string; name: string; playing?: boolean }) {
  const [motion, setMotion] = useState<MotionDocument | undefined>();
  useEffect(() => {
    let isGone = false;
    setMotion(undefined);
    void cachedGet<MotionDocument>(`/api/exercises/${props.exercise}/motion`).then((answer) => {
      if (!isGone && "data" in answer) setMotion(answer.data);
    });
    return () => {
      isGone = true;
    };
  }, [props.exercise]);
  const still = <img src={drawing(props.exercise)} alt={props.name} width="420" height="320" />;
  if (!motion) return still;
  return (
    <Suspense fallback={still}>
      <FigureViewer
        motion={motion}
        playing={props.playing ?? true}
        label={props.name}
        fallback={drawing(props.exercise)}
      />
    </Suspense>
  );
}
