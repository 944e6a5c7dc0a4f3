/** A list under its title, to fold open. */
export function More(props: { title: string; items: readonly string[]; isOpen?: boolean }) {
  if (props.items.length === 0) return null;
  return (
    <details open={props.isOpen}>
      <summary>{props.title}</summary>
      <ul>
        {props.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </details>
  );
}
