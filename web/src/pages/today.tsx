import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Pack, Today, Units } from "../contract";
import { makeEvent } from "../log/events";
import { keep } from "../log/outbox";
import { CheckIn } from "../parts/check_in";
import { closedTitle, isShut, triageOf } from "../parts/closed";
import { DueQuestions, saidYesTo } from "../parts/due_questions";
import { More } from "../parts/more";
import { Loading, Page } from "../parts/page";
import { Triage } from "../parts/triage";
import { spaced, useMuscles } from "../parts/use_names";
import { pack, packProblem, view } from "../session/current";
import { nextLine, type LineView, type SessionView } from "../session/view";
import { text } from "../text/catalog";
import { amountOf, massText, whenText } from "../units";

const words = text.today;

const nameIn = (known: Pack, id: string) => known.cards[id]?.name ?? spaced(id);

/** "3 sets of 8–12 reps each side", and the load. */
function Dose({ one, units }: { one: LineView; units: Units }) {
  const { line, next, isSkipped } = one;
  const amount = amountOf(line);
  if (isSkipped) return <>–</>;
  return (
    <>
      {line.sides > 1
        ? words.doseEachSide(line.sets, amount.text, amount.unit)
        : words.dose(line.sets, amount.text, amount.unit)}
      {next.load_kg !== undefined && <div class="quiet">{massText(next.load_kg, units)}</div>}
    </>
  );
}

/** What stands in the session, a line each. */
function Lines({ now, known }: { now: SessionView; known: Pack }) {
  const { today } = now.session;
  const leftOut = today.left_out.map(({ id, because }) => words.why(nameIn(known, id), because));
  return (
    <section>
      <h2>{words.lines}</h2>
      <table class="lines">
        <tbody>
          {now.lines.map((one) => (
            <tr key={one.line.id}>
              <td>
                <a href={`/exercises/${one.line.id}`}>{one.line.name}</a>
              </td>
              <td>
                <Dose one={one} units={known.person.units} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <More title={words.changes} items={today.changes.map((change) => change.text)} isOpen />
      <More title={words.warmUp} items={today.warm_up} />
      <More title={words.coolDown} items={today.cool_down} />
      <More title={words.leftOut} items={leftOut} />
    </section>
  );
}

function Resting(props: { today: Today }) {
  const { nameOf } = useMuscles();
  const resting = props.today.resting.filter((row) => row.ready_in_h > 0);
  return (
    <More
      title={words.restingMuscles}
      items={resting.map((row) => words.muscle(nameOf(row.muscle), row.ready_in_h))}
    />
  );
}

function Walk() {
  const [minutes, setMinutes] = useState(20);
  const [isKept, setKept] = useState(false);
  const keepWalk = () => {
    void keep(makeEvent("walk", { duration_min: minutes }));
    setKept(true);
  };
  return (
    <section>
      <h2>{words.walk}</h2>
      {isKept ? (
        <p role="status">{words.walkDone(minutes)}</p>
      ) : (
        <div class="row">
          <label>
            {words.walkAsk}
            <input
              type="number"
              min="1"
              max="600"
              value={minutes}
              onInput={(event) => setMinutes(Number(event.currentTarget.value))}
            />
          </label>
          <button
            type="button"
            class="button"
            disabled={!(minutes >= 1 && minutes <= 600)}
            onClick={keepWalk}
          >
            {words.walkLog}
          </button>
        </div>
      )}
    </section>
  );
}

function endSentence(endedFor: string | undefined): string {
  if (endedFor === "pain") return words.endedForPain;
  return endedFor === "stopped" ? words.endedEarly : words.done;
}

function sentence(now: SessionView): string {
  const { today } = now.session;
  if (isShut(now)) return closedTitle(now);
  if (now.hasEnded) return endSentence(now.endedFor);
  switch (now.kind) {
    case "session": {
      if (now.hasBegun) return words.under_way;
      const names = now.lines.map((line) => line.line.name.split(",")[0] ?? "");
      return words.ready([...new Set(names)].slice(0, 2).join(", "), today.duration_min);
    }
    case "no_program":
      return words.noProgram;
    default:
      return today.next_session
        ? words.resting(whenText(today.next_session))
        : words.restingNoNext;
  }
}

const isOpen = (now: SessionView): boolean =>
  now.kind === "session" && !now.hasEnded && !isShut(now);

/** True when pain has made questions due that no check-in will ask. */
const isAsking = ({ kind, hasBegun, hasEnded, endedFor }: SessionView): boolean =>
  kind === "flare" ||
  kind === "be_seen_first" ||
  kind === "no_program" ||
  (kind !== "stop" && (endedFor === "pain" || (hasBegun && !hasEnded)));

/** What somebody should look at, without haste: training is open. */
function ToBeSeen(props: { view: SessionView }) {
  const { view: now } = props;
  const items = new Set([...now.session.today.triage.map((one) => one.message), ...saidYesTo(now)]);
  if (isShut(now) || items.size === 0) return null;
  return (
    <section>
      <h2>{words.toBeSeen}</h2>
      {[...items].map((item) => (
        <p class="care" key={item}>
          {item}
        </p>
      ))}
    </section>
  );
}

/** The one thing to do first, where there is one. */
function FirstAct({ now, onBegin }: { now: SessionView; onBegin: () => void }) {
  if (now.kind === "flare" || now.kind === "no_program")
    return (
      <p>
        <a class="button action wide" href={now.kind === "flare" ? "/flare" : "/plan"}>
          {now.kind === "flare" ? words.small : words.seePlan}
        </a>
      </p>
    );
  if (!isOpen(now) || !nextLine(now)) return null;
  return (
    <p>
      <button type="button" class="button action wide" onClick={onBegin}>
        {now.hasBegun ? words.goOn : words.begin}
      </button>
    </p>
  );
}

/** What may be done beside the session, or in its place. */
function Beside({ now }: { now: SessionView }) {
  const { small_list } = now.session.today;
  if (now.kind === "stop") return null;
  return (
    <>
      {now.kind !== "flare" && (
        <More title={words.small} items={small_list.map((line) => line.name)} isOpen />
      )}
      <Resting today={now.session.today} />
      <Walk />
    </>
  );
}

/** Today, for a device that knows it. */
function TodayKnown({ now, known }: { now: SessionView; known: Pack }) {
  const { route } = useLocation();
  const [isChecking, setChecking] = useState(false);
  const begin = () => (now.hasBegun ? route("/session") : setChecking(true));
  const isSeen = now.kind === "be_seen_first" || now.kind === "stop";
  return (
    <Page title={words.title} heading={sentence(now)}>
      {now.closing?.why && <p>{now.closing.why}</p>}
      {isSeen && <Triage items={triageOf(now)} country={known.person.country} />}
      {isAsking(now) && <DueQuestions view={now} />}
      <FirstAct now={now} onBegin={begin} />
      <ToBeSeen view={now} />
      {isOpen(now) && <Lines now={now} known={known} />}
      <Beside now={now} />
      {isChecking && isOpen(now) && (
        <CheckIn view={now} onDone={() => route("/session")} onClose={() => setChecking(false)} />
      )}
    </Page>
  );
}

export default function TodayPage() {
  const known = pack.value;
  const now = view.value;
  if (known && now) return <TodayKnown now={now} known={known} />;
  if (known)
    return (
      <Page title={words.title} heading={words.notCovered}>
        <Walk />
      </Page>
    );
  return (
    <Page title={words.title}>
      {packProblem.value ? <p role="alert">{packProblem.value}</p> : <Loading />}
    </Page>
  );
}
