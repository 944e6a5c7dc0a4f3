import type { Page } from "playwright-core";
import { afterAll, expect } from "vitest";
import { type AppServer, closeBrowser, shot } from "./app_under_test";
import { answerAll } from "./interview";
import { answersOf } from "./readers";
import { beginSession, button, comesTo, logSet, serverHas, skipRest } from "./session_steps";
import { beside } from "./stage";

// Each example reader, led from the first question to what the day asks of them.

afterAll(closeBrowser);

const trainingReaders = [
  "novice",
  "experienced",
  "chair-only",
  "weak-back",
  "small-steps",
  "disc-compression",
];

/** From the first question to today's page, every question answered on the page. */
async function becomeReader(page: Page, server: AppServer, reader: string): Promise<void> {
  await page.goto(server.address);
  const end = await answerAll(page, answersOf(reader));
  expect(end.is_cut_short).toBe(false);
  await button(page, "Make my program").click();
  await page.waitForURL(/today/);
}

for (const reader of trainingReaders) {
  const name = `${reader}: from the first question to the end of a session`;
  beside(name, async ({ stage }) => {
    const { server } = stage;
    const page = await stage.page();
    await becomeReader(page, server, reader);
    await beginSession(page, server);
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
    await serverHas(server, sets);
    await button(page, "End the session").click();
    await page.getByText("Done for today.").waitFor();
  });
}

beside("sciatica-flare: from the first question to what a flare leaves open", async ({ stage }) => {
  const { server } = stage;
  const page = await stage.page();
  await becomeReader(page, server, "sciatica-flare");
  await page.locator("h1").waitFor();
  await shot(page, "reader-sciatica-flare");
  await page.getByRole("link", { name: "Flare" }).click();
  await button(page, "This is a flare").click();
  await page.getByRole("radio", { name: "6", exact: true }).click();
  await page.getByText("This is what is open today").waitFor();
  await page.getByRole("link", { name: "Quad set" }).waitFor();
  await comesTo(1, () => server.count("pain_reported"));
});

beside("night-pain-72: from the first question to being seen first, and a walk", async ({ stage }) => {
  const { server } = stage;
  const page = await stage.page();
  await becomeReader(page, server, "night-pain-72");
  await page.getByRole("heading", { name: "Be seen first." }).waitFor();
  await page.getByText("severe back pain at night").first().waitFor();
  await shot(page, "reader-night-pain-72");
  await button(page, "Log the walk").click();
  await comesTo(1, () => server.count("walk"));
});
