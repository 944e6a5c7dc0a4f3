import type { Page, Response } from "playwright-core";
import { expect } from "vitest";
import type { Answers, Said } from "./readers";

interface Question {
  id: string;
  form: string;
  default: string;
  choices: string[];
}
interface Interview {
  question?: Question;
  refused?: string;
  is_cut_short: boolean;
  is_done: boolean;
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" });

const has = ({ choices }: Question, word: string): boolean =>
  choices.some((choice) => choice === word || choice.startsWith(`${word}: `));

/** Taps a choice; what it is called on the page is its answer. */
async function choose(page: Page, question: Question, word: string): Promise<string> {
  if (!has(question, word)) throw new Error(`${question.id} has no choice ${word}`);
  const choice = page.locator(`[data-word="${word}"]`);
  const name = await choice.textContent();
  await choice.click();
  return name ?? "";
}

/** Things with their numbers; what no choice names is typed. */
async function count(page: Page, question: Question, things: Record<string, number[]>) {
  const own: string[] = [];
  for (const [word, numbers] of Object.entries(things)) {
    if (!has(question, word)) {
      own.push(`${numbers[0]} x ${word}`);
      continue;
    }
    const row = page.getByRole("group", { name: await choose(page, question, word), exact: true });
    for (const [i, number] of numbers.entries())
      await row.getByRole("spinbutton").nth(i).fill(String(number));
  }
  if (own.length > 0) await page.getByLabel(/^Something else/).fill(own.join(", "));
  await button(page, /^Next/).click();
}

async function say(page: Page, question: Question, said: string): Promise<void> {
  const { id, form } = question;
  if (id === "pain.now" || id === "pain.usual")
    return page.getByRole("radio", { name: said, exact: true }).click();
  if (form === "yes_no") {
    const name = { true: "Yes", false: "No", skip: "I would rather not say" }[said];
    return button(page, name ?? said).click();
  }
  if (form === "clearance") return button(page, "Nobody has looked at it yet").click();
  if (form === "words") return void (await choose(page, question, said));
  await page.getByRole("textbox").or(page.locator('input[type="time"]')).fill(said);
  return button(page, "Next").click();
}

/** Somebody has looked at it: when, who, and what they advised against. */
async function clear(page: Page, [day, who, limits]: string[]): Promise<void> {
  await page.getByLabel("On which day?").fill(day ?? "");
  await page.getByLabel("Who looked at it?").fill(who ?? "");
  await page.getByLabel(/^What did they advise against/).fill(limits ?? "");
  await button(page, "Next").click();
}

async function answer(page: Page, question: Question, said: Said | undefined): Promise<void> {
  const isEmpty = said === undefined || (Array.isArray(said) && said.length === 0);
  if (isEmpty && question.default !== "")
    return button(page, /^(Take the usual|Leave it out|None of these)/).first().click();
  if (said === undefined) throw new Error(`nothing is known to answer ${question.id}`);
  if (typeof said === "string") return say(page, question, said);
  if (!Array.isArray(said)) return count(page, question, said);
  if (question.form === "clearance") return clear(page, said);
  if (question.choices.length === 0) return say(page, question, said.join(", "));
  for (const word of said) await choose(page, question, word);
  return button(page, /^Next/).click();
}

const isInterview = (response: Response) => response.url().endsWith("/api/interview");

/** Answers one question after the other as they stand on the page, to the last one or `most`. */
export async function answerAll(page: Page, answers: Answers, most = 100): Promise<Interview> {
  let next = page.waitForResponse(isInterview);
  await button(page, "Begin").click();
  for (let asked = 0; ; asked += 1) {
    const state = (await (await next).json()) as Interview;
    expect(state.refused ?? "").toBe("");
    const { question } = state;
    if (!question || state.is_cut_short || state.is_done) return state;
    await page.locator(`[data-question="${question.id}"]`).waitFor();
    if (asked >= most) return state;
    next = page.waitForResponse(isInterview);
    await answer(page, question, answers[question.id]);
  }
}
