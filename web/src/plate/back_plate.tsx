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

interface RegionProps {
  one: Region;
  uid: string;
  name: string;
  value: number | undefined;
  ramp: PlateRamp;
  isChosen: boolean;
  onChoose: () => void;
  onFocus: (isRinged: boolean) => void;
}

/** One muscle, on both sides: its color, its fibers, its texture. */
function Muscle(props: RegionProps) {
  const { one, uid, name, value, ramp, isChosen, onChoose, onFocus } = props;
  const hatch = hatchOf(ramp, value);
  const clip = `${uid}-${one.id}`;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    onChoose();
  };
  return (
    <g
      class="plate-region"
      data-muscle={one.id}
      data-known={value !== undefined}
      data-hatched={hatch > 0}
      role="button"
      tabIndex={0}
      aria-pressed={isChosen}
      aria-label={words.region(name, wordOf(ramp, value))}
      onClick={onChoose}
      onKeyDown={onKeyDown}
      onFocus={(event: FocusEvent) =>
        onFocus((event.currentTarget as Element).matches(":focus-visible"))
      }
      onBlur={() => onFocus(false)}
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
          {hatch > 0 && <path class="plate-hatch" d={one.d} fill={`url(#${uid}-hatch${hatch})`} />}
        </g>
        <path class="plate-edge" d={one.d} />
      </Both>
    </g>
  );
}

function Hatches({ uid }: { uid: string }) {
  return (
    <defs>
      {[7, 4].map((size, i) => (
        <pattern
          key={size}
          id={`${uid}-hatch${i + 1}`}
          width={size}
          height={size}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path class="plate-hatch-line" d="M0,0 V8" />
        </pattern>
      ))}
    </defs>
  );
}

/** The body under the muscles, and room for a finger around small ones. */
function Under(props: { drawing: Drawing; isDeep: boolean; onChoose: (id: string) => void }) {
  const { drawing, isDeep, onChoose } = props;
  return (
    <g aria-hidden="true">
      <Both>
        <path class="plate-body" d={`${outline} Z`} />
      </Both>
      <Both>
        <path class="plate-outline" d={outlineStroke} />
      </Both>
      <Both>
        {drawing.passive.map((d) => (
          <path key={d} class={isDeep ? "plate-bone" : "plate-tissue"} d={d} />
        ))}
      </Both>
      {drawing.regions.map((one) => (
        <g key={one.id} onClick={() => onChoose(one.id)}>
          <Both>
            <path class="plate-hit" d={one.d} />
          </Both>
        </g>
      ))}
    </g>
  );
}

interface OverProps {
  drawing: Drawing;
  hasSpine: boolean;
  chosen: string | null;
  focused: string | null;
}

/** Lines over the muscles, and rings round the chosen one and the one with the focus. */
function Over({ drawing, hasSpine, chosen, focused }: OverProps) {
  const ringed = (id: string | null): Region[] =>
    drawing.regions.filter((region) => region.id === id);
  return (
    <g class="plate-over" aria-hidden="true">
      <Both>
        {drawing.lines.map((d) => (
          <path key={d} class="plate-line" d={d} />
        ))}
      </Both>
      {hasSpine &&
        spine.map((y) => (
          <path key={y} class="plate-spine" d={`M0,${y} l2.4,6.4 q-2.4,2.6 -4.8,0 z`} />
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
  );
}

export function BackPlate(props: BackPlateProps) {
  const { side, layer, values, chosen, onChoose, names, ramp } = props;
  const uid = useId();
  const [focused, setFocused] = useState<string | null>(null);
  const drawing = drawings[`${side} ${layer}`];
  return (
    <svg
      class="back-plate"
      viewBox="-152 0 304 562"
      role="group"
      aria-label={words.plates[`${side} ${layer}`]}
    >
      <Hatches uid={uid} />
      <Under drawing={drawing} isDeep={layer === "deep"} onChoose={onChoose} />
      {drawing.regions.map((one) => (
        <Muscle
          key={one.id}
          one={one}
          uid={uid}
          name={names[one.id] ?? one.id}
          value={values[one.id]}
          ramp={ramp}
          isChosen={chosen === one.id}
          onChoose={() => onChoose(one.id)}
          onFocus={(isRinged) => setFocused(isRinged ? one.id : null)}
        />
      ))}
      <Over drawing={drawing} hasSpine={side === "back"} chosen={chosen} focused={focused} />
    </svg>
  );
}
