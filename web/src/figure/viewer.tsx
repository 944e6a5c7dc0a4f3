/** The figure that moves: on a canvas, turned by hand, by keys or by its buttons. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useStill } from "../parts/use_still";
import { text } from "../text/catalog";
import { ActivationLegend } from "./activation_legend";
import { type View, kept, lookFor } from "./camera";
import type { MotionDocument } from "./motion";
import type { Player } from "./player";
import { type Pace, usePlayer } from "./use_player";

const words = text.figure;

export interface FigureViewerProps {
  motion: MotionDocument;
  playing: boolean;
  label: string;
  /** Stands there until the figure is made. */
  drawing: ComponentChildren;
  /** Called when it cannot be drawn here, or not fast enough. */
  onStill: () => void;
  /** The other side does the work. */
  isMirrored?: boolean;
  /** Another clock than the figure's own; who keeps it can stop it. */
  pace?: Pace;
}

const views: readonly Exclude<View, "start">[] = ["front", "side", "back"];

const turns: Record<string, readonly [number, number]> = {
  ArrowLeft: [0.15, 0],
  ArrowRight: [-0.15, 0],
  ArrowUp: [0, 0.12],
  ArrowDown: [0, -0.12],
};
const zooms: Record<string, number> = { "+": 1.15, "-": 0.87 };

/** Turns or zooms by a key; true when the key means that. */
function turnByKey(player: Player | null, key: string, isMirrored: boolean): boolean {
  const turn = turns[key];
  const zoom = zooms[key];
  if (!player || (!turn && zoom === undefined)) return false;
  const { yaw, pitch, zoom: was } = player.look;
  const [right, up] = turn ?? [0, 0];
  const way = isMirrored ? -1 : 1;
  player.turnTo(kept({ yaw: yaw + way * right, pitch: pitch + up, zoom: was * (zoom ?? 1) }));
  return true;
}

function Buttons(props: {
  view: View;
  onView: (view: View) => void;
  pause: string | undefined;
  onPause: () => void;
}) {
  return (
    <div class="figure-buttons" role="group" aria-label={words.group}>
      {views.map((id) => (
        <button
          key={id}
          type="button"
          aria-pressed={props.view === id}
          onClick={() => props.onView(id)}
        >
          {words.views[id]}
        </button>
      ))}
      {props.pause && (
        <button type="button" class="figure-pause" onClick={props.onPause}>
          {props.pause}
        </button>
      )}
    </div>
  );
}

export default function FigureViewer(props: FigureViewerProps) {
  const { motion, playing, label, drawing, onStill, isMirrored = false, pace } = props;
  const host = useRef<HTMLDivElement>(null);
  const [isStopped, setStopped] = useState(false);
  const [view, setView] = useState<View>("start");
  const isStill = useStill();
  const isMoving = playing && !isStopped && !isStill;
  const onTurned = () => setView("start");
  const wishes = { motion, isMoving, isMirrored, pace, onTurned, onStill };
  const { player, isShown } = usePlayer(host, wishes);
  useEffect(onTurned, [motion]);

  const show = (next: View) => {
    setView(next);
    player.current?.turnTo(lookFor(motion, next));
  };
  const canPause = motion.instants.length > 1 && (isStill || (playing && !pace));
  const pause = isStill ? words.step : isStopped ? words.play : words.pause;
  const press = () => (isStill ? player.current?.step() : setStopped(!isStopped));
  const onKeyDown = (event: KeyboardEvent) => {
    if (turnByKey(player.current, event.key, isMirrored)) setView("start");
    else if (event.key === " " && canPause) press();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class="figure-viewer" data-state={isShown ? "shown" : "making"}>
      <div class="figure-frame">
        {!isShown && drawing}
        <div
          ref={host}
          class={isMirrored ? "figure-canvas mirrored" : "figure-canvas"}
          tabIndex={0}
          role="img"
          aria-label={words.canvas(label, canPause ? pause : undefined)}
          onKeyDown={onKeyDown}
          onClick={() => isStill && player.current?.wasTapped && player.current.step()}
        />
      </div>
      <div class="figure-below">
        <Buttons view={view} onView={show} pause={canPause ? pause : undefined} onPause={press} />
        {motion.instants[0]?.activation ? (
          <ActivationLegend />
        ) : (
          <p class="figure-note">{words.unknown}</p>
        )}
      </div>
    </div>
  );
}
