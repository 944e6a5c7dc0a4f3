/** The moving figure of an exercise. Loaded when it is needed: three is large. */
import "./figure.css";
import { useEffect, useRef, useState } from "preact/hooks";
import { ActivationLegend } from "./activation_legend";
import { type View, kept, lookFor } from "./camera";
import { figureOf } from "./maker";
import type { MotionDocument } from "./motion";
import { Player } from "./player";
import { watchDrag } from "./drag";

export interface FigureViewerProps {
  motion: MotionDocument;
  playing: boolean;
  label: string;
  /** A drawing for where there is no WebGL. */
  fallback: string;
}

const viewWords: readonly (readonly [View, string])[] = [
  ["front", "Front"],
  ["side", "Side"],
  ["back", "Back"],
];

type State = "making" | "shown" | "missing";

export default function FigureViewer({ motion, playing, label, fallback }: FigureViewerProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const player = useRef<Player | null>(null);
  const [state, setState] = useState<State>("making");
  const [isStopped, setStopped] = useState(false);
  const [view, setView] = useState<View>("start");
  const [isStill, setStill] = useState(() => prefersStill().matches);

  useEffect(() => {
    const query = prefersStill();
    const listen = () => setStill(query.matches);
    query.addEventListener("change", listen);
    return () => query.removeEventListener("change", listen);
  }, []);

  const isMoving = playing && !isStopped && !isStill;
  const moves = useRef(isMoving);
  moves.current = isMoving;

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    let isGone = false;
    let stopDrag: (() => void) | undefined;
    setState("making");
    setView("start");
    void figureOf(motion)
      .then((figure) => {
        if (isGone) return;
        const made = new Player(element, motion, figure);
        player.current = made;
        made.onLost = () => setState("missing");
        stopDrag = watchDrag(element, (yaw, pitch, zoom) => {
          setView("start");
          const look = made.look;
          made.turnTo(
            kept({ yaw: look.yaw + yaw, pitch: look.pitch + pitch, zoom: look.zoom * zoom }),
          );
        });
        made.run(moves.current);
        setState("shown");
      })
      .catch(() => {
        if (!isGone) setState("missing");
      });
    return () => {
      isGone = true;
      stopDrag?.();
      player.current?.dispose();
      player.current = null;
    };
  }, [motion]);

  useEffect(() => player.current?.run(isMoving), [isMoving]);

  const show = (next: View) => {
    setView(next);
    player.current?.turnTo(lookFor(motion, next));
  };
  const press = () => {
    if (isStill) player.current?.step();
    else setStopped(!isStopped);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const turns: Record<string, readonly [number, number]> = {
      ArrowLeft: [0.15, 0],
      ArrowRight: [-0.15, 0],
      ArrowUp: [0, 0.12],
      ArrowDown: [0, -0.12],
    };
    const turn = turns[event.key];
    const look = player.current?.look;
    if (turn && look) {
      setView("start");
      player.current?.turnTo(
        kept({ ...look, yaw: look.yaw + turn[0], pitch: look.pitch + turn[1] }),
      );
    } else if ((event.key === "+" || event.key === "-") && look) {
      const factor = event.key === "+" ? 1.15 : 0.87;
      player.current?.turnTo(kept({ ...look, zoom: look.zoom * factor }));
    } else if (event.key === " ") press();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  if (state === "missing") {
    return (
      <div class="figure-viewer">
        <img class="figure-fallback" src={fallback} alt={label} />
      </div>
    );
  }
  return (
    <div class="figure-viewer" data-state={state}>
      <canvas
        ref={canvas}
        class="figure-canvas"
        tabIndex={0}
        role="img"
        aria-label={`${label}. Arrow keys turn it, space ${isStill ? "steps" : "pauses"}.`}
        onKeyDown={onKeyDown}
        onClick={() => isStill && player.current?.wasTapped && player.current.step()}
      />
      {state === "making" && <p class="figure-wait">Drawing the figure</p>}
      <div class="figure-buttons" role="group" aria-label="The figure">
        {viewWords.map(([id, word]) => (
          <button key={id} type="button" aria-pressed={view === id} onClick={() => show(id)}>
            {word}
          </button>
        ))}
        {motion.instants.length > 1 && (playing || isStill) && (
          <button type="button" class="figure-pause" onClick={press}>
            {isStill ? "Start or end" : isStopped ? "Play" : "Pause"}
          </button>
        )}
      </div>
      {motion.instants[0]?.activation ? (
        <ActivationLegend />
      ) : (
        <p class="figure-note">How hard its muscles work is not known.</p>
      )}
    </div>
  );
}

function prefersStill(): MediaQueryList {
  return window.matchMedia("(prefers-reduced-motion: reduce)");
}
