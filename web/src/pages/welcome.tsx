import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { isOnline, send } from "../api";
import type { Change, InterviewAnswer, Me, Question } from "../contract";
import { Loading, Page } from "../parts/page";
import { QuestionForm, textOf } from "../parts/question_form";
import { SignOut } from "../parts/sign_out";
import { Triage } from "../parts/triage";
import { useDocument } from "../parts/use_document";
import { countryIn } from "../emergency";
import { refreshPack } from "../session/current";
import { text } from "../text/catalog";

const { choiceTexts, welcome: words } = text;

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
  const me = useDocument<Me>("/api/me").data;
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
      {me?.needs_account && (
        <div class="row">
          <span class="soft">{words.signedIn}</span> <SignOut />
        </div>
      )}
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

/** The answers so far, and what the server makes of them. */
function useInterview() {
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
  const taken = answers?.slice(0, state?.taken ?? 0) ?? [];
  return {
    hasBegun: answers !== undefined,
    state,
    taken,
    problem,
    begin: setAnswers,
    answer: (answer: string) => setAnswers([...taken, answer]),
    back: () => setAnswers(taken.slice(0, -1)),
    again: () => setTries(tries + 1),
  };
}

type Interview = ReturnType<typeof useInterview>;

/** What went wrong, and another try where the server was not there. */
function Trouble({ interview }: { interview: Interview }) {
  if (interview.problem === "") return null;
  return (
    <>
      <p class="care" role="alert">
        {interview.problem}
      </p>
      {!isOnline.value && (
        <p>
          <button type="button" class="button" onClick={interview.again}>
            {words.again}
          </button>
        </p>
      )}
    </>
  );
}

/** Somebody must be seen first: the questions end here. */
function CutShort(props: { state: InterviewAnswer; onBack: () => void }) {
  return (
    <Page title={words.cutTitle}>
      <p>{words.cut}</p>
      <Triage items={props.state.notices} country={countryIn(props.state.toml)} />
      <button type="button" class="button" onClick={props.onBack}>
        {words.changeAnswer}
      </button>
    </Page>
  );
}

/** What stands on the button that takes the default; "none" has a button of its own. */
function usualOf({ id, default: usual }: Question): string | undefined {
  if (usual === "" || usual === "none") return undefined;
  if (usual === "leave it out") return words.skip;
  return words.usual(choiceTexts[id]?.[usual] ?? usual);
}

/** One question a page. */
function Asking(props: { question: Question; notices: string[]; interview: Interview }) {
  const { question, notices, interview } = props;
  const usual = usualOf(question);
  const minutes = (question.of_about - question.number) * kMinutesPerQuestion;
  return (
    <Page title={textOf(question)}>
      {notices.map((notice) => (
        <p class="care" key={notice}>
          {notice}
        </p>
      ))}
      <Trouble interview={interview} />
      <div
        key={`${question.id}-${interview.problem}`}
        class="question"
        data-question={question.id}
      >
        <QuestionForm question={question} onAnswer={interview.answer} />
      </div>
      <div class="row">
        <button
          type="button"
          class="button plain"
          disabled={interview.taken.length === 0}
          onClick={interview.back}
        >
          {words.back}
        </button>
        {usual !== undefined && (
          <button type="button" class="button plain" onClick={() => interview.answer("")}>
            {usual}
          </button>
        )}
        <span class="quiet">{words.time(Math.round(minutes))}</span>
      </div>
    </Page>
  );
}

export default function WelcomePage() {
  const interview = useInterview();
  const { state } = interview;
  if (!interview.hasBegun) return <Begin onBegin={interview.begin} />;
  if (!state)
    return (
      <Page title={words.title} heading={words.heading}>
        {interview.problem === "" ? <Loading /> : <Trouble interview={interview} />}
      </Page>
    );
  if (state.is_cut_short) return <CutShort state={state} onBack={interview.back} />;
  if (state.is_done || !state.question)
    return <Review toml={state.toml} onBack={interview.back} />;
  return (
    <Asking question={state.question} notices={state.notices} interview={interview} />
  );
}
