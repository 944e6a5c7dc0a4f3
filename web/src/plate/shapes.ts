/** What a plate is drawn from, and its fibers. */

export interface Region {
  id: string; // of the muscle
  d: string; // its right half
  /** Two guides "x,y x,y x,y x,y" and how many fibers run between them. */
  fibers: readonly [string, string, number];
}

export interface Drawing {
  regions: readonly Region[];
  passive: readonly string[]; // tissue and bone that cannot be chosen
  lines: readonly string[];
}

const numbers = (text: string): number[] => text.split(/[ ,]+/).map(Number);

/** The fibers of a region as one path. */
export function fiberPath([first, last, count]: Region["fibers"]): string {
  const [a, b] = [numbers(first), numbers(last)];
  let d = "";
  for (let i = 0; i < count; ++i) {
    const share = (i + 0.5) / count;
    const p = a.map((v, k) => (v + share * ((b[k] ?? v) - v)).toFixed(1));
    d += `M${p[0]},${p[1]}C${p.slice(2).join(" ")}`;
  }
  return d;
}
