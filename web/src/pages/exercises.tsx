import { useState } from "preact/hooks";
import type { Card } from "../contract";
import { AnalysisCard, AnalyzedLine, byDisc, type Order } from "../parts/analysis";
import { SearchField } from "../parts/fields";
import { Page } from "../parts/page";
import { Status } from "../parts/status";
import { useAnalysis } from "../parts/use_analysis";
import { useDocument } from "../parts/use_document";
import { text } from "../text/catalog";
import "../styles/exercise.css";

const words = text.exercises;

export default function ExercisesPage() {
  const seen = useDocument<{ exercises: Card[] }>("/api/exercises");
  const analyzing = useAnalysis();
  const [order, setOrder] = useState<Order>("name");
  const [find, setFind] = useState("");
  const wanted = find.trim().toLowerCase();
  const fits = (card: Card) =>
    [card.name, card.summary, ...Object.keys(card.works), ...card.equipment.flat()]
      .join(" ")
      .toLowerCase()
      .includes(wanted);
  const analyzed = new Map(analyzing.data?.exercises.map((one) => [one.id, one]));
  const shown = (seen.data?.exercises ?? []).filter(fits);
  if (order === "disc") shown.sort((a, b) => byDisc(analyzed.get(a.id), analyzed.get(b.id)));
  return (
    <Page title={words.title}>
      <SearchField name={words.find} value={find} set={setFind} />
      <Status seen={seen} />
      <AnalysisCard analyzing={analyzing} order={order} onOrder={setOrder} />
      {seen.data && (
        <p class="quiet" role="status">
          {words.count(shown.length)}
        </p>
      )}
      {shown.map((card) => (
        <a key={card.id} class="card exercise-card" href={`/exercises/${card.id}`}>
          <strong>{card.name}</strong>
          <span class="soft">{card.summary}</span>
          <AnalyzedLine one={analyzed.get(card.id)} />
        </a>
      ))}
    </Page>
  );
}
