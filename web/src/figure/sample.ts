/** A small motion for tests: a trunk and an arm that goes up and down again. */
import type { Instant, MotionDocument, Quat } from "./motion";

const turnedBy = (angle: number): Quat => [Math.cos(angle / 2), 0, 0, Math.sin(angle / 2)];

export function sampleMotion(angles: readonly number[]): MotionDocument {
  const instants: Instant[] = angles.map((angle, i) => ({
    time_s: i,
    segments: [
      { at_m: [0, 1, 0], turn: [1, 0, 0, 0] },
      { at_m: [Math.sin(angle), 1.4 - Math.cos(angle), 0.2], turn: turnedBy(angle) },
    ],
    activation: [angle / 2],
    held: [
      {
        of: "load",
        balls: [
          { at_m: [angle, 0.9, 0.2], radius_m: 0.02 },
          { at_m: [angle + 0.2, 0.9, 0.2], radius_m: 0.02 },
        ],
      },
    ],
  }));
  return {
    schema: "strongback.motion/1",
    exercise: "sample",
    model: "test",
    load_kg: 1,
    segments: ["pelvis", "hand_r"],
    volumes: [
      {
        part: "trunk",
        hand: null,
        balls: [
          { on: "pelvis", at_m: [0, 0, 0], radius_m: 0.1 },
          { on: "pelvis", at_m: [0, 0.4, 0], radius_m: 0.08 },
        ],
      },
    ],
    muscles: [
      {
        muscle: "latissimus-dorsi",
        side: "r",
        part: "trunk",
        width_m: 0.03,
        strands: [
          [
            { on: "pelvis", at_m: [-0.08, 0.05, 0.02] },
            { on: "pelvis", at_m: [-0.06, 0.35, 0.02] },
          ],
        ],
      },
    ],
    furniture: [],
    instants,
  };
}
