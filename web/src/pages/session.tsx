import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { HurtAnswer, Pack } from "../contract";
import { makeEvent } from "../log/events";
import { keep } from "../log/outbox";
import { Figure } from "../parts/figure";
import { HurtSheet } from "../parts/hurt_sheet";
import { Loading, Page } from "../parts/page";
import { RestScreen } from "../parts/rest_screen";
import { KeysSheet, NoteSheet, SwapSheet, WhySheet } from "../parts/session_sheets";
import { SetForm, type SaidSet } from "../parts/set_form";
import { speak, stayAwake } from "../session/coach";
import { pack, packProblem, view } from "../session/current";
import type { HurtSaid } from "../session/lookup";
import { beginRest, endRest, runningRest, type Rest } from "../session/rest_clock";
import { nextLine, type LineView, type SessionView } from "../session/view";
import { session as words, today } from "../text/session";
import { shell } from "../text/shell";
import { amountOf, massText } from "../units";
import "../styles/session.css";

type Open = "hurts" | "swap" | "why" | "note" | "keys" | undefined;

function Dots(props: { done: number; all: number }) {
  return (
    <span class="dots" aria-hidden="true">
      {Array.from({ length: props.all }, (_, i) => (
        <i key={i} class={i < props.done ? "full" : ""} />
      ))}
    </span>
  );
}

/** The load as things to pick up, and how much to do. */
function Numbers(props: { line: LineView; known: Pack }) {
  const { line, next } = props.line;
  const amount = amountOf(line);
  const load = next.load_kg;
  return (
    <div class="numbers">
      <div>
        <div class={load === undefined ? "big small" : "big"}>
          {load === undefined
            ? line.load_text || words.bodyWeight
            : massText(load, props.known.person.units)}
        </div>
        {load !== undefined && <div class="soft">{next.load_text || line.load_text}</div>}
      </div>
      <div>
        <div class="big">{amount.text}</div>
        <div class="soft">
          {line.hold_s && (line.holds ?? 1) > 1
            ? words.holds(line.holds ?? 1, line.hold_s[0], line.hold_s[1])
            : amount.unit}
          {line.sides > 1 && `, ${words.sides}`}
        </div>
      </div>
    </div>
  );
}

function Tempo(props: { tempo?: string }) {
  const parts = (props.tempo ?? "").split("-").map(Number);
  if (parts.length !== 4) return null;
  const [lower, bottom, lift, top] = parts as [number, number, number, number];
  return <p class="soft">{words.tempo(words.tempoWords(lower, bottom, lift, top))}</p>;
}

function Finished(props: { now: SessionView; sets: number; onEnd: () => void }) {
  const { sets } = props;
  const { cool_down } = props.now.session.today;
  return (
    <Page title={words.finished}>
      <p>{words.finishedHow(sets)}</p>
      {cool_down.length > 0 && (
        <>
          <h2>{today.coolDown}</h2>
          <ul>
            {cool_down.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <button type="button" class="button action wide" onClick={props.onEnd}>
        {words.end}
      </button>
    </Page>
  );
}

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

function Guided(props: { now: SessionView; line: LineView; known: Pack }) {
  const { now, line, known } = props;
  const { route } = useLocation();
  const [open, setOpen] = useState<Open>();
  const [isSaying, setSaying] = useState(false);
  const [rest, setRest] = useState<Rest | undefined>(runningRest());
  const exercise = line.line.id;
  const total = now.lines.length;
  const place = now.lines.indexOf(line) + 1;
  const lastDone = now.last;
  const pain = lastDone?.pain ?? now.saidPain ?? 0;

  useEffect(() => {
    if (!now.hasBegun) void keep(makeEvent("session_started", { planned: now.day.date }));
  }, [now.hasBegun]);
  useEffect(stayAwake, []);
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
    if (!lastDone) return;
    void keep(makeEvent("retracted", { event: lastDone.id }));
    endRest();
    setRest(undefined);
  };
  const skip = (why: string, instead?: string) => {
    void keep(makeEvent("set_skipped", { exercise, why, instead }));
    setOpen(undefined);
  };
  const end = (how: "stopped" | "pain") => {
    endRest();
    void keep(makeEvent("session_ended", { how })).then(() => route("/today"));
  };
  const hurts = (hurt: HurtSaid) =>
    void keep(makeEvent("pain_reported", { when: "during", exercise, ...hurtKeys(hurt) }));
  const answered = ({ action }: HurtAnswer) => {
    setOpen(undefined);
    if (action === "stop_exercise") skip("pain");
    if (action === "stop_today" || action === "be_seen") end("pain");
  };
  useKeys(
    {
      " ": () => setSaying(true),
      p: () => setOpen("hurts"),
      u: undo,
      "?": () => setOpen("keys"),
    },
    open !== undefined,
  );

  const head = (
    <header class="whole">
      <span class="soft">{words.of(place, total)}</span>
      <a class="button plain" href="/today">
        {words.leave}
      </a>
    </header>
  );
  const actions = (
    <div class="side-actions">
      <button type="button" class="button" onClick={() => setOpen("hurts")}>
        {words.hurts}
      </button>
      <button type="button" class="button" onClick={() => setOpen("swap")}>
        {words.swap}
      </button>
      <button type="button" class="button" onClick={() => setOpen("why")}>
        {words.why}
      </button>
      <button type="button" class="button" onClick={() => setOpen("note")}>
        {words.note}
      </button>
      <button type="button" class="button" disabled={!lastDone} onClick={undo}>
        {words.undo}
      </button>
      <button type="button" class="button" onClick={() => end("stopped")}>
        {words.endEarly}
      </button>
    </div>
  );
  const sheets = (
    <>
      {open === "hurts" && (
        <HurtSheet
          table={now.day.hurts}
          country={known.person.country}
          onSaid={hurts}
          onAnswer={answered}
          onClose={() => setOpen(undefined)}
        />
      )}
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
  const why = line.next.why && <p class="care">{line.next.why}</p>;

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
            <Numbers line={line} known={known} />
            {why}
          </RestScreen>
          {actions}
        </Page>
        {sheets}
      </div>
    );
  return (
    <div class="session wide">
      {head}
      <div class="figure">
        <Figure exercise={exercise} name={line.line.name} playing={!isSaying && !open} />
      </div>
      <div class="stack">
        <Page title={line.line.name}>
          <Numbers line={line} known={known} />
          {why}
          <Tempo tempo={line.line.tempo} />
          <p>
            {words.set(setNumber, line.line.sets)}
            <Dots done={line.done.length} all={line.line.sets} />
          </p>
          {isSaying ? (
            <SetForm view={line} units={known.person.units} pain={pain} onSaid={said} />
          ) : (
            <button type="button" class="button action wide" onClick={() => setSaying(true)}>
              {words.done}
            </button>
          )}
          {actions}
        </Page>
      </div>
      {sheets}
    </div>
  );
}

const hurtKeys = (hurt: HurtSaid) => ({
  pain: hurt.pain,
  site: hurt.site,
  is_sharp: hurt.is_sharp || undefined,
  is_numb_or_weak: hurt.is_numb_or_weak || undefined,
});

export default function SessionPage() {
  const { route } = useLocation();
  const led = useRef(0); // sets of the session that was led here
  const known = pack.value;
  const now = view.value;
  if (!known || !now) {
    return packProblem.value ? <p role="alert">{packProblem.value}</p> : <Loading />;
  }
  const line = nextLine(now);
  // The server may call the day done before the person has seen the end of the session.
  const total = now.lines.reduce((sum, one) => sum + one.done.length, 0);
  if (line || now.hasBegun) led.current = Math.max(led.current, total);
  if (now.session.today.kind === "session" && line && !now.hasEnded)
    return <Guided key={line.line.id} now={now} line={line} known={known} />;
  if (led.current > 0 || (now.hasBegun && !now.hasEnded && now.lines.length > 0)) {
    const end = () =>
      void keep(makeEvent("session_ended", { how: "done" })).then(() => route("/today"));
    return <Finished now={now} sets={led.current} onEnd={end} />;
  }
  return (
    <Page title={words.noSets}>
      <a class="button action" href="/today">
        {shell.home}
      </a>
    </Page>
  );
}
