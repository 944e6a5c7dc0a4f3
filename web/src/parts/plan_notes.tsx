import { text } from "../text/catalog";
import { spanText } from "../units";
import { More } from "./more";
import { byReason, type PlanDocument } from "./plan_document";
import { useExerciseNames } from "./use_names";

const words = text.plan;

interface NotesProps {
  plan: PlanDocument;
  muscleName: (muscle: string) => string;
}

/** Sets a week of each muscle, beside the range that is of use. */
function MuscleWeek({ plan, muscleName }: NotesProps) {
  const { weekly_sets, weekly_ranges } = plan;
  return (
    <details>
      <summary>{words.muscleWeek}</summary>
      <table>
        <thead>
          <tr>
            <th>{words.muscle}</th>
            <th>{words.sets}</th>
            <th>{words.range}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(weekly_sets).map(([muscle, sets]) => {
            const range = weekly_ranges[muscle];
            return (
              <tr key={muscle}>
                <td>{muscleName(muscle)}</td>
                <td>{sets}</td>
                <td>{range ? spanText([range.low, range.high]) : "–"}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}

/** Under the weeks: what changed, what is good to know, what was left out. */
export function PlanNotes(props: NotesProps) {
  const { plan } = props;
  const nameOf = useExerciseNames();
  const leftOut = byReason(plan.left_out).map(([reason, ids]) =>
    words.leftOutFor(reason, ids.map(nameOf).join("; ")),
  );
  return (
    <>
      <More title={words.changed} items={plan.accepted?.changes ?? []} isOpen />
      <More title={words.advice} items={plan.advice} />
      <MuscleWeek {...props} />
      <More title={words.leftOut} items={leftOut} />
    </>
  );
}
