/** 0 to 10, each a large button; names the group for those who do not see it. */
export function PainScale(props: {
  label: string;
  value: number | undefined;
  onChoose: (pain: number) => void;
}) {
  return (
    <div class="scale" role="radiogroup" aria-label={props.label}>
      {Array.from({ length: 11 }, (_, pain) => (
        <button
          key={pain}
          type="button"
          role="radio"
          class="button"
          aria-checked={props.value === pain}
          onClick={() => props.onChoose(pain)}
        >
          {pain}
        </button>
      ))}
    </div>
  );
}
