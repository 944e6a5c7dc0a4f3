import { useState } from "preact/hooks";
import { lastChange } from "../log/outbox";
import type { Rest } from "../session/rest_clock";
import { useGuided, type Guided as Set, type Leading } from "../session/use_guided";
import { lighterFor, minutesLeft, type LineView } from "../session/view";
import { text } from "../text/catalog";
import { Page } from "./page";
import { Pacing } from "./pacing";
import { RestScreen } from "./rest_screen";
import { MoreActs, SideActs } from "./session_acts";
import { SessionHead } from "./session_head";
import { OpenSheet, type SheetName } from "./session_sheets";
import { SetForm } from "./set_form";
import { Numbers, Place } from "./set_numbers";
import { useKeys } from "./use_keys";

const words = text.session;

interface ShownProps extends Leading {
  set: Set;
  onHurts: () => void;
  onOpen: (sheet: SheetName) => void;
}

/** "10, 2 left in you. Change": the last set of this exercise, to correct. */
function LastSet({ set, line }: { set: Set; line: LineView }) {
  const { last } = set;
  if (last?.kind !== "set_done" || last.exercise !== line.line.id) return null;
  return (
    <button type="button" class="button plain" onClick={set.redo}>
      {words.lastSet(last.amount ?? 0, last.reserve)}
    </button>
  );
}

/** What the last set, or pain, changed of the next one, or of the session. */
function Changes({ now, line }: Leading) {
  const program = lastChange.value?.program ?? [];
  const changed = [lighterFor(now, line.line.id), line.next.why, ...program].filter(Boolean);
  return changed.map((text) => (
    <p class="care" key={text}>
      {text}
    </p>
  ));
}

function Resting(props: ShownProps & { rest: Rest }) {
  const { line, known, set, rest } = props;
  return (
    <Page title={words.rest}>
      <RestScreen rest={rest} onChange={set.setRest} onEnd={() => set.setRest(undefined)}>
        <p>
          <strong>{words.nextUp(line.line.name)}</strong>
        </p>
        <Place line={line} side={set.side} />
        <Numbers line={line} units={known.person.units} isOneSide={set.side !== undefined} />
        <Changes {...props} />
        <LastSet set={set} line={line} />
      </RestScreen>
      <SideActs {...props} />
      <MoreActs {...props} />
    </Page>
  );
}

function Doing(props: ShownProps) {
  const { line, known, set } = props;
  const { units } = known.person;
  return (
    <Page title={line.line.name}>
      <Place line={line} side={set.side} />
      <Numbers line={line} units={units} isOneSide={set.side !== undefined} />
      <Changes {...props} />
      {set.isSaying && (
        <SetForm
          view={line}
          units={units}
          pain={set.pain}
          isOnBothSides={set.side !== undefined}
          onSaid={set.said}
          onBack={set.back}
        />
      )}
      <div class="act">
        {!set.isSaying && (
          <button type="button" class="button action wide" onClick={set.done}>
            {set.side === "left" ? words.doneLeft : words.done}
          </button>
        )}
        <SideActs {...props} />
      </div>
      <MoreActs {...props} />
    </Page>
  );
}

/** Leads through one exercise of the session: doing it, saying how it went, resting. */
export function Guided(props: Leading & { isHurting: boolean; onHurts: () => void }) {
  const { now, line, isHurting, onHurts } = props;
  const [open, setOpen] = useState<SheetName | undefined>();
  const set = useGuided(props);
  const isQuiet = open !== undefined || isHurting;
  useKeys({ " ": set.done, p: onHurts, u: set.undo, "?": () => setOpen("keys") }, isQuiet);
  const shown = { ...props, set, onOpen: setOpen };
  const place = now.lines.indexOf(line) + 1;
  return (
    <div class={set.rest ? "session" : "session wide"}>
      <SessionHead place={place} total={now.lines.length} minutes={minutesLeft(now)} />
      {set.rest ? (
        <Resting {...shown} rest={set.rest} />
      ) : (
        <Pacing {...props} set={set} isQuiet={isQuiet}>
          <Doing {...shown} />
        </Pacing>
      )}
      <OpenSheet
        name={open}
        line={line}
        known={props.known}
        acts={set}
        onClose={() => setOpen(undefined)}
      />
    </div>
  );
}
