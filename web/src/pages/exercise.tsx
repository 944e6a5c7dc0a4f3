import type { Card } from "../contract";
import { Compare, WithLoads } from "../parts/exercise_work";
import { Figure } from "../parts/figure";
import { Loading, Page } from "../parts/page";
import { Status } from "../parts/status";
import { useDocument } from "../parts/use_document";
import { spaced, useExerciseNames } from "../parts/use_names";
import { text } from "../text/catalog";
import "../styles/exercise.css";

const words = text.exercises;

interface LinksProps {
  title: string;
  ids: string[];
  nameOf: (id: string) => string;
}

function Links({ title, ids, nameOf }: LinksProps) {
  if (ids.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="plain links">
        {ids.map((id) => (
          <li key={id}>
            <a href={`/exercises/${id}`}>{nameOf(id)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Needs(props: { equipment: string[][] }) {
  const sets = props.equipment.map((set) => set.map(spaced));
  return (
    <>
      <h2>{words.needs}</h2>
      <p>{sets.some((set) => set.length > 0) ? words.need(sets) : words.noneNeeded}</p>
    </>
  );
}

/** What it asks of the body, each from 1 to 3. */
function Asks(props: { demands: Record<string, number> }) {
  const demands = Object.entries(props.demands).filter(([, level]) => level > 0);
  if (demands.length === 0) return null;
  const nameOf = (id: string) => words.demands[id] ?? spaced(id);
  return (
    <>
      <h2>{words.asks}</h2>
      <ul>
        {demands.map(([what, level]) => (
          <li key={what}>{words.demand(nameOf(what), level)}</li>
        ))}
      </ul>
    </>
  );
}

/** The figure, and how it is done in words. */
function How({ card }: { card: Card }) {
  const nameOf = useExerciseNames();
  return (
    <div>
      <p>{card.summary}</p>
      <div class="figure">
        <Figure exercise={card.id} name={card.name} />
      </div>
      <h2>{words.how}</h2>
      <ul>
        {card.cues.map((cue) => (
          <li key={cue}>{cue}</li>
        ))}
      </ul>
      <Links title={words.easier} ids={card.easier} nameOf={nameOf} />
      <Links title={words.harder} ids={card.harder} nameOf={nameOf} />
      <Needs equipment={card.equipment} />
      <Asks demands={card.demands} />
    </div>
  );
}

export default function ExercisePage(props: { id?: string }) {
  const id = props.id ?? "";
  const seen = useDocument<{ exercise: Card & { source: string } }>(
    `/api/exercises/${encodeURIComponent(id)}`,
  );
  const card = seen.data?.exercise;
  if (!card)
    return <Page title={words.title}>{seen.problem ? <Status seen={seen} /> : <Loading />}</Page>;
  return (
    <Page key={id} title={card.name}>
      <div class="two">
        <How card={card} />
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
