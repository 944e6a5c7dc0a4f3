import { useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { HurtAnswer, Pack } from "../contract";
import { makeEvent } from "../log/events";
import { keep } from "../log/outbox";
import { Closed, isShut } from "../parts/closed";
import { Guided } from "../parts/guided";
import { HurtSheet } from "../parts/hurt_sheet";
import { Loading, Page } from "../parts/page";
import { SessionEnd } from "../parts/session_end";
import { WarmUp } from "../parts/warm_up";
import { pack, packProblem, view } from "../session/current";
import { hurtEvents } from "../session/hurt_events";
import type { HurtSaid } from "../session/lookup";
import { endRest } from "../session/rest_clock";
import { nextLine, type SessionView } from "../session/view";
import { text } from "../text/catalog";
import "../styles/session.css";

const { session: words, shell } = text;

interface BodyProps {
  now: SessionView;
  known: Pack;
  isHurting: boolean;
  onHurts: (exercise: string) => void;
}

/** What stands on the page, without the sheet of what hurts. */
function SessionBody({ now, known, isHurting, onHurts }: BodyProps) {
  const { route } = useLocation();
  const led = useRef(false); // a session was led here, whatever the server calls the day by now
  const isOver = useRef(false); // its end was shown: no newer pack takes that back
  const [isWarm, setWarm] = useState(false);
  const line = nextLine(now);
  const warmUp = now.session.today.warm_up;
  const isOpen = now.kind === "session" && line !== undefined && !now.hasEnded;
  if (line || now.hasBegun) led.current = true;
  if (led.current && now.kind === "session" && !line && now.lines.length > 0)
    isOver.current = true;
  if (isShut(now)) return <Closed now={now} country={known.person.country} />;
  if (isOver.current || (led.current && !isOpen && now.lines.length > 0)) {
    const end = () =>
      void keep(makeEvent("session_ended", { how: "done" })).then(() => route("/today"));
    return <SessionEnd now={now} known={known} onEnd={end} />;
  }
  if (isOpen && !now.hasBegun && !isWarm && warmUp.length > 0)
    return <WarmUp items={warmUp} onWarm={() => setWarm(true)} />;
  if (isOpen)
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
