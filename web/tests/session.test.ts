import { afterAll, expect } from "vitest";
import { closeBrowser, kDesktop, shot } from "./app_under_test";
import {
  beginSession,
  button,
  comesTo,
  done,
  keptToday,
  logSet,
  serverHas,
  skipRest,
} from "./session_steps";
import { beside } from "./stage";

// The session: with and without a signal, on two devices, by hand and by keys.

afterAll(closeBrowser);

beside("without a signal in the middle: nothing lost, nothing twice", async ({ stage }) => {
  const { server } = stage;
  await server.begin("novice");
  const { context, page } = await keptToday(stage);
  await beginSession(page, server);
  await logSet(page);
  await serverHas(server, 1);
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
  await serverHas(server, 2);
  await page.reload();
  await button(page, /^(Skip the rest|Ready|Done|Left side done)$/).waitFor();
  expect(await server.sets()).toBe(2);
});

beside("the server is killed and comes back: the session goes on", async ({ stage }) => {
  const { server } = stage;
  await server.begin("novice");
  const page = await stage.page();
  await beginSession(page, server);
  await server.kill();
  await logSet(page);
  await skipRest(page);
  await done(page).waitFor();
  await server.start();
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await serverHas(server, 1);
});

beside("two devices: each sees what the other logged, once", async ({ stage }) => {
  const { server } = stage;
  await server.begin("novice");
  const first = await stage.device();
  const second = await stage.device({ viewport: kDesktop });
  const phone = await first.newPage();
  const desk = await second.newPage();
  await beginSession(phone, server);
  await logSet(phone);
  await serverHas(server, 1);
  await desk.goto(`${server.address}/session`);
  await done(desk).waitFor();
  await logSet(desk);
  await serverHas(server, 2);
  await phone.reload();
  await button(phone, /^(Skip the rest|Ready|Done|Left side done)$/).waitFor();
  expect(await server.sets()).toBe(2);
});

beside("one side, then the other: one set in the log; a reload changes nothing", async ({ stage }) => {
  const { server } = stage;
  await server.begin("novice");
  const page = await stage.page();
  await beginSession(page, server);
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
  await serverHas(server, 1);
  await page.getByText("Left side", { exact: true }).waitFor();
});

beside("the tempo: a mark that moves with the figure, or plain numbers", async ({ stage }) => {
  const { server } = stage;
  await server.begin("novice");
  const still = await stage.device();
  const calm = await still.newPage();
  await beginSession(calm, server);
  await calm.getByText("Tempo: lift 1 s, hold 1 s, lower 2 s").waitFor();
  expect(await calm.locator(".tempo-mark").count()).toBe(0);
  await still.close();
  const moving = await stage.device({ reducedMotion: "no-preference" });
  const page = await moving.newPage();
  await page.goto(`${server.address}/session`);
  await page.getByRole("group", { name: "Tempo: lift 1 s, hold 1 s, lower 2 s" }).waitFor();
  const word = page.locator(".tempo-word");
  for (const now of ["Lower", "Lift", "Hold"])
    await comesTo(now, () => word.textContent());
  await shot(page, "session-tempo");
  await page.locator(".tempo").getByRole("button", { name: "Pause" }).click();
  await page.locator(".tempo").getByRole("button", { name: "Go on" }).waitFor();
  await page.waitForTimeout(500);
  const height = async () => (await page.locator(".tempo-mark").boundingBox())?.y;
  const before = await height();
  await page.waitForTimeout(1500);
  expect(await height()).toBe(before);
});

beside("without a graphics card the figure stays still until somebody asks", async ({ stage }) => {
  const { server } = stage;
  await server.begin("novice");
  const page = await stage.page();
  const drawing = page.getByRole("img", { name: /^One-arm row/ });
  const moving = page.locator('.figure-viewer[data-state="shown"] canvas');
  await page.goto(`${server.address}/exercises/one-arm-row-bench`);
  const ask = button(page, "Show it moving");
  await ask.waitFor();
  await drawing.waitFor();
  expect(await moving.count()).toBe(0);
  await shot(page, "exercise-drawing");
  await ask.click();
  await moving.waitFor();
  expect(await ask.count()).toBe(0);
  await page.reload(); // it is remembered
  await moving.waitFor();
  await page.goto(`${server.address}/settings`);
  await page.getByLabel("Move the figure although it is slow here").uncheck();
  await page.goto(`${server.address}/exercises/one-arm-row-bench`);
  await ask.waitFor();
});

beside("a hold: its seconds are counted down, and the clock can be stopped", async ({ stage }) => {
  const { server } = stage;
  await server.begin("chair-only");
  const page = await stage.page();
  await beginSession(page, server);
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
  await comesTo(true, async () => (await seconds()) < first);
  await button(page, "Stop the clock").click();
  await start.waitFor();
});

beside("what was left out by mistake comes back", async ({ stage }) => {
  const { server } = stage;
  await server.begin("novice");
  const page = await stage.page();
  await beginSession(page, server);
  const before = await page.locator("h1").textContent();
  await button(page, "Swap").click();
  await button(page, "No time").click();
  await comesTo(false, async () => (await page.locator("h1").textContent()) === before);
  await button(page, "Undo").click();
  await comesTo(before, () => page.locator("h1").textContent());
});

beside("undo takes the last set back; keys do what buttons do", async ({ stage }) => {
  const { server } = stage;
  await server.begin("novice");
  const page = await stage.page({ viewport: kDesktop });
  await beginSession(page, server);
  await page.locator("h1").focus();
  await page.keyboard.press("Space");
  await page.getByText("Right side", { exact: true }).waitFor();
  await page.keyboard.press("Space");
  await page.locator(".amounts .planned").first().focus();
  await page.keyboard.press("Enter");
  await page.getByRole("radio", { name: "2", exact: true }).last().focus();
  await page.keyboard.press("Enter");
  await serverHas(server, 1);
  await button(page, "Undo").waitFor();
  await page.locator("h1").focus();
  await page.keyboard.press("u");
  await serverHas(server, 0);
  await page.keyboard.press("?");
  await page.getByRole("dialog").getByText("Space: done").waitFor();
  await page.keyboard.press("Escape");
});
