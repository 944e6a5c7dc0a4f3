/** A renderer and its paints, kept from one figure to the next: shaders are linked once. */
import { type Color, type Material, MeshLambertMaterial, Vector4, WebGLRenderer } from "three";
import { isOn } from "../settings_here";
import {
  type Inks,
  bandMaterial,
  furnitureMaterial,
  outlineMaterial,
  shadowMaterial,
} from "./materials";
import { newSurface } from "./surface";

export interface Bands {
  material: Material;
  tints: Vector4[]; // one of each muscle: its color, and how much of it is seen
}

function makePaints() {
  return {
    skin: new MeshLambertMaterial(),
    line: outlineMaterial(),
    shadow: shadowMaterial(),
    floor: new MeshLambertMaterial(),
    furniture: furnitureMaterial(),
    load: new MeshLambertMaterial(),
    cord: new MeshLambertMaterial(),
  };
}

export class Easel {
  readonly renderer: WebGLRenderer;
  readonly paints = makePaints();
  isLost = false;
  /** Pixels of the screen for one of the page; less for all that follow once it was too slow. */
  detail = isOn("figure") ? 1 : Math.min(2, window.devicePixelRatio || 1);
  private readonly bands = new Map<number, Bands>();

  constructor() {
    this.renderer = new WebGLRenderer(newSurface());
    this.renderer.setClearColor(0, 0);
    this.canvas.addEventListener("webglcontextlost", () => (this.isLost = true));
  }

  get canvas(): HTMLCanvasElement {
    return this.renderer.domElement;
  }

  bandsOf(muscles: number): Bands {
    let bands = this.bands.get(muscles);
    if (!bands) {
      const tints = Array.from({ length: muscles }, () => new Vector4(1, 1, 1, 0));
      bands = { material: bandMaterial(tints), tints };
      this.bands.set(muscles, bands);
    }
    return bands;
  }

  /** In the inks of a light page or a dark one. */
  ink(inks: Inks): void {
    const { shadow, ...inked } = this.paints;
    for (const [name, material] of Object.entries(inked) as [keyof typeof inked, Inked][])
      material.color.set(inks[name]);
    shadow.opacity = inks.shadow;
  }

  release(): void {
    this.renderer.dispose();
    this.renderer.forceContextLoss();
  }
}

type Inked = Material & { color: Color };

let free: Easel | undefined;

/** Throws where there is no WebGL. */
export function borrowEasel(): Easel {
  const easel = free ?? new Easel();
  free = undefined;
  return easel;
}

/** The last one that is given back is kept for the next figure. */
export function giveBack(easel: Easel): void {
  if (easel.isLost || free) easel.release();
  else free = easel;
}
