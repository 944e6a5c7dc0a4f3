import { useRef, useState } from "preact/hooks";
import type { DayPack, HurtAnswer } from "../contract";
import { BodyMap } from "../plate/body_map";
import { hurtAnswer, type HurtSaid, type Site } from "../session/lookup";
import { text } from "../text/catalog";
import { PainScale } from "./pain_scale";
import { Sheet } from "./sheet";
import { Triage } from "./triage";

const words = text.session;

const kPatience = 300; // [ms]
const aMoment = () => new Promise<void>((resolve) => setTimeout(resolve, kPatience));

interface AnswerProps {
  answer: HurtAnswer;
  country: string;
  onTakeBack: () => void;
  onClose: () => void;
}

function Answer({ answer, country, onTakeBack, onClose }: AnswerProps) {
  return (
    <Sheet title={words.actions[answer.action]} closeText={words.ok} onClose={onClose}>
      <p>{answer.why.text}</p>
      {answer.triage.length > 0 && <Triage items={answer.triage} country={country} />}
      <p class="quiet">{answer.why.source}</p>
      <p>
        <button type="button" class="button plain" onClick={onTakeBack}>
          {words.hurtWrong}
        </button>
      </p>
    </Sheet>
  );
}

interface QuestionProps {
  onAsk: (said: HurtSaid) => void;
  onClose: () => void;
}

/** Where, how much, and of what kind. */
function AskHurt({ onAsk, onClose }: QuestionProps) {
  const [site, setSite] = useState<Site | null>(null);
  const [pain, setPain] = useState<number | undefined>();
  const [isSharp, setSharp] = useState(false);
  const [isNumb, setNumb] = useState(false);
  const kinds: [string, boolean, (is: boolean) => void][] = [
    [words.hurtSharp, isSharp, setSharp],
    [words.hurtNumb, isNumb, setNumb],
  ];
  const ask = () => {
    if (pain === undefined) return;
    onAsk({ pain, site: site ?? undefined, is_sharp: isSharp, is_numb_or_weak: isNumb });
  };
  return (
    <Sheet title={words.hurts} onClose={onClose}>
      <BodyMap chosen={site} onChoose={setSite} />
      <p class="ask">{words.hurtHow}</p>
      <PainScale label={words.hurtHow} value={pain} onChoose={setPain} />
      <div class="choices ask">
        {kinds.map(([name, is, set]) => (
          <button
            key={name}
            type="button"
            class="button"
            aria-pressed={is}
            onClick={() => set(!is)}
          >
            {name}
          </button>
        ))}
        <button
          type="button"
          class="button action wide"
          disabled={pain === undefined}
          onClick={ask}
        >
          {words.hurtAnswer}
        </button>
      </div>
    </Sheet>
  );
}

/** "It hurts": asks, and at once says what to do, looked up, without a signal too. */
export function HurtSheet(props: {
  table: DayPack["hurts"];
  country: string;
  onSaid: (said: HurtSaid, answer: HurtAnswer | undefined) => Promise<void>;
  onTakeBack: () => void;
  onClose: (answer: HurtAnswer | undefined) => void;
}) {
  const [answer, setAnswer] = useState<HurtAnswer | undefined>();
  const isAsking = useRef(false);
  const ask = async (said: HurtSaid) => {
    if (isAsking.current) return;
    isAsking.current = true;
    const found = hurtAnswer(props.table, said);
    // An answer that was read is in the log; but no broken log keeps it back.
    await Promise.race([props.onSaid(said, found).catch(() => undefined), aMoment()]);
    isAsking.current = false;
    if (found) setAnswer(found);
    else props.onClose(undefined);
  };
  const takeBack = () => {
    props.onTakeBack();
    setAnswer(undefined);
  };
  if (!answer)
    return <AskHurt onAsk={(said) => void ask(said)} onClose={() => props.onClose(undefined)} />;
  return (
    <Answer
      answer={answer}
      country={props.country}
      onTakeBack={takeBack}
      onClose={() => props.onClose(answer)}
    />
  );
}
