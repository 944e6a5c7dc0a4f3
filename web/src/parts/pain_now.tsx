import { useState } from "preact/hooks";
import { BodyMap } from "../plate/body_map";
import type { Site } from "../session/lookup";
import { text } from "../text/catalog";
import { PainScale } from "./pain_scale";

const words = text.flare;

/** Where it hurts, where that is said, and how much: the number is the answer. */
export function PainNow(props: { onSaid: (pain: number, site: Site | undefined) => void }) {
  const [site, setSite] = useState<Site | null>(null);
  return (
    <section class="card">
      <BodyMap chosen={site} onChoose={setSite} />
      <p class="ask">{words.how}</p>
      <PainScale
        label={words.how}
        value={undefined}
        onChoose={(pain) => props.onSaid(pain, site ?? undefined)}
      />
    </section>
  );
}
