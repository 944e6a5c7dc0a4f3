import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { HurtAnswer, Pack } from "../contract";
import { makeEvent } from "../log/events";
import { keep } from "../log/outbox";
import { Figure } from "../parts/figure";
import { Closed, isShut } from "../parts/closed";
import { HurtSheet } from "../parts/hurt_sheet";
import { Loading, Page } from "../parts/page";
import { RestScreen } from "../parts/rest_screen";
import { SessionEnd } from "../parts/session_end";
import { SessionHead } from "../parts/session_head";
import { KeysSheet, NoteSheet, SwapSheet, WhySheet } from "../parts/session_sheets";
import { SetForm, type SaidSet } from "../parts/set_form";
import { Dots, Numbers, Tempo } from "../parts/set_numbers";
import { speak, stayAwake } from "../session/coach";
import { pack, packProblem, view } from "../session/current";
import { painFor, undoable } from "../session/deeds";
import { hurtEvents } from "../session/hurt_events";
import type { HurtSaid } from "../session/lookup";
import { beginRest, endRest, runningRest, type Rest } from "../session/rest_clock";
import { lighterFor, minutesLeft, nextLine, type LineView, type SessionView } from "../session/view";
import { session as words } from "../text/session";
import { shell } from "../text/shell";
import { amountOf, massText } from "../units";
import "../styles/session.css";

type Open = "swap" | "why" | "note" | "keys" | undefined;

/** Calls `act` for single keys, unless somebody is typing or a sheet is open. */
function useKeys(acts: Record<string, () => void>, isQuiet: boolean) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const isTaken = /^(INPUT|TEXTAREA|SELECT|BUTTON|A)$/.test(target.tagName);
      if (isQuiet || (isTaken && event.key === " ") || target.tagName === "TEXTAREA") return;
      const act = acts[event.key.toLowerCase()];
      if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
}

interface GuidedProps {
  now: SessionView;
  line: LineView;
  known: Pack;
  isHurting: boolean;
  onHurts: () => void;
}

function Guided(props: GuidedProps) {
  const { now, line, known, isHurting, onHurts } = props;
  const { route } = useLocation();
  const [open, setOpen] = useState<Open>();
  const [isSaying, setSaying] = useState(false);
  const [rest, setRest] = useState<Rest | undefined>(runningRest());
  const exercise = line.line.id;
  const total = now.lines.length;
  const place = now.lines.indexOf(line) + 1;
  const last = undoable(now.deeds);
  const pain = painFor(now.deeds, exercise) ?? now.saidPain ?? 0;

  useEffect(() => {
    if (!now.hasBegun) void keep(makeEvent("session_started", { planned: now.day.date }));
  }, [now.hasBegun]);
  useEffect(stayAwake, []);
  useEffect(() => window.scrollTo(0, 0), [rest === undefined, isSaying]);
  useEffect(() => {
    const amount = amountOf(line.line);
    const load = line.next.load_kg;
    const thing = load === undefined ? "" : massText(load, known.person.units);
    speak(words.say(line.line.name, thing, `${amount.text} ${amount.unit}`));
  }, [exercise, line.done.length]);

  const said = (set: SaidSet) => {
    void keep(makeEvent("set_done", { exercise, ...set }));
    setSaying(false);
    const isLast = line.left <= 1 && now.lines.every((one) => one === line || one.left === 0);
    if (!isLast && line.line.rest_s > 0) setRest(beginRest(line.line.rest_s));
  };
  const undo = () => {
    if (!last) return;
    void keep(makeEvent("retracted", { event: last.id }));
    endRest();
    setRest(undefined);
  };
  const skip = (why: string, instead?: string) => {
    void keep(makeEvent("set_skipped", { exercise, why, instead }));
    setOpen(undefined);
  };
  const stop = () => {
    endRest();
    void keep(makeEvent("session_ended", { how: "stopped" })).then(() => route("/today"));
  };
  useKeys(
    {
      " ": () => setSaying(true),
      p: onHurts,
      u: undo,
      "?": () => setOpen("keys"),
    },
    open !== undefined || isHurting,
  );

  const head = <SessionHead place={place} total={total} minutes={minutesLeft(now)} />;
  const acts = (
    <div class="side-actions">
      <button type="button" class="button" onClick={onHurts}>
        {words.hurts}
      </button>
      <button type="button" class="button" onClick={() => setOpen("swap")}>
        {words.swap}
      </button>
      <button type="button" class="button" onClick={() => setOpen("why")}>
        {words.why}
      </button>
    </div>
  );
  const moreActs = (
    <div class="side-actions">
      <button type="button" class="button" onClick={() => setOpen("note")}>
        {words.note}
      </button>
      <button type="button" class="button" disabled={!last} onClick={undo}>
        {words.undo}
      </button>
      <button type="button" class="button" onClick={stop}>
        {words.endEarly}
      </button>
    </div>
  );
  const sheets = (
    <>
      {open === "swap" && (
        <SwapSheet
          view={line}
          units={known.person.units}
          onSwap={(other) => skip("other", other)}
          onSkip={skip}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === "why" && (
        <WhySheet
          card={known.cards[exercise]}
          why={line.line.why}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === "note" && (
        <NoteSheet
          onKeep={(text) => {
            void keep(makeEvent("note", { about: "exercise", of: exercise, text }));
            setOpen(undefined);
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === "keys" && <KeysSheet onClose={() => setOpen(undefined)} />}
    </>
  );
  const setNumber = line.done.length + 1;
  const changed = [lighterFor(now, exercise), line.next.why].filter(Boolean);
  const why = changed.map((text) => (
    <p class="care" key={text}>
      {text}
    </p>
  ));
  const redo = () => {
    undo();
    setSaying(true);
  };

  if (rest)
    return (
      <div class="session">
        {head}
        <Page title={words.rest}>
          <RestScreen rest={rest} onChange={setRest} onEnd={() => setRest(undefined)}>
            <p>
              {words.nextUp}: <strong>{line.line.name}</strong>,{" "}
              {words.set(setNumber, line.line.sets)}
            </p>
            <Numbers line={line} units={known.person.units} />
            {why}
            {last?.kind === "set_done" && last.exercise === exercise && (
              <button type="button" class="button plain" onClick={redo}>
                {words.lastSet(last.amount ?? 0, last.reserve)}
              </button>
            )}
          </RestScreen>
          {acts}
          {moreActs}
        </Page>
        {sheets}
      </div>
    );
  return (
    <div class={isSaying ? "session wide saying" : "session wide"}>
      {head}
      <div class="figure">
        <Figure exercise={exercise} name={line.line.name} playing={!isSaying && !open && !isHurting} />
      </div>
      <div class="stack">
        <Page title={line.line.name}>
          <Numbers line={line} units={known.person.units} />
          {why}
          <Tempo tempo={line.line.tempo} />
          <p>
            {words.set(setNumber, line.line.sets)}
            <Dots done={line.done.length} all={line.line.sets} />
          </p>
          {isSaying && (
            <SetForm view={line} units={known.person.units} pain={pain} onSaid={said} />
          )}
          <div class="act">
            {!isSaying && (
              <button type="button" class="button action wide" onClick={() => setSaying(true)}>
                {words.done}
              </button>
            )}
            {acts}
          </div>
          {moreActs}
        </Page>
      </div>
      {sheets}
    </div>
  );
}

/** What stands on the page, without the sheet of what hurts. */
function SessionBody(props: {
  now: SessionView;
  known: Pack;
  isHurting: boolean;
  onHurts: (exercise: string) => void;
}) {
  const { now, known, isHurting, onHurts } = props;
  const { route } = useLocation();
  const led = useRef(false); // a session was led here, whatever the server calls the day by now
  const line = nextLine(now);
  if (line || now.hasBegun) led.current = true;
  if (isShut(now)) return <Closed now={now} country={known.person.country} />;
  if (now.kind === "session" && line && !now.hasEnded)
    return (
      <Guided
        key={line.line.id}
        now={now}
        line={line}
        known={known}
        isHurting={isHurting}
        onHurts={() => onHurts(line.line.id)}
      />
    );
  if (led.current && now.lines.length > 0) {
    const end = () =>
      void keep(makeEvent("session_ended", { how: "done" })).then(() => route("/today"));
    return <SessionEnd now={now} units={known.person.units} onEnd={end} />;
  }
  return (
    <Page title={words.noSets}>
      <a class="button action" href="/today">
        {shell.home}
      </a>
    </Page>
  );
}

export default function SessionPage() {
  const { route } = useLocation();
  const [hurting, setHurting] = useState<string | undefined>();
  const written = useRef<string[]>([]);
  const known = pack.value;
  const now = view.value;
  if (!known || !now)
    return packProblem.value ? <p role="alert">{packProblem.value}</p> : <Loading />;
  const said = (hurt: HurtSaid, answer: HurtAnswer | undefined) => {
    const events = hurtEvents(hurting ?? "", hurt, answer);
    if (events.some((event) => event.kind === "session_ended")) endRest();
    written.current = events.map((event) => event.id);
    return keep(...events);
  };
  const takeBack = () =>
    void keep(...written.current.map((event) => makeEvent("retracted", { event })));
  const close = (answer: HurtAnswer | undefined) => {
    setHurting(undefined);
    if (answer?.action === "stop_today" || answer?.action === "be_seen") route("/today");
  };
  return (
    <>
      <SessionBody
        now={now}
        known={known}
        isHurting={hurting !== undefined}
        onHurts={setHurting}
      />
      {hurting !== undefined && (
        <HurtSheet
          table={now.day.hurts}
          country={known.person.country}
          onSaid={said}
          onTakeBack={takeBack}
          onClose={close}
        />
      )}
    </>
  );
}
