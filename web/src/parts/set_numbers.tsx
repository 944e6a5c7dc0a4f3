import type { Units } from "../contract";
import type { Side } from "../session/sides";
import type { LineView } from "../session/view";
import { text } from "../text/catalog";
import { amountOf, massParts } from "../units";

const words = text.session;

function Dots(props: { done: number; all: number }) {
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
export function Numbers(props: { line: LineView; units: Units; isOneSide: boolean }) {
  const { line, next } = props.line;
  const amount = amountOf(line);
  const load = next.load_kg === undefined ? undefined : massParts(next.load_kg, props.units);
  const isBothSides = line.sides > 1 && !props.isOneSide;
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
        <div class="soft">{isBothSides ? words.eachSide(amount.unit) : amount.unit}</div>
      </div>
    </div>
  );
}

/** Which set it is, and the side as large as it must be to be read from a mat. */
export function Place(props: { line: LineView; side: Side | undefined }) {
  const { line, done } = props.line;
  return (
    <p class="place">
      {props.side && <strong>{words.side[props.side]}</strong>}
      <span>
        {words.set(done.length + 1, line.sets)}
        <Dots done={done.length} all={line.sets} />
      </span>
    </p>
  );
}
