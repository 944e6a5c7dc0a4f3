/** Whether a figure can move on this device, and what it is drawn on. */
import { signal } from "@preact/signals";
import { isOn } from "../settings_here";

/** Whether the figure can move here; undefined until it is known. */
export const canMove = signal<boolean | undefined>(undefined);

/** Asks beside the page, which need not wait: a context of WebGL can take a second. */
function hasGraphicsCard(): Promise<boolean> {
  if (typeof OffscreenCanvas === "undefined") return Promise.resolve(true); // it will be seen
  return new Promise((resolve) => {
    const worker = new Worker(new URL("./probe_worker.ts", import.meta.url), { type: "module" });
    const answer = (isThere: boolean) => {
      worker.terminate();
      resolve(isThere);
    };
    worker.addEventListener("message", (event: MessageEvent<boolean>) => answer(event.data));
    worker.addEventListener("error", () => answer(false));
  });
}

let asked: Promise<boolean> | undefined;

/** By a graphics card, or by the processor where that is wanted: says it in `canMove`. */
export async function findOut(): Promise<void> {
  canMove.value = isOn("figure") || (await (asked ??= hasGraphicsCard()));
}

/** Nothing here draws it, or not fast enough: it stays still until somebody asks. */
export function giveUp(): void {
  asked = Promise.resolve(false);
  canMove.value = false;
}

/** Throws where there is no WebGL. */
export function newSurface(): { canvas: HTMLCanvasElement; context: WebGL2RenderingContext } {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("webgl2", {
    alpha: true,
    antialias: true,
    depth: true,
    stencil: true,
    powerPreference: "low-power",
  });
  if (!context) throw new Error("no WebGL");
  return { canvas, context };
}
