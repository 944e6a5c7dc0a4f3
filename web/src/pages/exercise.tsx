import { useState } from "preact/hooks";
import type { Card } from "../contract";
import { Discs } from "../parts/discs";
import { Figure } from "../parts/figure";
import { Loading, Page } from "../parts/page";
import { Status } from "../parts/status";
import { useDocument } from "../parts/use_document";
import type { WorkDocument } from "../parts/work";
import { WorksBars } from "../parts/works_bars";
import { pack } from "../session/current";
import { exercises as words } from "../text/pages";
import { massText } from "../units";
import "../styles/exercise.css";

const kBackGroup = /latissimus|trapezius|rhomboid|erector|multifidus|quadratus|levator|teres/;
const isBack = (muscle: string) => kBackGroup.test(muscle);
const spaced = (id: string) => id.replaceAll("-", " ").replaceAll("_", " ");

function Links(props: { title: string; ids: string[] }) {
  if (props.ids.length === 0) return null;
  return (
    <p>
      {props.title}:{" "}
      {props.ids.map((id, i) => (
        <span key={id}>
          {i > 0 && ", "}
          <a href={`/exercises/${id}`}>{spaced(id)}</a>
        </span>
      ))}
    </p>
  );
}

/** Bars and discs of one load, or why there are none. */
function Computed(props: { work: WorkDocument }) {
  const { work } = props;
  const units = pack.value?.person.units ?? "metric";
  if (!work.simulated || work.no_answer)
    return (
      <p class="care">
        {words.noFigures} {work.no_answer?.text ?? words.notSimulated}
      </p>
    );
  return (
    <>
      <p class="soft">
        {work.load_kg > 0
          ? words.computed(work.load_text ?? massText(work.load_kg, units))
          : words.computedNone}
        {work.leaves_out && ` ${work.leaves_out}`}
      </p>
      {work.barred && <p class="care">{work.barred}</p>}
      <h2>{words.works}</h2>
      <WorksBars work={work} isBack={isBack} />
      <h2>{words.discs}</h2>
      <p class="quiet">{words.discsHow}</p>
      <Discs work={work} />
    </>
  );
}

/** The loads that the person can put together, computed before; the slider only looks up. */
function WithLoads(props: { id: string }) {
  const first = useDocument<WorkDocument>(`/api/exercises/${props.id}/work`);
  const loads = useDocument<{ samples: WorkDocument[] }>(`/api/exercises/${props.id}/loads`);
  const [at, setAt] = useState<number | undefined>();
  const samples = loads.data?.samples ?? [];
  const start = samples.findIndex((sample) => sample.load_kg === first.data?.load_kg);
  const chosen = at ?? Math.max(0, start);
  const sample = samples[chosen];
  const units = pack.value?.person.units ?? "metric";
  return (
    <>
      {samples.length > 1 && sample && (
        <label class="slider">
          {words.load}: <strong>{massText(sample.load_kg, units)}</strong>
          <input
            type="range"
            min="0"
            max={samples.length - 1}
            step="1"
            value={chosen}
            aria-valuetext={massText(sample.load_kg, units)}
            onInput={(event) => setAt(Number(event.currentTarget.value))}
          />
        </label>
      )}
      <Status seen={first} />
      {(sample ?? first.data) && <Computed work={(sample ?? first.data) as WorkDocument} />}
    </>
  );
}

function Compare(props: { id: string }) {
  const all = useDocument<{ exercises: Card[] }>("/api/exercises");
  const [other, setOther] = useState("");
  const work = useDocument<WorkDocument>(other ? `/api/exercises/${other}/work` : undefined);
  return (
    <section>
      <h2>
        <label for="compare">{words.compare}</label>
      </h2>
      <select id="compare" value={other} onChange={(event) => setOther(event.currentTarget.value)}>
        <option value="">–</option>
        {all.data?.exercises
          .filter((card) => card.id !== props.id)
          .map((card) => (
            <option key={card.id} value={card.id}>
              {card.name}
            </option>
          ))}
      </select>
      {other && (work.data ? <Computed work={work.data} /> : <Status seen={work} />)}
    </section>
  );
}

export default function ExercisePage(props: { id?: string }) {
  const id = props.id ?? "";
  const seen = useDocument<{ exercise: Card & { note: string; source: string } }>(
    `/api/exercises/${encodeURIComponent(id)}`,
  );
  const card = seen.data?.exercise;
  if (!card) return <Page title={words.title}>{seen.problem ? <Status seen={seen} /> : <Loading />}</Page>;
  const demands = Object.entries(card.demands).filter(([, level]) => level > 0);
  return (
    <Page key={id} title={card.name}>
      <div class="two">
        <div>
          <p>{card.summary}</p>
          <div class="figure exercise-figure">
            <Figure exercise={id} name={card.name} />
          </div>
          <h2>{words.how}</h2>
          <ul>
            {card.cues.map((cue) => (
              <li key={cue}>{cue}</li>
            ))}
          </ul>
          <Links title={words.easier} ids={card.easier} />
          <Links title={words.harder} ids={card.harder} />
          <p>
            {words.needs}: {card.equipment.map((set) => set.map(spaced).join(" + ")).join(" / ")}
          </p>
          <h2>{words.asks}</h2>
          <ul>
            {demands.map(([what, level]) => (
              <li key={what}>
                {spaced(what)}: {level} of 3
              </li>
            ))}
          </ul>
        </div>
        <div>
          <WithLoads key={id} id={id} />
          <Compare id={id} />
          <h2>{words.source}</h2>
          <p class="quiet">{card.source}</p>
        </div>
      </div>
    </Page>
  );
}
