import type { WorkDocument } from "./work";
import { exercises as words } from "../text/pages";

const kMostRows = 14;

/** The harder working side of each muscle: peak as a share of all it can, with its likely range. */
export function WorksBars(props: { work: WorkDocument; isBack: (muscle: string) => boolean }) {
  const rows = Object.entries(props.work.muscles)
    .map(([muscle, sides]) => {
      const side = sides.left.peak > sides.right.peak ? sides.left : sides.right;
      return { muscle, peak: side.peak, likely: side.likely_peak };
    })
    .filter((row) => row.peak >= 0.02)
    .sort(
      (a, b) =>
        Number(props.isBack(b.muscle)) - Number(props.isBack(a.muscle)) || b.peak - a.peak,
    )
    .slice(0, kMostRows);
  return (
    <table class="bars">
      <tbody>
        {rows.map((row) => (
          <tr key={row.muscle}>
            <th scope="row">{row.muscle.replaceAll("-", " ")}</th>
            <td>
              <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                <rect x="0" y="1" width="100" height="10" class="track" />
                <rect
                  x="0"
                  y="1"
                  width={Math.min(100, row.peak * 100)}
                  height="10"
                  class={`work-${Math.min(5, Math.ceil(Math.sqrt(row.peak) * 5))}`}
                />
                {row.likely && (
                  <rect
                    x={row.likely[0] * 100}
                    y="5"
                    width={Math.max(0.5, (Math.min(1, row.likely[1]) - row.likely[0]) * 100)}
                    height="2"
                    class="likely"
                  />
                )}
              </svg>
            </td>
            <td class="quiet">
              {words.most(Math.round(row.peak * 100))}
              {row.likely &&
                ` (${Math.round(row.likely[0] * 100)}–${Math.round(row.likely[1] * 100)})`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
