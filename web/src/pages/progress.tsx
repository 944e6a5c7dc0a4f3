import type { Units } from "../contract";
import { makeEvent } from "../log/events";
import { keep } from "../log/outbox";
import { Page } from "../parts/page";
import { Plotted, type Row } from "../parts/plotted";
import { Status } from "../parts/status";
import { useDocument } from "../parts/use_document";
import { useExerciseNames } from "../parts/use_names";
import { pack } from "../session/current";
import { text } from "../text/catalog";
import { dayText, kilogramsIn, massUnit } from "../units";
import "../styles/progress.css";

const words = text.progress;

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

const kSettling = 400; // [ms] until the server has what was just taken back
const kFixed = ["started", "program_accepted"]; // what cannot be taken back

function StrengthPlot(props: { strength: Strength; name: string; units: Units }) {
  const { strength, name, units } = props;
  const shown = (kg: number) => kg / kilogramsIn(units);
  const first = strength.points[0];
  const last = strength.points[strength.points.length - 1];
  if (!first || !last) return null;
  // A change counts as told only where the intervals do not overlap.
  const isTold = last.low_kg > first.high_kg || last.high_kg < first.low_kg;
  const now = isTold ? last.one_rep_kg : first.one_rep_kg;
  return (
    <Plotted
      title={words.strengthOf(name)}
      sentence={words.strengthLine(first.one_rep_kg, now)}
      kind="line"
      unit={massUnit(units)}
      rows={strength.points.map((point) => ({
        label: dayText(point.date),
        value: shown(point.one_rep_kg),
        low: shown(point.low_kg),
        high: shown(point.high_kg),
      }))}
    />
  );
}

function WeekPlots(props: { weeks: readonly Week[]; last: Week }) {
  const { weeks, last } = props;
  const rows = (value: (week: Week) => number | undefined): Row[] =>
    weeks.flatMap((week) => {
      const found = value(week);
      return found === undefined ? [] : [{ label: dayText(week.first), value: found }];
    });
  return (
    <>
      <Plotted
        title={words.sets}
        sentence={words.setsLine(last.sets, last.planned, last.sessions)}
        kind="bars"
        unit={words.units.sets}
        rows={rows((week) => week.sets)}
      />
      <Plotted
        title={words.disc}
        sentence={words.discLine}
        kind="bars"
        unit={words.units.discs}
        rows={rows((week) => week.disc_N_s)}
      />
      <Plotted
        title={words.pain}
        sentence={last.mean_pain === undefined ? words.painNone : words.painLine(last.mean_pain)}
        kind="line"
        unit={words.units.pain}
        rows={rows((week) => week.mean_pain)}
      />
      <Plotted
        title={words.walk}
        sentence={words.walkLine(last.walk_min)}
        kind="bars"
        unit={words.units.minutes}
        rows={rows((week) => week.walk_min)}
      />
    </>
  );
}

function HistoryList() {
  const seen = useDocument<History>("/api/history?days=60");
  const undo = (id: string) =>
    void keep(makeEvent("retracted", { event: id })).then(() => setTimeout(seen.reload, kSettling));
  return (
    <section>
      <h2>{words.history}</h2>
      <Status seen={seen} />
      {seen.data?.days.map((day) => (
        <div key={day.date}>
          <h3>{dayText(day.date)}</h3>
          <ul class="plain">
            {day.entries.map((entry) => (
              <li key={entry.id} class="entry">
                <span>{entry.text}</span>
                {!kFixed.includes(entry.kind) && (
                  <button
                    type="button"
                    class="button plain"
                    aria-label={words.undoOf(entry.text)}
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
  const nameOf = useExerciseNames();
  const units = pack.value?.person.units ?? "metric";
  const weeks = seen.data?.weeks ?? [];
  const last = weeks[weeks.length - 1];
  const isEmpty = seen.data && weeks.every((week) => week.sets === 0);
  return (
    <Page title={words.title}>
      <Status seen={seen} />
      {isEmpty && <p>{words.none}</p>}
      <div class="plots">
        {seen.data?.strength.map((one) => (
          <StrengthPlot
            key={one.exercise}
            strength={one}
            name={nameOf(one.exercise)}
            units={units}
          />
        ))}
        {last && !isEmpty && <WeekPlots weeks={weeks} last={last} />}
      </div>
      <HistoryList />
    </Page>
  );
}
