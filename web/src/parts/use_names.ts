import { useMemo } from "preact/hooks";
import { useDocument } from "./use_document";

/** An id as words, where it has no name. */
export function spaced(id: string): string {
  const words = id.replaceAll("-", " ").replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "Erector spinae, lumbar", without the parts in brackets. */
const withoutParts = (name: string): string => name.replace(/ \(.*\)$/, "");

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

/** The short names of muscles by their ids, and which of them are of the back. */
export function useMuscles(): Muscles {
  const { data } = useDocument<{ muscles: (Named & { is_back: boolean })[] }>("/api/muscles");
  return useMemo(() => {
    const back = new Set(data?.muscles.filter((one) => one.is_back).map(({ id }) => id));
    const named = namesIn(data?.muscles);
    return { nameOf: (id) => withoutParts(named(id)), isBack: (id) => back.has(id) };
  }, [data]);
}
