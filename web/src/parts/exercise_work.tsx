import { useState } from "preact/hooks";
import { pack } from "../session/current";
import { text } from "../text/catalog";
import { massText } from "../units";
import { Discs } from "./discs";
import { Status } from "./status";
import { useDocument } from "./use_document";
import type { WorkDocument } from "./work";
import { WorksBars } from "./works_bars";

const words = text.exercises;

const units = () => pack.value?.person.units ?? "metric";

/** Bars and discs of one load, or why there are none. */
function Computed({ work }: { work: WorkDocument }) {
  if (!work.simulated || work.no_answer)
    return <p class="care">{words.noFigures(work.no_answer?.text ?? words.notSimulated)}</p>;
  const load = work.load_kg > 0 ? (work.load_text ?? massText(work.load_kg, units())) : undefined;
  return (
    <>
      <p class="soft">
        {load === undefined ? words.computedNone : words.computed(load)} {work.leaves_out}
      </p>
      {work.barred && <p class="care">{work.barred}</p>}
      <h2>{words.works}</h2>
      <p class="quiet">{words.worksHow}</p>
      <WorksBars work={work} />
      <h2>{words.discs}</h2>
      <p class="quiet">{words.discsHow}</p>
      <Discs work={work} />
    </>
  );
}

interface SliderProps {
  samples: readonly WorkDocument[];
  chosen: number;
  onChoose: (chosen: number) => void;
}

function Slider({ samples, chosen, onChoose }: SliderProps) {
  const text = massText(samples[chosen]?.load_kg ?? 0, units());
  return (
    <label class="slider">
      {words.load} <strong>{text}</strong>
      <input
        type="range"
        min="0"
        max={samples.length - 1}
        step="1"
        value={chosen}
        aria-valuetext={text}
        onInput={(event) => onChoose(Number(event.currentTarget.value))}
      />
    </label>
  );
}

/** The loads that the person can put together, computed before; the slider only looks up. */
export function WithLoads(props: { id: string }) {
  const first = useDocument<WorkDocument>(`/api/exercises/${props.id}/work`);
  const loads = useDocument<{ samples: WorkDocument[] }>(`/api/exercises/${props.id}/loads`);
  const [at, setAt] = useState<number | undefined>();
  const samples = loads.data?.samples ?? [];
  const start = samples.findIndex((sample) => sample.load_kg === first.data?.load_kg);
  const chosen = at ?? Math.max(0, start);
  const work = samples[chosen] ?? first.data;
  return (
    <>
      {samples.length > 1 && <Slider samples={samples} chosen={chosen} onChoose={setAt} />}
      <Status seen={first} />
      {work && <Computed work={work} />}
    </>
  );
}

/** Another exercise beside this one. */
export function Compare(props: { id: string }) {
  const all = useDocument<{ exercises: { id: string; name: string }[] }>("/api/exercises");
  const [other, setOther] = useState("");
  const work = useDocument<WorkDocument>(other ? `/api/exercises/${other}/work` : undefined);
  const others = all.data?.exercises.filter((card) => card.id !== props.id) ?? [];
  return (
    <section>
      <h2>
        <label for="compare">{words.compare}</label>
      </h2>
      <select id="compare" value={other} onChange={(event) => setOther(event.currentTarget.value)}>
        <option value="">–</option>
        {others.map((card) => (
          <option key={card.id} value={card.id}>
            {card.name}
          </option>
        ))}
      </select>
      {other && (work.data ? <Computed work={work.data} /> : <Status seen={work} />)}
    </section>
  );
}
