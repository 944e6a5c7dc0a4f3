import { useState } from "preact/hooks";
import { send } from "../api";
import type { Change, PlannedLine, Problem, Reason, Units } from "../contract";
import { Page } from "../parts/page";
import { ProblemText } from "../parts/problem_text";
import { Sheet } from "../parts/sheet";
import { Status } from "../parts/status";
import { useDocument } from "../parts/use_document";
import { refreshPack } from "../session/current";
import { plan as words } from "../text/pages";
import { amountOf, massText } from "../units";
import "../styles/plan.css";

/** A line as the plan's document has it. */
type DocumentLine = Omit<PlannedLine, "hold_s" | "load_kg"> & {
  hold_range_s?: [number, number];
  load_kg: number | null;
};
interface PlanSession {
  date: string;
  day: string;
  start: string;
  focus: string;
  minutes: number;
  warm_up: string[];
  cool_down: string[];
  exercises: DocumentLine[];
}
interface PlanDocument {
  person: { name: string; units: Units };
  weeks: { week: number; sessions: PlanSession[] }[];
  weekly_sets: Record<string, number>;
  weekly_ranges: Record<string, { low: number; high: number; cap: number }>;
  left_out: { id: string; because: string }[];
  advice: string[];
  accepted?: { changes: string[]; days: { weekday: number }[] };
}
/** The same line as a session has it. */
function lineOf({ hold_range_s, load_kg, ...line }: DocumentLine): PlannedLine {
  return { ...line, hold_s: hold_range_s, load_kg: load_kg ?? undefined };
}

interface Swaps {
  options: { id: string; name: string; changes: string[] }[];
}
interface Asked {
  line: PlannedLine;
  about: string;
}

const kDays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

const dateText = (date: string) =>
  new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric", month: "short" }).format(
    new Date(`${date}T12:00`),
  );

const mainMuscles = (line: PlannedLine) =>
  Object.entries(line.works)
    .filter(([, credit]) => credit >= 0.5)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([muscle]) => muscle.replaceAll("-", " "))
    .join(", ");

/** A number that says why it is what it is. */
function Number(props: { text: string; about: string; line: PlannedLine; ask: (a: Asked) => void }) {
  if (!props.text) return <>–</>;
  return (
    <button
      type="button"
      class="number"
      aria-label={`${props.text}. ${words.why(props.about)}`}
      onClick={() => props.ask({ line: props.line, about: props.about })}
    >
      {props.text}
    </button>
  );
}

function SessionTable(props: {
  session: PlanSession;
  units: Units;
  ask: (asked: Asked) => void;
  change: (line: PlannedLine) => void;
}) {
  const { session, units, ask } = props;
  return (
    <section class="plan-session">
      <h2>
        {dateText(session.date)}, {session.start} · {session.focus} ·{" "}
        {words.minutes(session.minutes)}
      </h2>
      <div class="table-scroll" tabIndex={0} role="region" aria-label={`${dateText(session.date)}: ${session.focus}`}>
        <table>
          <thead>
            <tr>
              <th>{words.exercise}</th>
              <th>{words.sets}</th>
              <th>{words.amount}</th>
              <th>{words.load}</th>
              <th>{words.rest}</th>
              <th>{words.works}</th>
              <th class="no-print">{words.change}</th>
            </tr>
          </thead>
          <tbody>
            {session.exercises.map(lineOf).map((line) => {
              const amount = amountOf(line);
              const about = line.reps ? "reps" : "hold";
              const load = line.load_kg === undefined ? "" : massText(line.load_kg, units);
              return (
                <tr key={line.id}>
                  <td>
                    <a href={`/exercises/${line.id}`}>{line.name}</a>
                  </td>
                  <td>
                    <Number text={String(line.sets)} about="sets" line={line} ask={ask} />
                  </td>
                  <td>
                    <Number
                      text={`${amount.text} ${amount.unit}`}
                      about={about}
                      line={line}
                      ask={ask}
                    />
                  </td>
                  <td>
                    <Number text={load} about="load" line={line} ask={ask} />
                  </td>
                  <td>
                    <Number text={words.seconds(line.rest_s)} about="rest" line={line} ask={ask} />
                  </td>
                  <td>{mainMuscles(line)}</td>
                  <td class="no-print">
                    <button
                      type="button"
                      class="button plain"
                      aria-label={`${words.change}: ${line.name}`}
                      onClick={() => props.change(line)}
                    >
                      {words.change}
                    </button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function ReasonSheet(props: { asked: Asked; onClose: () => void }) {
  const { line, about } = props.asked;
  const fitting = line.why.filter((reason) => reason.about === about);
  const reasons: Reason[] = fitting.length > 0 ? fitting : line.why;
  return (
    <Sheet title={`${line.name}: ${words.why(about)}`} onClose={props.onClose}>
      {reasons.map((reason) => (
        <div key={reason.rule + reason.about}>
          <p>{reason.text}</p>
          <p class="quiet">
            {reason.source} ({words.grade(reason.grade)})
          </p>
        </div>
      ))}
    </Sheet>
  );
}

/** Swap, keep, or rather not: what may be changed of a line. */
function ChangeSheet(props: {
  line: PlannedLine;
  onChanged: (change: Change) => void;
  onProblem: (problem: Problem) => void;
  onClose: () => void;
}) {
  const { line } = props;
  const swaps = useDocument<Swaps>(`/api/plan/swaps?exercise=${encodeURIComponent(line.id)}`);
  const act = async (method: string, path: string, body: unknown) => {
    const answer = await send<Change>(method, path, body);
    if ("data" in answer) props.onChanged(answer.data);
    else props.onProblem(answer.problem);
  };
  const prefer = (how: "locked" | "disliked") =>
    act("POST", "/api/plan/prefer", { exercise: line.id, how });
  return (
    <Sheet title={words.swapTitle(line.name)} onClose={props.onClose}>
      <Status seen={swaps} />
      {swaps.data?.options.length === 0 && <p>{words.noSwap}</p>}
      <div class="choices">
        {swaps.data?.options.map((option) => (
          <button
            key={option.id}
            type="button"
            class="button swap"
            onClick={() =>
              void act("POST", "/api/plan/swap", { exercise: line.id, with: option.id })
            }
          >
            <strong>{option.name}</strong>
            <span class="quiet">{option.changes.join(" ")}</span>
          </button>
        ))}
        <div class="row">
          <button type="button" class="button" onClick={() => void prefer("locked")}>
            {words.lock}
          </button>
          <button type="button" class="button" onClick={() => void prefer("disliked")}>
            {words.dislike}
          </button>
        </div>
      </div>
    </Sheet>
  );
}

function DaysSheet(props: { days: number[]; onKeep: (days: string[]) => void; onClose: () => void }) {
  const [days, setDays] = useState(props.days.map((day) => kDays[day] ?? ""));
  const toggle = (day: string) =>
    setDays(days.includes(day) ? days.filter((one) => one !== day) : [...days, day]);
  return (
    <Sheet title={words.daysHow} onClose={props.onClose}>
      <div class="choices">
        {kDays.map((day, i) => (
          <button
            key={day}
            type="button"
            class="button"
            aria-pressed={days.includes(day)}
            onClick={() => toggle(day)}
          >
            {new Intl.DateTimeFormat(undefined, { weekday: "long" }).format(
              new Date(2024, 0, 1 + i),
            )}
          </button>
        ))}
        <button
          type="button"
          class="button action wide"
          onClick={() => props.onKeep(kDays.filter((day) => days.includes(day)))}
        >
          {words.keep}
        </button>
      </div>
    </Sheet>
  );
}

export default function PlanPage() {
  const seen = useDocument<PlanDocument>("/api/plan");
  const [at, setAt] = useState(0);
  const [asked, setAsked] = useState<Asked>();
  const [changing, setChanging] = useState<PlannedLine>();
  const [isMoving, setMoving] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [change, setChange] = useState<Change>();
  const plan = seen.data;
  const took = (made: Change) => {
    setChanging(undefined);
    setMoving(false);
    setProblem(undefined);
    setChange(made);
    seen.reload();
    void refreshPack();
  };
  const failed = (why: Problem) => {
    setChanging(undefined);
    setMoving(false);
    setProblem(why);
  };
  const ask = async (method: string, path: string, body: unknown) => {
    const answer = await send<Change>(method, path, body);
    if ("data" in answer) took(answer.data);
    else failed(answer.problem);
  };
  const week = plan?.weeks[at];
  return (
    <Page title={words.title} heading={words.heading(plan?.person.name ?? "")}>
      <Status seen={seen} />
      {problem && <ProblemText problem={problem} />}
      {change && (
        <p class="care" role="status">
          {[...change.program, ...change.notes].join(" ") || words.done}
        </p>
      )}
      {plan && plan.weeks.length === 0 && <p>{words.none}</p>}
      {plan && week && (
        <>
          <div class="row no-print">
            <button type="button" class="button" disabled={at === 0} onClick={() => setAt(at - 1)}>
              {words.earlier}
            </button>
            <strong>{words.week(week.week)}</strong>
            <button
              type="button"
              class="button"
              disabled={at + 1 >= plan.weeks.length}
              onClick={() => setAt(at + 1)}
            >
              {words.later}
            </button>
          </div>
          {week.sessions.length === 0 && <p class="soft">{words.rests}</p>}
          {week.sessions.map((session) => (
            <SessionTable
              key={session.date}
              session={session}
              units={plan.person.units}
              ask={setAsked}
              change={setChanging}
            />
          ))}
          <div class="row no-print actions">
            <a class="button" href="/api/sheet" target="_blank" rel="noopener">
              {words.print}
            </a>
            <a class="button" href="/api/calendar.ics">
              {words.calendar}
            </a>
            <button type="button" class="button" onClick={() => setMoving(true)}>
              {words.days}
            </button>
            <button
              type="button"
              class="button"
              title={words.articleHow}
              onClick={() => void ask("POST", "/api/plan/article", {})}
            >
              {words.article}
            </button>
          </div>
          <More title={words.changed} items={plan.accepted?.changes ?? []} isOpen />
          <More title={words.advice} items={plan.advice} />
          <Muscles plan={plan} />
          <More
            title={words.leftOut}
            items={plan.left_out.map((out) => `${out.id}: ${out.because}`)}
          />
        </>
      )}
      {asked && <ReasonSheet asked={asked} onClose={() => setAsked(undefined)} />}
      {changing && (
        <ChangeSheet
          line={changing}
          onChanged={took}
          onProblem={failed}
          onClose={() => setChanging(undefined)}
        />
      )}
      {isMoving && (
        <DaysSheet
          days={plan?.accepted?.days.map((day) => day.weekday) ?? []}
          onKeep={(days) =>
            void ask("PATCH", "/api/profile", {
              field: "time.days",
              value: JSON.stringify(days),
            })
          }
          onClose={() => setMoving(false)}
        />
      )}
    </Page>
  );
}

function Muscles(props: { plan: PlanDocument }) {
  const { weekly_sets, weekly_ranges } = props.plan;
  return (
    <details>
      <summary>{words.muscleWeek}</summary>
      <table>
        <thead>
          <tr>
            <th>{words.muscle}</th>
            <th>{words.sets}</th>
            <th>{words.range}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(weekly_sets).map(([muscle, sets]) => (
            <tr key={muscle}>
              <td>{muscle.replaceAll("-", " ")}</td>
              <td>{sets}</td>
              <td>
                {weekly_ranges[muscle]?.low}–{weekly_ranges[muscle]?.high}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function More(props: { title: string; items: string[]; isOpen?: boolean }) {
  if (props.items.length === 0) return null;
  return (
    <details open={props.isOpen}>
      <summary>{props.title}</summary>
      <ul>
        {props.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </details>
  );
}
