import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Pack } from "../contract";
import { makeEvent } from "../log/events";
import { keep } from "../log/outbox";
import { text } from "../text/catalog";
import { amountOf, massText } from "../units";
import { speak, stayAwake } from "./coach";
import { holdPack } from "./current";
import { painFor, undoable, type Deed } from "./deeds";
import { beginRest, endRest, runningRest, type Rest } from "./rest_clock";
import type { LoggedSet } from "./set_amount";
import { dropHalf, isStepped, keepHalf, keptHalf, sideOf, type Side } from "./sides";
import type { LineView, SessionView } from "./view";

const words = text.session;

export interface Leading {
  now: SessionView;
  line: LineView;
  known: Pack;
}

/** What may be done at this place of the session, and where within the set one is. */
export interface Guided {
  side: Side | undefined; // of a set that is done side by side
  isSaying: boolean; // how the set went
  rest: Rest | undefined;
  pain: number;
  last: Deed | undefined; // what undo takes back
  canUndo: boolean;
  done: () => void;
  back: () => void;
  said: (set: LoggedSet) => void;
  undo: () => void;
  redo: () => void;
  skip: (why: string, instead?: string) => void;
  note: (text: string) => void;
  stop: () => void;
  setRest: (rest: Rest | undefined) => void;
}

/** Says aloud what comes: the side, the exercise, the load, how much. */
function useVoice({ line, known }: Leading, side: Side | undefined): void {
  useEffect(() => {
    const amount = amountOf(line.line);
    const load = line.next.load_kg;
    speak(
      words.say([
        side ? words.side[side] : "",
        line.line.name,
        load === undefined ? "" : massText(load, known.person.units),
        `${amount.text} ${amount.unit}`,
      ]),
    );
  }, [line.line.id, line.done.length, side]);
}

/** The side of the set that comes next; and what says that it is done, or is not. */
function useSide({ now, line, known }: Leading) {
  const exercise = line.line.id;
  const [half, setHalf] = useState(keptHalf());
  const set = { day: now.day.date, exercise, set: line.done.length + 1 };
  const side = isStepped(line.line, known.cards[exercise]) ? sideOf(set, half) : undefined;
  return {
    side,
    sideDone: () => setHalf(keepHalf(set)),
    anew: () => setHalf(dropHalf()),
  };
}

/** The session begins in the log; the screen stays on; no pack comes between while one says. */
function useDevice(now: SessionView, isSaying: boolean): void {
  useEffect(() => {
    if (!now.hasBegun) void keep(makeEvent("session_started", { planned: now.day.date }));
  }, [now.hasBegun]);
  useEffect(stayAwake, []);
  useEffect(() => {
    holdPack(isSaying);
    return () => holdPack(false);
  }, [isSaying]);
}

/** What may be said of an exercise, or of the session, between its sets. */
const besideSets = (
  exercise: string,
  onStopped: () => void,
): Pick<Guided, "skip" | "note" | "stop"> => ({
  skip: (why, instead) => void keep(makeEvent("set_skipped", { exercise, why, instead })),
  note: (said) => void keep(makeEvent("note", { about: "exercise", of: exercise, text: said })),
  stop: () => {
    endRest();
    void keep(makeEvent("session_ended", { how: "stopped" })).then(onStopped);
  },
});

export function useGuided(leading: Leading): Guided {
  const { now, line } = leading;
  const { route } = useLocation();
  const { side, sideDone, anew } = useSide(leading);
  const [isSaying, setSaying] = useState(false);
  const [rest, setRest] = useState<Rest | undefined>(runningRest());
  const exercise = line.line.id;
  const last = undoable(now.deeds);

  useDevice(now, isSaying);
  useEffect(() => window.scrollTo(0, 0), [rest === undefined, isSaying, side]);
  useVoice(leading, side);

  const takeBack = () => {
    if (last) void keep(makeEvent("retracted", { event: last.id }));
    endRest();
    setRest(undefined);
  };
  const undo = () => {
    if (isSaying) return setSaying(false);
    return side === "right" ? anew() : takeBack();
  };
  const said = (set: LoggedSet) => {
    void keep(makeEvent("set_done", { exercise, ...set }));
    setSaying(false);
    anew();
    const isLast = line.left <= 1 && now.lines.every((one) => one === line || one.left === 0);
    if (!isLast && line.line.rest_s > 0) setRest(beginRest(line.line.rest_s));
  };
  return {
    side,
    isSaying,
    rest,
    pain: painFor(now.deeds, exercise) ?? now.saidPain ?? 0,
    last,
    canUndo: isSaying || side === "right" || last !== undefined,
    done: () => (side === "left" ? sideDone() : setSaying(true)),
    back: () => setSaying(false),
    said,
    undo,
    redo: () => {
      takeBack();
      setSaying(true);
    },
    ...besideSets(exercise, () => route("/today")),
    setRest,
  };
}
