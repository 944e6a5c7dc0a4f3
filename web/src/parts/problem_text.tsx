import type { Problem } from "../contract";

/** Every problem with its place and hint. */
export function ProblemText(props: { problem: Problem }) {
  const { title, problems } = props.problem;
  return (
    <div class="care" role="alert">
      <p>{title}</p>
      <ul>
        {problems.map((one, i) => (
          <li key={i}>
            {one.where && <code>{one.where}</code>} {one.message}
            {one.hint && `; ${one.hint}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
