/** Whether a figure can move on this device, and what it is drawn on. */
import { signal } from "@preact/signals";
import { quiet } from "../quiet";
import { graphics, isOn, keepGraphics } from "../settings_here";

/** Whether the figure can move here; undefined until it is known. */
export const canMove = signal<boolean | undefined>(undefined);

/** Asks beside the page, once it is quiet: to make a context of WebGL can keep a processor busy. */
async function probed(): Promise<boolean> {
  if (typeof OffscreenCanvas === "undefined") return true; // it will be seen
  await quiet();
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

/** What this device has, found out once. */
async function hasGraphicsCard(): Promise<boolean> {
  const kept = graphics();
  if (kept !== undefined) return kept === "card";
  const isThere = await probed();
  keepGraphics(isThere ? "card" : "none");
  return isThere;
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
