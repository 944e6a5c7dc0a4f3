/** The plate of the body's muscles: choose one, see what it did or whether it is ready. */
import "./plate.css";
import { useId, useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { type Drawing, type Region, fiberPath } from "./shapes";
import { backDeep, backSurface, outline, outlineStroke, spine } from "./shapes_back";
import { frontDeep, frontSurface } from "./shapes_front";
import { text } from "../text/catalog";
import { type PlateRamp, fillOf, hatchOf, isDarkFill, wordOf } from "./values";

export interface BackPlateProps {
  side: "back" | "front";
  layer: "surface" | "deep";
  values: Record<string, number | undefined>;
  chosen: string | null;
  onChoose: (id: string) => void;
  names: Record<string, string>;
  ramp: PlateRamp;
}

const words = text.plate;

type PlateName = `${BackPlateProps["side"]} ${BackPlateProps["layer"]}`;

const drawings: Record<PlateName, Drawing> = {
  "back surface": backSurface,
  "back deep": backDeep,
  "front surface": frontSurface,
  "front deep": frontDeep,
};

/** The muscles that a plate shows, from the top down. */
export const musclesOn = (side: "back" | "front", layer: "surface" | "deep"): string[] =>
  drawings[`${side} ${layer}`].regions.map((region) => region.id);

/** The same on both sides of the middle line. */
function Both({ children }: { children: ComponentChildren }) {
  return (
    <>
      <g>{children}</g>
      <g transform="scale(-1 1)">{children}</g>
    </>
  );
}

export function BackPlate(props: BackPlateProps) {
  const { side, layer, values, chosen, onChoose, names, ramp } = props;
  const uid = useId();
  const [focused, setFocused] = useState<string | null>(null);
  const drawing = drawings[`${side} ${layer}`];
  const ringed = (id: string | null): Region[] =>
    id === null ? [] : drawing.regions.filter((region) => region.id === id);

  const region = (one: Region) => {
    const value = values[one.id];
    const hatch = hatchOf(ramp, value);
    const clip = `${uid}-${one.id}`;
    const choose = () => onChoose(one.id);
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      choose();
    };
    return (
      <g
        key={one.id}
        class="plate-region"
        data-muscle={one.id}
        data-known={value !== undefined}
        data-hatched={hatch > 0}
        role="button"
        tabIndex={0}
        aria-pressed={chosen === one.id}
        aria-label={words.region(names[one.id] ?? one.id, wordOf(ramp, value))}
        onClick={choose}
        onKeyDown={onKeyDown}
        onFocus={(event: FocusEvent) =>
          setFocused((event.currentTarget as Element).matches(":focus-visible") ? one.id : null)
        }
        onBlur={() => setFocused(null)}
      >
        <clipPath id={clip}>
          <path d={one.d} />
        </clipPath>
        <Both>
          <path class="plate-fill" d={one.d} fill={fillOf(ramp, value)} />
          <g clip-path={`url(#${clip})`}>
            <path
              class={isDarkFill(ramp, value) ? "plate-fibers on-dark" : "plate-fibers"}
              d={fiberPath(one.fibers)}
            />
            {hatch > 0 && (
              <path class="plate-hatch" d={one.d} fill={`url(#${uid}-hatch${hatch})`} />
            )}
          </g>
          <path class="plate-edge" d={one.d} />
        </Both>
      </g>
    );
  };

  return (
    <svg
      class="back-plate"
      viewBox="-152 0 304 562"
      role="group"
      aria-label={words.plates[`${side} ${layer}`]}
    >
      <defs>
        {[1, 2].map((hatch) => (
          <pattern
            key={hatch}
            id={`${uid}-hatch${hatch}`}
            width={hatch === 1 ? 7 : 4}
            height={hatch === 1 ? 7 : 4}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path class="plate-hatch-line" d="M0,0 V8" />
          </pattern>
        ))}
      </defs>
      <g aria-hidden="true">
        <path class="plate-body" d={`${outline} Z`} />
        <path class="plate-body" d={`${outline} Z`} transform="scale(-1 1)" />
        <path class="plate-outline" d={outlineStroke} />
        <path class="plate-outline" d={outlineStroke} transform="scale(-1 1)" />
        <Both>
          {drawing.passive.map((d) => (
            <path key={d} class={layer === "deep" ? "plate-bone" : "plate-tissue"} d={d} />
          ))}
        </Both>
      </g>
      <g aria-hidden="true">
        {drawing.regions.map((one) => (
          <g key={one.id} onClick={() => onChoose(one.id)}>
            <Both>
              <path class="plate-hit" d={one.d} />
            </Both>
          </g>
        ))}
      </g>
      {drawing.regions.map(region)}
      <g class="plate-over" aria-hidden="true">
        <Both>
          {drawing.lines.map((d) => (
            <path key={d} class="plate-line" d={d} />
          ))}
        </Both>
        {side === "back" &&
          spine.map((y) => (
            <path
              key={y}
              class="plate-spine"
              d={`M0,${y} l2.4,6.4 q-2.4,2.6 -4.8,0 z`}
            />
          ))}
        {ringed(chosen).map((one) => (
          <Both key={one.id}>
            <path class="plate-chosen" d={one.d} />
          </Both>
        ))}
        {ringed(focused).map((one) => (
          <Both key={one.id}>
            <path class="plate-ring-ground" d={one.d} />
            <path class="plate-ring" d={one.d} />
          </Both>
        ))}
      </g>
    </svg>
  );
}
