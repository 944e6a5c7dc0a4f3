import { useState } from "preact/hooks";
import { send } from "../api";
import type { Me, Problem } from "../contract";
import { text } from "../text/catalog";
import { PasswordField } from "./fields";
import { ProblemText } from "./problem_text";
import { SignOut } from "./sign_out";

const { account: words, settings } = text;

function ChangePassword() {
  const [old, setOld] = useState("");
  const [next, setNext] = useState("");
  const [problem, setProblem] = useState<Problem>();
  const [isChanged, setChanged] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    const answer = await send<Me>("POST", "/api/account/password", { old, new: next });
    setChanged("data" in answer);
    setProblem("problem" in answer ? answer.problem : undefined);
    if ("data" in answer) {
      setOld("");
      setNext("");
    }
  };
  return (
    <details>
      <summary>{words.change}</summary>
      {problem && <ProblemText problem={problem} />}
      {isChanged && <p role="status">{words.changed}</p>}
      <form class="stack" onSubmit={(event) => void submit(event)}>
        <PasswordField name={words.old} value={old} isNew={false} set={setOld} />
        <PasswordField name={words.next} value={next} isNew set={setNext} />
        <button type="submit" class="button">
          {words.change}
        </button>
      </form>
    </details>
  );
}

/** Signing out, and another password. */
export function OwnAccount() {
  return (
    <section>
      <h2>{settings.account}</h2>
      <SignOut />
      <ChangePassword />
    </section>
  );
}
