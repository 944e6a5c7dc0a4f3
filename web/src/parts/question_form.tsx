import { useState } from "preact/hooks";
import type { Question } from "../contract";
import { text } from "../text/catalog";
import { ChooseMany, choiceOf, NextButton, type Choice } from "./choose";
import { Counted, chores, household } from "./counted";
import { Clearance, Pressure } from "./health_forms";
import { PainScale } from "./pain_scale";

const { choiceTexts, questionTexts, welcome: words, yesNo } = text;

const kTimes = ["time.at", "time.wake"];

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
          data-word={choice.word}
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
  const toggle = (word: string) =>
    setChosen(
      chosen.includes(word) ? chosen.filter((one) => one !== word) : [...chosen, word],
    );
  return (
    <>
      <ChooseMany
        label={textOf(props.question)}
        choices={props.choices}
        chosen={chosen}
        onToggle={toggle}
      />
      <NextButton
        chosen={chosen.length}
        canBeNone={props.question.default !== ""}
        onNext={() => props.onAnswer(chosen.join(", "))}
      />
    </>
  );
}

function Typed(props: FormProps) {
  const { question } = props;
  const [said, setSaid] = useState("");
  const field = {
    "aria-label": textOf(question),
    value: said,
    onInput: (event: { currentTarget: HTMLInputElement }) => setSaid(event.currentTarget.value),
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        props.onAnswer(said);
      }}
    >
      {kTimes.includes(question.id) ? (
        <input type="time" {...field} />
      ) : (
        <input
          type="text"
          inputMode={question.form === "whole" ? "numeric" : "text"}
          autocomplete={question.id === "name" ? "given-name" : "off"}
          {...field}
        />
      )}
      {question.example && <p class="soft">{question.example}</p>}
      <button type="submit" class="button action wide" disabled={said.trim() === ""}>
        {words.next}
      </button>
    </form>
  );
}

/** The choices, by the names that suit a screen. */
function choicesOf({ id, choices }: Question): Choice[] {
  const named = (choice: Choice) => choiceTexts[id]?.[choice.word] ?? choice.label;
  return choices.map(choiceOf).map((choice) => ({ ...choice, label: named(choice) }));
}

export const textOf = (question: Question) => questionTexts[question.id] ?? question.text;

/** The way to answer a question that suits it. */
export function QuestionForm(props: FormProps) {
  const { question, onAnswer } = props;
  const choices = choicesOf(question);
  const label = textOf(question);
  const counted = { label, choices, canBeNone: question.default !== "", onAnswer };
  if (question.id === "pain.now" || question.id === "pain.usual")
    return (
      <PainScale
        label={label}
        value={undefined}
        onChoose={(pain) => onAnswer(String(pain))}
      />
    );
  switch (question.form) {
    case "yes_no":
      return <YesNo {...props} />;
    case "words":
      return <One {...props} choices={choices} />;
    case "household":
      return <Counted {...counted} kind={household} />;
    case "pressure":
      return <Pressure onAnswer={onAnswer} />;
    case "clearance":
      return <Clearance onAnswer={onAnswer} />;
    case "chores":
      return <Counted {...counted} kind={chores} />;
    case "list":
      return choices.length > 0 ? <Several {...props} choices={choices} /> : <Typed {...props} />;
    default:
      return <Typed {...props} />;
  }
}
