import { cachedGet, known } from "../api";

export const motionPath = (exercise: string) => `/api/exercises/${exercise}/motion`;

/** Keeps the motions of `exercises` on this device, for where there is no signal. */
export async function keepMotions(exercises: readonly string[]): Promise<void> {
  for (const exercise of exercises) {
    const path = motionPath(exercise);
    if ((await known(path)) === undefined) await cachedGet(path);
  }
}
