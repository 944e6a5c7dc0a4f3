import { expect, test } from "vitest";
import { fiberPath } from "./shapes";
import { backDeep, backSurface, outline, trunkOutline } from "./shapes_back";
import { frontDeep, frontSurface } from "./shapes_front";
import { fillOf, hatchOf, wordOf } from "./values";

const drawings = { backSurface, backDeep, frontSurface, frontDeep };

test("fibers run from guide to guide", () => {
  const d = fiberPath(["0,0 0,1 0,2 0,3", "4,0 4,1 4,2 4,3", 2]);
  expect(d).toBe("M1.0,0.0C1.0 1.0 1.0 2.0 1.0 3.0M3.0,0.0C3.0 1.0 3.0 2.0 3.0 3.0");
});

test("every muscle is drawn once on a plate, on the right half, and closed", () => {
  for (const [name, drawing] of Object.entries(drawings)) {
    const ids = drawing.regions.map((region) => region.id);
    expect(new Set(ids).size, name).toBe(ids.length);
    for (const { id, d, fibers } of drawing.regions) {
      expect(d, id).toMatch(/^M[\d., A-Z]+ Z$/);
      expect(fiberPath(fibers), id).not.toContain("NaN");
    }
  }
});

test("the back shows the muscles of the back", () => {
  const ids = [backSurface, backDeep].flatMap((one) => one.regions.map((region) => region.id));
  for (const id of [
    "latissimus-dorsi",
    "trapezius-upper",
    "trapezius-middle",
    "trapezius-lower",
    "rhomboids",
    "levator-scapulae",
    "teres-major",
    "deltoid-posterior",
    "rotator-cuff",
    "erector-spinae-thoracic",
    "erector-spinae-lumbar",
    "multifidus",
    "quadratus-lumborum",
  ]) {
    expect(ids).toContain(id);
  }
});

test("both outlines share the trunk", () => {
  expect(outline.startsWith(trunkOutline)).toBe(true);
});

test("a value has a color, a texture and a word", () => {
  expect(fillOf("work", 0)).toBe("#efe6da");
  expect(fillOf("work", 1)).toBe("#4f0d16");
  expect(fillOf("ready", 0)).not.toBe(fillOf("ready", 1));
  expect([0.2, 0.7, 0.95].map((v) => hatchOf("ready", v))).toEqual([2, 1, 0]);
  expect(hatchOf("work", 0.2)).toBe(0);
  expect(wordOf("ready", 0.2)).toBe("not ready");
  expect(wordOf("work", 0)).toBe("no work");
  expect(wordOf("work", undefined)).toBe("not known");
  expect(wordOf("work", Number.NaN)).toBe("not known");
});
