import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { isOn } from "../settings_here";
import { kept } from "./camera";
import { watchDrag } from "./drag";
import { figureOf } from "./maker";
import type { MotionDocument } from "./motion";
import { placeInTime } from "./pace";
import { Player } from "./player";

/** A repetition's length and a clock that says how far it is. */
export interface Pace {
  whole: number; // [s]
  seconds: () => number;
}

interface Wishes {
  motion: MotionDocument;
  isMoving: boolean;
  isMirrored: boolean;
  pace: Pace | undefined;
  onTurned: () => void;
  /** It cannot be drawn here, or not fast enough and nobody asked for it all the same. */
  onStill: () => void;
}

/** A figure within `host`, as long as both are there. */
export function usePlayer(host: RefObject<HTMLElement | null>, wishes: Wishes) {
  const { motion, isMoving, pace } = wishes;
  const player = useRef<Player | null>(null);
  const latest = useRef(wishes);
  latest.current = wishes;
  const [isShown, setShown] = useState(false);

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const stops: (() => void)[] = [];
    let isGone = false;
    setShown(false);
    const show = (made: Player) => {
      player.current = made;
      made.onLost = () => latest.current.onStill();
      made.onSlow = () => isOn("figure") || latest.current.onStill();
      stops.push(watchDrag(element, (yaw, pitch, zoom) => turn(made, yaw, pitch, zoom)));
      made.follow = followed(motion, latest.current.pace);
      made.run(latest.current.isMoving);
      setShown(true);
    };
    const turn = (made: Player, yaw: number, pitch: number, zoom: number) => {
      const { look } = made;
      const way = latest.current.isMirrored ? -1 : 1;
      made.turnTo(
        kept({ yaw: look.yaw + way * yaw, pitch: look.pitch + pitch, zoom: look.zoom * zoom }),
      );
      latest.current.onTurned();
    };
    figureOf(motion)
      .then((figure) => !isGone && show(new Player(element, motion, figure)))
      .catch(() => !isGone && latest.current.onStill()); // no WebGL here
    return () => {
      isGone = true;
      for (const stop of stops) stop();
      player.current?.dispose();
      player.current = null;
    };
  }, [motion]);

  useEffect(() => {
    if (!player.current) return;
    player.current.follow = followed(motion, pace);
    player.current.run(isMoving);
  }, [isMoving, pace]);

  return { player, isShown };
}

const followed = (motion: MotionDocument, pace: Pace | undefined) =>
  pace && (() => placeInTime(motion, pace.whole, pace.seconds()));
