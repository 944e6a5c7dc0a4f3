import "./figure.css";
import { text } from "../text/catalog";
import { workRamp } from "./ramp";

const words = text.figure;

/** What the colors of muscles say. */
export function ActivationLegend() {
  return (
    <figure class="activation-legend" role="img" aria-label={words.legend}>
      <span>{words.rest}</span>
      <span class="activation-ramp" aria-hidden="true">
        {workRamp.map((_, i) => (
          <i key={i} class={`work-${i}`} />
        ))}
      </span>
      <span>{words.all}</span>
    </figure>
  );
}
