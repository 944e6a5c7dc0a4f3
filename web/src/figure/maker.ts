/** Figures, made in a worker where there is one, and the last few kept. */
import { type Figure, makeFigure } from "./make";
import type { MotionDocument } from "./motion";

const kept = new Map<string, Promise<Figure>>();
const mostKept = 4;

const keyOf = (motion: MotionDocument): string =>
  JSON.stringify([motion.exercise, motion.model, motion.volumes, motion.instants[0]]);

function inWorker(motion: MotionDocument): Promise<Figure> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./make_worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", (event: MessageEvent<Figure>) => {
      worker.terminate();
      resolve(event.data);
    });
    worker.addEventListener("error", (event) => {
      worker.terminate();
      reject(new Error(event.message));
    });
    worker.postMessage(motion);
  });
}

export function figureOf(motion: MotionDocument): Promise<Figure> {
  const key = keyOf(motion);
  let figure = kept.get(key);
  if (!figure) {
    figure = inWorker(motion).catch(() => makeFigure(motion));
    kept.set(key, figure);
    const oldest = kept.keys().next().value;
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  }
  return figure;
}
