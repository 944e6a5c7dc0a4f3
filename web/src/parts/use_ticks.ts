import { useEffect } from "preact/hooks";

const kOften = 100; // [ms]

/** Calls `tick` ten times a second, and at once when the screen is looked at again. */
export function useTicks(tick: () => void, inputs: readonly unknown[]): void {
  useEffect(() => {
    tick();
    const timer = setInterval(tick, kOften);
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, inputs);
}
