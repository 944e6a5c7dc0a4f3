// node lighthouse.mjs RUNS URL...: Lighthouse's phone profile; the median of the scores of RUNS
// runs of each page, and what the median run found wanting.
import { kChromium, kFlags, ofWeb, say } from "./browser.mjs";

const { default: lighthouse } = await ofWeb("lighthouse");
const { launch } = await ofWeb("chrome-launcher");

const [runs, ...urls] = process.argv.slice(2);
const kCategories = ["performance", "accessibility", "best-practices"];

const kTries = 3; // the browser's trace is not always whole, which Lighthouse says itself

async function reportOf(url, port) {
  const settings = { port, logLevel: "error", onlyCategories: kCategories };
  for (let tries = 1; ; tries += 1) {
    const { lhr } = await lighthouse(url, settings);
    if (!lhr.runtimeError) return lhr;
    if (tries === kTries) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  }
}

async function run(url, port) {
  const lhr = await reportOf(url, port);
  const score = (name) => lhr.categories[name].score;
  const ms = (audit) => Math.round(lhr.audits[audit].numericValue);
  const failed = Object.values(lhr.audits)
    .filter(({ score }) => score !== null && score < 0.9)
    .map(({ id }) => id);
  return {
    performance: score("performance"),
    accessibility: score("accessibility"),
    best_practices: score("best-practices"),
    first_paint_ms: ms("first-contentful-paint"),
    largest_paint_ms: ms("largest-contentful-paint"),
    blocking_ms: ms("total-blocking-time"),
    benchmark_index: Math.round(lhr.environment.benchmarkIndex), // how fast the processor was
    layout_shift: Number(lhr.audits["cumulative-layout-shift"].numericValue.toFixed(3)),
    failed,
  };
}

async function median(url, port) {
  const results = [];
  for (let i = 0; i < Number(runs); i += 1) results.push(await run(url, port));
  results.sort((a, b) => a.performance - b.performance);
  const all = results.map(({ performance }) => performance);
  const { pathname } = new URL(url);
  return { page: pathname, ...results[Math.floor(results.length / 2)], performance_of_runs: all };
}

const chrome = await launch({
  chromePath: kChromium,
  chromeFlags: ["--headless=new", ...kFlags],
});
const pages = [];
for (const url of urls) pages.push(await median(url, chrome.port));
await chrome.kill();
say({ runs: Number(runs), pages });
