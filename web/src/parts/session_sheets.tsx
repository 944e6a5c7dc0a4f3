import { useState } from "preact/hooks";
import type { Card, Pack, Reason, Units } from "../contract";
import type { Guided } from "../session/use_guided";
import type { LineView } from "../session/view";
import { text } from "../text/catalog";
import { massText } from "../units";
import { nameOfAbout, ReasonText } from "./reason_text";
import { Sheet } from "./sheet";

const words = text.session;

export type SheetName = "swap" | "why" | "note" | "keys";

/** The sheet that is open over the session, if one is. */
export function OpenSheet(props: {
  name: SheetName | undefined;
  line: LineView;
  known: Pack;
  acts: Pick<Guided, "skip" | "note">;
  onClose: () => void;
}) {
  const { name, line, known, acts, onClose } = props;
  const closing = (act: () => void) => {
    act();
    onClose();
  };
  switch (name) {
    case "swap":
      return (
        <SwapSheet
          view={line}
          units={known.person.units}
          onSwap={(other) => closing(() => acts.skip("other", other))}
          onSkip={(why) => closing(() => acts.skip(why))}
          onClose={onClose}
        />
      );
    case "why":
      return <WhySheet card={known.cards[line.line.id]} why={line.line.why} onClose={onClose} />;
    case "note":
      return <NoteSheet onKeep={(text) => closing(() => acts.note(text))} onClose={onClose} />;
    case "keys":
      return <KeysSheet onClose={onClose} />;
    default:
      return null;
  }
}

/** What fits in the place of an exercise today, or leaving it out. */
function SwapSheet(props: {
  view: LineView;
  units: Units;
  onSwap: (exercise: string) => void;
  onSkip: (why: string) => void;
  onClose: () => void;
}) {
  return (
    <Sheet title={words.swap} onClose={props.onClose}>
      <p>{props.view.standIns.length > 0 ? words.swapHow : words.swapNone}</p>
      <div class="choices">
        {props.view.standIns.map(({ line }) => (
          <button
            key={line.id}
            type="button"
            class="button"
            onClick={() => props.onSwap(line.id)}
          >
            {line.name}
            {line.load_kg !== undefined && ` · ${massText(line.load_kg, props.units)}`}
          </button>
        ))}
      </div>
      <h2>{words.skip}</h2>
      <p>{words.skipWhy}</p>
      <div class="choices">
        {Object.entries(words.reasons).map(([why, text]) => (
          <button key={why} type="button" class="button" onClick={() => props.onSkip(why)}>
            {text}
          </button>
        ))}
      </div>
    </Sheet>
  );
}

/** Why each number is what it is, and how to do the exercise. */
function WhySheet(props: { card?: Card; why: Reason[]; onClose: () => void }) {
  return (
    <Sheet title={words.why} onClose={props.onClose}>
      {props.card && (
        <>
          <p>{props.card.summary}</p>
          <h2>{words.howTo}</h2>
          <ul>
            {props.card.cues.map((cue) => (
              <li key={cue}>{cue}</li>
            ))}
          </ul>
        </>
      )}
      {props.why.map((reason) => (
        <div key={reason.about + reason.rule}>
          <h2>{nameOfAbout(reason.about)}</h2>
          <ReasonText reason={reason} />
        </div>
      ))}
    </Sheet>
  );
}

function NoteSheet(props: { onKeep: (text: string) => void; onClose: () => void }) {
  const [text, setText] = useState("");
  return (
    <Sheet title={words.note} onClose={props.onClose}>
      <label>
        {words.noteLabel}
        <textarea
          rows={4}
          maxLength={600}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <p>
        <button
          type="button"
          class="button action"
          disabled={text.trim() === ""}
          onClick={() => props.onKeep(text.trim())}
        >
          {words.keepNote}
        </button>
      </p>
    </Sheet>
  );
}

function KeysSheet(props: { onClose: () => void }) {
  return (
    <Sheet title={words.keys} onClose={props.onClose}>
      <ul>
        {words.keyList.map((key) => (
          <li key={key}>{key}</li>
        ))}
      </ul>
    </Sheet>
  );
}
