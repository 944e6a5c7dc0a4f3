import { useState } from "preact/hooks";
import { text } from "../text/catalog";
import { SearchField } from "./fields";

const words = text.welcome;

const kFew = 12; // more choices than that can be searched

/** A word of the answer, and how it is called. */
export interface Choice {
  word: string;
  label: string;
}

/** "chair: a stable chair" is the word "chair" with a label. */
export function choiceOf(line: string): Choice {
  const colon = line.indexOf(": ");
  const word = colon < 0 ? line : line.slice(0, colon);
  const label = colon < 0 ? line : line.slice(colon + 2);
  return { word, label: label.charAt(0).toUpperCase() + label.slice(1) };
}

interface ChooseProps {
  label: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onToggle: (word: string) => void;
}

/** Buttons to tap, any number of them; a long list can be searched. */
export function ChooseMany({ label, choices, chosen, onToggle }: ChooseProps) {
  const [find, setFind] = useState("");
  const wanted = find.trim().toLowerCase();
  const isShown = (choice: Choice) =>
    chosen.includes(choice.word) || choice.label.toLowerCase().includes(wanted);
  return (
    <>
      <p class="soft">{words.several}</p>
      {choices.length > kFew && <SearchField name={words.find} value={find} set={setFind} />}
      <div class="choices scrolled" role="group" aria-label={label}>
        {choices.filter(isShown).map((choice) => (
          <button
            key={choice.word}
            type="button"
            class="button"
            data-word={choice.word}
            aria-pressed={chosen.includes(choice.word)}
            onClick={() => onToggle(choice.word)}
          >
            {choice.label}
          </button>
        ))}
      </div>
    </>
  );
}

/** The way on, which says how many were chosen. */
export function NextButton(props: { chosen: number; canBeNone: boolean; onNext: () => void }) {
  return (
    <button
      type="button"
      class="button action wide"
      disabled={props.chosen === 0 && !props.canBeNone}
      onClick={props.onNext}
    >
      {props.chosen > 0 ? words.nextWith(props.chosen) : words.noneOfThem}
    </button>
  );
}
