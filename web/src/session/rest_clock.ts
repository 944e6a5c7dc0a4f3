/** A rest that ends at a time of day, so that a locked screen or a reload changes nothing. */
export interface Rest {
  endsAt: number; // [ms since 1970]
  length: number; // [ms]
}

const kKey = "rest";

export function beginRest(seconds: number, now = Date.now()): Rest {
  return keepRest({ endsAt: now + seconds * 1000, length: seconds * 1000 });
}

export function keepRest(rest: Rest): Rest {
  localStorage.setItem(kKey, JSON.stringify(rest));
  return rest;
}

export function endRest(): void {
  localStorage.removeItem(kKey);
}

/** The rest that runs, if one does. */
export function runningRest(now = Date.now()): Rest | undefined {
  try {
    const rest = JSON.parse(localStorage.getItem(kKey) ?? "null") as Rest | null;
    return rest && Number.isFinite(rest.endsAt) && rest.endsAt > now ? rest : undefined;
  } catch {
    return undefined;
  }
}

/** Whole seconds left, never below 0. */
export function secondsLeft(rest: Rest, now = Date.now()): number {
  return Math.max(0, Math.ceil((rest.endsAt - now) / 1000));
}

/** "1:05". */
export function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
