import { useState } from "preact/hooks";
import { text } from "../text/catalog";
import { ChooseMany, NextButton, type Choice } from "./choose";

const words = text.welcome;

/** A number that belongs to each thing that was chosen. */
interface Count {
  label: string;
  usual: number;
  most: number;
}

export interface CountedKind {
  counts: readonly Count[];
  /** As the answer has it: "2 x tin-400g", "kitchen-work 5 x 40". */
  write: (word: string, numbers: readonly number[]) => string;
  /** Whether something may be named besides the list. */
  hasOwn: boolean;
}

export const household: CountedKind = {
  counts: [{ label: words.howMany, usual: 1, most: 20 }],
  write: (word, [count]) => `${count} x ${word}`,
  hasOwn: true,
};

export const chores: CountedKind = {
  counts: [
    { label: words.timesAWeek, usual: 3, most: 50 },
    { label: words.minutesEach, usual: 20, most: 600 },
  ],
  write: (word, [times, minutes]) => `${word} ${times} x ${minutes}`,
  hasOwn: false,
};

interface RowProps {
  label: string;
  counts: readonly Count[];
  numbers: readonly number[];
  onChange: (numbers: number[]) => void;
}

/** One thing that was chosen, with its numbers. */
function Row({ label, counts, numbers, onChange }: RowProps) {
  const set = (at: number, value: number) =>
    onChange(numbers.map((number, i) => (i === at ? value : number)));
  return (
    <fieldset class="counted">
      <legend>{label}</legend>
      {counts.map((count, i) => (
        <label key={count.label}>
          {count.label}
          <input
            type="number"
            inputMode="numeric"
            min="1"
            max={count.most}
            value={numbers[i]}
            onInput={(event) => set(i, Number(event.currentTarget.value))}
          />
        </label>
      ))}
    </fieldset>
  );
}

interface CountedProps {
  label: string;
  choices: readonly Choice[];
  kind: CountedKind;
  canBeNone: boolean;
  onAnswer: (answer: string) => void;
}

/** Things to tap, each with how many or how often. */
export function Counted({ label, choices, kind, canBeNone, onAnswer }: CountedProps) {
  const [chosen, setChosen] = useState<Map<string, readonly number[]>>(new Map());
  const [own, setOwn] = useState("");
  const toggle = (word: string) => {
    const next = new Map(chosen);
    if (!next.delete(word)) next.set(word, kind.counts.map((count) => count.usual));
    setChosen(next);
  };
  const change = (word: string, numbers: readonly number[]) =>
    setChosen(new Map(chosen).set(word, numbers));
  const named = own.split(",").map((one) => one.trim()).filter(Boolean);
  const answers = [...[...chosen].map(([word, numbers]) => kind.write(word, numbers)), ...named];
  return (
    <>
      <ChooseMany label={label} choices={choices} chosen={[...chosen.keys()]} onToggle={toggle} />
      {choices
        .filter(({ word }) => chosen.has(word))
        .map((choice) => (
          <Row
            key={choice.word}
            label={choice.label}
            counts={kind.counts}
            numbers={chosen.get(choice.word) ?? []}
            onChange={(numbers) => change(choice.word, numbers)}
          />
        ))}
      {kind.hasOwn && (
        <label>
          {words.own}
          <input value={own} onInput={(event) => setOwn(event.currentTarget.value)} />
        </label>
      )}
      <NextButton
        chosen={answers.length}
        canBeNone={canBeNone}
        onNext={() => onAnswer(answers.join(", "))}
      />
    </>
  );
}
