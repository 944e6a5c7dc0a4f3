import type { SessionPack } from "../contract";
import { makeEvent } from "../log/events";
import { keep } from "../log/outbox";
import type { SessionView } from "../session/view";
import { text } from "../text/catalog";

const words = text.today;

type Flag = SessionPack["flags"][number];

const answeredIn = (view: SessionView): Set<unknown> =>
  new Set(
    view.events.filter((event) => event.kind === "answered").map((event) => event["question"]),
  );

/** Screening questions that are due and were not answered. */
export function openFlags(view: SessionView): Flag[] {
  const answered = answeredIn(view);
  return view.session.flags.filter((flag) => !answered.has(flag.question));
}

/** What a yes said here means for one who may train: to be looked at, without haste. */
export function saidYesTo(view: SessionView): string[] {
  const isYes = ({ question }: Flag) =>
    view.events.some((event) => event["question"] === question && event["answer"] === true);
  return view.session.flags.filter(isYes).flatMap((flag) => flag.triage);
}

/** One screening question, answered with a tap. */
export function FlagQuestion(props: { flag: Flag }) {
  const { question, text } = props.flag;
  const say = (answer: boolean) => void keep(makeEvent("answered", { question, answer }));
  return (
    <>
      <p>{text}</p>
      <div class="row">
        <button type="button" class="button wide" onClick={() => say(true)}>
          {words.yes}
        </button>
        <button type="button" class="button wide" onClick={() => say(false)}>
          {words.no}
        </button>
      </div>
    </>
  );
}

/** On a page: the questions that pain has made due, one at a time. */
export function DueQuestions(props: { view: SessionView }) {
  const flags = openFlags(props.view);
  const flag = flags[0];
  if (!flag) return null;
  return (
    <section class="card">
      <h2 class="sheet-title">{words.due(flags.length)}</h2>
      <FlagQuestion key={flag.question} flag={flag} />
    </section>
  );
}
