interface ChoiceProps<T extends string> {
  label: string;
  names: readonly (readonly [T, string])[];
  chosen: T;
  onChoose: (one: T) => void;
}

/** One of a few, side by side. */
export function OneOf<T extends string>({ label, names, chosen, onChoose }: ChoiceProps<T>) {
  return (
    <div class="row" role="radiogroup" aria-label={label}>
      {names.map(([id, name]) => (
        <button
          key={id}
          type="button"
          role="radio"
          class="button"
          aria-checked={chosen === id}
          onClick={() => onChoose(id)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
