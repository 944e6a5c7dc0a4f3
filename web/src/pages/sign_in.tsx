import { useState } from "preact/hooks";
import { mustSignIn, send } from "../api";
import type { Me } from "../contract";
import { Page } from "../parts/page";
import { account as words } from "../text/account";

export default function SignInPage() {
  const [isNew, setNew] = useState(false);
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState("");
  const submit = async (event: Event) => {
    event.preventDefault();
    const path = isNew ? "/api/account/sign-up" : "/api/account/log-in";
    const answer = await send<Me>("POST", path, { name, password });
    if ("problem" in answer) {
      const { title, problems } = answer.problem;
      setProblem([title, ...problems.map((one) => one.message)].join(" "));
      return;
    }
    mustSignIn.value = false;
    location.assign(answer.data.has_begun ? "/today" : "/welcome");
  };
  return (
    <Page title={isNew ? words.signUp : words.title}>
      {problem && (
        <p class="care" role="alert">
          {problem}
        </p>
      )}
      <form class="stack" onSubmit={(event) => void submit(event)}>
        <label>
          {words.name}
          <input
            value={name}
            autocomplete="username"
            required
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <label>
          {words.password}
          <input
            type="password"
            value={password}
            minLength={10}
            required
            autocomplete={isNew ? "new-password" : "current-password"}
            aria-describedby="password-hint"
            onInput={(event) => setPassword(event.currentTarget.value)}
          />
        </label>
        <p id="password-hint" class="quiet">
          {words.passwordHint}
        </p>
        <button type="submit" class="button action wide">
          {isNew ? words.signUp : words.signIn}
        </button>
      </form>
      <button type="button" class="button plain" onClick={() => setNew(!isNew)}>
        {isNew ? words.toSignIn : words.toSignUp}
      </button>
    </Page>
  );
}
