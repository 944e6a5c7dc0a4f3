import { type ChildProcess, spawn } from "node:child_process";
import { createHash, X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findings } from "./axe";
import { kPhone, program, shot, trainsToday, webFolder } from "./app_under_test";

/** `serve --lan`, and a browser that trusts its authority and nobody else's mistakes. */
interface Lan {
  app: string;
  trustPage: string;
  code: string;
}

const folder = mkdtempSync(join(tmpdir(), "strongback-lan-"));
let child: ChildProcess;
let lan: Lan;
let browser: Browser;

function started(): Promise<Lan> {
  const ports = ["--port", "0", "--trust-port", "0"];
  const words = ["serve", "--lan", ...ports, "--db", join(folder, "log.db"), "--web", webFolder];
  child = spawn(program, words, { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout?.on("data", (text: Buffer) => {
      said += text.toString();
      const app = /(https:\S+)\/\s/.exec(said)?.[1];
      const trustPage = /(http:\S+\/)/.exec(said)?.[1];
      const code = /Code for new accounts: (\S+)\s/.exec(said)?.[1];
      if (app && trustPage && code) resolve({ app, trustPage, code });
    });
    child.on("exit", (status) => reject(new Error(`the server ended with ${status}`)));
  });
}

beforeAll(async () => {
  lan = await started();
  const der = await (await fetch(`${lan.trustPage}strongback-authority.crt`)).arrayBuffer();
  const key = new X509Certificate(Buffer.from(der)).publicKey;
  const pin = createHash("sha256")
    .update(key.export({ type: "spki", format: "der" }))
    .digest("base64");
  browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", `--ignore-certificate-errors-spki-list=${pin}`],
  });
});
afterAll(async () => {
  await browser?.close();
  child?.kill("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
});

const newPhone = () => browser.newContext({ viewport: kPhone, reducedMotion: "reduce" });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function signUp(page: Page, name: string, code: string): Promise<void> {
  await page.goto(`${lan.app}/`);
  await button(page, "I have no account yet").click();
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill("four words that differ");
  await page.getByLabel("Code for new accounts").fill(code);
  await button(page, "Make an account").click();
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill("four words that differ");
  await button(page, "Sign in").click();
}

async function begin(context: BrowserContext, example: string): Promise<void> {
  const answer = await context.request.post(`${lan.app}/api/start`, {
    data: { toml: trainsToday(example) },
    ignoreHTTPSErrors: true, // only the browser knows the pin
  });
  expect(answer.status()).toBe(200);
}

test("the page that a phone needs once", async () => {
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await (await browser.newContext({ viewport: kPhone, colorScheme })).newPage();
    await page.goto(lan.trustPage);
    await page.getByRole("link", { name: "Get the certificate" }).waitFor();
    expect(await findings(page)).toEqual([]);
    const app = await page.getByRole("link", { name: /^Open/ }).getAttribute("href");
    expect(app).toBe(`${lan.app}/`);
    await shot(page, `trust-${colorScheme}`);
    await page.context().close();
  }
});

test("over HTTPS: an account, a session, two people on one phone", async () => {
  const context = await newPhone();
  const page = await context.newPage();
  await signUp(page, "Maya", "0000-0000");
  await page.getByText("this is not the code for new accounts").waitFor();
  await shot(page, "sign-up-wrong-code");
  await signUp(page, "Maya", lan.code);
  await page.waitForURL(`${lan.app}/welcome`);
  await begin(context, "novice");

  await page.goto(`${lan.app}/today`);
  expect(await page.evaluate(() => window.isSecureContext)).toBe(true);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.getByRole("heading", { level: 1 }).waitFor();
  await context.setOffline(true);
  await page.reload();
  await page.getByText(/Offline/).first().waitFor();
  await page.evaluate(logSet);
  await page.reload();
  await context.setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  const sets = async () => (await page.evaluate(events)).filter((one) => one === "set_done").length;
  await expect.poll(sets, { timeout: 15_000 }).toBe(1);

  await page.goto(`${lan.app}/settings`);
  await button(page, "Sign out").click();
  await page.waitForURL(`${lan.app}/sign-in`);
  await shot(page, "sign-in");
  await signUp(page, "Tom", lan.code);
  await page.waitForURL(`${lan.app}/welcome`);
  await button(page, "Sign out").waitFor(); // who signed in as somebody else need not answer first
  expect(await page.evaluate(events)).toEqual([]);

  await context.clearCookies(); // as when the session ends
  await page.goto(`${lan.app}/today`);
  await signIn(page, "maya");
  await page.waitForURL(`${lan.app}/today`);
  expect(await sets()).toBe(1);
  await context.close();
});

test("who signs out with something unsent is told how much, and may wait", async () => {
  const context = await newPhone();
  const page = await context.newPage();
  await signUp(page, "Ingrid", lan.code);
  await page.waitForURL(`${lan.app}/welcome`);
  await begin(context, "small-steps");
  await page.goto(`${lan.app}/settings`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await button(page, "Sign out").waitFor();
  await context.setOffline(true);
  await page.evaluate(logSet);
  await button(page, "Sign out").click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText("1 entry is on this device only.").waitFor();
  expect(await findings(page)).toEqual([]);
  await shot(page, "sign-out-unsent");
  await button(page, "Wait until all is sent").click();
  await sheet.waitFor({ state: "detached" });
  await button(page, "Sign out").click();
  await context.setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await sheet.getByText("The server has every entry of this device.").waitFor();
  await button(page, "Go on").click();
  await page.waitForURL(`${lan.app}/sign-in`);
  await context.close();
});

/** A set, kept as the app keeps what it logs. */
function logSet(): Promise<void> {
  const person = localStorage.getItem("person");
  const event = {
    id: "01a22d81-a23d-7d5e-8eb8-c7c83f3caa96",
    at_ms: Date.now(),
    offset_min: -new Date().getTimezoneOffset(),
    kind: "set_done",
    exercise: "one-arm-row-bench",
    reps: 10,
    load_kg: 3,
  };
  return new Promise((resolve) => {
    const opening = indexedDB.open(`strongback-${person}`);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction("events", "readwrite");
      transaction.objectStore("events").put({ event }, event.id);
      transaction.oncomplete = () => resolve();
    };
  });
}

/** The kinds of the events in the log of whoever is signed in. */
async function events(): Promise<string[]> {
  const answer = await fetch("/api/events?after=0");
  if (!answer.ok) return [];
  const { events: all } = (await answer.json()) as { events: { kind: string }[] };
  return all.map((one) => one.kind);
}
