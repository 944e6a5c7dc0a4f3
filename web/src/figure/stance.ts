/** The quiet posture in which skin is made: limbs away from the trunk, half on their way. */
import {
  type MotionDocument,
  type Placed,
  type Quat,
  type Vec3,
  farthest,
  mixTurn,
  timesTurn,
  turned,
  turnedBack,
} from "./motion";

const parents: Record<string, string> = {
  L5: "pelvis",
  L4: "L5",
  L3: "L4",
  L2: "L3",
  L1: "L2",
  thorax: "L1",
  head: "thorax",
  abdomen: "pelvis",
};
for (const side of ["r", "l"]) {
  parents[`clavicle_${side}`] = "thorax";
  parents[`scapula_${side}`] = "thorax";
  parents[`humerus_${side}`] = "thorax";
  parents[`ulna_${side}`] = `humerus_${side}`;
  parents[`radius_${side}`] = `ulna_${side}`;
  parents[`hand_${side}`] = `radius_${side}`;
  parents[`femur_${side}`] = "pelvis";
  parents[`tibia_${side}`] = `femur_${side}`;
  parents[`foot_${side}`] = `tibia_${side}`;
}

const none: Quat = [1, 0, 0, 0];
const armOut = Math.PI / 4;
const legOut = Math.PI / 14;

/** About the x axis (forward), so that a limb hanging down goes outward. */
function outward(segment: string, angle: number): Quat {
  const way = segment.endsWith("_r") ? -1 : 1;
  return [Math.cos(angle / 2), Math.sin((way * angle) / 2), 0, 0];
}

function relative(parent: Placed, child: Placed): Placed {
  const back = turnedBack(parent.turn);
  const way = child.at_m.map((v, k) => v - parent.at_m[k]!) as unknown as Vec3;
  return { at_m: turned(back, way), turn: timesTurn(back, child.turn) };
}

/** The turn of a segment on its parent in the quiet posture. */
function quietTurn(segment: string, start: Quat, end: Quat): Quat {
  const middle = mixTurn(start, end, 0.5);
  const joint = segment.replace(/_[rl]$/, "");
  if (joint === "humerus") return mixTurn(outward(segment, armOut), middle, 0.5);
  if (joint === "femur") {
    return timesTurn(outward(segment, legOut), mixTurn(none, middle, 0.5));
  }
  if (joint === "tibia" || joint === "ulna") return mixTurn(none, middle, 0.5);
  if (["radius", "hand", "foot", "scapula", "clavicle"].includes(joint)) return middle;
  return none;
}

/** Each segment's place and turn in the quiet posture, the pelvis in the origin. */
export function stance(motion: MotionDocument): Placed[] {
  const start = motion.instants[0]!;
  const end = motion.instants[farthest(motion)]!;
  const done = new Map<string, Placed>();
  const place = (segment: string): Placed => {
    const known = done.get(segment);
    if (known) return known;
    const i = motion.segments.indexOf(segment);
    const up = parents[segment];
    const p = up === undefined ? -1 : motion.segments.indexOf(up);
    let placed: Placed = { at_m: [0, 0, 0], turn: none };
    if (up !== undefined && i >= 0 && p >= 0) {
      const base = place(up);
      const a = relative(start.segments[p]!, start.segments[i]!);
      const b = relative(end.segments[p]!, end.segments[i]!);
      const way = turned(base.turn, a.at_m);
      placed = {
        at_m: base.at_m.map((v, k) => v + way[k]!) as unknown as Vec3,
        turn: timesTurn(base.turn, quietTurn(segment, a.turn, b.turn)),
      };
    }
    done.set(segment, placed);
    return placed;
  };
  return motion.segments.map(place);
}

/** A point fixed to a segment, in the world. */
export function placeOf(placed: Placed, at: Vec3): Vec3 {
  const way = turned(placed.turn, at);
  return [placed.at_m[0] + way[0], placed.at_m[1] + way[1], placed.at_m[2] + way[2]];
}
