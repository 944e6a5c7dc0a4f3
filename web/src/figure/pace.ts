/** Does a motion go with a tempo: is it one repetition at that pace, and with what does it begin? */
import { beatAt, phasesOf, secondsOf, type Tempo } from "../session/tempo";
import { type MotionDocument, distance, isClosed } from "./motion";

const mostOff = 0.1; // share of a repetition by which motion and tempo may differ

/** Seconds that the motion takes as it was computed. */
const lengthOf = (motion: MotionDocument): number =>
  (motion.instants.at(-1)?.time_s ?? 0) - (motion.instants[0]?.time_s ?? 0);

/** How little the ways of the instants (0 to 1) are like a repetition that begins with `first`. */
function unlike(ways: readonly number[], tempo: Tempo, first: "lift" | "lower"): number {
  const phases = phasesOf(tempo, first);
  const step = secondsOf(tempo) / Math.max(1, ways.length - 1);
  return ways.reduce((sum, way, i) => {
    const height = beatAt(phases, i * step)?.height ?? 0;
    return sum + (way - (first === "lift" ? height : 1 - height)) ** 2;
  }, 0);
}

/** The move that a motion of one repetition begins with; nothing where it is not one. */
export function firstMove(motion: MotionDocument, tempo: Tempo): "lift" | "lower" | undefined {
  const [first] = motion.instants;
  const whole = secondsOf(tempo);
  if (!first || !isClosed(motion) || Math.abs(lengthOf(motion) - whole) > mostOff * whole)
    return undefined;
  const ways = motion.instants.map((instant) => distance(first, instant));
  const most = Math.max(...ways);
  if (most === 0) return undefined;
  const shares = ways.map((way) => way / most);
  return unlike(shares, tempo, "lower") < unlike(shares, tempo, "lift") ? "lower" : "lift";
}

/** Where on the row of instants a repetition is after `seconds` at its own pace. */
export function placeInTime(motion: MotionDocument, whole: number, seconds: number): number {
  return ((seconds % whole) / whole) * (motion.instants.length - 1);
}
