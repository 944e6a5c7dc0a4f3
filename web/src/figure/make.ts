/** Everything of a figure that is worked out once. */
import { bodyParts } from "./field";
import { type MotionDocument, type Placed, closedHands } from "./motion";
import { type SkinMesh, skinOf } from "./skin";
import { stance } from "./stance";
import { type StrandMesh, strandsOf } from "./strands";

export interface Figure {
  pose: Placed[]; // in which skin and strands are given
  skin: SkinMesh;
  strands: StrandMesh;
}

export function makeFigure(motion: MotionDocument): Figure {
  const pose = stance(motion);
  const parts = bodyParts(motion, pose, closedHands(motion));
  return { pose, skin: skinOf(parts), strands: strandsOf(motion, pose, parts) };
}
