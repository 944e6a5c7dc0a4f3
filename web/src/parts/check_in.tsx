import { makeEvent } from "../log/events";
import { keep } from "../log/outbox";
import type { SessionView } from "../session/view";
import { text } from "../text/catalog";
import { FlagQuestion, openFlags } from "./due_questions";
import { PainScale } from "./pain_scale";
import { Sheet } from "./sheet";

const words = text.today;

const kHours = [4, 5, 6, 7, 8, 9];

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
  onDone: () => void;
  onClose: () => void;
}) {
  const { view: now } = props;
  const flag = openFlags(now)[0];
  const saySleep = (hours: number | undefined) => {
    if (hours !== undefined) void keep(makeEvent("sleep", { duration_h: hours }));
    props.onDone();
  };
  const step = () => {
    if (now.day.asks_pain && now.saidPain === undefined)
      return <Pain isMorning={now.day.asks_morning} />;
    if (flag) return <FlagQuestion key={flag.question} flag={flag} />;
    return <Sleep onSaid={saySleep} />;
  };
  return (
    <Sheet title={words.check} onClose={props.onClose}>
      {step()}
    </Sheet>
  );
}
