import type { ComponentChildren } from "preact";
import { Plot } from "./plot";
import { text } from "../text/catalog";
import { numberText } from "../units";

const words = text.progress;

export interface Row {
  label: string;
  value: number;
  low?: number;
  high?: number;
}

function Table(props: { rows: readonly Row[]; unit: string }) {
  const hasBand = props.rows.some((row) => row.low !== undefined);
  const heads = [words.date, words.valueIn(props.unit), ...(hasBand ? [words.low, words.high] : [])];
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head}>{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.label}>
            <td>{row.label}</td>
            <td>{numberText(row.value)}</td>
            {hasBand && <td>{numberText(row.low)}</td>}
            {hasBand && <td>{numberText(row.high)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A sentence, a plot, and the same as a table. */
export function Plotted(props: {
  title: string;
  sentence: ComponentChildren;
  kind: "line" | "bars";
  rows: readonly Row[];
  unit: string;
}) {
  if (props.rows.length === 0) return null;
  return (
    <section class="card">
      <h2>{props.title}</h2>
      <p>{props.sentence}</p>
      <Plot kind={props.kind} points={props.rows} title={props.title} unit={props.unit} />
      <details>
        <summary>{words.table}</summary>
        <Table rows={props.rows} unit={props.unit} />
      </details>
    </section>
  );
}
