import { cachedGet, isKnown } from "../api";
import { quiet } from "../quiet";

export const motionPath = (exercise: string) => `/api/exercises/${exercise}/motion`;

/** Keeps the motions of `exercises` on this device, for where there is no signal; one at a time. */
export async function keepMotions(exercises: readonly string[]): Promise<void> {
  for (const exercise of exercises) {
    await quiet();
    const path = motionPath(exercise);
    if (!(await isKnown(path))) await cachedGet(path);
  }
}
