import { useState } from "preact/hooks";
import type { Pack, Units } from "../contract";
import { makeEvent } from "../log/events";
import { keep } from "../log/outbox";
import type { Deed } from "../session/deeds";
import type { LineView, SessionView } from "../session/view";
import { text } from "../text/catalog";
import { amountOf, massText } from "../units";
import { More } from "./more";
import { Page } from "./page";
import { PainScale } from "./pain_scale";
import { spaced } from "./use_names";

const { session: words, today } = text;

/** "3 × 10 reps, 6 kg" or "10, 10, 8 reps, 6 kg": what was done of a line. */
function doneText({ done, line }: LineView, units: Units): string {
  const amounts = done.map((set) => set.amount ?? 0);
  const first = amounts[0] ?? 0;
  const holds = line.holds ?? 1;
  const isSame = amounts.length > 1 && amounts.every((one) => one === first);
  const each = amounts.map((one) => (holds > 1 ? words.times(holds, one) : one)).join(", ");
  const counted = isSame && holds === 1 ? words.times(amounts.length, first) : each;
  const load = done[done.length - 1]?.load_kg;
  const amount = words.doneAmount(counted, amountOf(line).unit);
  return load === undefined ? amount : words.doneWith(amount, massText(load, units));
}

/** What was done of exercises that the session no longer has. */
function othersDone({ deeds, lines }: SessionView): Map<string, Deed[]> {
  const shown = new Set(lines.map(({ line }) => line.id));
  const others = new Map<string, Deed[]>();
  for (const deed of deeds)
    if (deed.kind === "set_done" && !shown.has(deed.exercise))
      others.set(deed.exercise, [...(others.get(deed.exercise) ?? []), deed]);
  return others;
}

function DoneTable({ now, known }: { now: SessionView; known: Pack }) {
  const { units } = known.person;
  return (
    <table>
      <tbody>
        {[...othersDone(now)].map(([id, deeds]) => (
          <tr key={id}>
            <th scope="row">{known.cards[id]?.name ?? spaced(id)}</th>
            <td>{deeds.map((deed) => deed.amount).join(", ")}</td>
          </tr>
        ))}
        {now.lines.map((one) => (
          <tr key={one.line.id}>
            <th scope="row">{one.line.name}</th>
            <td>{one.done.length > 0 ? doneText(one, units) : words.leftOut}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
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
export function SessionEnd(props: { now: SessionView; known: Pack; onEnd: () => void }) {
  const { now, known } = props;
  const sets = now.deeds.filter((deed) => deed.kind === "set_done").length;
  return (
    <Page title={words.finished}>
      <p>{words.finishedHow(sets)}</p>
      <DoneTable now={now} known={known} />
      <More title={today.coolDown} items={now.session.today.cool_down} isOpen />
      <PainAfter />
      <p class="ask">
        <button type="button" class="button action wide" onClick={props.onEnd}>
          {words.end}
        </button>
      </p>
    </Page>
  );
}
