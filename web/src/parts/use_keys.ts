import { useLayoutEffect } from "preact/hooks";

/** Calls `act` for single keys, unless somebody is typing or a sheet is open. */
export function useKeys(acts: Record<string, () => void>, isQuiet: boolean): void {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const isTaken = /^(INPUT|TEXTAREA|SELECT|BUTTON|A)$/.test(target.tagName);
      if (isQuiet || (isTaken && event.key === " ") || target.tagName === "TEXTAREA") return;
      const act = acts[event.key.toLowerCase()];
      if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
}
