import type { Page } from "playwright-core";
import { afterAll, expect } from "vitest";
import { type AppServer, closeBrowser, kDesktop, kPhone, shot } from "./app_under_test";
import { findings } from "./axe";
import { answerAll } from "./interview";
import { answersOf } from "./readers";
import { comesTo } from "./session_steps";
import { beside } from "./stage";

afterAll(closeBrowser);

const pages = [
  "today",
  "plan",
  "exercises",
  "exercises/one-arm-row-bench",
  "exercises/bird-dog",
  "flare",
  "settings",
  "sign-in",
  "welcome",
  "nothing-here",
];
const pagesAfterASet = ["back", "progress"];

/** What can be tapped and is lower than a finger is wide; links within a sentence may be. */
function lowTargets(): string[] {
  const kLeast = 44; // [px]
  const tapped = "button, .button, summary, select, textarea, input:not([type=checkbox]), nav a";
  return [...document.querySelectorAll<HTMLElement>(tapped)]
    .filter((one) => one.offsetParent !== null && !one.closest(".body-map-words"))
    .filter((one) => one.getBoundingClientRect().height < kLeast - 0.5)
    .map((one) => `${one.outerHTML.slice(0, 80)}: ${one.getBoundingClientRect().height} px`);
}

/** Looks at what stands there: a picture of it, and what is wrong with it. */
async function look(page: Page, name: string): Promise<string[]> {
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(300);
  await shot(page, name);
  const isTooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > window.innerWidth,
  );
  const wide = isTooWide ? ["it scrolls sideways"] : [];
  const found = [...wide, ...(await page.evaluate(lowTargets)), ...(await findings(page))];
  return found.map((one) => `${name}: ${one}`);
}

/** From the warm-up through one set into the rest. */
async function lookAtSession(page: Page, server: AppServer, on: string): Promise<string[]> {
  const tap = (name: string) => page.getByRole("button", { name, exact: true }).click();
  await page.goto(`${server.address}/session`);
  await page.getByRole("button", { name: "I am warm" }).waitFor();
  const found = await look(page, `warm-up-${on}`);
  await tap("I am warm");
  const ask = page.getByRole("button", { name: "Show it moving" });
  const moving = page.locator('.figure-viewer[data-state="shown"]');
  await ask.or(moving).waitFor();
  if (await ask.isVisible()) await ask.click();
  await moving.waitFor();
  found.push(...(await look(page, `session-${on}`)));
  await tap("Left side done");
  await tap("Done");
  await page.locator(".amounts .planned").first().click();
  found.push(...(await look(page, `session-form-${on}`)));
  await page.getByRole("radio", { name: "2", exact: true }).last().click();
  await page.getByRole("timer").waitFor();
  found.push(...(await look(page, `rest-${on}`)));
  return found;
}

for (const scheme of ["light", "dark"] as const) {
  for (const [device, viewport] of [
    ["phone", kPhone],
    ["desktop", kDesktop],
  ] as const) {
    beside(`every page, ${scheme}, ${device}: fits, can be tapped, nothing for axe`, async ({ stage }) => {
      const { server } = stage;
      await server.begin("novice");
      const page = await stage.page({ viewport, colorScheme: scheme });
      const on = `${scheme}-${device}`;
      // On the phone the exercises are drawings, on the desktop they move.
      if (device === "desktop")
        await page.addInitScript(() => localStorage.setItem("figure", "on"));
      const lookAt = async (path: string) => {
        await page.goto(`${server.address}/${path}`);
        await page.locator("h1").waitFor();
        if (device === "desktop" && path.startsWith("exercises/"))
          await page.locator('.figure-viewer[data-state="shown"]').waitFor();
        return look(page, `${path.replaceAll("/", "-")}-${on}`);
      };
      const found: string[] = [];
      for (const path of pages) found.push(...(await lookAt(path)));
      found.push(...(await lookAtSession(page, server, on)));
      for (const path of pagesAfterASet) found.push(...(await lookAt(path)));
      expect(found).toEqual([]);
    });
  }
}

beside("the questions go on where they were", async ({ stage }) => {
  const page = await stage.page();
  await page.goto(stage.server.address);
  const kFew = 12;
  const { question } = await answerAll(page, answersOf("novice"), kFew);
  await shot(page, "question");
  await page.reload();
  await page.getByRole("button", { name: "Go on where I was" }).click();
  await page.locator(`[data-question="${question?.id}"]`).waitFor();
});

beside("who must be seen first is told calmly, and how to call", async ({ stage }) => {
  const { server } = stage;
  await server.begin("night-pain-72");
  const page = await stage.page();
  await page.goto(server.address);
  await page.getByRole("heading", { name: /seen first/i }).first().waitFor();
  expect(await page.locator('a[href^="tel:"]').count()).toBeGreaterThan(0);
  await shot(page, "be-seen-first");
});

beside("the questions end where somebody must be seen, with the number of the country", async ({ stage }) => {
  const { server } = stage;
  const page = await stage.page();
  const before = ["", "female", "40", "US", "", "", "", "0", "0", "none"];
  await page.goto(server.address);
  await page.evaluate(
    (answers) => localStorage.setItem("interview", JSON.stringify(answers)),
    before,
  );
  await page.goto(`${server.address}/welcome`);
  await page.getByRole("button", { name: "Go on where I was" }).click();
  await page.getByRole("heading", { name: /lost feeling/ }).waitFor();
  await page.getByRole("button", { name: "Yes" }).click();
  await page.getByRole("heading", { name: "Be seen first" }).waitFor();
  await page.getByRole("link", { name: "Call 911 now" }).waitFor();
  await shot(page, "cut-short");
});

beside("a swap, a move of days and a preference change the plan", async ({ stage }) => {
  const { server } = stage;
  await server.begin("novice");
  const page = await stage.page({ viewport: kDesktop });
  await page.goto(`${server.address}/plan`);
  const change = page.getByRole("button", { name: /^Change: / }).first();
  await change.click();
  await page.locator(".button.swap").first().waitFor();
  await shot(page, "swap");
  await page.locator(".button.swap").first().click();
  await page.getByRole("status").filter({ hasText: "takes the place of" }).waitFor();
  await page.getByRole("button", { name: /^Load: .*Why/ }).first().click();
  await page.getByRole("dialog").waitFor();
  await shot(page, "why");
  await page.keyboard.press("Escape");
});

beside("every exercise is computed for one's body, with true progress", async ({ stage }) => {
  const { server } = stage;
  await server.begin("novice");
  const page = await stage.page();
  await page.goto(`${server.address}/exercises`);
  await page.getByRole("button", { name: "Compute it for my body" }).click();
  await page.getByRole("button", { name: "Compute again" }).waitFor();
  await page.getByRole("radio", { name: "Least pressed first" }).click();
  const newtons = async () =>
    (await page.locator(".exercise-card").allTextContents())
      .map((one) => /: ([\d,]+) N/.exec(one)?.[1])
      .filter((one) => one !== undefined)
      .map((one) => Number(one.replace(",", "")));
  const pressed = await newtons();
  expect(pressed.length).toBeGreaterThan(50);
  expect(pressed).toEqual([...pressed].sort((a, b) => a - b));
  await shot(page, "exercises-for-me");
  await page.reload(); // kept on the device
  await page.getByRole("button", { name: "Compute again" }).waitFor();
  await comesTo(pressed.length, async () => (await newtons()).length);
});
