import { useState } from "preact/hooks";
import type { Card } from "../contract";
import { Page } from "../parts/page";
import { Status } from "../parts/status";
import { useDocument } from "../parts/use_document";
import { text } from "../text/catalog";
import "../styles/exercise.css";

const words = text.exercises;

export default function ExercisesPage() {
  const seen = useDocument<{ exercises: Card[] }>("/api/exercises");
  const [find, setFind] = useState("");
  const wanted = find.trim().toLowerCase();
  const fits = (card: Card) =>
    [card.name, card.summary, ...Object.keys(card.works), ...card.equipment.flat()]
      .join(" ")
      .toLowerCase()
      .includes(wanted);
  const shown = (seen.data?.exercises ?? []).filter(fits);
  return (
    <Page title={words.title}>
      <label>
        {words.find}
        <input
          type="search"
          value={find}
          onInput={(event) => setFind(event.currentTarget.value)}
        />
      </label>
      <Status seen={seen} />
      {seen.data && (
        <p class="quiet" role="status">
          {words.count(shown.length)}
        </p>
      )}
      {shown.map((card) => (
        <a key={card.id} class="card exercise-card" href={`/exercises/${card.id}`}>
          <strong>{card.name}</strong>
          <span class="soft">{card.summary}</span>
        </a>
      ))}
    </Page>
  );
}
