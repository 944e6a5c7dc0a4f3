import { useState } from "preact/hooks";
import type { PlannedLine } from "../contract";
import { text } from "../text/catalog";
import { weekdayText } from "../units";
import type { Asked } from "./plan_table";
import { nameOfAbout, ReasonText } from "./reason_text";
import { Sheet } from "./sheet";
import { Status } from "./status";
import { useDocument } from "./use_document";

const words = text.plan;

/** Sends a change of the plan; says afterwards what came of it. */
export type Ask = (method: string, path: string, body: unknown) => Promise<void>;

interface Swaps {
  options: { id: string; name: string; changes: string[] }[];
}

const kDays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** One sentence, its source and its grade. */
export function ReasonSheet(props: { asked: Asked; onClose: () => void }) {
  const { line, about } = props.asked;
  const fitting = line.why.filter((reason) => reason.about === about);
  const reasons = fitting.length > 0 ? fitting : line.why;
  return (
    <Sheet title={words.why(nameOfAbout(about), line.name)} onClose={props.onClose}>
      {reasons.map((reason) => (
        <ReasonText key={reason.rule + reason.about} reason={reason} />
      ))}
    </Sheet>
  );
}

/** Swap, keep, or rather not: what may be changed of a line. */
export function ChangeSheet(props: { line: PlannedLine; ask: Ask; onClose: () => void }) {
  const { line, ask } = props;
  const swaps = useDocument<Swaps>(`/api/plan/swaps?exercise=${encodeURIComponent(line.id)}`);
  const prefer = (how: "locked" | "disliked") =>
    void ask("POST", "/api/plan/prefer", { exercise: line.id, how });
  const swap = (other: string) =>
    void ask("POST", "/api/plan/swap", { exercise: line.id, with: other });
  return (
    <Sheet title={words.swapTitle(line.name)} onClose={props.onClose}>
      <Status seen={swaps} />
      {swaps.data?.options.length === 0 && <p>{words.noSwap}</p>}
      <div class="choices">
        {swaps.data?.options.map((option) => (
          <button
            key={option.id}
            type="button"
            class="button swap"
            onClick={() => swap(option.id)}
          >
            <strong>{option.name}</strong>
            <span class="quiet">{option.changes.join(" ")}</span>
          </button>
        ))}
        <div class="row">
          <button type="button" class="button" onClick={() => prefer("locked")}>
            {words.lock}
          </button>
          <button type="button" class="button" onClick={() => prefer("disliked")}>
            {words.dislike}
          </button>
        </div>
      </div>
    </Sheet>
  );
}

/** The days on which the person can train. */
export function DaysSheet(props: { days: number[]; ask: Ask; onClose: () => void }) {
  const [days, setDays] = useState(props.days.map((day) => kDays[day] ?? ""));
  const toggle = (day: string) =>
    setDays(days.includes(day) ? days.filter((one) => one !== day) : [...days, day]);
  const keep = () => {
    const value = JSON.stringify(kDays.filter((day) => days.includes(day)));
    void props.ask("PATCH", "/api/profile", { field: "time.days", value });
  };
  return (
    <Sheet title={words.daysHow} onClose={props.onClose}>
      <div class="choices">
        {kDays.map((day, i) => (
          <button
            key={day}
            type="button"
            class="button"
            aria-pressed={days.includes(day)}
            onClick={() => toggle(day)}
          >
            {weekdayText(i)}
          </button>
        ))}
        <button
          type="button"
          class="button action wide"
          disabled={days.length === 0}
          onClick={keep}
        >
          {words.keep}
        </button>
      </div>
    </Sheet>
  );
}
