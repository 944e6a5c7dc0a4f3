import type { BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import type { AppServer } from "./app_under_test";
import type { Stage } from "./stage";

// What a person does in a session, step by step.

export const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

/** A device that has today's page with all that it needs without a signal. */
export async function keptToday(stage: Stage): Promise<{ context: BrowserContext; page: Page }> {
  const context = await stage.device();
  const page = await context.newPage();
  await page.goto(`${stage.server.address}/today`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  return { context, page };
}

/** From today's page through the check-in into the session. */
export async function beginSession(page: Page, server: AppServer): Promise<void> {
  await page.goto(`${server.address}/today`);
  await button(page, "Begin").click();
  await page.getByRole("radio", { name: "1", exact: true }).click();
  const sheet = page.getByRole("dialog");
  for (;;) {
    const asked = sheet.getByRole("button", { name: /^(No|Not now)$/ });
    await asked.first().waitFor();
    const isLast = (await asked.first().textContent()) === "Not now";
    const before = await sheet.textContent();
    await asked.first().click();
    if (isLast) break;
    await page.waitForFunction(
      (old) => document.querySelector("dialog")?.textContent !== old,
      before,
    );
  }
  await button(page, "I am warm").click();
  await done(page).waitFor();
}

export const done = (page: Page) => button(page, /^(Done|Left side done)$/);

/** One set: done, on both sides where they follow each other; how many, and how many more. */
export async function logSet(page: Page): Promise<void> {
  const isLeft = await button(page, "Left side done").isVisible();
  if (isLeft) await button(page, "Left side done").click();
  await page.getByRole("button", { name: "Done", exact: true }).click();
  await page.locator(".amounts .planned").first().click();
  await page.getByText(/^(How many more could you have done\?|Rest|That was the session\.)$/)
    .first()
    .waitFor();
  const reserve = page.getByRole("radio", { name: "2", exact: true }).last();
  if (await page.getByText("How many more").isVisible()) await reserve.click();
}

export async function skipRest(page: Page): Promise<void> {
  const skip = button(page, /^(Skip the rest|Ready)$/);
  if (await skip.isVisible()) await skip.click();
}

const kPatience = 15_000; // [ms]
const kOften = 100; // [ms]

/** Waits until `get` gives `wanted`.  (Tests that run beside each other have no expect.poll.) */
export async function comesTo<T>(wanted: T, get: () => Promise<T>): Promise<void> {
  const end = Date.now() + kPatience;
  let found = await get();
  while (found !== wanted && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, kOften));
    found = await get();
  }
  expect(found).toBe(wanted);
}

/** Until the server's log has that many sets. */
export const serverHas = (server: AppServer, sets: number): Promise<void> =>
  comesTo(sets, () => server.sets());
