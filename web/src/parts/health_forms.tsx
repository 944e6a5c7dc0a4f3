import { useState } from "preact/hooks";
import { text } from "../text/catalog";

const words = text.welcome;

/** An input that holds `value`. */
const field = (value: string, set: (value: string) => void) => ({
  value,
  onInput: (event: { currentTarget: HTMLInputElement }) => set(event.currentTarget.value),
});

interface HealthProps {
  onAnswer: (answer: string) => void;
}

/** Both numbers of a blood pressure: "128/82". */
export function Pressure({ onAnswer }: HealthProps) {
  const [high, setHigh] = useState("");
  const [low, setLow] = useState("");
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer(`${high}/${low}`);
      }}
    >
      <label>
        {words.systolic}
        <input type="number" required {...field(high, setHigh)} />
      </label>
      <label>
        {words.diastolic}
        <input type="number" required {...field(low, setLow)} />
      </label>
      <button type="submit" class="button action wide">
        {words.next}
      </button>
      <button type="button" class="button plain" onClick={() => onAnswer("skip")}>
        {text.yesNo.skip}
      </button>
    </form>
  );
}

/** Has somebody looked at it: "2026-11-20, Dr. Lind, no heavy lifting", or no. */
export function Clearance({ onAnswer }: HealthProps) {
  const [day, setDay] = useState("");
  const [who, setWho] = useState("");
  const [limits, setLimits] = useState("");
  const plain = who.replaceAll(",", " "); // a comma ends the name in the answer
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer([day, plain, limits].filter(Boolean).join(", "));
      }}
    >
      <button type="button" class="button wide" onClick={() => onAnswer("no")}>
        {words.clearedNot}
      </button>
      <label>
        {words.clearedWhen}
        <input type="date" required {...field(day, setDay)} />
      </label>
      <label>
        {words.clearedWho}
        <input required {...field(who, setWho)} />
      </label>
      <label>
        {words.clearedLimits}
        <input {...field(limits, setLimits)} />
      </label>
      <button type="submit" class="button action wide">
        {words.next}
      </button>
    </form>
  );
}
