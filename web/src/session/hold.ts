import type { PlannedLine } from "../contract";

/** Holds of a set: how long each is, and how many follow each other. */
export interface HoldPlan {
  seconds: number;
  count: number;
}
/** Where in the holds one is: `left` whole seconds of the stage, `share` of it that is left. */
export interface HoldMoment {
  stage: "ready" | "hold" | "between" | "over";
  number: number; // of the hold that is on or comes, from 1
  left: number; // [s]
  share: number; // 0 to 1
}

const kReady = 5; // [s] from the tap into the posture
const kBetween = 3; // [s] to let go and take hold again

/** The holds of a line, on `sides` sides that take turns; nothing where it is not held. */
export function holdOf(line: PlannedLine, sides: number): HoldPlan | undefined {
  return line.hold_s && { seconds: line.hold_s[1], count: (line.holds ?? 1) * sides };
}

/** The moment `elapsed` seconds after the clock was started. */
export function holdAt(plan: HoldPlan, elapsed: number): HoldMoment {
  const at = (stage: HoldMoment["stage"], number: number, length: number, gone: number) => ({
    stage,
    number,
    left: Math.ceil(length - gone),
    share: 1 - gone / length,
  });
  if (elapsed < kReady) return at("ready", 1, kReady, elapsed);
  const since = elapsed - kReady;
  const round = plan.seconds + kBetween;
  const number = Math.floor(since / round) + 1;
  const gone = since - (number - 1) * round;
  const isLast = number >= plan.count;
  if (number > plan.count || (isLast && gone >= plan.seconds))
    return { stage: "over", number: plan.count, left: 0, share: 0 };
  if (gone < plan.seconds) return at("hold", number, plan.seconds, gone);
  return at("between", number + 1, kBetween, gone - plan.seconds);
}
