import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { isOnline, send } from "../api";
import type { Change, InterviewAnswer } from "../contract";
import { Loading, Page } from "../parts/page";
import { QuestionForm, textOf } from "../parts/question_form";
import { Triage } from "../parts/triage";
import { countryIn } from "../emergency";
import { refreshPack } from "../session/current";
import { text } from "../text/catalog";

const words = text.welcome;

const kKey = "interview";
const kMinutesPerQuestion = 0.08;

function keptAnswers(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(kKey) ?? "[]");
    return Array.isArray(kept) ? kept.map(String) : [];
  } catch {
    return [];
  }
}

function Begin(props: { onBegin: (answers: string[]) => void }) {
  const kept = keptAnswers();
  return (
    <Page title={words.title} heading={words.heading}>
      <p>{words.lead}</p>
      <div class="choices">
        {kept.length > 0 && (
          <button type="button" class="button action wide" onClick={() => props.onBegin(kept)}>
            {words.goOn}
          </button>
        )}
        <button
          type="button"
          class={kept.length > 0 ? "button wide" : "button action wide"}
          onClick={() => props.onBegin([])}
        >
          {kept.length > 0 ? words.anew : words.begin}
        </button>
      </div>
    </Page>
  );
}

function Review(props: { toml: string; onBack: () => void }) {
  const { route } = useLocation();
  const [isMaking, setMaking] = useState(false);
  const [problem, setProblem] = useState("");
  const make = async () => {
    setMaking(true);
    const answer = await send<Change>("POST", "/api/start", { toml: props.toml });
    setMaking(false);
    if ("problem" in answer) {
      const { title, problems } = answer.problem;
      setProblem([title, ...problems.map((one) => one.message)].join(" "));
      return;
    }
    localStorage.removeItem(kKey);
    await refreshPack();
    route("/today");
  };
  return (
    <Page title={words.doneTitle}>
      <p>{words.done}</p>
      {problem && (
        <p class="alarm" role="alert">
          {problem}
        </p>
      )}
      {isMaking ? (
        <p role="status">{words.making}</p>
      ) : (
        <div class="choices">
          <button type="button" class="button action wide" onClick={() => void make()}>
            {words.make}
          </button>
          <button type="button" class="button" onClick={props.onBack}>
            {words.back}
          </button>
        </div>
      )}
      <details>
        <summary>{words.file}</summary>
        <pre class="file">{props.toml}</pre>
      </details>
    </Page>
  );
}

export default function WelcomePage() {
  const [answers, setAnswers] = useState<string[] | undefined>();
  const [state, setState] = useState<InterviewAnswer | undefined>();
  const [problem, setProblem] = useState("");
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (!answers) return;
    let isGone = false;
    void send<InterviewAnswer>("POST", "/api/interview", { answers }).then((answer) => {
      if (isGone) return;
      if ("problem" in answer) return setProblem(answer.problem.title);
      setProblem(answer.data.refused ?? "");
      const taken = answers.slice(0, answer.data.taken);
      localStorage.setItem(kKey, JSON.stringify(taken));
      setState(answer.data);
    });
    return () => {
      isGone = true;
    };
  }, [answers, tries]);
  if (!answers) return <Begin onBegin={setAnswers} />;
  const again = problem !== "" && !isOnline.value && (
    <p>
      <button type="button" class="button" onClick={() => setTries(tries + 1)}>
        {words.again}
      </button>
    </p>
  );
  if (!state)
    return (
      <Page title={words.title} heading={words.heading}>
        {problem ? <p role="alert">{problem}</p> : <Loading />}
        {again}
      </Page>
    );
  const taken = answers.slice(0, state.taken);
  const back = () => setAnswers(taken.slice(0, -1));
  const backButton = (
    <button type="button" class="button plain" disabled={taken.length === 0} onClick={back}>
      {words.back}
    </button>
  );
  if (state.is_cut_short)
    return (
      <Page title={words.cutTitle}>
        <p>{words.cut}</p>
        <Triage items={state.notices} country={countryIn(state.toml)} />
        <button type="button" class="button" onClick={back}>
          {words.changeAnswer}
        </button>
      </Page>
    );
  if (state.is_done || !state.question) return <Review toml={state.toml} onBack={back} />;
  const { question } = state;
  const left = (question.of_about - question.number) * kMinutesPerQuestion;
  return (
    <Page title={textOf(question)}>
      {state.notices.map((notice) => (
        <p class="care" key={notice}>
          {notice}
        </p>
      ))}
      {problem && (
        <p class="care" role="alert">
          {problem}
        </p>
      )}
      {again}
      <QuestionForm
        key={`${question.id}-${problem}`}
        question={question}
        onAnswer={(answer) => setAnswers([...taken, answer])}
      />
      <div class="row">
        {backButton}
        {question.default !== "" && (
          <button type="button" class="button plain" onClick={() => setAnswers([...taken, ""])}>
            {question.default === "leave it out" ? words.skip : words.usual(question.default)}
          </button>
        )}
        <span class="quiet">{words.time(Math.round(left))}</span>
      </div>
    </Page>
  );
}
