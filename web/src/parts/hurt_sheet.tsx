import { useState } from "preact/hooks";
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

/** "It hurts": where, how much, how; and at once what to do, looked up, without a signal too. */
export function HurtSheet(props: {
  table: DayPack["hurts"];
  country: string;
  onSaid: (said: HurtSaid, answer: HurtAnswer | undefined) => Promise<void>;
  onTakeBack: () => void;
  onClose: (answer: HurtAnswer | undefined) => void;
}) {
  const [site, setSite] = useState<Site | null>(null);
  const [pain, setPain] = useState<number | undefined>();
  const [isSharp, setSharp] = useState(false);
  const [isNumb, setNumb] = useState(false);
  const [answer, setAnswer] = useState<HurtAnswer | undefined>();
  const [isAsking, setAsking] = useState(false);
  const ask = async () => {
    if (pain === undefined || isAsking) return;
    setAsking(true);
    const said = { pain, site: site ?? undefined, is_sharp: isSharp, is_numb_or_weak: isNumb };
    const found = hurtAnswer(props.table, said);
    // An answer that was read is in the log; but no broken log keeps it back.
    await Promise.race([props.onSaid(said, found).catch(() => undefined), aMoment()]);
    setAsking(false);
    if (found) setAnswer(found);
    else props.onClose(undefined);
  };
  const takeBack = () => {
    props.onTakeBack();
    setAnswer(undefined);
  };
  if (answer)
    return (
      <Answer
        key="answer"
        answer={answer}
        country={props.country}
        onTakeBack={takeBack}
        onClose={() => props.onClose(answer)}
      />
    );
  return (
    <Sheet key="question" title={words.hurts} onClose={() => props.onClose(undefined)}>
      <BodyMap chosen={site} onChoose={setSite} />
      <p class="ask">{words.hurtHow}</p>
      <PainScale label={words.hurtHow} value={pain} onChoose={setPain} />
      <div class="choices ask">
        <button
          type="button"
          class="button"
          aria-pressed={isSharp}
          onClick={() => setSharp(!isSharp)}
        >
          {words.hurtSharp}
        </button>
        <button type="button" class="button" aria-pressed={isNumb} onClick={() => setNumb(!isNumb)}>
          {words.hurtNumb}
        </button>
        <button
          type="button"
          class="button action wide"
          disabled={pain === undefined}
          onClick={() => void ask()}
        >
          {words.hurtAnswer}
        </button>
      </div>
    </Sheet>
  );
}
