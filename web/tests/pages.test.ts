import { afterAll, beforeAll, expect, test } from "vitest";
import { AppServer, closeBrowser, kDesktop, kPhone, newDevice, shot } from "./app_under_test";
import { findings } from "./axe";

let server: AppServer;
const errors: string[] = [];

beforeAll(async () => {
  server = new AppServer();
  await server.start();
  await server.begin("novice");
});
afterAll(async () => {
  await server.stop();
  await closeBrowser();
});

const pages = [
  "today",
  "plan",
  "exercises",
  "exercises/one-arm-row-bench",
  "exercises/bird-dog",
  "back",
  "progress",
  "flare",
  "settings",
  "session",
  "sign-in",
  "welcome",
  "nothing-here",
];

for (const scheme of ["light", "dark"] as const) {
  for (const [device, viewport] of [
    ["phone", kPhone],
    ["desktop", kDesktop],
  ] as const) {
    test(`every page, ${scheme}, ${device}: nothing for axe to find`, async () => {
      const context = await newDevice(errors, { viewport, colorScheme: scheme });
      const page = await context.newPage();
      const found: Record<string, string[]> = {};
      for (const path of pages) {
        await page.goto(`${server.address}/${path}`);
        await page.locator("h1").waitFor();
        await page.waitForLoadState("networkidle");
        await page.waitForTimeout(300);
        await shot(page, `${path.replaceAll("/", "-")}-${scheme}-${device}`);
        const said = await findings(page);
        if (said.length > 0) found[path] = said;
        const tooWide = await page.evaluate(
          () => document.documentElement.scrollWidth > window.innerWidth,
        );
        expect(tooWide, `${path} scrolls sideways`).toBe(false);
      }
      expect(found).toEqual({});
      expect(errors).toEqual([]);
      await context.close();
    });
  }
}

test("from the first question to today", async () => {
  const fresh = new AppServer();
  await fresh.start();
  const context = await newDevice(errors);
  const page = await context.newPage();
  await page.goto(fresh.address);
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  const typed: Record<string, string> = { "How old are you?": "34" };
  for (let asked = 0; asked < 90; asked += 1) {
    const heading = await page.locator("h1").textContent();
    if (heading === "That is all") break;
    if (asked === 12) {
      await shot(page, "question");
      await page.reload(); // goes on where it was
      await page.getByRole("button", { name: "Go on where I was" }).click();
      await page.locator(".quiet").first().waitFor();
    }
    const value = heading === null ? undefined : typed[heading];
    const skip = page.getByRole("button", { name: /^(Take the usual|Leave it out)/ });
    if (value !== undefined) {
      await page.locator("main input").fill(value);
      await page.getByRole("button", { name: "Next" }).click();
    } else if (await page.getByRole("button", { name: "I would rather not say" }).isVisible()) {
      await page.getByRole("button", { name: "No", exact: true }).click();
    } else if (await skip.isVisible()) {
      await skip.click();
    } else if (await page.getByRole("button", { name: "A woman" }).isVisible()) {
      await page.getByRole("button", { name: "A woman" }).click();
    } else {
      await page.locator("main input").fill("0");
      await page.getByRole("button", { name: "Next" }).click();
    }
    await page.waitForFunction(
      (old) => document.querySelector("h1")?.textContent !== old,
      heading,
    );
  }
  await page.getByRole("button", { name: "Make my program" }).click();
  await page.waitForURL(/today/);
  await page.locator("h1").waitFor();
  await context.close();
  await fresh.stop();
});

test("who must be seen first is told calmly, and how to call", async () => {
  const fresh = new AppServer();
  await fresh.start();
  await fresh.begin("night-pain-72");
  const context = await newDevice(errors);
  const page = await context.newPage();
  await page.goto(fresh.address);
  await page.getByRole("heading", { name: /seen first/i }).first().waitFor();
  expect(await page.locator('a[href^="tel:"]').count()).toBeGreaterThan(0);
  await shot(page, "be-seen-first");
  await context.close();
  await fresh.stop();
});

test("the questions end where somebody must be seen, with the number of the country", async () => {
  const fresh = new AppServer();
  await fresh.start();
  const context = await newDevice(errors);
  const page = await context.newPage();
  const before = ["", "female", "40", "US", "", "", "", "0", "0", "none"];
  await page.goto(fresh.address);
  await page.evaluate(
    (answers) => localStorage.setItem("interview", JSON.stringify(answers)),
    before,
  );
  await page.goto(`${fresh.address}/welcome`);
  await page.getByRole("button", { name: "Go on where I was" }).click();
  await page.getByRole("heading", { name: /lost feeling/ }).waitFor();
  await page.getByRole("button", { name: "Yes" }).click();
  await page.getByRole("heading", { name: "Be seen first" }).waitFor();
  await page.getByRole("link", { name: "Call 911 now" }).waitFor();
  await shot(page, "cut-short");
  await context.close();
  await fresh.stop();
});

test("a swap, a move of days and a preference change the plan", async () => {
  const fresh = new AppServer();
  await fresh.start();
  await fresh.begin("novice");
  const context = await newDevice(errors, { viewport: kDesktop });
  const page = await context.newPage();
  await page.goto(`${fresh.address}/plan`);
  const change = page.getByRole("button", { name: /^Change: / }).first();
  await change.click();
  await page.locator(".button.swap").first().waitFor();
  await shot(page, "swap");
  await page.locator(".button.swap").first().click();
  await page.getByRole("status").filter({ hasText: "takes the place of" }).waitFor();
  await page.getByRole("button", { name: /Why this: load/ }).first().click();
  await page.getByRole("dialog").waitFor();
  await shot(page, "why");
  await page.keyboard.press("Escape");
  await context.close();
  await fresh.stop();
});

test("every exercise is computed for one's body, with true progress", async () => {
  const context = await newDevice(errors);
  const page = await context.newPage();
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
  expect((await newtons()).length).toBe(pressed.length);
  await context.close();
});
