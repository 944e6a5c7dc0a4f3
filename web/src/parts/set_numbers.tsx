import type { Units } from "../contract";
import type { LineView } from "../session/view";
import { session as words } from "../text/session";
import { amountOf, massParts } from "../units";

export function Dots(props: { done: number; all: number }) {
  return (
    <span class="dots" aria-hidden="true">
      {Array.from({ length: props.all }, (_, i) => (
        <i key={i} class={i < props.done ? "full" : ""} />
      ))}
    </span>
  );
}

/** As large as both numbers fit beside each other on a phone. */
function sizeFor(characters: number): string {
  if (characters <= 5) return "numbers";
  return characters <= 7 ? "numbers long" : "numbers longest";
}

/** The load as things to pick up, and how much to do. */
export function Numbers(props: { line: LineView; units: Units }) {
  const { line, next } = props.line;
  const amount = amountOf(line);
  const load = next.load_kg === undefined ? undefined : massParts(next.load_kg, props.units);
  return (
    <div class={sizeFor((load?.number.length ?? 0) + amount.text.length)}>
      {load ? (
        <div>
          <div class="big">
            {load.number}
            <span class="unit"> {load.unit}</span>
          </div>
          <div class="soft">{next.load_text || line.load_text}</div>
        </div>
      ) : (
        <div class="words">{line.load_text || words.bodyWeight}</div>
      )}
      <div>
        <div class="big">{amount.text}</div>
        <div class="soft">
          {line.hold_s && (line.holds ?? 1) > 1
            ? words.holds(line.holds ?? 1, line.hold_s[0], line.hold_s[1])
            : amount.unit}
          {line.sides > 1 && `, ${words.sides}`}
        </div>
      </div>
    </div>
  );
}

export function Tempo(props: { tempo?: string }) {
  const parts = (props.tempo ?? "").split("-").map(Number);
  if (parts.length !== 4) return null;
  const [lower, bottom, lift, top] = parts as [number, number, number, number];
  return <p class="soft tempo">{words.tempo(words.tempoWords(lower, bottom, lift, top))}</p>;
}
