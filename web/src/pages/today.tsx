import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { DayPack, Pack, SessionPack, Today } from "../contract";
import { makeEvent } from "../log/events";
import { keep } from "../log/outbox";
import { Loading, Page } from "../parts/page";
import { PainScale } from "../parts/pain_scale";
import { Sheet } from "../parts/sheet";
import { pack, packProblem, view } from "../session/current";
import { nextLine, type SessionView } from "../session/view";
import { today as words } from "../text/session";
import { amountOf, massText, whenText } from "../units";

const emergency: Record<string, string> = { US: "911", CA: "911", AU: "000", NZ: "111", GB: "999" };

/** What must be seen to, in large type, and a way to call. */
export function Triage(props: { title: string; items: string[]; country: string }) {
  const number = emergency[props.country] ?? "112";
  return (
    <section class="alarm">
      <h2>{props.title}</h2>
      {props.items.map((item) => (
        <p key={item}>{item}</p>
      ))}
      <a class="button stop" href={`tel:${number}`}>
        {words.call}: {number}
      </a>
    </section>
  );
}

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
      <More title={words.warmUp} items={today.warm_up} />
      <More title={words.coolDown} items={today.cool_down} />
      <More title={words.changes} items={today.changes.map((change) => change.text)} />
      <More
        title={words.leftOut}
        items={today.left_out.map((out) => `${nameIn(props.pack, out.id)}: ${out.because}`)}
      />
    </section>
  );
}

const nameIn = (known: Pack, id: string) => known.cards[id]?.name ?? id;

function More(props: { title: string; items: string[] }) {
  if (props.items.length === 0) return null;
  return (
    <>
      <h2>{props.title}</h2>
      <ul>
        {props.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  );
}

function Resting(props: { today: Today }) {
  const resting = props.today.resting.filter((row) => row.ready_in_h > 0);
  return (
    <More
      title={words.restingMuscles}
      items={resting.map((row) => words.muscle(row.muscle.replaceAll("-", " "), row.ready_in_h))}
    />
  );
}

interface CheckProps {
  day: DayPack;
  view: SessionView;
  onDone: () => void;
  onClose: () => void;
}

/** The short check-in: pain, the questions that are due, the night. */
function CheckIn(props: CheckProps) {
  const { day, view: now } = props;
  const isPainOpen = day.asks_pain && now.saidPain === undefined;
  const answered = now.events
    .filter((event) => event.kind === "answered")
    .map((event) => event["question"]);
  const open = day.flags.filter((flag) => !answered.includes(flag.question));
  const [isSleepOpen, setSleepOpen] = useState(true);
  const label = day.asks_morning ? words.painMorning : words.painNow;
  const sayPain = (pain: number) =>
    void keep(
      makeEvent("pain_reported", {
        when: day.asks_morning ? "next_morning" : "before_session",
        pain,
      }),
    );
  const flag = open[0];
  const sayFlag = (answer: boolean) =>
    void keep(makeEvent("answered", { question: flag?.question, answer }));
  const saySleep = (hours: number | undefined) => {
    if (hours !== undefined) void keep(makeEvent("sleep", { duration_h: hours }));
    setSleepOpen(false);
    props.onDone();
  };
  return (
    <Sheet title={words.check} onClose={props.onClose}>
      {isPainOpen ? (
        <>
          <p>{label}</p>
          <PainScale label={label} value={undefined} onChoose={sayPain} />
          <p class="quiet">{words.painScale}</p>
        </>
      ) : flag ? (
        <>
          <p>{flag.text}</p>
          <div class="row">
            <button type="button" class="button" onClick={() => sayFlag(true)}>
              {words.yes}
            </button>
            <button type="button" class="button" onClick={() => sayFlag(false)}>
              {words.no}
            </button>
          </div>
        </>
      ) : (
        isSleepOpen && (
          <>
            <p>{words.sleep}</p>
            <div class="scale">
              {[4, 5, 6, 7, 8, 9].map((hours) => (
                <button key={hours} type="button" class="button" onClick={() => saySleep(hours)}>
                  {hours}
                </button>
              ))}
            </div>
            <p>
              <button type="button" class="button plain" onClick={() => saySleep(undefined)}>
                {words.sleepSkip}
              </button>
            </p>
          </>
        )
      )}
    </Sheet>
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

function sentence(now: SessionView): string {
  const { today } = now.session;
  if (now.hasEnded) return words.done;
  switch (today.kind) {
    case "session": {
      if (now.hasBegun) return words.under_way;
      const names = now.lines.map((line) => line.line.name.split(",")[0] ?? "");
      return words.ready([...new Set(names)].slice(0, 2).join(", "), today.duration_min);
    }
    case "flare":
      return words.flare;
    case "be_seen_first":
      return words.beSeen;
    case "stop":
      return words.stop;
    case "no_program":
      return words.noProgram;
    default:
      return today.next_session
        ? words.resting(whenText(today.next_session))
        : words.restingNoNext;
  }
}

/** What a yes among today's answers came to. */
function flagged(now: SessionView) {
  return now.day.flags.find(
    (flag) =>
      now.yesTo.includes(flag.question) && (flag.kind === "be_seen_first" || flag.kind === "stop"),
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
  const flag = flagged(now);
  const isSeen = today.kind === "be_seen_first" || today.kind === "stop" || flag !== undefined;
  const triage = flag ? flag.triage : today.triage.map((item) => item.message);
  const isOpen = today.kind === "session" && !now.hasEnded && !flag;
  const begin = () => (now.hasBegun ? route("/session") : setChecking(true));
  return (
    <Page title={words.title} heading={flag ? words.beSeen : sentence(now)}>
      {isSeen && (
        <Triage
          title={today.kind === "stop" ? words.stop : words.beSeen}
          items={triage}
          country={known.person.country}
        />
      )}
      {isOpen && nextLine(now) && (
        <p>
          <button type="button" class="button action wide" onClick={begin}>
            {now.hasBegun ? words.goOn : words.begin}
          </button>
        </p>
      )}
      {today.kind === "flare" && (
        <a class="button action wide" href="/flare">
          {words.small}
        </a>
      )}
      {isOpen && <Lines session={now.session} view={now} pack={known} />}
      {today.small_list.length > 0 && today.kind !== "flare" && (
        <More title={words.small} items={today.small_list.map((line) => line.name)} />
      )}
      <Resting today={today} />
      <Walk />
      {isChecking && !isSeen && (
        <CheckIn
          day={now.day}
          view={now}
          onDone={() => route("/session")}
          onClose={() => setChecking(false)}
        />
      )}
    </Page>
  );
}
