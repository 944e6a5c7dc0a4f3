// Shared by the browser's benchmarks: the packages of the web app, Chromium, a phone.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const resolve = createRequire(new URL("../../web/package.json", import.meta.url)).resolve;

/** A package of web/node_modules, whose versions web/package-lock.json pins. */
export const ofWeb = (name) => import(pathToFileURL(resolve(name)).href);

const { chromium } = await ofWeb("playwright-core").then((module) => module.default ?? module);

export const kChromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
/** There is no graphics card: the figure is drawn by the processor. */
export const kFlags = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"];
export const kPhone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Without WebGL the app shows a drawing where the figure would move. */
const kNoFigure = ["--no-sandbox", "--disable-gpu", "--disable-3d-apis"];

export const launch = (hasFigure = true) =>
  chromium.launch({ executablePath: kChromium, args: hasFigure ? kFlags : kNoFigure });

export const say = (result) => process.stdout.write(`${JSON.stringify(result)}\n`);

export const rounded = (number, digits = 1) => Math.round(number * 10 ** digits) / 10 ** digits;
