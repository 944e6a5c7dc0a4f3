import type { Card, Span } from "../contract";

/** What the model computes for this person and a load ("strongback.exercise/1"). */
export interface WorkDocument {
  exercise: Card;
  simulated: boolean;
  no_answer: { text: string } | null;
  load_kg: number;
  load_text?: string;
  leaves_out: string | null;
  barred: string | null;
  guideline_N: number;
  credit: Record<string, number>;
  muscles: Record<string, { left: Side; right: Side }>;
  discs: Record<string, Disc>;
  model: string;
}
interface Side {
  mean: number;
  peak: number;
  likely_peak: Span | null;
}
export interface Disc {
  compression_N: { mean: number; peak: number };
  likely_peak_N: Span;
  relative_to_standing: number;
  share_of_guideline: number;
}
