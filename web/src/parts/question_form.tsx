import { useState } from "preact/hooks";
import type { Question } from "../contract";
import { text } from "../text/catalog";
import { PainScale } from "./pain_scale";

const { questionTexts, welcome: words, yesNo } = text;

const kFew = 12; // more choices than that can be searched

interface Choice {
  word: string;
  label: string;
}

/** "chair: a stable chair" is the word "chair" with a label. */
function choiceOf(line: string): Choice {
  const colon = line.indexOf(": ");
  if (colon < 0) return { word: line, label: line.charAt(0).toUpperCase() + line.slice(1) };
  const label = line.slice(colon + 2);
  return { word: line.slice(0, colon), label: label.charAt(0).toUpperCase() + label.slice(1) };
}

interface FormProps {
  question: Question;
  onAnswer: (answer: string) => void;
}

function YesNo(props: FormProps) {
  const isScreening = props.question.id.startsWith("screening.");
  return (
    <div class="choices">
      {(["yes", "no"] as const).map((word) => (
        <button
          key={word}
          type="button"
          class="button wide"
          onClick={() => props.onAnswer(word)}
        >
          {yesNo[word]}
        </button>
      ))}
      {isScreening && (
        <button type="button" class="button plain" onClick={() => props.onAnswer("skip")}>
          {yesNo.skip}
        </button>
      )}
    </div>
  );
}

function One(props: FormProps & { choices: Choice[] }) {
  return (
    <div class="choices">
      {props.choices.map((choice) => (
        <button
          key={choice.word}
          type="button"
          class="button wide"
          onClick={() => props.onAnswer(choice.word)}
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}

function Several(props: FormProps & { choices: Choice[] }) {
  const [chosen, setChosen] = useState<string[]>([]);
  const [find, setFind] = useState("");
  const toggle = (word: string) =>
    setChosen(
      chosen.includes(word) ? chosen.filter((one) => one !== word) : [...chosen, word],
    );
  const isShown = ({ word, label }: Choice) =>
    chosen.includes(word) || label.toLowerCase().includes(find.trim().toLowerCase());
  return (
    <>
      <p class="soft">{words.several}</p>
      {props.choices.length > kFew && (
        <label>
          {words.find}
          <input
            type="search"
            value={find}
            onInput={(event) => setFind(event.currentTarget.value)}
          />
        </label>
      )}
      <div class="choices scrolled" role="group" aria-label={textOf(props.question)}>
        {props.choices.filter(isShown).map((choice) => (
          <button
            key={choice.word}
            type="button"
            class="button"
            aria-pressed={chosen.includes(choice.word)}
            onClick={() => toggle(choice.word)}
          >
            {choice.label}
          </button>
        ))}
      </div>
      <button
        type="button"
        class="button action wide"
        onClick={() => props.onAnswer(chosen.join(", "))}
      >
        {chosen.length > 0 ? `${words.next} (${words.chosen(chosen.length)})` : words.noneOfThem}
      </button>
    </>
  );
}

/** A chore counts with how often and how long: "kitchen-work 5 x 40". */
function Typed(props: FormProps) {
  const { question } = props;
  const [text, setText] = useState("");
  const isNumber = question.form === "whole";
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        props.onAnswer(text);
      }}
    >
      <input
        aria-label={textOf(question)}
        type="text"
        inputMode={isNumber ? "numeric" : "text"}
        value={text}
        autocomplete={question.id === "name" ? "given-name" : "off"}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      {question.example && <p class="soft">{question.example}</p>}
      <button type="submit" class="button action wide" disabled={text.trim() === ""}>
        {words.next}
      </button>
    </form>
  );
}

export const textOf = (question: Question) => questionTexts[question.id] ?? question.text;

/** The way to answer a question that suits it. */
export function QuestionForm(props: FormProps) {
  const { question } = props;
  const choices = question.choices.map(choiceOf);
  if (question.id === "pain.now" || question.id === "pain.usual")
    return (
      <PainScale
        label={textOf(question)}
        value={undefined}
        onChoose={(pain) => props.onAnswer(String(pain))}
      />
    );
  if (question.form === "yes_no") return <YesNo {...props} />;
  if (question.form === "words") return <One {...props} choices={choices} />;
  if (question.form === "list" && choices.length > 0)
    return <Several {...props} choices={choices} />;
  return <Typed {...props} />;
}
