import type { PlannedLine, Units } from "../contract";
import { text } from "../text/catalog";
import { amountOf, dateText, massText } from "../units";
import { lineOf, type PlanSession } from "./plan_document";
import { nameOfAbout } from "./reason_text";

const words = text.plan;

/** A number that was tapped, to be told why. */
export interface Asked {
  line: PlannedLine;
  about: string; // as a reason of the line names it
}

const kHalf = 0.5; // a muscle that gets less of a set is not named here
const kMost = 3;

const mainMuscles = (line: PlannedLine): string[] =>
  Object.entries(line.works)
    .filter(([, credit]) => credit >= kHalf)
    .sort((a, b) => b[1] - a[1])
    .slice(0, kMost)
    .map(([muscle]) => muscle);

/** A number that says why it is what it is. */
function WhyNumber(props: Asked & { text: string; onAsk: (asked: Asked) => void }) {
  const { text, line, about } = props;
  if (!text) return <>–</>;
  return (
    <button
      type="button"
      class="number"
      aria-label={words.whyNumber(text, nameOfAbout(about))}
      onClick={() => props.onAsk({ line, about })}
    >
      {text}
    </button>
  );
}

interface RowProps {
  line: PlannedLine;
  units: Units;
  nameOf: (muscle: string) => string;
  onAsk: (asked: Asked) => void;
  onChange: (line: PlannedLine) => void;
}

function Row({ line, units, nameOf, onAsk, onChange }: RowProps) {
  const { text, unit } = amountOf(line);
  const load = line.load_kg === undefined ? "" : massText(line.load_kg, units);
  const amount = line.sides > 1 ? words.eachSide(text, unit) : `${text} ${unit}`;
  const numbers: [Asked["about"], string, string][] = [
    ["sets", words.sets, String(line.sets)],
    [line.reps ? "reps" : "hold", words.amount, amount],
    ["load", words.load, load],
    ["rest", words.rest, words.seconds(line.rest_s)],
  ];
  return (
    <tr>
      <td class="name">
        <a href={`/exercises/${line.id}`}>{line.name}</a>
      </td>
      {numbers.map(([about, head, number]) => (
        <td key={about} data-head={head}>
          <WhyNumber text={number} about={about} line={line} onAsk={onAsk} />
        </td>
      ))}
      <td class="works" data-head={words.works}>
        {mainMuscles(line).map(nameOf).join("; ")}
      </td>
      <td class="no-print">
        <button
          type="button"
          class="button plain"
          aria-label={words.changeOf(line.name)}
          onClick={() => onChange(line)}
        >
          {words.change}
        </button>
      </td>
    </tr>
  );
}

/** One session as the article's table has it. */
export function SessionTable(props: {
  session: PlanSession;
  units: Units;
  nameOf: (muscle: string) => string;
  onAsk: (asked: Asked) => void;
  onChange: (line: PlannedLine) => void;
}) {
  const { session, ...rest } = props;
  const day = dateText(session.date);
  const { exercise, sets, amount, load, rest: resting, works } = words;
  return (
    <section class="plan-session">
      <h2>{words.session(day, session.start, session.focus, session.minutes)}</h2>
      <div class="table-scroll" tabIndex={0} role="region" aria-label={day}>
        <table>
          <thead>
            <tr>
              {[exercise, sets, amount, load, resting, works].map((name) => (
                <th key={name}>{name}</th>
              ))}
              <th class="no-print">{words.change}</th>
            </tr>
          </thead>
          <tbody>
            {session.exercises.map(lineOf).map((line) => (
              <Row key={line.id} line={line} {...rest} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
