import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";

export const root = join(import.meta.dirname, "../..");
export const program = process.env["STRONGBACK"] ?? join(root, "build/release/strongback");
export const webFolder = join(root, "web/dist");
const shots = join(root, "web/shots");

/** A server with a log of its own, that can be killed and started again. */
export class AppServer {
  private readonly folder = mkdtempSync(join(tmpdir(), "strongback-e2e-"));
  private process: ChildProcess | undefined;
  address = "";

  /** `now`: the server's clock stands there. */
  async start(now?: Date): Promise<void> {
    const port = this.address ? new URL(this.address).port : "0";
    const words = ["serve", "--db", join(this.folder, "log.db"), "--port", port, "--web", webFolder];
    if (now) words.push("--now", now.toISOString());
    const child = spawn(program, words, { stdio: ["ignore", "pipe", "inherit"] });
    this.process = child;
    this.address = await new Promise((resolve, reject) => {
      let said = "";
      child.stdout?.on("data", (text: Buffer) => {
        said += text.toString();
        const found = /http:\/\/\S+?(?=\/\s)/.exec(said);
        if (found) resolve(found[0]);
      });
      child.on("error", reject);
      child.on("exit", (code) => reject(new Error(`the server ended with ${code}`)));
    });
  }

  /** As a power cut would: nothing is said before. */
  async kill(): Promise<void> {
    const child = this.process;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.on("exit", resolve));
    child.kill("SIGKILL");
    await ended;
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Begins the log of an example reader, who trains today. */
  async begin(example: string): Promise<void> {
    await this.ask("POST", "/api/start", { toml: trainsToday(example) });
  }

  /** The same, some days ago: the screening's answers are as old. */
  async beganDaysAgo(example: string, days: number): Promise<void> {
    const kDay = 86_400_000; // [ms]
    await this.kill();
    await this.start(new Date(Date.now() - days * kDay));
    await this.begin(example);
    await this.kill();
    await this.start();
  }

  async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const again = () => this.ask<T>(method, path, body);
    const response = await fetch(this.address + path, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
    });
    if (response.status === 503) return pause(200).then(again); // busy with the page's own
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  /** How many sets the server's log holds. */
  sets(): Promise<number> {
    return this.count("set_done");
  }

  /** How many events of a kind the server's log holds, those taken back not counted. */
  async count(kind: string): Promise<number> {
    type Line = { kind: string; id: string; event?: string };
    const { events } = await this.ask<{ events: Line[] }>("GET", "/api/events?after=0");
    const taken = new Set(events.map((one) => one.event));
    return events.filter((one) => one.kind === kind && !taken.has(one.id)).length;
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const kDays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** Three days of the week, today the first. */
export const daysFromToday = (): string[] =>
  [0, 2, 4].map((ahead) => kDays[(new Date().getDay() + ahead) % 7] ?? "");

/** The example's file, with today among the days and no start in the future. */
export function trainsToday(example: string): string {
  const text = readFileSync(join(root, "examples", `${example}.toml`), "utf8");
  return text
    .replace(/^days = .*$/m, `days = ${JSON.stringify(daysFromToday())}`)
    .replace(/^at = \{.*$/m, 'at = "18:00"')
    .replace(/^(start|days_per_week) = .*$/gm, "");
}

let browser: Browser | undefined;

export async function openBrowser(): Promise<Browser> {
  browser ??= await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
  });
  return browser;
}

export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = undefined;
}

export const kPhone = { width: 390, height: 844 };
export const kDesktop = { width: 1280, height: 800 };

export type DeviceOptions = Pick<
  BrowserContextOptions,
  "viewport" | "colorScheme" | "reducedMotion"
>;

/** A device with nothing on it yet; what a page throws fails the test. */
export async function newDevice(
  errors: string[],
  options: DeviceOptions = {},
): Promise<BrowserContext> {
  const context = await (
    await openBrowser()
  ).newContext({ viewport: kPhone, reducedMotion: "reduce", ...options });
  context.on("weberror", (error) => errors.push(error.error().message));
  return context;
}

/** Kept as the output of the tests, to be looked at. */
export async function shot(page: Page, name: string): Promise<void> {
  if (!existsSync(shots)) mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: false });
}
