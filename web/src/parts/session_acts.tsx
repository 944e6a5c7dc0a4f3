import type { Guided } from "../session/use_guided";
import { text } from "../text/catalog";
import type { SheetName } from "./session_sheets";

const words = text.session;

type OnOpen = (sheet: SheetName) => void;

/** What is at hand in every moment of a session. */
export function SideActs(props: { onHurts: () => void; onOpen: OnOpen }) {
  return (
    <div class="side-actions">
      <button type="button" class="button" onClick={props.onHurts}>
        {words.hurts}
      </button>
      <button type="button" class="button" onClick={() => props.onOpen("swap")}>
        {words.swap}
      </button>
      <button type="button" class="button" onClick={() => props.onOpen("why")}>
        {words.why}
      </button>
    </div>
  );
}

/** What is asked for now and then. */
export function MoreActs(props: { set: Guided; onOpen: OnOpen }) {
  const { set, onOpen } = props;
  return (
    <div class="side-actions">
      <button type="button" class="button" onClick={() => onOpen("note")}>
        {words.note}
      </button>
      <button type="button" class="button" disabled={!set.canUndo} onClick={set.undo}>
        {words.undo}
      </button>
      <button type="button" class="button" onClick={set.stop}>
        {words.endEarly}
      </button>
    </div>
  );
}
