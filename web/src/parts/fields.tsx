import { useId } from "preact/hooks";
import { account as words } from "../text/account";

interface Field {
  name: string;
  value: string;
  set: (value: string) => void;
}

/** A line of text that must be filled in. */
export function TextField(props: Field & { fill: string; hint?: string }) {
  const id = useId();
  return (
    <div>
      <label>
        {props.name}
        <input
          value={props.value}
          autocomplete={props.fill}
          autocapitalize="none"
          spellcheck={false}
          required
          aria-describedby={props.hint && id}
          onInput={(event) => props.set(event.currentTarget.value)}
        />
      </label>
      {props.hint && (
        <p id={id} class="quiet">
          {props.hint}
        </p>
      )}
    </div>
  );
}

/** A password; what a new one must be is said. */
export function PasswordField(props: Field & { isNew: boolean }) {
  const kShortest = 10;
  const id = useId();
  return (
    <div>
      <label>
        {props.name}
        <input
          type="password"
          value={props.value}
          minLength={props.isNew ? kShortest : undefined}
          required
          autocomplete={props.isNew ? "new-password" : "current-password"}
          aria-describedby={props.isNew ? id : undefined}
          onInput={(event) => props.set(event.currentTarget.value)}
        />
      </label>
      {props.isNew && (
        <p id={id} class="quiet">
          {words.passwordHint}
        </p>
      )}
    </div>
  );
}
