import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Pack, SessionPack, Today } from "../contract";
import { makeEvent } from "../log/events";
import { keep } from "../log/outbox";
import { CheckIn } from "../parts/check_in";
import { closedTitle, isShut, triageOf } from "../parts/closed";
import { DueQuestions, saidYesTo } from "../parts/due_questions";
import { More } from "../parts/more";
import { Loading, Page } from "../parts/page";
import { Triage } from "../parts/triage";
import { useMuscles } from "../parts/use_names";
import { pack, packProblem, view } from "../session/current";
import { nextLine, type SessionView } from "../session/view";
import { text } from "../text/catalog";
import { amountOf, massText, whenText } from "../units";

const words = text.today;

/** What stands in the session, a line each. */
function Lines(props: { session: SessionPack; view: SessionView; pack: Pack }) {
  const { today } = props.session;
  return (
    <section>
      <h2>{words.lines}</h2>
      <table>
        <tbody>
          {props.view.lines.map(({ line, next, isSkipped }) => (
            <tr key={line.id}>
              <td>
                <a href={`/exercises/${line.id}`}>{line.name}</a>
              </td>
              <td>
                {isSkipped ? "–" : `${words.sets(line.sets)} × ${amountOf(line).text}`}
                {next.load_kg !== undefined && (
                  <div class="quiet">{massText(next.load_kg, props.pack.person.units)}</div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <More title={words.warmUp} items={today.warm_up} isOpen />
      <More title={words.coolDown} items={today.cool_down} />
      <More title={words.changes} items={today.changes.map((change) => change.text)} isOpen />
      <More
        title={words.leftOut}
        items={today.left_out.map((out) => `${nameIn(props.pack, out.id)}: ${out.because}`)}
      />
    </section>
  );
}

const nameIn = (known: Pack, id: string) => known.cards[id]?.name ?? id;

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

/** True when pain has made questions due that no check-in will ask. */
const isAsking = ({ kind, hasBegun, hasEnded, endedFor }: SessionView): boolean =>
  kind === "flare" ||
  kind === "be_seen_first" ||
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

export default function TodayPage() {
  const { route } = useLocation();
  const [isChecking, setChecking] = useState(false);
  const known = pack.value;
  const now = view.value;
  if (!known)
    return (
      <Page title={words.title}>
        {packProblem.value ? <p role="alert">{packProblem.value}</p> : <Loading />}
      </Page>
    );
  if (!now) return <Page title={words.title} heading={words.notCovered} children={<Walk />} />;
  const { today } = now.session;
  const { country } = known.person;
  const isSeen = now.kind === "be_seen_first" || now.kind === "stop";
  const isOpen = now.kind === "session" && !now.hasEnded && !isShut(now);
  const begin = () => (now.hasBegun ? route("/session") : setChecking(true));
  return (
    <Page title={words.title} heading={sentence(now)}>
      {now.closing?.why && <p>{now.closing.why}</p>}
      {isSeen && <Triage items={triageOf(now)} country={country} />}
      {isAsking(now) && <DueQuestions view={now} />}
      {isOpen && nextLine(now) && (
        <p>
          <button type="button" class="button action wide" onClick={begin}>
            {now.hasBegun ? words.goOn : words.begin}
          </button>
        </p>
      )}
      {now.kind === "flare" && (
        <a class="button action wide" href="/flare">
          {words.small}
        </a>
      )}
      <ToBeSeen view={now} />
      {isOpen && <Lines session={now.session} view={now} pack={known} />}
      {today.small_list.length > 0 && now.kind !== "flare" && now.kind !== "stop" && (
        <More title={words.small} items={today.small_list.map((line) => line.name)} isOpen />
      )}
      {now.kind !== "stop" && (
        <>
          <Resting today={today} />
          <Walk />
        </>
      )}
      {isChecking && isOpen && (
        <CheckIn
          view={now}
          onDone={() => route("/session")}
          onClose={() => setChecking(false)}
        />
      )}
    </Page>
  );
}
