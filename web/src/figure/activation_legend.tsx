import "./figure.css";
import { workRamp } from "./ramp";

/** What the colors of muscles say. */
export function ActivationLegend() {
  return (
    <figure
      class="activation-legend"
      role="img"
      aria-label="Muscle color: pale at rest, dark red at all it can"
    >
      <span>rest</span>
      <span class="activation-ramp" aria-hidden="true">
        {workRamp.map((_, i) => (
          <i key={i} class={`work-${i}`} />
        ))}
      </span>
      <span>all it can</span>
    </figure>
  );
}
