import { makeEvent } from "../log/events";
import { keep } from "../log/outbox";
import { Page } from "../parts/page";
import { Plot } from "../parts/plot";
import { Status } from "../parts/status";
import { useDocument } from "../parts/use_document";
import { progress as words } from "../text/pages";
import "../styles/progress.css";

interface Week {
  week: number;
  first: string;
  sessions: number;
  planned: number;
  sets: number;
  disc_N_s: number;
  mean_pain?: number;
  walk_min: number;
}
interface Strength {
  exercise: string;
  points: { date: string; one_rep_kg: number; low_kg: number; high_kg: number }[];
}
interface ProgressDocument {
  weeks: Week[];
  strength: Strength[];
}
interface History {
  days: { date: string; entries: { id: string; kind: string; text: string }[] }[];
}

const short = (date: string) =>
  new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" }).format(
    new Date(`${date}T12:00`),
  );

interface Row {
  label: string;
  value: number;
  low?: number;
  high?: number;
}

/** A sentence, a plot, and the same as a table. */
function Shown(props: {
  title: string;
  sentence: string;
  kind: "line" | "bars";
  rows: Row[];
  unit: string;
}) {
  if (props.rows.length === 0) return null;
  const hasBand = props.rows.some((row) => row.low !== undefined);
  return (
    <section class="card">
      <h2>{props.title}</h2>
      <p>{props.sentence}</p>
      <Plot kind={props.kind} points={props.rows} title={props.title} />
      <details>
        <summary>{words.table}</summary>
        <table>
          <thead>
            <tr>
              <th>{words.date}</th>
              <th>
                {words.value} [{props.unit}]
              </th>
              {hasBand && <th>{words.low}</th>}
              {hasBand && <th>{words.high}</th>}
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row) => (
              <tr key={row.label}>
                <td>{row.label}</td>
                <td>{row.value}</td>
                {hasBand && <td>{row.low}</td>}
                {hasBand && <td>{row.high}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

function strengthShown(strength: Strength) {
  const first = strength.points[0];
  const last = strength.points[strength.points.length - 1];
  if (!first || !last) return null;
  // A change counts as told only where the intervals do not overlap.
  const isTold = last.low_kg > first.high_kg || last.high_kg < first.low_kg;
  const name = strength.exercise.replaceAll("-", " ");
  return (
    <Shown
      key={strength.exercise}
      title={`${words.strength}: ${name}`}
      sentence={words.strengthLine(name, first.one_rep_kg, isTold ? last.one_rep_kg : first.one_rep_kg)}
      kind="line"
      unit="kg"
      rows={strength.points.map((point) => ({
        label: short(point.date),
        value: point.one_rep_kg,
        low: point.low_kg,
        high: point.high_kg,
      }))}
    />
  );
}

function HistoryList() {
  const seen = useDocument<History>("/api/history?days=60");
  const undo = (id: string) =>
    void keep(makeEvent("retracted", { event: id })).then(() => setTimeout(seen.reload, 400));
  return (
    <section>
      <h2>{words.history}</h2>
      <Status seen={seen} />
      {seen.data?.days.map((day) => (
        <div key={day.date}>
          <h3>{short(day.date)}</h3>
          <ul class="plain">
            {day.entries.map((entry) => (
              <li key={entry.id} class="entry">
                <span>{entry.text}</span>
                {entry.kind !== "started" && entry.kind !== "program_accepted" && (
                  <button
                    type="button"
                    class="button plain"
                    aria-label={`${words.undo}: ${entry.text}`}
                    onClick={() => undo(entry.id)}
                  >
                    {words.undo}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

export default function ProgressPage() {
  const seen = useDocument<ProgressDocument>("/api/progress");
  const weeks = seen.data?.weeks ?? [];
  const last = weeks[weeks.length - 1];
  const byWeek = (value: (week: Week) => number | undefined): Row[] =>
    weeks.flatMap((week) => {
      const found = value(week);
      return found === undefined ? [] : [{ label: short(week.first), value: found }];
    });
  const isEmpty = seen.data && weeks.every((week) => week.sets === 0);
  return (
    <Page title={words.title}>
      <Status seen={seen} />
      {isEmpty && <p>{words.none}</p>}
      <div class="plots">
        {seen.data?.strength.map(strengthShown)}
        {last && !isEmpty && (
          <>
            <Shown
              title={words.sets}
              sentence={words.setsLine(last.sets, last.planned, last.sessions)}
              kind="bars"
              unit="sets"
              rows={byWeek((week) => week.sets)}
            />
            <Shown
              title={words.disc}
              sentence={words.discLine}
              kind="bars"
              unit="N·s"
              rows={byWeek((week) => week.disc_N_s)}
            />
            {last.mean_pain !== undefined && (
              <Shown
                title={words.pain}
                sentence={words.painLine(last.mean_pain)}
                kind="line"
                unit="0–10"
                rows={byWeek((week) => week.mean_pain)}
              />
            )}
            <Shown
              title={words.walk}
              sentence={words.walkLine(last.walk_min)}
              kind="bars"
              unit="min"
              rows={byWeek((week) => week.walk_min)}
            />
          </>
        )}
      </div>
      <HistoryList />
    </Page>
  );
}
