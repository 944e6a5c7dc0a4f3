import { useState } from "preact/hooks";
import { send } from "../api";
import type { Problem } from "../contract";
import { refreshPack } from "../session/current";
import { forgetAll } from "../store";
import { text } from "../text/catalog";
import { ProblemText } from "./problem_text";

const words = text.settings;

/** Gone for good, once its words were typed. */
function DeleteAll(props: { onProblem: (problem: Problem) => void }) {
  const [typed, setTyped] = useState("");
  const remove = async () => {
    const answer = await send("POST", "/api/delete", { really: typed });
    if ("problem" in answer) return props.onProblem(answer.problem);
    await forgetAll();
    location.assign("/welcome");
  };
  return (
    <details>
      <summary>{words.remove}</summary>
      <label>
        {words.removeHow}
        <input value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
      </label>
      <button
        type="button"
        class="button stop"
        disabled={typed !== words.removeWord}
        onClick={() => void remove()}
      >
        {words.remove}
      </button>
    </details>
  );
}

/** Everything that is kept of the person: to take along, to bring, to delete. */
export function OwnData() {
  const [problem, setProblem] = useState<Problem>();
  const [said, setSaid] = useState("");
  const take = async (file: File | undefined) => {
    if (!file) return;
    const text = await file.text();
    const type = text.trimStart().startsWith("{") ? "application/json" : "text/csv";
    const answer = await send<{ added: number; already_there: number }>(
      "POST",
      "/api/import",
      undefined,
      { type, text },
    );
    setProblem("problem" in answer ? answer.problem : undefined);
    if ("problem" in answer) return;
    setSaid(words.imported(answer.data.added, answer.data.already_there));
    void refreshPack();
  };
  return (
    <section>
      <h2>{words.data}</h2>
      {problem && <ProblemText problem={problem} />}
      {said && <p role="status">{said}</p>}
      <p class="row">
        <a class="button" href="/api/export.json" download="strongback.json">
          {words.exportJson}
        </a>
        <a class="button" href="/api/export.csv" download="strongback.csv">
          {words.exportCsv}
        </a>
        <a class="button" href="/api/calendar.ics">
          {words.calendar}
        </a>
      </p>
      <label>
        {words.importHow}
        <input
          type="file"
          accept=".csv,.json,text/csv,application/json"
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
      </label>
      <DeleteAll onProblem={setProblem} />
    </section>
  );
}
