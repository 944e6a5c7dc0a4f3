import type { Page } from "playwright-core";
import { afterAll, expect } from "vitest";
import { closeBrowser, shot } from "./app_under_test";
import { beginSession, button, comesTo, done, keptToday } from "./session_steps";
import { beside } from "./stage";

// What hurts, and what the app answers.

afterAll(closeBrowser);

beside("it hurts: an answer at once, without a signal, and the log keeps it", async ({ stage }) => {
  const { server } = stage;
  await server.begin("novice");
  const { context, page } = await keptToday(stage);
  await beginSession(page, server);
  await context.setOffline(true);
  await sayItHurts(page, "In the back", 7);
  await page.getByRole("heading", { name: /Stop/ }).waitFor();
  await shot(page, "it-hurts");
  await button(page, "All right").click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await context.setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  const pains = async () =>
    (await server.ask<{ events: { kind: string }[] }>("GET", "/api/events?after=0")).events.filter(
      (event) => event.kind === "pain_reported",
    ).length;
  await comesTo(2, pains);
});

/** Says in the session where it hurts and how much. */
async function sayItHurts(page: Page, site: string, pain: number, isNumb = false): Promise<void> {
  await button(page, "It hurts").click();
  await page.getByRole("radio", { name: site }).check();
  await page
    .getByRole("radiogroup", { name: "How much?" })
    .getByText(String(pain), { exact: true })
    .click();
  if (isNumb) await button(page, /Numb, weak/).click();
  await button(page, "Answer").click();
}

beside("numb: the answer stays until it was read, and the nerve's questions follow", async ({ stage }) => {
  const { server } = stage;
  await server.begin("novice");
  const page = await stage.page();
  await beginSession(page, server);
  await sayItHurts(page, "In the foot", 8, true);
  const sheet = page.getByRole("dialog");
  await sheet.getByText("numbness or weakness").waitFor();
  await page.getByText("There is no session to do now.").waitFor(); // the server knows, too
  expect(await sheet.getByText("numbness or weakness").isVisible()).toBe(true);
  await button(page, "All right").click();
  await page.getByText("You stopped because it hurt.").waitFor();
  await page.getByText(/lost feeling/).waitFor();
  await button(page, "Yes").click();
  await page.getByRole("heading", { name: "Stop, and get help now." }).waitFor();
  await page.getByRole("link", { name: "Call 999 now" }).waitFor();
  await shot(page, "numb");
  await page.goto(`${server.address}/flare`);
  await page.getByRole("heading", { name: "Stop, and get help now." }).waitFor();
  expect(await page.getByRole("button").count()).toBe(0); // nothing that leads elsewhere
  await page.goto(`${server.address}/session`);
  await page.getByRole("heading", { name: "Stop, and get help now." }).waitFor();
  expect(await done(page).count()).toBe(0);
});

beside("numb without a signal: no page goes on with the session", async ({ stage }) => {
  const { server } = stage;
  await server.begin("novice");
  const { context, page } = await keptToday(stage);
  await beginSession(page, server);
  await context.setOffline(true);
  await sayItHurts(page, "In the foot", 8, true);
  await page.getByRole("dialog").getByText("numbness or weakness").waitFor();
  await page.reload(); // whoever saw the answer has it in the log
  await page.getByText("numbness or weakness").waitFor();
  expect(await done(page).count()).toBe(0);
  await page.goto(`${server.address}/today`);
  await page.getByText("numbness or weakness").waitFor();
  expect(await button(page, /^(Begin|Go on)$/).count()).toBe(0);
});

beside("said by mistake, it hurts is taken back", async ({ stage }) => {
  const { server } = stage;
  await server.begin("novice");
  const page = await stage.page();
  await beginSession(page, server);
  const before = await page.locator("h1").textContent();
  await sayItHurts(page, "In the back", 7);
  await button(page, "I answered wrongly").click();
  await button(page, "Close").click();
  await comesTo(before, () => page.locator("h1").textContent());
  await done(page).waitFor();
});

beside("without a signal, pain asks its questions, and a yes is answered", async ({ stage }) => {
  const { server } = stage;
  await server.beganDaysAgo("novice", 2);
  const { context, page } = await keptToday(stage);
  await button(page, "Begin").waitFor();
  await context.setOffline(true);
  await button(page, "Begin").click();
  await page.getByRole("radio", { name: "3", exact: true }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText(/newly lost feeling/).waitFor();
  await shot(page, "asked-offline");
  await sheet.getByRole("button", { name: "Yes", exact: true }).click();
  await page.getByText(/emergency/).first().waitFor();
  await shot(page, "stopped-offline");
  await comesTo(0, () => button(page, "Begin").count());
});

beside("the flare: said, and what is open today", async ({ stage }) => {
  const { server } = stage;
  await server.begin("weak-back");
  const page = await stage.page();
  await page.goto(`${server.address}/flare`);
  await page.getByRole("heading", { name: "What is open today" }).waitFor();
  await button(page, "This is a flare").click();
  await page.getByRole("radio", { name: "6", exact: true }).click();
  await page.getByText("This is what is open today").waitFor();
  await shot(page, "flare");
});
