import { useState } from "preact/hooks";
import { OneOf } from "../parts/one_of";
import { Page } from "../parts/page";
import { Status } from "../parts/status";
import { useDocument } from "../parts/use_document";
import { BackPlate } from "../plate/back_plate";
import { text } from "../text/catalog";
import "../styles/back.css";

const words = text.back;

interface MuscleNow {
  id: string;
  name: string;
  is_back: boolean;
  sets: number;
  low?: number;
  high?: number;
  fatigue: number;
  ready_in_h: number;
}
interface MuscleCard {
  id: string;
  name: string;
  moves: string;
  worked_by: { id: string; name: string; credit: number }[];
}

type Layer = "surface" | "deep" | "front";
type Shown = "work" | "ready";

function valueOf(muscle: MuscleNow, shown: Shown): number {
  if (shown === "ready") return muscle.ready_in_h > 0 ? Math.min(0.89, 1 - muscle.fatigue) : 1;
  return Math.min(1, muscle.sets / (muscle.high || 10));
}

function Chosen(props: { now: MuscleNow; card?: MuscleCard }) {
  const { now, card } = props;
  return (
    <section class="card" aria-live="polite">
      <h2>{now.name}</h2>
      {card && <p>{words.moves(card.moves)}</p>}
      <p>
        {words.sets(now.sets, now.low, now.high)}{" "}
        {now.ready_in_h > 0 ? words.readyIn(now.ready_in_h) : words.ready}
      </p>
      {card && (
        <>
          <h3>{words.workedBy}</h3>
          <ul>
            {card.worked_by.slice(0, 8).map((worker) => (
              <li key={worker.id}>
                <a href={`/exercises/${worker.id}`}>{worker.name}</a>: {words.ofSet(worker.credit)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** The same to read, and to choose from without seeing the plate. */
function MuscleList(props: { muscles: readonly MuscleNow[]; onChoose: (id: string) => void }) {
  return (
    <details>
      <summary>{words.list}</summary>
      <ul class="plain">
        {props.muscles.map((muscle) => (
          <li key={muscle.id}>
            <button
              type="button"
              class="button plain"
              onClick={() => props.onChoose(muscle.id)}
            >
              {words.inList(muscle.name, muscle.sets)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

const layers = [
  ["surface", words.surface],
  ["deep", words.deep],
  ["front", words.front],
] as const;
const shownNames = [
  ["work", words.showWork],
  ["ready", words.showReady],
] as const;

export default function BackPage() {
  const seen = useDocument<{ muscles: MuscleNow[] }>("/api/back");
  const cards = useDocument<{ muscles: MuscleCard[] }>("/api/muscles");
  const [layer, setLayer] = useState<Layer>("surface");
  const [shown, setShown] = useState<Shown>("work");
  const [chosen, setChosen] = useState<string | null>(null);
  const muscles = seen.data?.muscles ?? [];
  const now = muscles.find((muscle) => muscle.id === chosen);
  return (
    <Page title={words.title}>
      <div class="stack">
        <OneOf label={words.layers} names={layers} chosen={layer} onChoose={setLayer} />
        <OneOf label={words.shown} names={shownNames} chosen={shown} onChoose={setShown} />
        <p class="quiet">{shown === "work" ? words.legendWork : words.legendReady}</p>
      </div>
      <Status seen={seen} />
      {seen.data && (
        <div class="two">
          <BackPlate
            side={layer === "front" ? "front" : "back"}
            layer={layer === "deep" ? "deep" : "surface"}
            values={Object.fromEntries(muscles.map((one) => [one.id, valueOf(one, shown)]))}
            names={Object.fromEntries(muscles.map((one) => [one.id, one.name]))}
            chosen={chosen}
            onChoose={setChosen}
            ramp={shown}
          />
          <div>
            {now ? (
              <Chosen now={now} card={cards.data?.muscles.find((card) => card.id === now.id)} />
            ) : (
              <p class="soft">{words.choose}</p>
            )}
            <MuscleList muscles={muscles} onChoose={setChosen} />
          </div>
        </div>
      )}
    </Page>
  );
}
