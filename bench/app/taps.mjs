// node taps.mjs ADDRESS SLOWED FIGURE: how long each tap takes to show while the sets of a session
// are logged, the processor slowed SLOWED times; FIGURE is "moving", "still" or "drawing" (no WebGL).
import { kPhone, launch, say } from "./browser.mjs";

const [address, slowed, figure] = process.argv.slice(2);
const kShortest = 16; // [ms] the browser reports no shorter ones
const kMostTaps = 24;
const kSet = 1500; // [ms] before "done": a set takes longer, and by then its figure is there
const kPatience = 2000; // [ms] for a place that was there a moment ago
const kThought = 400; // [ms] before any other tap

const button = (page, name) => page.getByRole("button", { name }).first();

/** From today's page through the check-in and the warm-up to the first set. */
async function beginSession(page) {
  await page.goto(`${address}/today`);
  await button(page, "Begin").tap();
  await page.getByRole("radio", { name: "1", exact: true }).tap();
  const sheet = page.getByRole("dialog");
  for (let isLast = false; !isLast; ) {
    const no = sheet.getByRole("button", { name: /^(No|Not now)$/ }).first();
    await no.waitFor();
    isLast = (await no.textContent()) === "Not now";
    await no.tap();
    await page.waitForTimeout(300);
  }
  await page.waitForURL(/\/session/);
  const warm = button(page, "I am warm");
  await warm.or(button(page, /^(Done|Left side done)$/)).first().waitFor();
  if (await warm.isVisible()) await warm.tap();
  await button(page, /^(Done|Left side done)$/).waitFor();
}

/** What can be tapped next: a name for the table, and its place on the page. */
const steps = (page) => [
  ["done", button(page, /^(Done|Left side done)$/)],
  ["how many", page.locator(".amounts .planned").first()],
  ["how many more", page.getByRole("radiogroup", { name: /more/ }).getByRole("radio").nth(2)],
  ["end of rest", button(page, /^(Skip the rest|Ready)$/)],
];

async function nextStep(page) {
  for (let tries = 0; tries < 20; tries += 1) {
    // The second question replaces the first, and its answers look alike: the later one first.
    for (const [name, place] of steps(page).reverse())
      if (await place.isVisible()) return { name, place };
    await page.waitForTimeout(100);
  }
  return undefined; // the session is over
}

const observe = () => {
  globalThis.reported = [];
  new PerformanceObserver((list) => {
    for (const { interactionId, startTime, duration } of list.getEntries())
      if (interactionId > 0) globalThis.reported.push({ startTime, duration });
  }).observe({ type: "event", durationThreshold: 16, buffered: true });
};

/**
 * Touches the middle, and says when; undefined where the place has just gone.  Playwright's own
 * tap() asks the page first, and that time would be measured, too.
 */
async function touch(page, place) {
  const scroll = (element) => element.scrollIntoView({ block: "nearest" });
  await place.evaluate(scroll, undefined, { timeout: kPatience }).catch(() => undefined);
  const box = await place.boundingBox({ timeout: kPatience }).catch(() => undefined);
  if (!box) return undefined;
  const at = await page.evaluate(() => performance.now());
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  return at;
}

async function tapThrough(page) {
  const made = [];
  while (made.length < kMostTaps) {
    await page.waitForTimeout(kThought);
    let step = await nextStep(page);
    if (step?.name === "done") {
      await page.waitForTimeout(kSet);
      step = await nextStep(page);
    }
    if (!step) break;
    const at = await touch(page, step.place);
    if (at !== undefined) made.push({ name: step.name, at });
  }
  await page.waitForTimeout(1500);
  return made;
}

/** How many sets the server has of the taps: each is said once by "how many". */
async function keptSets() {
  const { events } = await (await fetch(`${address}/api/events?after=0`)).json();
  return events.filter(({ kind }) => kind === "set_done").length;
}

/** The longest that the browser reported between this tap and the next. */
const durationOf = (reported) => (tap, i, made) =>
  Math.max(
    kShortest,
    ...reported
      .filter(({ startTime }) => startTime >= tap.at && startTime < (made[i + 1]?.at ?? Infinity))
      .map(({ duration }) => duration),
  );

function summary(made, durations, sets) {
  const sorted = [...durations].sort((a, b) => a - b);
  const worst = {};
  made.forEach(({ name }, i) => (worst[name] = Math.max(worst[name] ?? 0, durations[i])));
  return {
    slowed: Number(slowed),
    figure,
    taps: made.length,
    sets,
    median_ms: sorted[Math.floor(sorted.length / 2)],
    p95_ms: sorted[Math.ceil(sorted.length * 0.95) - 1],
    worst_ms: sorted.at(-1),
    worst_of: worst,
  };
}

const browser = await launch(figure !== "drawing");
const reducedMotion = figure === "still" ? "reduce" : "no-preference";
const context = await browser.newContext({ ...kPhone, reducedMotion });
const page = await context.newPage();
page.setDefaultTimeout(20_000);
await page.addInitScript(observe);
// Without a graphics card the figure moves only where somebody asked for it.
if (figure === "moving") await page.addInitScript(() => localStorage.setItem("figure", "on"));
await beginSession(page);
const devtools = await context.newCDPSession(page);
await devtools.send("Emulation.setCPUThrottlingRate", { rate: Number(slowed) });
const made = await tapThrough(page);
const reported = await page.evaluate(() => globalThis.reported);
await browser.close();
const sets = await keptSets();
const said = made.filter(({ name }) => name === "how many").length;
if (sets !== said) throw new Error(`${said} taps said a set, and the log has ${sets}`);
say(summary(made, made.map(durationOf(reported)), sets));
