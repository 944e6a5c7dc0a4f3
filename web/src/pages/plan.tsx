import { useState } from "preact/hooks";
import { send } from "../api";
import type { Change, PlannedLine, Problem } from "../contract";
import { NoWeeks } from "../parts/no_weeks";
import { Page } from "../parts/page";
import type { PlanDocument } from "../parts/plan_document";
import { PlanNotes } from "../parts/plan_notes";
import { type Ask, ChangeSheet, DaysSheet, ReasonSheet } from "../parts/plan_sheets";
import { type Asked, SessionTable } from "../parts/plan_table";
import { ProblemText } from "../parts/problem_text";
import { Status } from "../parts/status";
import { useDocument } from "../parts/use_document";
import { useMuscles } from "../parts/use_names";
import { refreshPack } from "../session/current";
import { text } from "../text/catalog";
import "../styles/plan.css";

const words = text.plan;

/** What lies over the page: a reason, a change of a line, or the days. */
type Open = { asked: Asked } | { changing: PlannedLine } | "days" | undefined;

/** Sends changes; what came of the last one stays to be read. */
function useChanges(after: () => void) {
  const [problem, setProblem] = useState<Problem>();
  const [change, setChange] = useState<Change>();
  const ask: Ask = async (method, path, body) => {
    const answer = await send<Change>(method, path, body);
    setProblem("problem" in answer ? answer.problem : undefined);
    setChange("data" in answer ? answer.data : undefined);
    after();
    if ("data" in answer) void refreshPack();
  };
  const shown = (
    <>
      {problem && <ProblemText problem={problem} />}
      {change && (
        <p class="care" role="status">
          {[...change.program, ...change.notes].join(" ") || words.done}
        </p>
      )}
    </>
  );
  return { ask, shown };
}

function Weeks(props: { at: number; of: number; week: number; onGo: (at: number) => void }) {
  const { at, of, week, onGo } = props;
  return (
    <div class="row weeks no-print">
      <button type="button" class="button" disabled={at === 0} onClick={() => onGo(at - 1)}>
        {words.earlier}
      </button>
      <strong>{words.week(week)}</strong>
      <button type="button" class="button" disabled={at + 1 >= of} onClick={() => onGo(at + 1)}>
        {words.later}
      </button>
    </div>
  );
}

/** What may be done with the whole plan. */
function Acts(props: { ask: Ask; onMove: () => void }) {
  return (
    <section class="no-print">
      <div class="row actions">
        <a class="button" href="/api/sheet" target="_blank" rel="noopener">
          {words.print}
        </a>
        <a class="button" href="/api/calendar.ics">
          {words.calendar}
        </a>
        <button type="button" class="button" onClick={props.onMove}>
          {words.days}
        </button>
        <button
          type="button"
          class="button"
          aria-describedby="article-how"
          onClick={() => void props.ask("POST", "/api/plan/article", {})}
        >
          {words.article}
        </button>
      </div>
      <p id="article-how" class="quiet">
        {words.articleHow}
      </p>
    </section>
  );
}

function Sheets(props: { open: Open; plan: PlanDocument; ask: Ask; onClose: () => void }) {
  const { open, plan, ask, onClose } = props;
  if (open === undefined) return null;
  if (open === "days") {
    const days = plan.accepted?.days.map((day) => day.weekday) ?? [];
    return <DaysSheet days={days} ask={ask} onClose={onClose} />;
  }
  if ("asked" in open) return <ReasonSheet asked={open.asked} onClose={onClose} />;
  return <ChangeSheet line={open.changing} ask={ask} onClose={onClose} />;
}

/** The weeks of a plan that is there. */
function Planned(props: { plan: PlanDocument; ask: Ask; onOpen: (open: Open) => void }) {
  const { plan, ask, onOpen } = props;
  const [at, setAt] = useState(0);
  const { nameOf } = useMuscles();
  const week = plan.weeks[at];
  if (!week) return <NoWeeks plan={plan} />;
  return (
    <>
      <Weeks at={at} of={plan.weeks.length} week={week.week} onGo={setAt} />
      {week.sessions.length === 0 && <p class="soft">{words.rests}</p>}
      {week.sessions.map((session) => (
        <SessionTable
          key={session.date}
          session={session}
          units={plan.person.units}
          nameOf={nameOf}
          onAsk={(asked) => onOpen({ asked })}
          onChange={(changing) => onOpen({ changing })}
        />
      ))}
      <Acts ask={ask} onMove={() => onOpen("days")} />
      <PlanNotes plan={plan} muscleName={nameOf} />
    </>
  );
}

export default function PlanPage() {
  const seen = useDocument<PlanDocument>("/api/plan");
  const [open, setOpen] = useState<Open>();
  const { ask, shown } = useChanges(() => {
    setOpen(undefined);
    seen.reload();
  });
  const plan = seen.data;
  return (
    <Page title={words.title} heading={words.heading(plan?.person.name ?? "")}>
      <Status seen={seen} />
      {shown}
      {plan && <Planned plan={plan} ask={ask} onOpen={setOpen} />}
      {plan && <Sheets open={open} plan={plan} ask={ask} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}
