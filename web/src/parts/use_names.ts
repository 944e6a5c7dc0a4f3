import { useMemo } from "preact/hooks";
import { useDocument } from "./use_document";

/** An id as words, until its name is known. */
export const spaced = (id: string): string => id.replaceAll("-", " ").replaceAll("_", " ");

interface Named {
  id: string;
  name: string;
}

function namesIn(named: readonly Named[] | undefined): (id: string) => string {
  const names = new Map(named?.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? spaced(id);
}

/** The names of exercises by their ids. */
export function useExerciseNames(): (id: string) => string {
  const { data } = useDocument<{ exercises: Named[] }>("/api/exercises");
  return useMemo(() => namesIn(data?.exercises), [data]);
}

export interface Muscles {
  nameOf: (id: string) => string;
  isBack: (id: string) => boolean;
}

/** The names of muscles by their ids, and which of them are of the back. */
export function useMuscles(): Muscles {
  const { data } = useDocument<{ muscles: (Named & { is_back: boolean })[] }>("/api/muscles");
  return useMemo(() => {
    const back = new Set(data?.muscles.filter((one) => one.is_back).map(({ id }) => id));
    return { nameOf: namesIn(data?.muscles), isBack: (id) => back.has(id) };
  }, [data]);
}
