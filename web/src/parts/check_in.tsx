import { useEffect, useState } from "preact/hooks";
import { isOnline } from "../api";
import { emergencyNumber } from "../emergency";
import { makeEvent } from "../log/events";
import { keep } from "../log/outbox";
import type { SessionView } from "../session/view";
import { flare, today as words } from "../text/session";
import { FlagQuestion, openFlags, unknownQuestions } from "./due_questions";
import { Loading } from "./page";
import { PainScale } from "./pain_scale";
import { Sheet } from "./sheet";
import { Triage } from "./triage";

const kPatience = 6_000; // [ms] for questions that only the server can ask
const kHours = [4, 5, 6, 7, 8, 9];

/** Without the server its questions cannot be asked: the signs that must be seen, to read. */
function SelfCheck(props: { country: string; onNone: () => void }) {
  const [hasOne, setHasOne] = useState(false);
  if (hasOne)
    return (
      <Triage
        items={[words.selfSeen(emergencyNumber(props.country))]}
        country={props.country}
      />
    );
  return (
    <>
      <p>{words.selfCheck}</p>
      <ul>
        {flare.seenList.map((sign) => (
          <li key={sign}>{sign}</li>
        ))}
      </ul>
      <div class="row">
        <button type="button" class="button wide" onClick={() => setHasOne(true)}>
          {words.selfOne}
        </button>
        <button type="button" class="button wide" onClick={props.onNone}>
          {words.selfNone}
        </button>
      </div>
    </>
  );
}

/** Waits for the server's questions; then the person looks for themselves. */
function AskServer(props: { country: string; onNone: () => void }) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), kPatience);
    return () => clearTimeout(timer);
  }, []);
  return isOnline.value && !isLong ? <Loading /> : <SelfCheck {...props} />;
}

function Sleep(props: { onSaid: (hours: number | undefined) => void }) {
  return (
    <>
      <p>{words.sleep}</p>
      <div class="scale">
        {kHours.map((hours) => (
          <button key={hours} type="button" class="button" onClick={() => props.onSaid(hours)}>
            {hours}
          </button>
        ))}
      </div>
      <p>
        <button type="button" class="button plain" onClick={() => props.onSaid(undefined)}>
          {words.sleepSkip}
        </button>
      </p>
    </>
  );
}

function Pain(props: { isMorning: boolean }) {
  const label = props.isMorning ? words.painMorning : words.painNow;
  const when = props.isMorning ? "next_morning" : "before_session";
  return (
    <>
      <p>{label}</p>
      <PainScale
        label={label}
        value={undefined}
        onChoose={(pain) => void keep(makeEvent("pain_reported", { when, pain }))}
      />
      <p class="quiet">{words.painScale}</p>
    </>
  );
}

/** The short check-in: pain, the questions that are due, the night. */
export function CheckIn(props: {
  view: SessionView;
  country: string;
  onDone: () => void;
  onClose: () => void;
}) {
  const { view: now } = props;
  const [isChecked, setChecked] = useState(false);
  const flag = openFlags(now)[0];
  const saySleep = (hours: number | undefined) => {
    if (hours !== undefined) void keep(makeEvent("sleep", { duration_h: hours }));
    props.onDone();
  };
  const step = () => {
    if (now.day.asks_pain && now.saidPain === undefined)
      return <Pain isMorning={now.day.asks_morning} />;
    if (flag) return <FlagQuestion key={flag.question} flag={flag} />;
    if (!isChecked && unknownQuestions(now).length > 0)
      return <AskServer country={props.country} onNone={() => setChecked(true)} />;
    return <Sleep onSaid={saySleep} />;
  };
  return (
    <Sheet title={words.check} onClose={props.onClose}>
      {step()}
    </Sheet>
  );
}
