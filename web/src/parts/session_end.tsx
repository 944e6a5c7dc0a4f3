import { useState } from "preact/hooks";
import type { Units } from "../contract";
import { makeEvent } from "../log/events";
import { keep } from "../log/outbox";
import type { LineView, SessionView } from "../session/view";
import { text } from "../text/catalog";
import { massText } from "../units";
import { Page } from "./page";
import { PainScale } from "./pain_scale";

const { session: words, today } = text;

/** "10, 10, 8 · 6 kg": what was done of a line. */
function doneText({ done }: LineView, units: Units): string {
  const amounts = done.map((set) => set.amount).join(", ");
  const load = done[done.length - 1]?.load_kg;
  return load === undefined ? amounts : `${amounts} · ${massText(load, units)}`;
}

function PainAfter() {
  const [pain, setPain] = useState<number | undefined>();
  const say = (now: number) => {
    setPain(now);
    void keep(makeEvent("pain_reported", { when: "after_session", pain: now }));
  };
  return (
    <section>
      <h2>{words.painAfter}</h2>
      {pain === undefined ? (
        <PainScale label={words.painAfter} value={undefined} onChoose={say} />
      ) : (
        <p role="status">{words.painKept(pain)}</p>
      )}
    </section>
  );
}

/** The end of a session: what was done, how it feels, and what comes after. */
export function SessionEnd(props: { now: SessionView; units: Units; onEnd: () => void }) {
  const { lines, session } = props.now;
  const { cool_down } = session.today;
  const sets = lines.reduce((sum, { done }) => sum + done.length, 0);
  return (
    <Page title={words.finished}>
      <p>{words.finishedHow(sets)}</p>
      <table>
        <tbody>
          {lines.map((one) => (
            <tr key={one.line.id}>
              <th scope="row">{one.line.name}</th>
              <td>{one.done.length > 0 ? doneText(one, props.units) : words.leftOut}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {cool_down.length > 0 && (
        <>
          <h2>{today.coolDown}</h2>
          <ul>
            {cool_down.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <PainAfter />
      <p class="ask">
        <button type="button" class="button action wide" onClick={props.onEnd}>
          {words.end}
        </button>
      </p>
    </Page>
  );
}
