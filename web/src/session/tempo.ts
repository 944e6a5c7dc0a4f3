/** Seconds of each part of a repetition, as the pack names them: "2-0-1-1". */
export interface Tempo {
  lower: number;
  bottom: number;
  lift: number;
  top: number;
}
export type PhaseKind = keyof Tempo;
export interface Phase {
  kind: PhaseKind;
  seconds: number;
}

/** Where in a repetition one is. */
export interface Beat {
  kind: PhaseKind;
  second: number; // 1 for the first of the phase
  height: number; // 0 at the bottom, 1 at the top
}

const kRound: PhaseKind[] = ["lower", "bottom", "lift", "top"];

export function tempoOf(text: string | undefined): Tempo | undefined {
  const parts = (text ?? "").split("-").map(Number);
  const [lower, bottom, lift, top] = parts;
  if (parts.length !== 4 || !parts.every((part) => part >= 0)) return undefined;
  const tempo = { lower, bottom, lift, top } as Tempo;
  return secondsOf(tempo) > 0 ? tempo : undefined;
}

export const secondsOf = ({ lower, bottom, lift, top }: Tempo): number =>
  lower + bottom + lift + top;

/** The phases that take time, in their order, from the one with which it begins. */
export function phasesOf(tempo: Tempo, first: "lower" | "lift" = "lower"): Phase[] {
  const from = kRound.indexOf(first);
  const order = [...kRound.slice(from), ...kRound.slice(0, from)];
  return order
    .map((kind) => ({ kind, seconds: tempo[kind] }))
    .filter((phase) => phase.seconds > 0);
}

function heightAt(kind: PhaseKind, share: number): number {
  if (kind === "lower") return 1 - share;
  if (kind === "lift") return share;
  return kind === "top" ? 1 : 0;
}

/** Seconds of all phases together. */
export const roundOf = (phases: readonly Phase[]): number =>
  phases.reduce((sum, phase) => sum + phase.seconds, 0);

/** The beat `seconds` after the first repetition began; they follow each other without end. */
export function beatAt(phases: readonly Phase[], seconds: number): Beat | undefined {
  const round = roundOf(phases);
  if (round <= 0) return undefined;
  let left = ((seconds % round) + round) % round;
  for (const { kind, seconds: length } of phases) {
    if (left < length)
      return { kind, second: Math.floor(left) + 1, height: heightAt(kind, left / length) };
    left -= length;
  }
  return undefined;
}

/** How high the mark is over one repetition: straight lines between these. */
export function heightsOf(phases: readonly Phase[]): { share: number; height: number }[] {
  const round = roundOf(phases);
  let before = 0;
  return phases.flatMap(({ kind, seconds }) => {
    const from = before / round;
    before += seconds;
    return [
      { share: from, height: heightAt(kind, 0) },
      { share: before / round, height: heightAt(kind, 1) },
    ];
  });
}

/** A clock that the guide and the figure share; it stands while it is stopped. */
export class PaceClock {
  private since: number | undefined;
  private before = 0; // [ms]

  run(isRunning: boolean, now = performance.now()): void {
    if (isRunning === (this.since !== undefined)) return;
    if (this.since !== undefined) this.before += now - this.since;
    this.since = isRunning ? now : undefined;
  }

  /** Seconds that it ran. */
  seconds(now = performance.now()): number {
    return (this.before + (this.since === undefined ? 0 : now - this.since)) / 1000;
  }
}
