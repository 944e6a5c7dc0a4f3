import type { ComponentProps } from "preact";
import { useId } from "preact/hooks";
import { text } from "../text/catalog";

interface Field {
  name: string;
  value: string;
  set: (value: string) => void;
}

/** An input with its name above and, where there is one, a hint below. */
function Labeled(props: Field & { hint?: string; input: ComponentProps<"input"> }) {
  const id = useId();
  return (
    <div>
      <label>
        {props.name}
        <input
          {...props.input}
          value={props.value}
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

/** What a list is searched for. */
export function SearchField(props: Field) {
  return <Labeled {...props} input={{ type: "search" }} />;
}

/** A line of text that must be filled in. */
export function TextField({ fill, ...props }: Field & { fill: string; hint?: string }) {
  return (
    <Labeled
      {...props}
      input={{ autocomplete: fill, autocapitalize: "none", spellcheck: false, required: true }}
    />
  );
}

/** A password; what a new one must be is said. */
export function PasswordField({ isNew, ...props }: Field & { isNew: boolean }) {
  const kShortest = 10;
  const input = { type: "password", required: true } as const;
  return isNew ? (
    <Labeled
      {...props}
      hint={text.account.passwordHint}
      input={{ ...input, minLength: kShortest, autocomplete: "new-password" }}
    />
  ) : (
    <Labeled {...props} input={{ ...input, autocomplete: "current-password" }} />
  );
}
