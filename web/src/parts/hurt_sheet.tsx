import { useState } from "preact/hooks";
import type { DayPack, HurtAnswer } from "../contract";
import { hurtAnswer, kSites, type HurtSaid, type Site } from "../session/lookup";
import { session as words } from "../text/session";
import { Triage } from "../pages/today";
import { PainScale } from "./pain_scale";
import { Sheet } from "./sheet";

/** "It hurts": where, how much, how; and at once what to do, looked up, without a signal too. */
export function HurtSheet(props: {
  table: DayPack["hurts"];
  country: string;
  onSaid: (said: HurtSaid) => void;
  onAnswer: (answer: HurtAnswer) => void;
  onClose: () => void;
}) {
  const [site, setSite] = useState<Site | undefined>();
  const [pain, setPain] = useState<number | undefined>();
  const [isSharp, setSharp] = useState(false);
  const [isNumb, setNumb] = useState(false);
  const [answer, setAnswer] = useState<HurtAnswer | undefined>();
  const ask = () => {
    if (pain === undefined) return;
    const said: HurtSaid = { pain, site, is_sharp: isSharp, is_numb_or_weak: isNumb };
    props.onSaid(said);
    setAnswer(hurtAnswer(props.table, said));
  };
  if (answer) {
    return (
      <Sheet title={words.actions[answer.action]} onClose={() => props.onAnswer(answer)}>
        <p>{answer.why.text}</p>
        {answer.triage.length > 0 && (
          <Triage title={words.actions.be_seen} items={answer.triage} country={props.country} />
        )}
        <p class="quiet">{answer.why.source}</p>
        <button type="button" class="button action wide" onClick={() => props.onAnswer(answer)}>
          {words.ok}
        </button>
      </Sheet>
    );
  }
  return (
    <Sheet title={words.hurts} onClose={props.onClose}>
      <p>{words.hurtWhere}</p>
      <div class="choices" role="radiogroup" aria-label={words.hurtWhere}>
        {kSites.map((one) => (
          <button
            key={one}
            type="button"
            role="radio"
            class="button"
            aria-checked={site === one}
            onClick={() => setSite(one)}
          >
            {words.sites[one]}
          </button>
        ))}
      </div>
      <p>{words.hurtHow}</p>
      <PainScale label={words.hurtHow} value={pain} onChoose={setPain} />
      <div class="choices">
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
          onClick={ask}
        >
          {words.hurtAnswer}
        </button>
      </div>
    </Sheet>
  );
}
