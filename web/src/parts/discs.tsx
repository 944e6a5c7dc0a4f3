import { text } from "../text/catalog";
import type { Disc, WorkDocument } from "./work";

const words = text.exercises;

const kTall = 46;

function shade(disc: Disc): number {
  return Math.min(4, Math.floor(disc.share_of_guideline * 5));
}

/** The five discs of the low back as they are pressed, top to bottom. */
export function Discs(props: { work: WorkDocument }) {
  const discs = Object.entries(props.work.discs);
  return (
    <div class="discs">
      <svg viewBox={`0 0 120 ${discs.length * kTall + 34}`} aria-hidden="true">
        <defs>
          <pattern id="over" width="6" height="6" patternUnits="userSpaceOnUse">
            <path d="M0 6L6 0" stroke="var(--ink)" stroke-width="1.5" />
          </pattern>
        </defs>
        {discs.map(([name, disc], i) => (
          <g key={name} transform={`translate(0 ${i * kTall})`}>
            <path
              class="vertebra"
              d={`M${24 - i} 4 Q60 10 ${96 + i} 4 Q${90 + i} 17 ${97 + i} 30 Q60 25 ${23 - i} 30 Q${30 - i} 17 ${24 - i} 4Z`}
            />
            <rect x={25 - i} y="32" width={70 + 2 * i} height="15" rx="7" class={`disc-${shade(disc)}`} />
            {disc.share_of_guideline > 1 && (
              <rect x={25 - i} y="32" width={70 + 2 * i} height="15" rx="7" fill="url(#over)" />
            )}
          </g>
        ))}
      </svg>
      <table>
        <tbody>
          {discs.map(([name, disc]) => (
            <tr key={name}>
              <th scope="row">{name.toUpperCase().replace("-", "/")}</th>
              <td>
                <strong>{words.standing(disc.relative_to_standing)}</strong>
                <div class="quiet">
                  {words.pressed(
                    disc.compression_N.peak,
                    disc.likely_peak_N,
                    100 * disc.share_of_guideline,
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
