import type { PlannedLine } from "../contract";
import { text } from "../text/catalog";
import { amountOf } from "../units";

/** The few gentle things that are open while no program is, and how often. */
export function SmallList(props: { lines: readonly PlannedLine[]; how: string | undefined }) {
  return (
    <>
      <ul>
        {props.lines.map((line) => {
          const { text: amount, unit } = amountOf(line);
          return (
            <li key={line.id}>
              <a href={`/exercises/${line.id}`}>{line.name}</a> {text.plan.small(amount, unit)}
            </li>
          );
        })}
      </ul>
      <p>{props.how}</p>
    </>
  );
}
