/** Where it hurts: touch the body, or choose the words beside it. */
import "./plate.css";
import { useId } from "preact/hooks";
import { kSites, type Site } from "../session/lookup";
import { text } from "../text/catalog";
import { trunkOutline } from "./shapes_back";

const words = text.plate;

export interface BodyMapProps {
  chosen: Site | null;
  onChoose: (site: Site) => void;
}

const outline =
  `${trunkOutline} C71,534 73,548 76,566 C80,590 78,620 71,650 C65,680 61,706 60,726 ` +
  "C61,742 70,754 80,766 C84,774 78,781 66,781 L37,781 C29,781 28,774 31,764 C35,752 36,740 36,726 " +
  "C35,700 30,670 27,640 C23,610 24,580 29,556 C28,540 27,520 24,496 C20,466 12,436 6,412 C4,404 2,398 0,394";

/** The right half of each place. */
const places: Record<Site, string> = {
  back: "M0,104 C20,110 50,114 76,118 C86,126 86,152 81,176 C79,198 75,222 69,246 C64,264 62,278 64,290 C42,298 20,306 0,318",
  buttock:
    "M0,323 C20,311 44,303 66,295 C74,312 81,330 83,350 C86,374 86,400 84,424 C81,456 75,490 72,512 C58,520 40,520 27,512 C24,486 16,448 7,412 C5,404 2,400 0,396",
  "below-knee":
    "M29,524 C42,530 58,530 71,524 C71,540 72,552 74,566 C78,590 76,620 69,650 C63,680 60,704 59,720 L37,720 C36,700 32,670 29,640 C25,610 26,580 31,556 C31,546 30,534 29,524 Z",
  foot: "M37,728 L59,728 C60,744 68,756 77,767 C80,774 76,779 66,779 L38,779 C31,779 31,773 33,765 C37,752 38,742 37,728 Z",
};

/** What a finger may hit: the place and the room around it. */
const reaches: Record<Site, string> = {
  back: "M0,92 H100 V306 H0 Z",
  buttock: "M0,306 H104 V520 H0 Z",
  "below-knee": "M0,520 H104 V718 H0 Z",
  foot: "M0,718 H120 V800 H0 Z",
};

const lines =
  "M2,318 C16,330 14,392 1,392 M8,404 C24,412 52,412 72,402 M40,548 C44,542 54,542 60,548 " +
  "M50,560 C46,590 46,620 49,650 M40,128 C46,150 44,176 34,194 M36,194 C52,190 64,180 76,168 M48,690 C46,704 46,716 48,724";

/** The places on both halves, each to be touched. */
function Half(props: BodyMapProps & { way: 1 | -1; hatch: string }) {
  const { chosen, onChoose, way, hatch } = props;
  return (
    <g transform={`scale(${way} 1)`}>
      <path class="plate-body" d={`${outline} Z`} />
      <path class="plate-outline" d={outline} />
      <path class="plate-line" d={lines} />
      {kSites.map((site) => (
        <g
          key={site}
          class="place"
          data-site={site}
          data-chosen={chosen === site}
          onClick={() => onChoose(site)}
        >
          <path class="place-reach" d={reaches[site]} />
          <path class="place-shape" d={places[site]} />
          {chosen === site && <path d={places[site]} fill={`url(#${hatch})`} />}
        </g>
      ))}
    </g>
  );
}

export function BodyMap({ chosen, onChoose }: BodyMapProps) {
  const uid = useId();
  const hatch = `${uid}-hatch`;
  return (
    <fieldset class="body-map-field">
      <legend>{words.where}</legend>
      <svg class="body-map" viewBox="-152 0 304 800" aria-hidden="true">
        <defs>
          <pattern
            id={hatch}
            width="9"
            height="9"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path class="place-hatch" d="M0,0 V9" />
          </pattern>
        </defs>
        <Half way={1} hatch={hatch} chosen={chosen} onChoose={onChoose} />
        <Half way={-1} hatch={hatch} chosen={chosen} onChoose={onChoose} />
      </svg>
      <div class="body-map-words">
        {kSites.map((site) => (
          <label key={site}>
            <input
              type="radio"
              name={`${uid}-site`}
              value={site}
              checked={chosen === site}
              onChange={() => onChoose(site)}
            />
            <span>{words.sites[site]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
