import { useEffect, useRef, useState } from "preact/hooks";
import { keepKnown, known } from "../api";
import type { Analysis } from "../contract";
import { text } from "../text/catalog";

const kPath = "/api/analysis";

export interface Analyzing {
  data?: Analysis | undefined;
  /** While it is computed: how many exercises are done, of how many. */
  progress?: { done: number; of: number } | undefined;
  problem?: string | undefined;
  begin: () => void;
}

/** What every exercise does to the person's body: as last computed, and computed anew on wish. */
export function useAnalysis(): Analyzing {
  const [state, setState] = useState<Omit<Analyzing, "begin">>({});
  const events = useRef<EventSource>(undefined);
  const end = (after: Omit<Analyzing, "begin">) => {
    events.current?.close();
    events.current = undefined;
    setState(after);
  };
  useEffect(() => {
    void known<Analysis>(kPath).then((data) => setState((now) => ({ data, ...now })));
    return () => events.current?.close(); // the server then leaves it off
  }, []);
  const begin = () => {
    const source = new EventSource(kPath);
    events.current = source;
    setState(({ data }) => ({ data, progress: { done: 0, of: 1 } }));
    source.addEventListener("progress", ({ data }) => {
      const progress = JSON.parse(String(data)) as { done: number; of: number };
      setState((now) => ({ ...now, progress }));
    });
    source.addEventListener("done", (event) => {
      const data = JSON.parse(String(event.data)) as Analysis;
      void keepKnown(kPath, data);
      end({ data });
    });
    const fail = () => end({ data: state.data, problem: text.exercises.notComputed });
    source.addEventListener("failed", fail);
    source.addEventListener("error", fail);
  };
  return { ...state, begin };
}
