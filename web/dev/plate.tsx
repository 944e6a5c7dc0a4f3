import "../src/styles/tokens.css";
import { render } from "preact";
import { useState } from "preact/hooks";
import { BodyMap } from "../src/plate/body_map";
import type { Site } from "../src/session/lookup";
import { BackPlate, musclesOn } from "../src/plate/back_plate";

const ask = new URLSearchParams(location.search);
document.documentElement.dataset["theme"] = ask.get("theme") ?? "light";
document.body.style.cssText =
  "margin:0;padding:12px;background:var(--paper);color:var(--ink);font:18px sans-serif";
const ramp = (ask.get("ramp") ?? "work") as "work" | "ready";

function Plates() {
  const [chosen, setChosen] = useState<string | null>("teres-major");
  const kinds = [
    ["back", "surface"],
    ["back", "deep"],
    ["front", "surface"],
    ["front", "deep"],
  ] as const;
  return (
    <div style={{ display: "grid", gridTemplateColumns: "repeat(4, 1fr)", gap: "8px" }}>
      {kinds.map(([side, layer]) => {
        const values: Record<string, number> = {};
        musclesOn(side, layer).forEach((id, i) => {
          if (i % 7 !== 6) values[id] = ((i * 37) % 100) / 100;
        });
        return (
          <BackPlate
            side={side}
            layer={layer}
            values={values}
            chosen={chosen}
            onChoose={setChosen}
            names={{}}
            ramp={ramp}
          />
        );
      })}
    </div>
  );
}
function Where() {
  const [site, setSite] = useState<Site | null>("buttock");
  return <BodyMap chosen={site} onChoose={setSite} />;
}
render(ask.has("map") ? <Where /> : <Plates />, document.getElementById("app")!);
