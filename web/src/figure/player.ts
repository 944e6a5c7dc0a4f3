/** Runs a figure on a canvas: time, size, what is seen of it, and drawing only what changed. */
import { type Look, lookFor } from "./camera";
import { borrowEasel, giveBack } from "./easel";
import { FrameWatch } from "./frame_watch";
import type { Figure } from "./make";
import { darkInks, lightInks } from "./materials";
import { type MotionDocument, farthest, placeAt } from "./motion";
import { Stage } from "./scene";

const turning_ms = 180;

function isDark(): boolean {
  const chosen = document.documentElement.dataset["theme"];
  if (chosen === "dark" || chosen === "light") return chosen === "dark";
  return window.matchMedia("(prefers-color-scheme: dark)").matches;
}

export class Player {
  look: Look;
  /** The last press was a tap, not a drag. */
  wasTapped = true;
  onLost: (() => void) | undefined;
  /** Called when this device cannot keep up, however coarse the picture. */
  onSlow: (() => void) | undefined;
  /** Says the place of this moment; without it the figure keeps its own time. */
  follow: (() => number) | undefined;

  private readonly easel = borrowEasel();
  private readonly stage: Stage;
  private readonly watched = new FrameWatch();
  private seconds = 0;
  private last = 0;
  private place = 0;
  private frame = 0;
  private isRunning = false;
  private isSeen = true;
  private from: { look: Look; at: number } | null = null;
  private goal: Look;
  private readonly end: number;
  private readonly stops: (() => void)[] = [];

  constructor(
    private readonly host: HTMLElement,
    private readonly motion: MotionDocument,
    figure: Figure,
  ) {
    this.stage = new Stage(this.easel, motion, figure, isDark() ? darkInks : lightInks);
    host.append(this.easel.canvas);
    this.end = farthest(motion);
    this.look = lookFor(motion, "start");
    this.goal = this.look;
    this.watch();
    this.fit();
  }

  private watch(): void {
    const sizes = new ResizeObserver(() => this.fit());
    sizes.observe(this.host);
    const seen = new IntersectionObserver((entries) => {
      this.isSeen = entries.some((entry) => entry.isIntersecting);
      this.ask();
    });
    seen.observe(this.host);
    const listen = (target: EventTarget, name: string, act: (event: Event) => void): void => {
      target.addEventListener(name, act);
      this.stops.push(() => target.removeEventListener(name, act));
    };
    listen(document, "visibilitychange", () => this.ask());
    listen(this.easel.canvas, "webglcontextlost", (event) => {
      event.preventDefault();
      this.onLost?.();
    });
    let press = { x: 0, y: 0 };
    listen(this.host, "pointerdown", (event) => {
      press = { x: (event as PointerEvent).clientX, y: (event as PointerEvent).clientY };
      this.wasTapped = true;
    });
    listen(this.host, "pointermove", (event) => {
      const { clientX, clientY } = event as PointerEvent;
      if (Math.hypot(clientX - press.x, clientY - press.y) > 6) this.wasTapped = false;
    });
    listen(window.matchMedia("(prefers-color-scheme: dark)"), "change", () => this.repaint());
    const theme = new MutationObserver(() => this.repaint());
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    this.stops.push(
      () => sizes.disconnect(),
      () => seen.disconnect(),
      () => theme.disconnect(),
    );
  }

  private repaint(): void {
    this.stage.paint(isDark() ? darkInks : lightInks);
    this.ask();
  }

  private fit(): void {
    const { clientWidth, clientHeight } = this.host;
    if (clientWidth < 2 || clientHeight < 2) return;
    this.stage.resize(clientWidth, clientHeight, this.easel.detail);
    this.draw(); // at once: a canvas is empty after its size changed
  }

  run(isRunning: boolean): void {
    this.isRunning = isRunning && this.motion.instants.length > 1;
    this.last = 0;
    this.ask();
  }

  /** From the start to the end, or back. */
  step(): void {
    this.place = this.place === 0 ? this.end : 0;
    this.ask();
  }

  turnTo(look: Look): void {
    const { yaw, pitch } = this.look;
    const isNear = Math.abs(look.yaw - yaw) + Math.abs(look.pitch - pitch) < 0.3;
    const isStill = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.goal = look;
    if (isNear || isStill) {
      this.from = null;
      this.look = look;
    } else {
      const round = 2 * Math.PI;
      const turns = Math.round((this.look.yaw - look.yaw) / round);
      this.goal = { ...look, yaw: look.yaw + turns * round };
      this.from = { look: this.look, at: performance.now() };
    }
    this.ask();
  }

  private ask(): void {
    if (this.frame === 0 && this.isSeen && !document.hidden) {
      this.frame = requestAnimationFrame((now) => this.tick(now));
    }
    if (!this.isSeen || document.hidden) this.last = 0;
  }

  private tick(now: number): void {
    this.frame = 0;
    if (this.isRunning) {
      if (this.last > 0) this.advance(now - this.last);
      this.last = now;
      this.place = this.follow ? this.follow() : placeAt(this.motion, this.seconds);
    }
    if (this.from) {
      const share = Math.min(1, Math.max(0, (now - this.from.at) / turning_ms));
      const mix = (a: number, b: number): number => a + share * (b - a);
      const { look } = this.from;
      this.look = {
        yaw: mix(look.yaw, this.goal.yaw),
        pitch: mix(look.pitch, this.goal.pitch),
        zoom: mix(look.zoom, this.goal.zoom),
      };
      if (share >= 1) this.from = null;
    }
    this.draw();
    if (this.isRunning || this.from) this.ask();
  }

  private advance(gap_ms: number): void {
    this.seconds += Math.min(100, gap_ms) / 1000;
    if (!this.watched.isSlow(gap_ms)) return;
    if (this.easel.detail <= 1) return this.onSlow?.();
    this.easel.detail = 1;
    this.fit();
  }

  private draw(): void {
    this.stage.pose(this.place);
    this.stage.draw(this.look);
  }

  dispose(): void {
    cancelAnimationFrame(this.frame);
    for (const stop of this.stops) stop();
    this.stage.dispose();
    this.easel.canvas.remove();
    giveBack(this.easel);
  }
}
