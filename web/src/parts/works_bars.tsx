import { text } from "../text/catalog";
import { useMuscles, type Muscles } from "./use_names";
import type { WorkDocument } from "./work";

const words = text.exercises;

const kMostRows = 14;
const kLeast = 0.02; // of all that a muscle can

interface Row {
  muscle: string;
  peak: number;
  likely: readonly [number, number] | null;
}

/** The harder working side of each muscle, those of the back first. */
function rowsOf(work: WorkDocument, { isBack }: Muscles): Row[] {
  return Object.entries(work.muscles)
    .map(([muscle, { left, right }]) => {
      const side = left.peak > right.peak ? left : right;
      return { muscle, peak: side.peak, likely: side.likely_peak };
    })
    .filter((row) => row.peak >= kLeast)
    .sort((a, b) => Number(isBack(b.muscle)) - Number(isBack(a.muscle)) || b.peak - a.peak)
    .slice(0, kMostRows);
}

/** A bar as long as the peak, and a line where it probably lies. */
function Bar({ peak, likely }: Row) {
  const step = Math.min(5, Math.ceil(Math.sqrt(peak) * 5));
  const [low, high] = likely ?? [0, 0];
  const wide = Math.max(0.5, (Math.min(1, high) - low) * 100);
  return (
    <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
      <rect x="0" y="1" width="100" height="10" class="track" />
      <rect x="0" y="1" width={Math.min(100, peak * 100)} height="10" class={`work-${step}`} />
      {likely && <rect x={low * 100} y="5" width={wide} height="2" class="likely" />}
    </svg>
  );
}

/** Each muscle's peak as a share of all it can, with its likely range. */
export function WorksBars(props: { work: WorkDocument }) {
  const muscles = useMuscles();
  return (
    <table class="bars">
      <tbody>
        {rowsOf(props.work, muscles).map((row) => (
          <tr key={row.muscle}>
            <th scope="row">{muscles.nameOf(row.muscle)}</th>
            <td>
              <Bar {...row} />
            </td>
            <td class="quiet">
              {words.most(row.peak * 100)}{" "}
              {row.likely && words.likelyMost(row.likely[0] * 100, row.likely[1] * 100)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
