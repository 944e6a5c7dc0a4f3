import { useState } from "preact/hooks";
import { mustSignIn, send } from "../api";
import type { Account, Me, Problem } from "../contract";
import { Page } from "../parts/page";
import { PasswordField, TextField } from "../parts/fields";
import { ProblemText } from "../parts/problem_text";
import { useDocument } from "../parts/use_document";
import { become } from "../store";
import { text } from "../text/catalog";

const words = text.account;

export default function SignInPage() {
  const asked = useDocument<Account>("/api/account");
  const [isNew, setNew] = useState(false);
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<Problem>();
  const submit = async (event: Event) => {
    event.preventDefault();
    const answer = isNew
      ? await send<Me>("POST", "/api/account/sign-up", { name, password, code })
      : await send<Me>("POST", "/api/account/log-in", { name, password });
    if ("problem" in answer) return setProblem(answer.problem);
    become(answer.data.person);
    mustSignIn.value = false;
    location.assign(answer.data.has_begun ? "/today" : "/welcome");
  };
  return (
    <Page title={isNew ? words.signUp : words.title}>
      {problem && <ProblemText problem={problem} />}
      <form class="stack" onSubmit={(event) => void submit(event)}>
        <TextField name={words.name} value={name} fill="username" set={setName} />
        <PasswordField name={words.password} value={password} isNew={isNew} set={setPassword} />
        {isNew && asked.data?.needs_code !== false && (
          <TextField
            name={words.code}
            hint={words.codeHint}
            value={code}
            fill="one-time-code"
            set={setCode}
          />
        )}
        <button type="submit" class="button action wide">
          {isNew ? words.signUp : words.signIn}
        </button>
      </form>
      <button
        type="button"
        class="button plain"
        onClick={() => {
          setNew(!isNew);
          setProblem(undefined);
        }}
      >
        {isNew ? words.toSignIn : words.toSignUp}
      </button>
      {!isNew && <p class="quiet">{words.forgotten}</p>}
    </Page>
  );
}
