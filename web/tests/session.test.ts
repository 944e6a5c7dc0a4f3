import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { answerAll } from "./interview";
import { answersOf } from "./readers";
import { AppServer, closeBrowser, kDesktop, newDevice, shot } from "./app_under_test";

let server: AppServer;
let errors: string[];

beforeEach(async () => {
  errors = [];
  server = new AppServer();
  await server.start();
});
afterEach(async () => {
  await server.stop();
  expect(errors).toEqual([]);
});
afterAll(closeBrowser);

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

/** From today's page through the check-in into the session. */
async function beginSession(page: Page): Promise<void> {
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
  await done(page).waitFor();
}

const done = (page: Page) => button(page, /^(Done|Left side done)$/);

/** One set: done, on both sides where they follow each other; how many, and how many more. */
async function logSet(page: Page): Promise<void> {
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

async function skipRest(page: Page): Promise<void> {
  const skip = button(page, /^(Skip the rest|Ready)$/);
  if (await skip.isVisible()) await skip.click();
}

/** Until the server's log has that many sets. */
async function serverHas(sets: number): Promise<void> {
  await expect.poll(() => server.sets(), { timeout: 15_000 }).toBe(sets);
}

const trainingReaders = [
  "novice",
  "experienced",
  "chair-only",
  "weak-back",
  "small-steps",
  "disc-compression",
];

/** From the first question to today's page, every question answered on the page. */
async function becomeReader(page: Page, reader: string): Promise<void> {
  await page.goto(server.address);
  const end = await answerAll(page, answersOf(reader));
  expect(end.is_cut_short).toBe(false);
  await button(page, "Make my program").click();
  await page.waitForURL(/today/);
}

for (const reader of trainingReaders) {
  test(`${reader}: from the first question to the end of a session`, async () => {
    const context = await newDevice(errors);
    const page = await context.newPage();
    await becomeReader(page, reader);
    await beginSession(page);
    await shot(page, `session-${reader}`);
    let sets = 0;
    while (!(await page.getByText("That was the session.").isVisible())) {
      await logSet(page);
      sets += 1;
      await page.getByText(/^(Rest|That was the session\.)$/).first().waitFor();
      await skipRest(page);
      await button(page, /^(Done|Left side done|End the session)$/).waitFor();
      expect(sets).toBeLessThan(60);
    }
    await shot(page, `session-end-${reader}`);
    await serverHas(sets);
    await button(page, "End the session").click();
    await page.getByText("Done for today.").waitFor();
    await context.close();
  });
}

test("sciatica-flare: from the first question to what a flare leaves open", async () => {
  const context = await newDevice(errors);
  const page = await context.newPage();
  await becomeReader(page, "sciatica-flare");
  await page.locator("h1").waitFor();
  await shot(page, "reader-sciatica-flare");
  await page.getByRole("link", { name: "Flare" }).click();
  await button(page, "This is a flare").click();
  await page.getByRole("radio", { name: "6", exact: true }).click();
  await page.getByText("This is what is open today").waitFor();
  await page.getByRole("link", { name: "Quad set" }).waitFor();
  await expect.poll(() => server.count("pain_reported"), { timeout: 15_000 }).toBe(1);
  await context.close();
});

test("night-pain-72: from the first question to being seen first, and a walk", async () => {
  const context = await newDevice(errors);
  const page = await context.newPage();
  await becomeReader(page, "night-pain-72");
  await page.getByRole("heading", { name: "Be seen first." }).waitFor();
  await page.getByText("severe back pain at night").first().waitFor();
  await shot(page, "reader-night-pain-72");
  await button(page, "Log the walk").click();
  await expect.poll(() => server.count("walk"), { timeout: 15_000 }).toBe(1);
  await context.close();
});

test("without a signal in the middle: nothing lost, nothing twice", async () => {
  await server.begin("novice");
  const context = await newDevice(errors);
  const page = await context.newPage();
  await page.goto(`${server.address}/today`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await beginSession(page);
  await logSet(page);
  await serverHas(1);
  await context.setOffline(true);
  await skipRest(page);
  await logSet(page);
  const left = button(page, /Skip the rest/);
  await left.waitFor();
  await page.reload();
  await left.waitFor(); // the rest goes on where it was
  await shot(page, "rest-offline");
  await page.getByText(/Offline/).first().waitFor();
  expect(await server.sets()).toBe(1);
  await context.setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await serverHas(2);
  await page.reload();
  await button(page, /^(Skip the rest|Ready|Done|Left side done)$/).waitFor();
  expect(await server.sets()).toBe(2);
  await context.close();
});

test("the server is killed and comes back: the session goes on", async () => {
  await server.begin("novice");
  const context = await newDevice(errors);
  const page = await context.newPage();
  await beginSession(page);
  await server.kill();
  await logSet(page);
  await skipRest(page);
  await done(page).waitFor();
  await server.start();
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await serverHas(1);
  await context.close();
});

test("two devices: each sees what the other logged, once", async () => {
  await server.begin("novice");
  const first = await newDevice(errors);
  const second = await newDevice(errors, { viewport: kDesktop });
  const phone = await first.newPage();
  const desk = await second.newPage();
  await beginSession(phone);
  await logSet(phone);
  await serverHas(1);
  await desk.goto(`${server.address}/session`);
  await done(desk).waitFor();
  await logSet(desk);
  await serverHas(2);
  await phone.reload();
  await button(phone, /^(Skip the rest|Ready|Done|Left side done)$/).waitFor();
  expect(await server.sets()).toBe(2);
  await first.close();
  await second.close();
});

test("it hurts: an answer at once, without a signal, and the log keeps it", async () => {
  await server.begin("novice");
  const context = await newDevice(errors);
  const page = await context.newPage();
  await page.goto(`${server.address}/today`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await beginSession(page);
  await context.setOffline(true);
  await button(page, "It hurts").click();
  await page.getByRole("radio", { name: "In the back" }).check();
  await page.getByRole("radiogroup", { name: "How much?" }).getByText("7", { exact: true }).click();
  await button(page, "Answer").click();
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
  await expect.poll(pains, { timeout: 15_000 }).toBe(2);
  await context.close();
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

test("numb: the answer stays until it was read, and the nerve's questions follow", async () => {
  await server.begin("novice");
  const context = await newDevice(errors);
  const page = await context.newPage();
  await beginSession(page);
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
  await context.close();
});

test("numb without a signal: no page goes on with the session", async () => {
  await server.begin("novice");
  const context = await newDevice(errors);
  const page = await context.newPage();
  await page.goto(`${server.address}/today`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await beginSession(page);
  await context.setOffline(true);
  await sayItHurts(page, "In the foot", 8, true);
  await page.getByRole("dialog").getByText("numbness or weakness").waitFor();
  await page.reload(); // whoever saw the answer has it in the log
  await page.getByText("numbness or weakness").waitFor();
  expect(await done(page).count()).toBe(0);
  await page.goto(`${server.address}/today`);
  await page.getByText("numbness or weakness").waitFor();
  expect(await button(page, /^(Begin|Go on)$/).count()).toBe(0);
  await context.close();
});

test("said by mistake, it hurts is taken back", async () => {
  await server.begin("novice");
  const context = await newDevice(errors);
  const page = await context.newPage();
  await beginSession(page);
  const before = await page.locator("h1").textContent();
  await sayItHurts(page, "In the back", 7);
  await button(page, "I answered wrongly").click();
  await button(page, "Close").click();
  await expect.poll(() => page.locator("h1").textContent()).toBe(before);
  await done(page).waitFor();
  await context.close();
});

test("without a signal, pain asks its questions, and a yes is answered", async () => {
  await server.beganDaysAgo("novice", 2);
  const context = await newDevice(errors);
  const page = await context.newPage();
  await page.goto(`${server.address}/today`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
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
  await expect.poll(() => button(page, "Begin").count()).toBe(0);
  await context.close();
});

test("one side, then the other: one set in the log; a reload changes nothing", async () => {
  await server.begin("novice");
  const context = await newDevice(errors);
  const page = await context.newPage();
  await beginSession(page);
  await page.getByText("Left side", { exact: true }).waitFor();
  await button(page, "Left side done").click();
  await page.getByText("Right side", { exact: true }).waitFor();
  await page.reload();
  await page.getByText("Right side", { exact: true }).waitFor();
  await shot(page, "session-right-side");
  await button(page, "Undo").click(); // the left one was not done after all
  await page.getByText("Left side", { exact: true }).waitFor();
  expect(await server.sets()).toBe(0);
  await logSet(page);
  await serverHas(1);
  await page.getByText("Left side", { exact: true }).waitFor();
  await context.close();
});

test("the tempo: a mark that moves with the figure, or plain numbers", async () => {
  await server.begin("novice");
  const still = await newDevice(errors);
  const calm = await still.newPage();
  await beginSession(calm);
  await calm.getByText("Tempo: lift 1 s, hold 1 s, lower 2 s").waitFor();
  expect(await calm.locator(".tempo-mark").count()).toBe(0);
  await still.close();
  const moving = await newDevice(errors, { reducedMotion: "no-preference" });
  const page = await moving.newPage();
  await page.goto(`${server.address}/session`);
  await page.getByRole("group", { name: "Tempo: lift 1 s, hold 1 s, lower 2 s" }).waitFor();
  const word = page.locator(".tempo-word");
  for (const now of ["Lower", "Lift", "Hold"])
    await expect.poll(() => word.textContent(), { interval: 50, timeout: 8000 }).toBe(now);
  await shot(page, "session-tempo");
  await page.locator(".tempo").getByRole("button", { name: "Pause" }).click();
  await page.locator(".tempo").getByRole("button", { name: "Go on" }).waitFor();
  const height = () => page.locator(".tempo-mark").getAttribute("cy");
  const before = await height();
  await page.waitForTimeout(1500);
  expect(await height()).toBe(before);
  await moving.close();
});

test("a hold: its seconds are counted down, and the clock can be stopped", async () => {
  await server.begin("chair-only");
  const context = await newDevice(errors);
  const page = await context.newPage();
  await beginSession(page);
  const start = button(page, "Start the clock");
  for (let sets = 0; sets < 20 && !(await start.isVisible()); sets += 1) {
    await logSet(page);
    await skipRest(page);
    await done(page).waitFor();
  }
  await start.click();
  await page.getByText("Get ready").waitFor();
  await page.getByText("Hold", { exact: true }).waitFor({ timeout: 8000 });
  await shot(page, "session-hold");
  const seconds = async () => Number(await page.getByRole("timer").textContent());
  const first = await seconds();
  await expect.poll(seconds).toBeLessThan(first);
  await button(page, "Stop the clock").click();
  await start.waitFor();
  await context.close();
});

test("what was left out by mistake comes back", async () => {
  await server.begin("novice");
  const context = await newDevice(errors);
  const page = await context.newPage();
  await beginSession(page);
  const before = await page.locator("h1").textContent();
  await button(page, "Swap").click();
  await button(page, "No time").click();
  await expect.poll(() => page.locator("h1").textContent()).not.toBe(before);
  await button(page, "Undo").click();
  await expect.poll(() => page.locator("h1").textContent()).toBe(before);
  await context.close();
});

test("undo takes the last set back; keys do what buttons do", async () => {
  await server.begin("novice");
  const context = await newDevice(errors, { viewport: kDesktop });
  const page = await context.newPage();
  await beginSession(page);
  await page.locator("h1").focus();
  await page.keyboard.press("Space");
  await page.getByText("Right side", { exact: true }).waitFor();
  await page.keyboard.press("Space");
  await page.locator(".amounts .planned").first().focus();
  await page.keyboard.press("Enter");
  await page.getByRole("radio", { name: "2", exact: true }).last().focus();
  await page.keyboard.press("Enter");
  await serverHas(1);
  await button(page, "Undo").waitFor();
  await page.locator("h1").focus();
  await page.keyboard.press("u");
  await serverHas(0);
  await page.keyboard.press("?");
  await page.getByRole("dialog").getByText("Space: done").waitFor();
  await page.keyboard.press("Escape");
  await context.close();
});

test("the flare: said, and what is open today", async () => {
  await server.begin("weak-back");
  const context = await newDevice(errors);
  const page = await context.newPage();
  await page.goto(`${server.address}/flare`);
  await page.getByRole("heading", { name: "What is open today" }).waitFor();
  await button(page, "This is a flare").click();
  await page.getByRole("radio", { name: "6", exact: true }).click();
  await page.getByText("This is what is open today").waitFor();
  await shot(page, "flare");
  await context.close();
});
