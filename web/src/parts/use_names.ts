import { useMemo } from "preact/hooks";
import type { Card } from "../contract";
import { useDocument } from "./use_document";

/** An id as words, until its name is known. */
export const spaced = (id: string): string => id.replaceAll("-", " ").replaceAll("_", " ");

type Named = Pick<Card, "id" | "name">;

function namesIn(named: readonly Named[] | undefined): (id: string) => string {
  const names = new Map(named?.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? spaced(id);
}

/** The names of exercises by their ids. */
export function useExerciseNames(): (id: string) => string {
  const { data } = useDocument<{ exercises: Named[] }>("/api/exercises");
  return useMemo(() => namesIn(data?.exercises), [data]);
}

/** The names of muscles by their ids. */
export function useMuscleNames(): (id: string) => string {
  const { data } = useDocument<{ muscles: Named[] }>("/api/muscles");
  return useMemo(() => namesIn(data?.muscles), [data]);
}
