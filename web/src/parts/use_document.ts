import { useEffect, useState } from "preact/hooks";
import { cachedGet } from "../api";
import type { Problem } from "../contract";

export interface Seen<T> {
  data?: T;
  problem?: Problem;
  isStale: boolean;
  reload: () => void;
}

/** A document of the server, or the last one that this device saw. */
export function useDocument<T>(path: string | undefined): Seen<T> {
  const [seen, setSeen] = useState<Omit<Seen<T>, "reload">>({ isStale: false });
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (path === undefined) return;
    let isGone = false;
    void cachedGet<T>(path).then((answer) => {
      if (isGone) return;
      setSeen(
        "data" in answer
          ? { data: answer.data, isStale: answer.isStale }
          : { problem: answer.problem, isStale: false },
      );
    });
    return () => {
      isGone = true;
    };
  }, [path, count]);
  return { ...seen, reload: () => setCount(count + 1) };
}
