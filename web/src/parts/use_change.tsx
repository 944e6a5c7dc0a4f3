import { useState } from "preact/hooks";
import { send } from "../api";
import type { Change, Problem } from "../contract";
import { refreshPack } from "../session/current";
import { text } from "../text/catalog";
import { ProblemText } from "./problem_text";

const words = text.settings;

/** Sends a change and says what came of it. */
export function useChange(after: () => void) {
  const [problem, setProblem] = useState<Problem>();
  const [said, setSaid] = useState("");
  const ask = async (method: string, path: string, body: unknown) => {
    const answer = await send<Change>(method, path, body);
    setProblem("problem" in answer ? answer.problem : undefined);
    if ("problem" in answer) return setSaid("");
    setSaid([words.saved, ...answer.data.notes, ...answer.data.program].join(" "));
    after();
    void refreshPack();
  };
  const shown = (
    <>
      {problem && <ProblemText problem={problem} />}
      {said && (
        <p class="care" role="status">
          {said}
        </p>
      )}
    </>
  );
  return { ask, shown };
}
